"""A clause that its last words attribute was told as a whole: "Nine people died in the fire, the mayor said."

Comes in:   the attributions of a text as the network found them, the text and its sentences.
Goes out:   attributions in which such a clause is one content from where its sentence begins, also where the
            network saw no more than pieces of it, or nothing at all.

The words behind the clause's last comma must be a source and a verb of saying, or "according to" and a
source, and the sentence must end there or go on with "and", "but", "which", or with what the outlet adds
("…, the mayor said, raising fears of a flood"). Sentences whose quotation marks do not pair are left as they
are: there the marks say what was told.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tellings.languages.en.calendar import WEEKDAY_NAMES
from tellings.languages.en.cues import (
    BEHIND_CLOSING_VERBS,
    CLOSING_VERBS,
    FINITE_HELPERS,
    GOING_ON_TOLD,
)
from tellings.languages.en.sources import DEFINITE, INDEFINITE, PERSON_NOUNS, POSSESSIVE
from tellings.languages.en.titles import ROLES
from tellings.read.touching import by_sentence
from tellings.records import Attribution, Form, Sentence, Span

LONGEST_SENTENCE = 900
"""Characters; a longer one is a list or a table."""
LONGEST_SOURCE, LONGEST_BEHIND = 14, 9
"""Words of a source, and words behind its verb."""
FEWEST_TOLD = 4
"""Words of a clause that was told."""
_COMMA = re.compile(r",(?= )")
_WORD = re.compile(r"[^\s,]+")
_DATELINE = re.compile(
    r"[A-Z][^a-z\n]{2,40}[^\n]{0,40}? (?:\([A-Z][^()\n]{1,30}\) )?(?:(?:--?|[–—]) |― ?)"
    r"|\((?:[A-Z]{2,6}|Reuters|Xinhua)(?: [A-Z]\w{1,12})?\) (?:[-–—]{1,2} )?(?=[A-Z\"“])"
)
_VERBS, _HELPERS = frozenset(CLOSING_VERBS), frozenset(FINITE_HELPERS)
_TOLD = frozenset(("told", "tells"))
_BEHIND = frozenset((*BEHIND_CLOSING_VERBS, *(day.lower() for day in WEEKDAY_NAMES)))
_OPENING = frozenset((*DEFINITE, *INDEFINITE, *POSSESSIVE))
_PRONOUNS = frozenset(("he", "it", "she", "they"))
_ROLES = frozenset((*PERSON_NOUNS, *ROLES))
_SINGLE = frozenset(("authorities", "officials", "police", "prosecutors", "sources", "witnesses"))


class Closing(NamedTuple):
    """A clause, what comes behind it in the same breath, and the source and cue between."""

    clause: Span
    source: Span
    cue: Span
    behind: Span | None


def with_closing(
    attributions: Sequence[Attribution], text: str, sentences: Sequence[Sentence]
) -> tuple[Attribution, ...]:
    """The attributions, clauses that their last words attribute made whole."""
    near = by_sentence(attributions, sentences)
    told = dict(enumerate(attributions))
    found: list[Attribution] = []
    for number, sentence in enumerate(sentences):
        closing = _closing(text, sentence.span)
        here = [at for at in near.get(number, ()) if at in told] if closing else []
        if closing and not _introduces(closing, [told[at] for at in here], sentence.span):
            own = [at for at in here if any(cue.overlaps(closing.cue) for cue in told[at].cue)]
            found.append(_whole(closing, [told[at] for at in own]))
            for at in here:
                left = None if at in own else _beside(told.pop(at), closing, sentence.span)
                if left is not None:
                    told[at] = left
            for at in own:
                del told[at]
    return tuple(sorted([*told.values(), *found], key=lambda each: (each.content[0], each.cue)))


def _introduces(closing: Closing, told: Sequence[Attribution], sentence: Span) -> bool:
    """Whether what the verb tells was found behind it: "The fitter, who was hurt, said the tram slid on"."""
    own = [
        part
        for each in told
        if any(cue.overlaps(closing.cue) for cue in each.cue)
        for part in each.content
        if sentence.covers(part)
    ]
    return closing.behind is None and bool(own) and all(part.start >= closing.cue.end for part in own)


def _closing(text: str, sentence: Span) -> Closing | None:
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return None
    start = told_from(text, sentence)
    commas = [found.start() for found in _COMMA.finditer(text, start, sentence.end)]
    edges = [*commas, _last_end(text, sentence)]
    for comma, end in reversed(list(itertools.pairwise(edges))):
        framed = frame_of(text, Span(comma + 1, end))
        clause = Span(start, comma)
        if framed is None or not _is_clause(clause.words_in(text)):
            continue
        last = end >= edges[-1]
        behind = None if last else Span(end + 1, edges[-1])
        if behind is not None and _comments(behind.words_in(text)):
            behind = None
        if behind is not None and not _goes_on(behind.words_in(text)):
            continue
        return Closing(clause, *framed, _stripped(behind, text) if behind else None)
    return None


def told_from(text: str, sentence: Span) -> int:
    """Where a sentence begins to tell: behind its dateline ("MARLOW, Sorland - ", "(UWS) "), if any."""
    dateline = _DATELINE.match(text, sentence.start, sentence.end)
    return dateline.end() if dateline else sentence.start


def _last_end(text: str, sentence: Span) -> int:
    end = sentence.end
    while end > sentence.start and text[end - 1] in ".!?; ":
        end -= 1
    return end


def _is_clause(told: str) -> bool:
    """Whether words are a clause of the outlet's own words, or with whole quotations in it."""
    if len(told.split()) < FEWEST_TOLD or told[0] in "\"“'‘(-–—•*":
        return False
    return told.count('"') % 2 == 0 and told.count("“") == told.count("”")


def _comments(behind: str) -> bool:
    """Whether the outlet goes on in its own words: "…, the minister said, easing fears of a flood"."""
    words = behind.split()
    return len(words) > 1 and words[0].islower() and words[0].endswith("ing") and len(words[0]) > 4


def _goes_on(behind: str) -> bool:
    words = behind.split()
    return len(words) >= FEWEST_TOLD and words[0].lower() in GOING_ON_TOLD and not set(behind) & set('"“”')


def _stripped(span: Span, text: str) -> Span:
    words = span.words_in(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end)


def frame_of(text: str, place: Span) -> tuple[Span, Span] | None:
    """The source and the cue that a place between commas consists of, or None: "Ann Orlow said on Friday"."""
    words = [Span(*found.span()) for found in _WORD.finditer(text, place.start, place.end)]
    lows = [word.words_in(text).lower() for word in words]
    if not words or any(set(low) & set('"“”()') for low in lows):
        return None
    if lows[:2] == ["according", "to"]:
        source = _hull(words[2:])
        return (source, _hull(words[:2])) if source and _is_source(lows[2:], words[2:], text) else None
    at = next((n for n, low in enumerate(lows) if low in _VERBS), -1)
    if at == 0:
        inverted = len(words) > 1 and lows[0] not in _TOLD and _is_source(lows[1:], words[1:], text)
        return (_hull(words[1:]), words[0]) if inverted else None
    if at < 0 or not _is_source(lows[:at], words[:at], text) or not _ends_with(lows[at:]):
        return None
    return _hull(words[:at]), words[at]


def _hull(words: Sequence[Span]) -> Span:
    return Span(words[0].start, words[-1].end) if words else Span(0, 0)


def _is_source(lows: Sequence[str], words: Sequence[Span], text: str) -> bool:
    """Whether words can name who says something: "he", "the port authority", "Ann Orlow of the port"."""
    if not lows or len(lows) > LONGEST_SOURCE or any(low in _HELPERS or low in _VERBS for low in lows):
        return False
    if len(lows) == 1:
        return lows[0] in _PRONOUNS | _SINGLE or _is_name(words[0], text)
    introduced = _is_name(words[-1], text) and any(low in _ROLES for low in lows[:-1])
    return introduced or lows[0] in _OPENING or lows[-1] in _SINGLE or _is_name(words[0], text)


def _is_name(word: Span, text: str) -> bool:
    return text[word.start].isupper()


def _ends_with(lows: Sequence[str]) -> bool:
    """Whether nothing but whom it was told to, where and when stands behind the verb."""
    behind = list(lows[1:])
    if lows[0] in _TOLD:
        if not behind:
            return False
        behind = next((behind[n:] for n in range(1, len(behind)) if behind[n] in _BEHIND), [])
    if not behind:
        return True
    if len(behind) > LONGEST_BEHIND or behind[0] not in _BEHIND:
        return False
    return not any(low in _HELPERS or low in _PRONOUNS or low.endswith("ed") for low in behind)


def _whole(closing: Closing, own: Sequence[Attribution]) -> Attribution:
    """The attribution of the whole clause; `own` are those that the network found with its cue."""
    whole = (closing.clause, *((closing.behind,) if closing.behind else ()))
    form: Form = own[0].form if own else "indirect"
    source = own[0].source if own and own[0].source else (closing.source,)
    cue = own[0].cue if own else (closing.cue,)
    behind = tuple(
        part
        for each in own[:1]
        for part in each.content
        if part.start >= closing.cue.end and not any(part.overlaps(other) for other in whole)
    )
    return Attribution(source=source, cue=cue, content=(*whole, *behind), form=form)


def _beside(each: Attribution, closing: Closing, sentence: Span) -> Attribution | None:
    """Another attribution, without the pieces of the clause that it got from another sentence."""
    if any(sentence.covers(cue) for cue in each.cue):
        return each if each.source else None
    content = tuple(
        Span(part.start, min(part.end, closing.clause.start)) if part.overlaps(closing.clause) else part
        for part in each.content
    )
    left = tuple(part for part in content if part.start < part.end)
    return replace(each, content=left) if left else None
