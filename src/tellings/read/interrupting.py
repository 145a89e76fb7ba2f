"""A clause that its speaker interrupts is one content: "The harbour, the mayor said, would close on Monday."

Comes in:   the attributions of a text as the network found them, the text and its sentences.
Goes out:   attributions in which what stands before such words and what stands behind them are the two parts
            of one content, also where the network gave a part to another sentence's source, or to nobody.

The words between two commas must be a source and a verb of saying, or "according to" and a source; one that
stands last may be explained behind them ("said Ann Orlow, the mayor, will"). Where a quotation begins behind
them, only a verb before them or at its beginning makes one clause of both ("It was, he said, “a mess”").
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from tellings.languages.en.cues import CLOSING_VERBS, FINITE_HELPERS
from tellings.read.closing import LONGEST_SENTENCE, told_from
from tellings.read.frames import frame_of
from tellings.read.touching import by_sentence
from tellings.records import Attribution, Form, Sentence, Span

FEWEST_BEHIND = 2
"""Words behind the speaker that go on with the clause."""
_COMMA = re.compile(r",(?= )")
_LED_TO = re.compile(r", that\b|: ?[\"“‘']")
"""What shows that only behind it begins what was said."""
_HELPERS = frozenset(FINITE_HELPERS)
_VERBS = frozenset(CLOSING_VERBS)
_DOUBLE_MARKS = frozenset('"“”„«»')
_OPENING = frozenset("\"“„«‘'")
_NO_CLAUSE = frozenset(("adding", "and", "but", "citing", "or", "that", "which", "who", "whose"))


class Interrupted(NamedTuple):
    """What stands before the speaker and behind him, and the source and cue between."""

    before: Span
    source: Span
    cue: Span
    behind: Span


def with_interrupted(
    attributions: Sequence[Attribution], text: str, sentences: Sequence[Sentence]
) -> tuple[Attribution, ...]:
    """The attributions, clauses that a source and a verb of saying interrupt made whole."""
    near = by_sentence(attributions, sentences)
    told: dict[int, Attribution] = dict(enumerate(attributions))
    found: list[Attribution] = []
    for number, sentence in enumerate(sentences):
        interrupted = _interrupted(text, sentence.span)
        if interrupted is None:
            continue
        here = [at for at in near.get(number, ()) if at in told]
        own = [at for at in here if any(cue.overlaps(interrupted.cue) for cue in told[at].cue)]
        if not own and any(part.covers(interrupted.cue) for at in here for part in told[at].content):
            continue  # somebody else's quotation of it
        found.append(_whole(interrupted, [told[at] for at in own]))
        passed_on = _passed_on(interrupted, text)
        if passed_on is not None:
            found.append(passed_on)
            own += [at for at in here if any(cue.overlaps(passed_on.cue[0]) for cue in told[at].cue)]
        for at in here:
            left = None if at in own else _outside(told[at], interrupted, sentence.span)
            if left is None:
                del told[at]
            else:
                told[at] = left
    return tuple(sorted([*told.values(), *found], key=lambda each: (each.content[0], each.cue)))


def _interrupted(text: str, sentence: Span) -> Interrupted | None:
    """The first place of a sentence where its speaker stands between two commas."""
    if sentence.end - sentence.start > LONGEST_SENTENCE:
        return None
    start = told_from(text, sentence)
    commas = [found.start() for found in _COMMA.finditer(text, start, sentence.end)]
    for comma, following in itertools.pairwise(commas):
        framed = frame_of(text, Span(comma + 1, following))
        before, behind = Span(start, comma), _without_stop(Span(following + 2, sentence.end), text)
        if framed is not None and framed[0].start > framed[1].start:
            behind = _behind_apposition(behind, text)
        if framed is not None and _is_one_clause(before.words_in(text), behind.words_in(text)):
            return Interrupted(before, *framed, behind)
    return None


def _behind_apposition(behind: Span, text: str) -> Span:
    """Where a clause goes on behind "said Ann Orlow, the mayor, | was": at its verb, if it has one."""
    for comma in (behind.start - 2, *(found.start() for found in _COMMA.finditer(text, *behind))):
        start = comma + 2
        if text[start : behind.end].partition(" ")[0] in _HELPERS:
            return Span(start, behind.end)
    return Span(behind.end, behind.end)


def _without_stop(span: Span, text: str) -> Span:
    return Span(span.start, span.start + len(span.words_in(text).rstrip(" .!?;")))


def _is_one_clause(before: str, behind: str) -> bool:
    """Whether the words on both sides of a speaker make one clause of unmarked words."""
    words = behind.split()
    first = words[0].strip(",").lower() if words else ""
    if len(words) < FEWEST_BEHIND or first in _NO_CLAUSE or first.endswith("ing"):
        return False
    if _LED_TO.search(behind):
        return False
    if not before or before[0] in _OPENING or not _DOUBLE_MARKS.isdisjoint(before):
        return False
    verb_before, verb_behind = before.split()[-1].lower(), first.lstrip("".join(_OPENING))
    return behind[0] not in _OPENING or not _HELPERS.isdisjoint((verb_before, verb_behind))


def _whole(interrupted: Interrupted, own: Sequence[Attribution]) -> Attribution:
    """The attribution of the whole clause; `own` are those that the network found with its cue."""
    source = next((each.source for each in own if each.source), (interrupted.source,))
    cue = own[0].cue if own else (interrupted.cue,)
    mixed = any(each.form != "indirect" for each in own)
    return Attribution(
        source=source,
        cue=cue,
        content=(interrupted.before, interrupted.behind),
        form="mixed" if mixed else "indirect",
    )


def _passed_on(interrupted: Interrupted, text: str) -> Attribution | None:
    """ "Orlow, the Gull reported, told the council that it leaked": what Orlow said."""
    verb, _, rest = interrupted.behind.words_in(text).partition(" ")
    if verb not in _VERBS or not rest:
        return None
    cue = Span(interrupted.behind.start, interrupted.behind.start + len(verb))
    content = Span(cue.end + 1, interrupted.behind.end)
    mixed: Form = "mixed" if not _DOUBLE_MARKS.isdisjoint(rest) else "indirect"
    return Attribution(source=(interrupted.before,), cue=(cue,), content=(content,), form=mixed)


def _outside(each: Attribution, interrupted: Interrupted, sentence: Span) -> Attribution | None:
    """Another attribution without the pieces of the clause that it got from another sentence."""
    if any(sentence.covers(cue) for cue in each.cue):
        return each
    cut = (
        Span(part.start, min(part.end, sentence.start)) if part.overlaps(sentence) else part
        for part in each.content
    )
    left = tuple(part for part in cut if part.start < part.end)
    return replace(each, content=left) if left else None
