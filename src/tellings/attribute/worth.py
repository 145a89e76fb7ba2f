"""Which attributions are statements: reports of something said.

Comes in:   an attribution made whole, and the text's quotations.
Goes out:   whether it reports what somebody says. What somebody sees, seeks or is known for is not said; nor
            is a scrap of a word or two a statement, unless it stands in quotation marks.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from tellings.attribute.verbs import bases, reports
from tellings.attribute.words import singular, words_of
from tellings.languages.en.cues import ASKED, CLAIMED_THINGS, STAYING_UNNAMED
from tellings.languages.en.sources import DEFINITE, INDEFINITE, NOBODY, PHRASE_BREAKS, POSSESSIVE
from tellings.records import Attribution, Span

FEWEST_WORDS = 3
"""Words of an indirect content; two will do where they are a noun and its article ("the error")."""
_CLAIMED, _STAYING = frozenset(CLAIMED_THINGS), frozenset(STAYING_UNNAMED)
_ASKED, _BREAKS = frozenset(ASKED), frozenset(PHRASE_BREAKS)
_ARTICLES = frozenset((*DEFINITE, *INDEFINITE, *POSSESSIVE))


def is_statement(attribution: Attribution, text: str, quoted: Sequence[Span]) -> bool:
    """Whether an attribution reports something said."""
    if _is_something_else(attribution, text):
        return False
    if any(_in_marks(part, quoted) for part in attribution.content):
        return True
    words = [word for part in attribution.content for word in words_of(text, part) if word.is_word]
    if len(words) < FEWEST_WORDS and not (len(words) == 2 and words[0].low in _ARTICLES):
        return False
    cue = [word for span in attribution.cue for word in words_of(text, span)]
    if [word.low for word in cue] == ["speaking"]:
        return False  # "speaking on condition of anonymity because he was not allowed to"
    return not attribution.cue or reports(cue)


def _is_something_else(attribution: Attribution, text: str) -> bool:
    """Whether a verb that may report does something else.

    "A diplomat who asked not to be named"; "Asked whether he would go, Orlow laughed"; "Strand claimed his
    first title"; "he was charged with fraud".
    """
    cue = {base for span in attribution.cue for word in words_of(text, span) for base in bases(word.low)}
    told = [word.low for word in words_of(text, attribution.content[0]) if word.is_word]
    if not told:
        return False
    if cue & {"ask", "request"} and told[:2] == ["not", "to"] and not _STAYING.isdisjoint(told[2:5]):
        return True
    if "ask" in cue and not attribution.source and told[0] in _ASKED:
        return True
    if "charge" in cue and told[0] in ("over", "with"):
        return True
    if "tell" in cue and _is_hearer(attribution, told, text):
        return True
    return "claim" in cue and singular(_head(told)) in _CLAIMED


def _is_hearer(attribution: Attribution, told: Sequence[str], text: str) -> bool:
    """Whether two words right behind "told" are whom it was told to: “It holds,” she told | the fitter."""
    cue, words = attribution.cue[-1], attribution.content[0]
    directly = cue.end <= words.start and not text[cue.end : words.start].strip()
    return directly and len(attribution.content) == 1 and len(told) == 2 and told[0] in _ARTICLES


def _head(told: Sequence[str]) -> str:
    """The last word of a noun phrase that words begin with: "title" of "his first title in the cup"."""
    end = next((at for at, word in enumerate(told) if at and word in _BREAKS), len(told))
    return told[end - 1]


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
