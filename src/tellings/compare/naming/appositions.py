"""What a comma sets beside a name.

Comes in:   a name and the noun phrase next to it.
Goes out:   where the description of its bearer stands: "Tomas Verrin, the mayor of Kessel, said".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tellings.compare.naming.aliases import FOR_OTHERS, PERSONS
from tellings.compare.naming.forms import TITLED
from tellings.compare.phrases import Phrase
from tellings.compare.words import Word, folded
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.sources import DOCUMENTS
from tellings.languages.en.titles import ROLES, TITLES
from tellings.records import Span

_ROLES = frozenset(ROLES) | frozenset(TITLES)
_CLOSING = re.compile(r"[,;:.\n—]")
_SHORTEST = 5  # a "list" is no person
_OF_PERSONS = ("eer", "ian", "ist", "man", "woman")
_CLOSED = (",", ".", ";", "", "\n", "—")
_ARTICLES = ("a", "an", "the")
_NO_PERSON = frozenset((*DOCUMENTS, *CALENDAR_WORDS, "day", "year", "time", "way", "thing", "move"))
_ADDING = ("at", "for", "from", "in", "of", "on", "to", "who", "with")
_MOST_ADDED = 8
_LONGEST = 80


def apposition(name: Phrase, role: Phrase, text: str, *, of_person: bool) -> Span | None:
    """The description that a comma sets beside a name, with its article and what it goes on to."""
    words = name.assertion.words
    if role.proper or not _can_describe(role, of_person=of_person and role.first > name.last):
        return None
    start = role.first - (1 if role.determiner else 0)
    if start and words[start - 1].lower in ("in", "of"):
        return None  # the end of an office: "editor in chief, Ada Quill"
    while start and words[start].start > role.owned_span.start:
        start -= 1
    if role.first > name.last:
        if text[name.head.end : words[start].start] != ", ":
            return None
        span = Span(words[start].start, role.long_span.end)
        if _goes_on_to_a_name(span, words, text):
            return None  # "a talk on Orlo, the mayor, Ada Quill, said": it may be said of the next
        longer = Span(span.start, _end_of(role, text))
        if longer.end - longer.start <= _LONGEST and not _goes_on_to_a_name(longer, words, text):
            span = longer
    else:
        span = Span(words[start].start, role.long_span.end)
        if text[span.end : name.words[0].start] != ", ":
            return None
    said = span.words_in(text).split()
    too_little = len(said) == 2 and said[0] in ("a", "an") and role.head.lower in FOR_OTHERS
    if len(said) == 1 or too_little:
        return None  # "professor", "a spokesman": too little
    if not is_role(role.head.lower) and text[span.end : span.end + 2].strip()[:1] not in _CLOSED:
        return None  # "under Mr. Orlo, the practice went on"
    return span if span.end - span.start <= _LONGEST else None


def _can_describe(role: Phrase, *, of_person: bool) -> bool:
    """Whether a phrase can say what one is: a role, or anything with "a" or "the" behind a person's name."""
    head = role.head.lower
    if head in PERSONS or (len(head) > _SHORTEST and head.endswith(_OF_PERSONS)):
        return True
    return of_person and role.determiner in _ARTICLES and head not in _NO_PERSON and not head.endswith("s")


def _end_of(role: Phrase, text: str) -> int:
    """Where a description ends: with the words that "at", "for" and the like add before the next comma."""
    end = role.long_span.end
    closing = (found.start() for found in _CLOSING.finditer(text, end, end + _LONGEST))
    stop = next((at for at in closing if not _shortens(text[end:at])), end)
    added = text[end:stop].split()
    if added and len(added) <= _MOST_ADDED and added[0] in _ADDING:
        return end + len(text[end:stop].rstrip())
    return end


def _shortens(before: str) -> bool:
    """Whether a stop is a title's or an initial's, and closes nothing."""
    last = before.split()[-1:]
    return bool(last) and (folded(last[0]) in TITLED or len(last[0]) == 1)


def _goes_on_to_a_name(span: Span, words: Sequence[Word], text: str) -> bool:
    following = next((word for word in words if word.start >= span.end), None)
    return following is not None and following.capital and text[span.end : following.start] == ", "


def is_role(word: str) -> bool:
    """Whether a word, or its plural, is a role or a title."""
    return word in _ROLES or word.removesuffix("s") in _ROLES
