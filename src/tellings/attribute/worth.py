"""Which attributions are statements: reports of something said.

Comes in:   an attribution made whole, and the text's quotations.
Goes out:   whether it reports what somebody says. What somebody sees, seeks or is known for is not said; nor
            is a scrap of a word or two a statement, or a title in quotation marks, unless a verb that reports
            leads to it.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tellings.attribute.untold import tells_nothing_said
from tellings.attribute.verbs import reports
from tellings.attribute.words import Word, words_of
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.sources import DEFINITE, INDEFINITE, NOBODY, POSSESSIVE
from tellings.records import Attribution, Span

FEWEST_WORDS = 3
"""Words of an indirect content; two will do as a noun and its article, or behind "for": "urgent talks"."""
FEWEST_QUOTED = 5
"""Words in marks behind a verb that reports nothing; fewer are a term or a word held at arm's length."""
FEWEST_OF_TITLE = 2
"""Words with a capital that make a title of a quotation."""
_PLAIN = frozenset(FUNCTION_WORDS)
_LEADING_TO = frozenset(("about", "against", "for", "of", "on", "over", "to", "toward", "towards"))
_ARTICLES = frozenset((*DEFINITE, *INDEFINITE, *POSSESSIVE))


def is_statement(attribution: Attribution, text: str, quoted: Sequence[Span]) -> bool:
    """Whether an attribution reports something said."""
    if tells_nothing_said(attribution, text):
        return False
    words = [word for part in attribution.content for word in words_of(text, part) if word.is_word]
    cue = [word for span in attribution.cue for word in words_of(text, span)]
    if any(_in_marks(part, quoted) for part in attribution.content):
        if (_is_title(words) or (cue and len(words) == 1)) and not reports(cue):
            return False
        whole = len(words) >= FEWEST_QUOTED or not words[0].text[0].islower()
        return whole or not cue or reports(cue)
    introduced = bool(words) and (words[0].low in _ARTICLES or (bool(cue) and cue[-1].low in _LEADING_TO))
    if len(words) < FEWEST_WORDS and not (len(words) == 2 and introduced):
        return False
    if [word.low for word in cue] == ["speaking"]:
        return False  # "speaking on condition of anonymity because he was not allowed to"
    return not attribution.cue or reports(cue)


def _is_title(words: Sequence[Word]) -> bool:
    """Whether each word but the small ones has a capital, and several do: released | “Man of the Woods”."""
    telling = [word for word in words if word.low not in _PLAIN and word.low != "'s"]
    return len(telling) >= FEWEST_OF_TITLE and all(word.text[0].isupper() for word in telling)


def is_of_nobody(attribution: Attribution, text: str) -> bool:
    """Whether the source says that nobody said it: "Nobody said", "No group has claimed"."""
    if not attribution.source:
        return False
    words = words_of(text, attribution.source[0])[:2]
    if not words:
        return False
    if words[0].low == "no":
        return len(words) > 1 and words[1].text[0].islower()
    return words[0].low in NOBODY


def _in_marks(part: Span, quoted: Sequence[Span]) -> bool:
    at = bisect_left(quoted, part.start, key=lambda span: span.end)
    return any(span.overlaps(part) for span in quoted[at : at + 2])
