"""Lines of the terminal report.

Comes in:   parts of a view, how much of each to show, the width in columns.
Goes out:   rich renderables. Words of articles go in as plain `Text`, so nothing in them is markup.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from tellings.tell.days import main_days
from tellings.tell.places import Place, cut, few, labels
from tellings.tell.typeset import Limits, columns, cross, dim, hanging, indented, letter, unquoted
from tellings.tell.view import (
    Account,
    Contest,
    Day,
    Departure,
    Names,
    Omissions,
    Point,
    Saying,
    SideView,
    Voice,
    Words,
)

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_Item = TypeVar("_Item")
_NARROW = 84
_CITES_TAKE = 26
"""Columns that a one-line entry leaves for its cites and marks."""
_BRIEF_ROWS = 5
_POINT_ROWS = 2


class Rows:
    """Sets the parts of a view in type, a method a kind of line."""

    def __init__(self, most: Limits, width: int) -> None:
        self.most, self.width = most, width

    def list(
        self, items: Sequence[_Item], most: int | None, line: Callable[[_Item], RenderableType]
    ) -> Iterator[RenderableType]:
        """A line each, then how many there are beyond `most`."""
        for item in items[:most]:
            yield line(item)
        if most is not None and len(items) > most:
            yield indented(dim(f"… and {len(items) - most} more (see --all or --html)"))

    def heading(self, title: str, counts: str) -> RenderableType:
        """The title, and the counts at the right where they fit."""
        from rich.text import Text

        gap = self.width - len(title) - len(counts)
        return Text.assemble((title, "bold"), " " * gap if gap > 2 else "\n", (counts, "dim"))

    def account(self, account: Account) -> RenderableType:
        """Letter, outlet, date and what the article rests on."""
        from rich.text import Text

        name = Text.assemble((cut(account.name, 30), "bold"), "  ", (account.published, "dim"))
        basis = Text(style="default")
        for number, line in enumerate(account.basis[: self.most.basis]):
            basis.append(" · " if number else "").append(line.text)
            if line.places:
                basis.append(" ").append_text(self.cites(line.places[:2]))
        more = len(account.basis) - (self.most.basis or len(account.basis))
        basis.append(f"  +{more}" if more > 0 else "", style="dim")
        if self.width < _NARROW:
            return hanging(letter(account.letter), Text("\n").join([name, basis]), 2)
        return columns(letter(account.letter), 2, name, 30, basis)

    def brief(self, point: Point) -> RenderableType:
        """A chosen sentence; ✕ before a disputed one."""
        text = self._told(point, rows=_BRIEF_ROWS, room=28)
        if point.as_of:
            text.append(f" · as of {point.as_of}", style="dim")
        if point.disputed:
            text.append(" · disputed", style="red")
        return hanging(cross() if point.disputed else dim("–"), text, 1)

    def point(self, point: Point) -> RenderableType:
        """Something told, where, on how many origins."""
        text = self._told(point, rows=_POINT_ROWS, room=11 if point.disputed or point.changed else 0)
        if point.disputed:
            text.append(" · disputed", style="red")
        elif point.changed:
            text.append(" · changed", style="yellow")
        return hanging(dim("–"), text, 1)

    def lone(self, entry: tuple[str, Sequence[Point]]) -> RenderableType:
        """What only one article tells."""
        from rich.text import Text

        name, points = entry
        lines = []
        for point in points[: self.most.lone]:
            words = self.fitted(point.words.text, _POINT_ROWS)
            lines.append(Text(f"{words} ").append_text(self.cites(point.places[:1])))
        if self.most.lone is not None and len(points) > self.most.lone:
            lines[-1].append(f"  +{len(points) - self.most.lone} more", style="dim")
        return hanging(letter(name), Text("\n").join(lines), 2)

    def left_out(self, entry: Omissions) -> RenderableType:
        """What most others tell and one article does not; how much came out only after it."""
        from rich.text import Text

        lines = [self._told(point, room=20) for point in entry.points[: self.most.left_out]]
        more = len(entry.points) - len(lines)
        notes = [f"+{more} more"] if more > 0 else []
        notes += [f"{entry.before} told only after it appeared"] if entry.before else []
        notes += [f"holds only part of the text of {entry.partial}"] if entry.partial else []
        if not lines:
            lines = [Text()]
        lines[-1].append(("  " if lines[-1] else "") + " · ".join(notes), style="dim")
        return hanging(letter(entry.letter), Text("\n").join(lines), 2)

    def contest(self, contest: Contest) -> RenderableType:
        """Two columns with ✕ between them, then why the two can be compared."""
        from rich.console import Group
        from rich.table import Table
        from rich.text import Text

        sides = contest.sides[: self.most.sides]
        why = Text(f"{contest.reason} ({contest.kind}, {contest.confidence:.2f} sure)", style="dim italic")
        if self.width < _NARROW:
            rows = [hanging(cross() if n else Text(), self._side(side), 1) for n, side in enumerate(sides)]
            return Group(*rows, indented(why, 4))
        grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
        for ratio in (1, 0, 1):
            grid.add_column(ratio=ratio or None, width=None if ratio else 1)
        for number, side in enumerate(sides[1:]):
            grid.add_row(self._side(sides[0]) if number == 0 else Text(), cross(), self._side(side))
        return indented(Group(grid, indented(why)))

    def change(self, contest: Contest) -> RenderableType:
        """Positions or figures in order of time."""
        from rich.console import Group

        lines = [
            hanging(dim(side.when or "then"), self._side(side), 10)
            for side in contest.sides[: self.most.sides]
        ]
        return Group(*lines, indented(dim(contest.reason), 13))

    def incomparable(self, contest: Contest) -> RenderableType:
        """What only looks like a conflict, and why it is none."""
        from rich.text import Text

        text = Text()
        for number, side in enumerate(contest.sides[: self.most.sides]):
            text.append("  |  " if number else "").append(self.fitted(side.value, 0.6) + " ")
            text.append_text(self.cites(side.places))
        text.append(f"\n{contest.reason}", style="dim italic")
        return hanging(dim("≠"), text, 1)

    def voice(self, voice: Voice) -> RenderableType:
        """A speaker under all names, and the main statements."""
        from rich.console import Group
        from rich.text import Text

        who = Text(voice.name, style="bold")
        if voice.role and voice.role.lower() not in voice.name.lower():
            who.append(f", {cut(voice.role, 60)}", style="not bold")
        if voice.also:
            also = ", ".join(voice.also[: 2 if self.most.sayings else None])
            who.append(f" (also: {cut(also, None if self.most.rows is None else 60)})", style="not bold dim")
        shown = voice.sayings[: self.most.sayings]
        rest = len(voice.sayings) - len(shown)
        who.append(f"  +{rest} more" if rest else "", style="not bold dim")
        return Group(indented(who), *(self.saying(saying) for saying in shown))

    def days(self, days: Sequence[Day]) -> Iterator[RenderableType]:
        """The main days in order of time, then how many others there are."""
        shown = main_days(days, self.most.days)
        for day in shown:
            yield self.day(day)
        if len(days) > len(shown):
            yield indented(dim(f"… and {len(days) - len(shown)} other dates (see --all or --html)"))

    def day(self, day: Day) -> RenderableType:
        """What the articles date to one day; of the main day a little more."""
        from rich.text import Text

        most = 1 if self.most.on_a_day and day.rank > 1 else self.most.on_a_day
        points = day.points[:most]
        lines = [self._told(point, room=10) for point in points]
        rest = len(day.points) - len(points)
        lines[-1].append(f"  +{rest} more" if rest else "", style="dim")
        return hanging(dim(day.date), Text("\n").join(lines), 10)

    def names(self, names: Names) -> RenderableType:
        """One thing, and who calls it what."""
        from rich.text import Text

        text = Text()
        for number, name in enumerate(names.variants[: self.most.variants]):
            text.append(" · " if number else "").append(cut(name.name, 40), style="bold")
            text.append(f" {few(name.letters)}" if name.letters else "", style="cyan")
            if name.quoted:
                text.append(f" (in quotes: {few(name.quoted)})", style="dim")
        rest = len(names.variants) - (self.most.variants or len(names.variants))
        return hanging(dim("="), text.append(f"  +{rest} more" if rest > 0 else "", style="dim"), 1)

    def set_aside(
        self, gone: Sequence[tuple[str, str, str]], marked_off: Sequence[tuple[str, Sequence[Words]]]
    ) -> Iterator[RenderableType]:
        """Sources that could not be used, and text that is not part of the story."""
        from rich.text import Text

        yield from self.list(
            gone,
            self.most.set_aside,
            lambda entry: indented(Text.assemble((entry[0], "bold"), f"  {entry[1]} ", (entry[2], "dim"))),
        )
        for name, words in marked_off:
            text = Text("not of the story: " + self.fitted(" / ".join(w.text for w in words)), style="dim")
            yield hanging(letter(name), text, 2)

    # ------------------------------------------------------------ parts of lines

    def _fit(self, words: str, rows: float, room: int) -> str:
        """Words cut to so many rows of the report, less `room` columns and what line breaks waste."""
        if self.most.rows is None:
            return words
        waste = int(8 * max(0.0, rows - 1))
        return cut(words, max(40, int(rows * (self.width - 6)) - room - waste))

    def fitted(self, words: str, rows: float = 1) -> str:
        """Words cut to so many rows, with room for their cites."""
        return self._fit(words, rows, _CITES_TAKE)

    def cites(self, places: Sequence[Place]) -> Text:
        """ "[A2 B6 +3]", as many as fit."""
        from rich.text import Text

        return Text(f"[{' '.join(labels(places, self.most.cites))}]" if places else "", style="cyan")

    def _told(self, point: Point, rows: int = 1, room: int = 0) -> Text:
        """Words, cites and origins, the words cut so that all fits its rows, `room` columns less."""
        from rich.text import Text

        tail = self.cites(point.places)
        if point.perhaps:
            tail.append(" · perhaps ", style="dim").append_text(self.cites(point.perhaps))
        if point.origins:
            tail.append(f" · {point.origins} origin{'' if point.origins == 1 else 's'}", style="dim")
        return Text(self._fit(point.words.text, rows, len(tail) + room) + " ").append_text(tail)

    def _side(self, side: SideView) -> Text:
        from rich.text import Text

        text = Text(self.fitted(side.value, 1.6), style="bold")
        if side.speaker and side.speaker.lower() not in side.value.lower():
            text.append(f" ({cut(side.speaker, 40)})", style="not bold")
        if side.value.lower() in side.words.text.lower() and len(side.words.text) > 2 * len(side.value):
            text.append(f" “{self.around_value(side.value, side.words.text)}”", style="not bold")
        return text.append(" ").append_text(self.cites(side.places))

    def around_value(self, value: str, words: str) -> str:
        """The words on both sides of a value, cut to about a row."""
        words = unquoted(words)
        if self.most.rows is None or len(words) <= self.width * 0.9:
            return words
        room = int(self.width * 0.8)
        at = max(0, min(words.lower().find(value.lower()) - int(self.width * 0.35), len(words) - room))
        start = words.find(" ", at) + 1 if at else 0
        return ("… " if start else "") + cut(words[start:], room)

    def saying(self, saying: Saying, *, dated: bool = True) -> RenderableType:
        """What is said, and how the tellings differ; without its day and indent where a list gives them."""
        from rich.console import Group
        from rich.text import Text

        words = self.fitted(unquoted(saying.words.text) if saying.direct else saying.words.text, 2)
        text = Text(f"{saying.cue}: " if saying.cue else "", style="italic")
        text.append(f"“{words}” " if saying.direct else f"{words} ", style="not italic")
        text.append_text(self.cites(saying.places))
        day = saying.said_on if dated else None
        notes = [note for note in (day, f"via {saying.via}" if saying.via else None) if note]
        text.append("".join(f" · {note}" for note in notes), style="dim")
        departures = [self._departure(d) for d in saying.departures[: self.most.departures]]
        indent = 4 if dated else 0
        return Group(indented(text, indent), *(indented(d, indent + 2) for d in departures))

    def _departure(self, departure: Departure) -> Text:
        """ "C cuts “…” without saying so [A9 C8], and adds “[Iraqi]” [C8 A9]"."""
        from rich.text import Text

        text = Text(departure.letter, style="yellow")
        for number, step in enumerate(departure.steps[: self.most.steps]):
            text.append(f"{', and' if number else ''} {step.lead} ")
            text.append(self._quoted(step.words), style="default")
            text.append(f" {step.note}" if step.note else "")
            text.append(" ").append_text(self.cites((*step.words.places[:1], *step.places)))
            if step.other is not None:
                text.append(f" {step.joint} ").append(self._quoted(step.other), style="default")
                text.append(" ").append_text(self.cites(step.other.places[:1]))
        rest = len(departure.steps) - len(departure.steps[: self.most.steps])
        return text.append(f"  +{rest} more" if rest else "", style="dim")

    def _quoted(self, words: Words) -> str:
        return f"“{self.fitted(unquoted(words.text), 0.8)}”"
