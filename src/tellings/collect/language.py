"""Whether a text is English.

Comes in:   a text, and the language its metadata declares.
Goes out:   nothing, or `OtherLanguage`.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from tellings.errors import OtherLanguage
from tellings.languages.en.pages import SURELY_ENGLISH

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# Scripts written without spaces: every two characters count as a word.
_UNSPACED = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]{2}")
_CHARACTERS_READ = 20_000
_FEWEST_WORDS = 20
# English news has 25-40 % of these words, other languages below 6 %, lists of names in between.
_SURE, _POSSIBLE = 0.15, 0.08

_NAMES = {
    "ar": "Arabic", "de": "German", "es": "Spanish", "fa": "Persian", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "zh": "Chinese",
}  # fmt: skip


def require_english(text: str, *, declared: str = "en") -> None:
    """Raise `OtherLanguage` for a text of another language.

    The words decide where there are enough of them (20); a shorter text is what its metadata declares.
    """
    sample = text[:_CHARACTERS_READ]
    words = [word.lower() for word in _WORD.findall(sample)]
    if len(words) + len(_UNSPACED.findall(sample)) < _FEWEST_WORDS:
        if not declared.startswith(("en", "none", "und")):
            raise _other(declared[:2])
        return
    share = sum(word in _english() for word in words) / max(1, len(words))
    if share >= _SURE:
        return
    language = _identify(sample)
    if language != "en" and share < _POSSIBLE:
        raise _other(language)


def _other(code: str) -> OtherLanguage:
    name = _NAMES.get(code)
    return OtherLanguage(
        f"Its text is not English{f' (it reads as {name})' if name else ''}.",
        fix="tellings reads English; give an English account or a translation.",
    )


@lru_cache(maxsize=1)
def _english() -> frozenset[str]:
    return frozenset(SURELY_ENGLISH)


def _identify(text: str) -> str:
    """The most likely language. Loading its model takes half a second: for doubtful texts only."""
    return str(_identifier().classify(text)[0])


@lru_cache(maxsize=1)
def _identifier() -> Any:
    import py3langid

    return py3langid
