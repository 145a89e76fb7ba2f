"""Who said what, on a screen.

Comes in:   a dossier and the speakers asked for.
Goes out:   the articles, then every speaker with all statements in order of time. An utterance that several
            articles tell stands once, with who printed it and how the tellings differ.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tellings.dossier import SpeakerModel, StatementModel, Story
from tellings.tell.accounts import day_of, name_of
from tellings.tell.places import Places, shown
from tellings.tell.quotes import by_weight, in_time
from tellings.tell.rows import Rows
from tellings.tell.terminal import EVERYTHING, WIDTH
from tellings.tell.typeset import dim, hanging, indented, letter
from tellings.tell.voices import saying_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

_WIDEST = 140
_DATE_TAKES = 18


def as_text(story: Story, speakers: frozenset[str | None], width: int = WIDTH) -> str:
    """The statements as plain text, `width` columns wide."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    print_quotes(story, speakers, console)
    return "\n".join(line.rstrip() for line in out.getvalue().split("\n")).rstrip("\n") + "\n"


def print_quotes(story: Story, speakers: frozenset[str | None], console: Console) -> None:
    """The statements on a rich console."""
    width = min(console.width, _WIDEST)
    for block in _blocks(story, speakers, Rows(EVERYTHING, width)):
        console.print(block, highlight=False, width=width)


def _blocks(story: Story, speakers: frozenset[str | None], rows: Rows) -> Iterator[RenderableType]:
    from rich.text import Text

    at = Places(story)
    yield Text(shown(story.title), style="bold")
    for article in story.articles:
        line = Text.assemble((name_of(article), "bold"), f"  {day_of(article.published)}")
        yield hanging(letter(at.letters[article.id]), line, 2)
    people: list[SpeakerModel | None] = [*by_weight(story), None]
    for speaker in people:
        said = in_time(story, speaker.id if speaker else None)
        if said and (speaker.id if speaker else None) in speakers:
            yield Text()
            yield _heading(speaker)
            yield from _sayings(said, story, at, rows)


def _heading(speaker: SpeakerModel | None) -> RenderableType:
    from rich.text import Text

    if speaker is None:
        return Text("(no source named)", style="bold")
    name = shown(speaker.name)
    text = Text(name, style="bold")
    role = shown(speaker.role or "")
    if role and role.lower() not in name.lower():
        text.append(f", {role}", style="not bold")
    also = [
        alias
        for alias in dict.fromkeys(map(shown, speaker.aliases))
        if name.lower() not in alias.lower() and alias.lower() != role.lower()
    ]
    return text.append(f" (also: {', '.join(also)})" if also else "", style="not bold dim")


def _sayings(said: list[StatementModel], story: Story, at: Places, rows: Rows) -> Iterator[RenderableType]:
    """Each statement, or the tellings of one utterance where its first one stands."""
    from rich.text import Text

    drift = {utterance.id: utterance.drift for utterance in story.utterances}
    tellings: dict[str, list[StatementModel]] = {}
    for statement in said:
        tellings.setdefault(statement.utterance or statement.id, []).append(statement)
    order = list(at.letters)
    for utterance, group in tellings.items():
        group.sort(key=lambda s: order.index(s.article))
        saying = saying_of(group, drift.get(utterance, []), at)
        lines = rows.saying(saying, dated=False)
        printed = ", ".join(dict.fromkeys(name_of(at.articles[s.article]) for s in group))
        forms = "/".join(dict.fromkeys(s.form for s in group))
        note = Text(f"{forms} · {printed}", style="dim")
        yield hanging(dim(_when(group, at)), lines, _DATE_TAKES)
        yield indented(note, _DATE_TAKES + 3)


def _when(group: list[StatementModel], at: Places) -> str:
    """ "2024-03-08 said" where the text tells the day, else "2024-03-08 printed"."""
    said = next((s.said_on for s in group if s.said_on), None)
    if said:
        return f"{shown(said)} said"
    days = [at.articles[s.article].published for s in group]
    day = min((shown(day)[:10] for day in days if day), default=None)
    return f"{day} printed" if day else "undated"
