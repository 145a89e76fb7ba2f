"""What articles call those who speak.

Comes in:   the statements, speakers and utterances of a story.
Goes out:   a `Concept` for each person whom the sources of his statements name or describe in two ways
            ("Ada Quill, the port's harbour master, said"; "the harbour master said"), and for each utterance
            that articles give to somebody they only describe ("a senior official", "a port figure").
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Pool
from tellings.compare.naming.aliases import (
    MANY_ARE,
    OPENERS,
    PERSONS,
    agrees,
    head_of,
    is_described,
    with_honorifics,
)
from tellings.compare.naming.forms import TITLED
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.languages.en.titles import ROLES
from tellings.records import Span, Speaker, Statement

_LONGEST = 80
_ROLES = frozenset(ROLES) | TITLED
_OFF = " ,;:—–-\n"
_CLOSING = (",", ".", ";", ":", "", "\n")
_NOT_ONE = frozenset(("another", "both", "many", "one", "several", "some", "two"))


def find_sources(pool: Pool) -> Iterator[Concept]:
    """Concepts of those who speak."""
    numbers = {reading.article.id: n for n, reading in enumerate(pool.readings)}
    speakers = {speaker.id: speaker for speaker in with_honorifics(pool)}
    named: dict[str, list[Use]] = defaultdict(list)
    described: dict[str, Use] = {}
    for statement in pool.story.statements:
        speaker = speakers.get(statement.speaker or "")
        for use in _sources_of(statement, pool, numbers):
            if speaker is not None and speaker.kind == "person" and _names(use.name, speaker):
                named[speaker.id].append(use)
            elif head_of(use.name) in PERSONS and is_described(use.name) and use.name[-1].islower():
                described[statement.id] = use
    for speaker_id, use in _of_one_utterance(pool, described, speakers):
        named[speaker_id].append(use)
    for speaker_id, uses in named.items():
        name = speakers[speaker_id].name if speaker_id in speakers else min((u.name for u in uses), key=len)
        if len({key_of(use.name) for use in uses}) > 1:
            yield Concept(label=name, uses=tuple(uses), interest=1.1, proper=True)


def _sources_of(statement: Statement, pool: Pool, numbers: dict[str, int]) -> Iterator[Use]:
    """The words of a source, an apposition apart from the name it describes: "Ada Quill", "the mayor"."""
    if len(statement.source) != 1:
        return
    number = numbers[statement.article]
    text = pool.readings[number].article.text
    start, end = statement.source[0].start, statement.source[0].end
    while end > start and text[end - 1] in _OFF:
        end -= 1
    closed = text[end : end + 1] in _CLOSING
    name, comma, role = text[start:end].partition(", ")
    if not comma:
        yield from _use(text, number, start, end)
        return
    yield from _use(text, number, start, start + len(name))
    if closed and ", " not in role:
        yield from _use(text, number, start + len(name) + len(comma), end)


def _use(text: str, number: int, start: int, end: int) -> Iterator[Use]:
    while start < end and text[start] in _OFF:
        start += 1
    words = text[start:end].split()
    if words and end - start <= _LONGEST and "\n" not in text[start:end]:
        yield Use(text[start:end], number, Span(start, end))


def _names(name: str, speaker: Speaker) -> bool:
    """Whether a source describes its speaker, with his name or without it."""
    words = key_of(name).split()
    if not words or words[0] in _NOT_ONE or key_of(name) in MANY_ARE or not agrees(name, speaker):
        return False
    if words[-1] == key_of(speaker.name).split()[-1]:
        fits = bool(_ROLES & set(words)) if is_described(name) else words[0] not in OPENERS
        return len(words) > 1 and fits
    return is_described(name) and head_of(name) in PERSONS


def _of_one_utterance(
    pool: Pool, described: dict[str, Use], speakers: dict[str, Speaker]
) -> Iterator[tuple[str, Use]]:
    """Descriptions of whoever spoke words that another article gives to a person by name, or describes too.

    With each the speaker's id, or the utterance's where nobody names him.
    """
    statements = {statement.id: statement for statement in pool.story.statements}
    spoke = {(s.article, s.speaker) for s in pool.story.statements}
    for utterance in pool.story.utterances:
        told = [s for key in utterance.statements if (s := statements[key]).form != "indirect"]
        people = {s.speaker for s in told if s.speaker in speakers and speakers[s.speaker].kind == "person"}
        loose = [s for s in told if s.id in described and s.speaker not in people]
        if len(people) == 1:
            (speaker,) = people
            yield from (
                (speaker, described[s.id])
                for s in loose
                if speaker
                and (s.article, speaker) not in spoke
                and agrees(described[s.id].name, speakers[speaker])
            )
        elif not people and _apart(loose):
            yield from ((utterance.id, described[s.id]) for s in loose)


def _apart(told: Sequence[Statement]) -> bool:
    return len({statement.article for statement in told}) > 1
