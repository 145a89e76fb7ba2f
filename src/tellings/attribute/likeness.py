"""How alike two reports of something said are.

Comes in:   two `Content`s, how their speakers stand to each other, the cosine of their sentences' vectors.
Goes out:   a score from 0 (other words) to 1 (the same words), from `SAME` on taken for one utterance.

Two quotations are compared word by word in order, so that a cut one lies within the whole one. Where one is
reported in other words, the telling terms they share count. Other speakers must say all but the same.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Literal

from tellings.attribute.contents import Content, Rarity, stem

Standing = Literal["same", "compatible", "other"]
"""How two speakers stand: one, perhaps one (a body and its officer, an unnamed one), or two."""

SAME = 0.6
OTHER_RATIO = 0.7
"""How long the shorter of two contents must be, against the longer, where only all of it counts."""
FRAGMENT, FRAGMENT_SHARED = 3, 0.75
"""Words in a row, quoted by one and told by the other, that show one utterance, and what they are worth;
two do where both quote and both words tell something, or where they are half of what is said."""
AROUND_SINGLE, AROUND_FRAGMENT, AMONG_OTHERS = 2, 3, 0.7
"""Telling terms in common, the fragment's among them, with which a fragment of one word that both quote or of
two words, shows it too, and what it is worth then."""
LONGEST_SINGLE = 3
"""Words of a fragment that tells one thing: "the mistrust", "a disgrace to"."""
OTHER_WORDS = 0.8
"""What the likeness of the rest is worth where both accounts quote, but other words."""
BLOCK = 3
"""Words in a row that count as taken over."""
FEWEST_WORDS = 3
"""A shorter content only equals another one; lying within it shows nothing."""
FEWEST_OF_TWO = 4
"""Fewer words than these two people may well have said each: thanks, greetings."""
COMPATIBLE, OTHER = 0.92, 0.85
"""What a likeness is worth where the speakers are not surely one, and where they are two."""
BRIEF, MOST_TERMS = 0.7, 2
"""What one telling word in common is worth, where two reports of one speaker hold little else."""
OTHER_FIGURES = 0.8
"""What the likeness of two paraphrases is worth where none of their figures agree."""
OPPOSED = 0.5
"""What the likeness of two paraphrases is worth where one denies and the other does not."""
VECTOR_FROM, VECTOR_WORTH = 0.45, 1.0
"""Cosines above the first raise the likeness of paraphrases by the second for each unit."""
_DENIALS = frozenset(("no", "not", "never", "nor", "none", "cannot", "without", "denied", "denies", "deny"))


def likeness(
    one: Content, other: Content, standing: Standing, rarity: Rarity, cosine: float | None = None
) -> float:
    """How alike two reports are, 0..1."""
    short, long = sorted((one, other), key=lambda content: len(content.words))
    if not short.words:
        return 0.0
    ratio = len(short.words) / len(long.words)
    if len(short.words) < FEWEST_WORDS or not short.terms:
        if standing == "other":
            return 0.0
        if _is_quoted_by_both(short, long):
            return AMONG_OTHERS if standing == "same" else COMPATIBLE * AMONG_OTHERS
        opens = len(short.words) > FEWEST_WORDS and long.words[: len(short.words)] == short.words
        return in_order(short, long) if ratio >= OTHER_RATIO or opens else 0.0
    if standing == "other":
        if len(short.words) < FEWEST_OF_TWO:
            return 0.0
        return _of_two(one, other, short, long, ratio)
    direct = one.statement.form == other.statement.form == "direct"
    score = in_order(short, long) if direct else _fragments(short, long)
    if not direct:
        score = max(score, _told(one, other, short, long, ratio, rarity, cosine, score))
        if standing == "same":
            score = max(score, _brief(one, other), _single_words(one, other))
    return score if standing == "same" else COMPATIBLE * score


def _of_two(one: Content, other: Content, short: Content, long: Content, ratio: float) -> float:
    """Words reported of two speakers: all but the same words, or a telling fragment that both quote."""
    taken = in_order(short, long) if ratio >= OTHER_RATIO else 0.0
    quoted = _fragments(short, long, FRAGMENT) if one.quoted and other.quoted else 0.0
    return OTHER * max(taken, quoted)


def _told(
    one: Content,
    other: Content,
    short: Content,
    long: Content,
    ratio: float,
    rarity: Rarity,
    cosine: float | None,
    quoted: float,
) -> float:
    """How alike two reports are in what they tell, whatever the words between."""
    told = max(in_terms(one, other, rarity), in_order(short, long) * float(ratio**0.5))
    if cosine is not None and told:
        told = min(1.0, told + VECTOR_WORTH * (cosine - VECTOR_FROM))
    if _denies(one) != _denies(other):
        told *= OPPOSED
    if _counts_otherwise(one, other):
        told *= OTHER_FIGURES
    return told * OTHER_WORDS if one.quoted and other.quoted and quoted < SAME else told


def _fragments(short: Content, long: Content, least: int = 2) -> float:
    """Whether words that one account quotes within its own sentence stand in the other."""
    for one, other in ((short, long), (long, short)):
        for piece in one.quoted if one.statement.form == "mixed" else ():
            if len(piece) < least or not _stands_in(piece, other.words):
                continue
            telling = (
                len(piece) >= FRAGMENT
                or 2 * len(piece) >= len(one.words)
                or (bool(other.quoted) and len({stem(word) for word in piece} & one.terms) > 1)
            )
            if telling:
                return FRAGMENT_SHARED
            if len(one.terms & other.terms) >= AROUND_FRAGMENT:
                return AMONG_OTHERS
    return 0.0


def _single_words(one: Content, other: Content) -> float:
    """Whether each account quotes the same telling word of one speaker, and another lies around it.

    Small words beside it may be others: “the mistrust”, “I know that mistrust”.
    """
    if len(one.terms & other.terms) < AROUND_SINGLE:
        return 0.0
    for here, there in ((one, other), (other, one)):
        quoted = here.quoted if here.statement.form == "mixed" else ()
        told = {stem(word) for piece in there.quoted for word in piece}
        for piece in quoted:
            telling = {stem(word) for word in piece} & here.terms
            if len(piece) <= LONGEST_SINGLE and len(telling) == 1 and telling <= told:
                return AMONG_OTHERS
    return 0.0


def _is_quoted_by_both(short: Content, long: Content) -> bool:
    """Whether two telling words are all that one account quotes, and the other quotes them too."""
    return len(short.terms) > 1 and any(
        piece == short.words and _stands_in(piece, words) for piece in short.quoted for words in long.quoted
    )


def _stands_in(piece: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[at : at + len(piece)] == piece for at in range(len(words) - len(piece) + 1))


def _brief(one: Content, other: Content) -> float:
    """Whether one speaker is reported with a single telling word, and the other report adds one at most."""
    few, more = sorted((one.terms, other.terms), key=len)
    fits = len(few) == 1 and len(more) <= MOST_TERMS and few <= more
    return BRIEF if fits and _denies(one) == _denies(other) else 0.0


def _counts_otherwise(one: Content, other: Content) -> bool:
    """Whether both reports give figures and none is in both."""
    here, there = ({word for word in content.words if word[0].isdigit()} for content in (one, other))
    return bool(here and there) and not here & there


def _denies(content: Content) -> bool:
    return content.denied or any(word in _DENIALS or word.endswith("n't") for word in content.words)


def in_order(short: Content, long: Content) -> float:
    """The part of the shorter content whose words stand in the longer one, in order and in runs."""
    blocks = SequenceMatcher(None, long.words, short.words, autojunk=False).get_matching_blocks()
    least = min(BLOCK, len(short.words))
    return sum(block.size for block in blocks if block.size >= least) / len(short.words)


def in_terms(one: Content, other: Content, rarity: Rarity) -> float:
    """The weight of the common terms: containment in the lighter content, tempered by the overlap of both."""
    common = rarity.weight(one.terms & other.terms)
    light, heavy = sorted((rarity.weight(one.terms), rarity.weight(other.terms)))
    if not light or len(one.terms & other.terms) < 2:
        return 0.0
    contained = common / light
    overlap = common / (light + heavy - common)
    return 0.5 * contained + 0.5 * float(overlap**0.5)
