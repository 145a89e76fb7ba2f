"""What people say against the program, put right in a story.

Comes in:   the corrections that speak of a story's articles, and what each room found.
Goes out:   the same records, corrected. A correction points at articles and words, not at what the program
            numbered, so that it holds at every later run; one whose words are gone does nothing.

Kinds: `link` (one article rests on what another rests on), `unlink` (it does not), `speaker` (who says these
words), `reject` (this is no conflict). `merge` and `split` change which articles a story has, once, and the
program leaves such stories as they are: they stand in `corrections.py`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tellings.records import (
    Attributed,
    Claim,
    Compared,
    Conflict,
    Reading,
    Span,
    Speaker,
    Statement,
    Traced,
)
from tellings.store.views import Correction

_ENOUGH = 0.5
"""Part of a statement's words that the words of a correction must hold."""


@dataclass(frozen=True, slots=True)
class Corrections:
    """The corrections of one story, in the order in which they were made."""

    made: tuple[Correction, ...] = ()

    def _of(self, *kinds: str) -> Iterable[tuple[str, dict[str, Any]]]:
        return ((one.kind, one.body) for one in self.made if one.kind in kinds)

    def of_origins(self, story: Traced) -> Traced:
        """Articles linked to what others rest on, and taken from it."""
        from tellings.trace.ledger import linked, unlinked

        told = {reading.article.id for reading in story.readings}
        for kind, body in self._of("link", "unlink"):
            if {body["article"], body["other"]} <= told:
                change = linked if kind == "link" else unlinked
                story = change(story, body["article"], body["other"])
        return story

    def of_speakers(self, story: Attributed) -> Attributed:
        """Statements given to the speaker who is named."""
        speakers, statements = list(story.speakers), list(story.statements)
        for _, body in self._of("speaker"):
            at = _statement_with(body, statements, story.traced.readings)
            if at is not None:
                speaker = _speaker_named(body["name"], speakers)
                statements[at] = replace(statements[at], speaker=speaker.id)
        spoken = {statement.speaker for statement in statements}
        return replace(
            story,
            speakers=tuple(speaker for speaker in speakers if speaker.id in spoken),
            statements=tuple(statements),
        )

    def of_conflicts(self, story: Compared) -> Compared:
        """Without the conflicts that were rejected."""
        rejected = [body for _, body in self._of("reject")]
        kept = tuple(one for one in story.conflicts if not any(_is_it(one, body) for body in rejected))
        if len(kept) == len(story.conflicts):
            return story
        ids = {one.id for one in story.conflicts} - {one.id for one in kept}
        return replace(
            story,
            conflicts=kept,
            claims=_with_status(story.claims, kept),
            figures=tuple(figure for figure in story.figures if figure.conflict not in ids),
        )


def conflict_key(kind: str, values: Sequence[str], articles: Iterable[str]) -> dict[str, Any]:
    """What a rejected conflict is known by: its kind, and the values of its sides as printed."""
    return {
        "kind": kind,
        "values": sorted({value.casefold() for value in values}),
        "articles": sorted(set(articles)),
    }


# ---------------------------------------------------------------- speakers


def _statement_with(
    body: dict[str, Any], statements: Sequence[Statement], readings: Sequence[Reading]
) -> int | None:
    """The statement that holds most of the words, wherever an edit has moved them."""
    reading = next((r for r in readings if r.article.id == body["article"]), None)
    span = place_of(body["words"], tuple(body["span"]), reading.article.text) if reading else None
    if span is None:
        return None
    best, most = None, 0.0
    for at, statement in enumerate(statements):
        length = sum(end - start for start, end in statement.content)
        if statement.article == body["article"] and length:
            shared = sum(max(0, min(e, span.end) - max(s, span.start)) for s, e in statement.content)
            share = shared / min(length, span.end - span.start)
            if share >= _ENOUGH and shared > most:
                best, most = at, shared
    return best


def place_of(words: str, span: tuple[int, int], text: str) -> Span | None:
    """Where the words stand now: where they stood, or else at their nearest other place."""
    if text[span[0] : span[1]] == words:
        return Span(*span)
    places, at = [], text.find(words)
    while at >= 0 and words:
        places.append(at)
        at = text.find(words, at + 1)
    if not places:
        return None
    start = min(places, key=lambda place: abs(place - span[0]))
    return Span(start, start + len(words))


def _speaker_named(name: str, speakers: list[Speaker]) -> Speaker:
    """The speaker known by this name, or a new one, which is put among the others."""
    for speaker in speakers:
        if name.casefold() in (form.casefold() for form in (speaker.name, *speaker.aliases)):
            return speaker
    new = Speaker(id=_free_id(speakers), name=name, kind="person")
    speakers.append(new)
    return new


def _free_id(taken: Sequence[Speaker]) -> str:
    ids = {speaker.id for speaker in taken}
    return next(f"p{n}" for n in range(len(ids) + 1, 2 * len(ids) + 3) if f"p{n}" not in ids)


# ---------------------------------------------------------------- conflicts


def _is_it(conflict: Conflict, body: dict[str, Any]) -> bool:
    cited = [cite.article for side in conflict.sides for cite in side.mentions]
    key = conflict_key(conflict.kind, [side.value for side in conflict.sides], cited)
    alike = key["kind"] == body["kind"] and key["values"] == body["values"]
    return alike and not set(key["articles"]).isdisjoint(body["articles"])


def _with_status(claims: Sequence[Claim], conflicts: Sequence[Conflict]) -> tuple[Claim, ...]:
    """The status of each claim, when only these conflicts are left."""
    from tellings.compare.status import with_status

    def before(claim: Claim) -> Claim:
        told_by = {mention.article for mention in claim.mentions if mention.is_sure}
        return replace(claim, status="agreed" if len(told_by) > 1 else "single")

    return with_status([before(claim) for claim in claims], conflicts)
