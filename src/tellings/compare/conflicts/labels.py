"""The words that stand for one side of a conflict of positions.

Comes in:   a predication.
Goes out:   its words as the article prints them: the verb with its auxiliaries and what turns it round, and
            what it is done to: "will not send ships to the islands", "has not been arrested".
"""

from __future__ import annotations

from tellings.compare.assertions import Pool
from tellings.compare.classes import Classes
from tellings.compare.conflicts.polarity import is_negator
from tellings.compare.conflicts.predications import Predication
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.records import Span

_HELPERS = frozenset((*FINITE_HELPERS, "be", "been", "being")) - {"that"}
_MOST_BEHIND = 6
_GOES_ON = frozenset(("noun", "name", "adjective", "number", "small", "adverb"))
_ENDS = frozenset(
    (
        "after",
        "and",
        "as",
        "because",
        "before",
        "but",
        "if",
        "or",
        "said",
        "since",
        "so",
        "that",
        "though",
        "until",
        "when",
        "where",
        "which",
        "while",
        "who",
    )
)


def label_of(holder: Predication, pool: Pool, classes: Classes) -> str:
    """The side's words, from its auxiliaries to the end of what it is about."""
    words = holder.assertion.words
    place = {word.start: at for at, word in enumerate(words)}
    told = [place[word.start] for word in (holder.head, holder.complement, holder.negator) if word]
    if holder.passive or not holder.object_behind:
        told = [at for at in told if at != place[holder.complement.start] or at == told[0] - 1]
    first, last = min(told), max(told)
    while first and _leads_in(holder, first - 1, classes):
        first -= 1
    return Span(words[first].start, words[_end(holder, last, classes)].end).words_in(
        pool.readings[holder.assertion.article].article.text
    )


def _leads_in(holder: Predication, place: int, classes: Classes) -> bool:
    """Whether an auxiliary or a negator stands right before what is told so far."""
    word, following = holder.assertion.words[place : place + 2]
    small = word.lower in _HELPERS or is_negator(word.lower)
    return small and following.start - word.end == 1


def _end(holder: Predication, last: int, classes: Classes) -> int:
    """The place of the last telling word of the phrase that goes on behind `last`."""
    words, end = holder.assertion.words, last
    frame = holder.assertion.statement
    outside = (*frame.source, *frame.cue) if frame else ()
    for at in range(last + 1, min(last + 1 + _MOST_BEHIND, len(words))):
        word = words[at]
        if (
            word.start - words[at - 1].end != 1
            or word.lower in _ENDS
            or word.lower in CALENDAR_WORDS
            or classes.of(holder.assertion, word) not in _GOES_ON
            or any(span.start <= word.start < span.end for span in outside)
        ):
            break
        if word.tells and classes.of(holder.assertion, word) not in ("adverb", "small"):
            end = at
    return end
