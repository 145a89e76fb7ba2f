"""Who said what, one statement after another.

Comes in:   dossiers, and a speaker's name where only one is asked for.
Goes out:   `Quote`s by speaker in order of time, those heard in most articles first; and the same as CSV.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence

from tellings.dossier import DriftModel, Quote, QuoteDrift, SpeakerModel, StatementModel, Story
from tellings.errors import NoSuchSpeaker
from tellings.tell.places import Pair, Places, shown

MOST_LISTED = 40
"""Names that an error lists."""
COLUMNS = (
    "story",
    "speaker",
    "kind",
    "role",
    "said_on",
    "published",
    "outlet",
    "form",
    "text",
    "source",
    "cue",
    "via",
    "cite",
    "article",
    "utterance",
    "also_in",
    "drift",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_UNDATED = "9999"


def spoken_by(stories: Sequence[Story], speaker: str | None) -> list[frozenset[str | None]]:
    """The ids of the speakers asked for, a set a story; all of them, unnamed ones too, for None.

    A speaker is meant by any name, alias or role, or by whole words of one, in capitals or not. Raises
    `NoSuchSpeaker`, with those that there are, when nobody is.
    """
    if speaker is None:
        return [frozenset((*(one.id for one in story.speakers), None)) for story in stories]
    wanted = _words(speaker)
    found = [frozenset(one.id for one in story.speakers if _is_called(one, wanted)) for story in stories]
    if not wanted or not any(found):
        raise NoSuchSpeaker(
            f"Nobody called “{shown(speaker)}” is reported to say anything in these articles.",
            fix=_choice(stories),
        )
    return [frozenset[str | None](ids) for ids in found]


def _is_called(speaker: SpeakerModel, wanted: Sequence[str]) -> bool:
    names = [_words(name) for name in (speaker.name, *speaker.aliases, speaker.role or "")]
    return any(
        name[at : at + len(wanted)] == wanted for name in names for at in range(len(name) - len(wanted) + 1)
    )


def _words(name: str) -> list[str]:
    words = ["".join(filter(str.isalnum, word)) for word in name.casefold().split()]
    return [word for number, word in enumerate(words) if word and not (word == "the" and number == 0)]


def _choice(stories: Sequence[Story]) -> str:
    names = list(dict.fromkeys(shown(one.name) for story in stories for one in by_weight(story)))
    if not names:
        return "No speaker was found at all; see what there is with: tellings compare"
    more = f" … and {len(names) - MOST_LISTED} more" if len(names) > MOST_LISTED else ""
    return f"Name one of: {'; '.join(names[:MOST_LISTED])}{more}"


def by_weight(story: Story) -> list[SpeakerModel]:
    """The speakers heard in most articles first, unnamed ones last, then by how much they say."""
    said: dict[str | None, list[StatementModel]] = {}
    for statement in story.statements:
        said.setdefault(statement.speaker, []).append(statement)

    def weight(speaker: SpeakerModel) -> tuple[int, bool, int]:
        mine = said[speaker.id]
        return -len({s.article for s in mine}), speaker.kind == "anonymous", -len(mine)

    return sorted((one for one in story.speakers if one.id in said), key=weight)


def in_time(story: Story, speaker: str | None) -> list[StatementModel]:
    """A speaker's statements in order of time: when they were said, else when their article appeared."""
    order = {article.id: number for number, article in enumerate(story.articles)}
    published = {article.id: article.published for article in story.articles}
    mine = [s for s in story.statements if s.speaker == speaker and s.content]
    return sorted(
        mine,
        key=lambda s: (s.said_on or published[s.article] or _UNDATED, order[s.article], s.content[0]),
    )


def quotes_of(story: Story, speakers: frozenset[str | None]) -> Iterator[Quote]:
    """The statements of these speakers, one after another."""
    at = Places(story)
    tellings: dict[str, list[StatementModel]] = {}
    for statement in story.statements:
        if statement.utterance:
            tellings.setdefault(statement.utterance, []).append(statement)
    drift: dict[str, list[DriftModel]] = {}
    for utterance in story.utterances:
        for one in utterance.drift:
            drift.setdefault(one.statement, []).append(one)
    for id in (*(one.id for one in by_weight(story)), None):
        for statement in in_time(story, id) if id in speakers else ():
            others = tellings.get(statement.utterance or "", [])
            yield _quote(story, statement, others, drift.get(statement.id, []), at)


def _quote(
    story: Story,
    statement: StatementModel,
    tellings: Iterable[StatementModel],
    drift: Iterable[DriftModel],
    at: Places,
) -> Quote:
    article = at.articles[statement.article]
    return Quote(
        story=shown(story.title),
        speaker=at.speakers.get(statement.speaker or ""),
        said_on=statement.said_on,
        published=article.published,
        outlet=article.outlet,
        form=statement.form,
        text=_printed(statement.article, statement.content, at) or "",
        source=_printed(statement.article, statement.source, at),
        cue=_printed(statement.article, statement.cue, at),
        via=statement.via,
        cite=_label(statement, at),
        article=article.id,
        path=article.path,
        url=article.url,
        content=statement.content,
        utterance=statement.utterance,
        also_in=[_label(other, at) for other in tellings if other.article != statement.article],
        drift=[_quote_drift(one, at) for one in drift],
    )


def _quote_drift(drift: DriftModel, at: Places) -> QuoteDrift:
    here, there = at.statements[drift.statement].article, at.statements[drift.other_statement].article
    other = at.place(there, drift.other_span)
    return QuoteDrift(
        kind=drift.kind,
        marked=drift.marked,
        words=at.words(at.place(here, drift.span)),
        other_words=at.words(other),
        other_cite=other.label,
    )


def _printed(article: str, spans: Sequence[Pair], at: Places) -> str | None:
    return " … ".join(at.words(at.place(article, span)) for span in spans) or None


def _label(statement: StatementModel, at: Places) -> str:
    return at.place(statement.article, statement.content[0]).label


def as_csv(quotes: Iterable[Quote]) -> str:
    """A header and a row a statement. No cell can be taken for a formula by a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(COLUMNS)
    writer.writerows([_safe(cell) for cell in _row(quote)] for quote in quotes)
    return out.getvalue()


def _row(quote: Quote) -> tuple[str | None, ...]:
    speaker = quote.speaker
    drift = "; ".join(f"{d.kind}: “{d.words}” / “{d.other_words}” [{d.other_cite}]" for d in quote.drift)
    return (
        quote.story,
        speaker.name if speaker else None,
        speaker.kind if speaker else None,
        speaker.role if speaker else None,
        quote.said_on,
        quote.published,
        quote.outlet,
        quote.form,
        quote.text,
        quote.source,
        quote.cue,
        quote.via,
        quote.cite,
        quote.path or quote.url or quote.article,
        quote.utterance,
        " ".join(quote.also_in),
        drift,
    )


def _safe(cell: str | None) -> str:
    """A cell that begins as a formula does gets an apostrophe before it."""
    words = shown(cell or "")
    return f"'{words}" if (cell or "").startswith(_FORMULA) or words.startswith(_FORMULA) else words
