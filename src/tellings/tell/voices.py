"""Who said what, and how the tellings of one utterance differ.

Comes in:   a dossier and its places.
Goes out:   voices of the view: those heard in most articles first.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.compare.classes import classes_of
from tellings.compare.reads_alone import opens_a_sentence
from tellings.compare.words import words_in
from tellings.dossier import DriftModel, SpeakerModel, StatementModel, Story
from tellings.languages.en.cues import PLAIN_CUES
from tellings.languages.en.negation import DENIALS, DENYING, NEGATORS
from tellings.records import Span
from tellings.tell.places import Places, shown
from tellings.tell.view import Saying, Voice, Words
from tellings.tell.wordings import departures

_MOST_ALIASES = 4
_PLAIN = frozenset(PLAIN_CUES)
_TURNING = frozenset((*DENIALS, *DENYING, *NEGATORS))


def voices(story: Story, at: Places) -> tuple[Voice, ...]:
    """Speakers by the number of articles that hear them, then by how much they say."""
    by_speaker: dict[str, list[StatementModel]] = {}
    for statement in story.statements:
        if statement.speaker is not None and statement.content:
            by_speaker.setdefault(statement.speaker, []).append(statement)
    drift = {utterance.id: utterance.drift for utterance in story.utterances}
    heard = [speaker for speaker in story.speakers if speaker.id in by_speaker]

    def weight(speaker: SpeakerModel) -> tuple[int, int, int]:
        said = by_speaker[speaker.id]
        return -len({s.article for s in said}), speaker.kind == "anonymous", -len(said)

    return tuple(_voice(s, by_speaker[s.id], drift, at) for s in sorted(heard, key=weight))


def _voice(
    speaker: SpeakerModel,
    said: list[StatementModel],
    drift: dict[str, list[DriftModel]],
    at: Places,
) -> Voice:
    tellings: dict[str, list[StatementModel]] = {}
    for statement in said:
        tellings.setdefault(statement.utterance or f"alone {statement.id}", []).append(statement)
    sayings = [
        saying_of(group, drift.get(utterance, []), at)
        for utterance, group in sorted(tellings.items(), key=lambda item: _weight(item[1]))
    ]
    name = shown(speaker.name)
    also = [alias for alias in map(shown, speaker.aliases) if name.lower() not in alias.lower()]
    return Voice(
        id=speaker.id,
        name=name,
        role=shown(speaker.role) if speaker.role else None,
        also=tuple(sorted(dict.fromkeys(also), key=len, reverse=True)[:_MOST_ALIASES]),
        kind=speaker.kind,
        letters=tuple(at.told_by(statement.article for statement in said)),
        sayings=tuple(sayings),
    )


def _weight(group: Sequence[StatementModel]) -> tuple[int, bool, int]:
    """Utterances that most articles tell first, then quotations, then the longest."""
    longest = max(map(_length, group))
    return -len({s.article for s in group}), all(s.form == "indirect" for s in group), -longest


def _length(statement: StatementModel) -> int:
    return sum(end - start for start, end in statement.content)


def _is_clean(statement: StatementModel, at: Places) -> bool:
    """Whether no menu or caption stands in the middle of it."""
    return not any(
        start < end_of and start_of < end
        for start, end in statement.content
        for start_of, end_of in at.articles[statement.article].boilerplate
    )


def saying_of(group: Sequence[StatementModel], drift: Sequence[DriftModel], at: Places) -> Saying:
    """Tellings of one utterance, or one statement, in the fullest words."""
    fullest = max(group, key=lambda s: (_is_clean(s, at), s.form != "indirect", _length(s)))
    places = tuple(at.place(s.article, s.content[0]) for s in group)
    here = {statement.id for statement in group}
    words = _content(fullest, at)
    return Saying(
        words=words,
        places=places,
        direct=fullest.form == "direct",
        cue=_cue(fullest, words.text, at),
        said_on=next((shown(s.said_on) for s in group if s.said_on), None),
        via=next((shown(s.via) for s in group if s.via), None),
        departures=departures([d for d in drift if {d.statement, d.other_statement} & here], at),
    )


def _cue(statement: StatementModel, words: str, at: Places) -> str | None:
    """The cue as printed, where what is said cannot be understood without it.

    That is so where it denies or leaves open what follows, and but for a quotation where it is more than a
    verb of saying or no clause follows: "refused: to resign", "asked for: nine years". A cue that what is
    said begins with is not printed twice: "condemned the attack".
    """
    if any(start <= cue[0] and cue[1] <= end for cue in statement.cue for start, end in statement.content):
        return None
    printed = " … ".join(shown(at.words(at.place(statement.article, span))) for span in statement.cue)
    cue = printed.lower().split()
    if not cue:
        return None
    if any(word in _TURNING or word.endswith(("n't", "n’t")) for word in cue) or cue[-1] == "out":
        return printed
    told_plainly = statement.form == "direct" or (_is_clause(words) and not _PLAIN.isdisjoint(cue))
    return None if told_plainly else printed


def _is_clause(words: str) -> bool:
    """Whether the words begin a sentence, or have a verb that is neither an infinitive nor ends in "-ing"."""
    if opens_a_sentence(words):
        return True
    run = words_in(words, Span(0, len(words)))
    (kinds,) = classes_of([run])
    return any(
        kind in ("auxiliary", "verb") and before != "to" and not word.lower.endswith("ing")
        for before, word, kind in zip(["", *(word.lower for word in run)], run, kinds, strict=False)
    )


def _content(statement: StatementModel, at: Places) -> Words:
    places = tuple(at.place(statement.article, span) for span in statement.content)
    return Words(" … ".join(at.words(place) for place in places), places)
