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

from tellings.languages.en.cues import GOING_ON_TOLD
from tellings.read.frames import apposed_frame_of, frame_of, is_description
from tellings.read.touching import by_sentence
from tellings.records import Attribution, Form, Sentence, Span

LONGEST_SENTENCE = 900
"""Characters; a longer one is a list or a table."""
FEWEST_TOLD = 4
"""Words of a clause that was told."""
_COMMA = re.compile(r",(?= )")
_DATELINE = re.compile(
    r"[A-Z][^a-z\n]{2,40}[^\n]{0,40}? (?:\([A-Z][^()\n]{1,30}\) )?(?:(?:--?|[–—]) |― ?)"
    r"|\((?:[A-Z]{2,6}|Reuters|Xinhua)(?: [A-Z]\w{1,12})?\) (?:[-–—]{1,2} )?(?=[A-Z\"“])"
)


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
    if len(commas) > 2 and (framed := apposed_frame_of(text, commas[-3:], edges[-1])):
        clause = Span(start, commas[-3])
        return Closing(clause, *framed, None) if _is_clause(clause.words_in(text)) else None
    for comma, end in reversed(list(itertools.pairwise(edges))):
        framed = frame_of(text, Span(comma + 1, end))
        clause = Span(start, comma)
        if framed is None or not _is_clause(clause.words_in(text)):
            continue
        last = end >= edges[-1]
        behind = None if last else Span(end + 1, edges[-1])
        if behind is not None and (_comments(behind.words_in(text)) or _explains(framed, behind, text)):
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
    words = behind.replace(",", " ").split()
    return len(words) > 1 and words[0].islower() and words[0].endswith("ing") and len(words[0]) > 4


def _explains(framed: tuple[Span, Span], behind: Span, text: str) -> bool:
    """Whether what stands behind a source says who that is: "…, said Ann Orlow, a member of the council"."""
    source, cue = framed
    return source.start > cue.start and is_description(behind.words_in(text))


def _goes_on(behind: str) -> bool:
    words = behind.split()
    return len(words) >= FEWEST_TOLD and words[0].lower() in GOING_ON_TOLD and not set(behind) & set('"“”')


def _stripped(span: Span, text: str) -> Span:
    words = span.words_in(text)
    return Span(span.start + len(words) - len(words.lstrip()), span.end)


def _whole(closing: Closing, own: Sequence[Attribution]) -> Attribution:
    """The attribution of the whole clause; `own` are those that the network found with its cue."""
    whole = (closing.clause, *((closing.behind,) if closing.behind else ()))
    form: Form = own[0].form if own else "indirect"
    read = own[0].source if own else ()
    source = read if read and not closing.source.covers(read[0]) else (closing.source,)
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
