"""Words that house styles spell in two ways, as data: what differs only so is no other wording.

Comes in:   nothing.
Goes out:   endings and letters that British and American English spell differently, and pairs of words.
"""

from __future__ import annotations

# "organise" is "organize", "centre" is "center": what a word ends in, and what it is compared as.
SPELLED_ENDINGS: tuple[tuple[str, str], ...] = (
    ("isation", "ization"),
    ("isations", "izations"),
    ("ised", "ized"),
    ("ises", "izes"),
    ("ising", "izing"),
    ("ise", "ize"),
    ("ysed", "yzed"),
    ("yse", "yze"),
    ("ysing", "yzing"),
    ("ences", "enses"),
    ("ence", "ense"),
    ("ogues", "ogs"),
    ("ogue", "og"),
    ("tres", "ters"),
    ("tre", "ter"),
    ("lled", "led"),
    ("ller", "ler"),
    ("llers", "lers"),
    ("lling", "ling"),
    ("llor", "lor"),
    ("llors", "lors"),
)

# "harbour" is "harbor", "paediatric" is "pediatric": letters within a word.
SPELLED_LETTERS: tuple[tuple[str, str], ...] = (("our", "or"), ("ae", "e"), ("oeuv", "euv"), ("ph", "f"))

# "grey" is "gray": words that no rule joins, each as it is compared.
SPELLED_WORDS: dict[str, str] = {
    "%": "percent",
    "&": "and",
    "aeroplane": "airplane",
    "ageing": "aging",
    "aluminium": "aluminum",
    "amongst": "among",
    "cheque": "check",
    "cheques": "checks",
    "grey": "gray",
    "judgement": "judgment",
    "kerb": "curb",
    "learnt": "learned",
    "mum": "mom",
    "okay": "ok",
    "plough": "plow",
    "programme": "program",
    "programmes": "programs",
    "sceptical": "skeptical",
    "sceptics": "skeptics",
    "storey": "story",
    "towards": "toward",
    "tyre": "tire",
    "tyres": "tires",
    "whilst": "while",
}
