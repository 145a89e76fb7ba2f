"""The dossier on a screen.

Comes in:   a `Story`.
Goes out:   text of about sixty lines; everything with `everything=True`. Colours only where the console
            has them.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.dossier import Story
from tellings.tell.places import Place, cut, labels
from tellings.tell.view import Account, Contest, Departure, Names, Point, Saying, SideView, View, Voice, view_of

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

WIDTH = 110
_NARROW = 84


@dataclass(frozen=True, slots=True)
class Limits:
    """How many lines of each kind are shown, and how many characters of each; None is all of them."""

    accounts: int | None = 12
    brief: int | None = 7
    contests: int | None = 3
    changed: int | None = 2
    sides: int | None = 3
    incomparable: int | None = 2
    voices: int | None = 4
    sayings: int | None = 1
    departures: int | None = 1
    points: int | None = 3
    lone: int | None = 1
    left_out: int | None = 3
    names: int | None = 3
    variants: int | None = 5
    days: int | None = 3
    set_aside: int | None = 6
    cites: int | None = 5
    basis: int | None = 3
    row: bool = True


SCREENFUL = Limits()
EVERYTHING = Limits(**{**dict.fromkeys(Limits.__dataclass_fields__, None), "row": False})


def as_text(story: Story, width: int = WIDTH, *, everything: bool = False) -> str:
    """The report as plain text, `width` columns wide."""
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=width, color_system=None, force_terminal=False, legacy_windows=False)
    print_story(story, console, everything=everything)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def print_story(story: Story, console: Console, *, everything: bool = False) -> None:
    """The report on a rich console."""
    sheet = _Sheet(view_of(story), EVERYTHING if everything else SCREENFUL, min(console.width, 140))
    for block in sheet.blocks():
        console.print(block, highlight=False)


class _Sheet:
    """Sets one view in type."""

    def __init__(self, view: View, limits: Limits, width: int) -> None:
        self.view, self.most, self.width = view, limits, width

    def blocks(self) -> Iterator[RenderableType]:
        """Each block from top to bottom."""
        from rich.text import Text

        view, most = self.view, self.most
        yield self._heading(view.title, view.counts)
        yield from self._limited(view.accounts, most.accounts, self._account)
        sections: list[tuple[str, Iterator[RenderableType]]] = [
            ("In brief", self._limited(view.brief, most.brief, self._brief)),
            ("What cannot all be true", self._limited(view.disputed, most.contests, self._contest)),
            ("What changed", self._limited(view.changed, most.changed, self._change)),
            ("Not comparable", self._limited(view.incomparable, most.incomparable, self._incomparable)),
            ("Who said what", self._limited(view.voices, most.voices, self._voice)),
            ("What all report", self._limited(view.all_report, most.points, self._point)),
            ("What several report", self._limited(view.several_report, most.points, self._point)),
            ("Only one reports", self._lone()),
            ("Who leaves what out", self._limited(view.left_out, most.left_out, self._left_out)),
            ("When", self._days()),
            ("Names", self._limited(view.names, most.names, self._names)),
            ("Set aside", self._set_aside()),
        ]
        for title, lines in sections:
            first = next(lines, None)
            if first is None:
                continue
            yield Text()
            yield Text(title, style="bold underline")
            yield first
            yield from lines

    def _limited(
        self, items: Sequence[object], most: int | None, line: Callable[..., RenderableType]
    ) -> Iterator[RenderableType]:
        for item in items[:most]:
            yield line(item)
        if most is not None and len(items) > most:
            yield self._indented(_dim(f"… and {len(items) - most} more (see --all or --html)"))

    # ------------------------------------------------------------ type

    def _heading(self, title: str, counts: str) -> RenderableType:
        from rich.table import Table
        from rich.text import Text

        if len(title) + len(counts) + 3 > self.width:
            return Text.assemble((title, "bold"), "\n", (counts, "dim"))
        grid = Table.grid(expand=True)
        grid.add_column()
        grid.add_column(justify="right")
        grid.add_row(Text(title, style="bold"), _dim(counts))
        return grid

    def _indented(self, text: RenderableType, by: int = 2) -> RenderableType:
        from rich.padding import Padding

        return Padding(text, (0, 0, 0, by))

    def _hanging(self, lead: Text, text: Text, lead_width: int, indent: int = 2) -> RenderableType:
        from rich.table import Table

        grid = Table.grid(padding=(0, 1, 0, 0))
        grid.add_column(width=lead_width, no_wrap=True)
        grid.add_column()
        grid.add_row(lead, text)
        return self._indented(grid, indent)

    def _cites(self, places: Sequence[Place]) -> Text:
        from rich.text import Text

        return Text(f"[{' '.join(labels(places, self.most.cites))}]" if places else "", style="cyan")

    def _words(self, words: str, *, quoted: bool = False, chars: int | None = None) -> str:
        most = self.most.chars if self.most.chars is None or chars is None else chars
        return f"“{cut(_unquoted(words), most)}”" if quoted else cut(words, most)

    # ------------------------------------------------------------ sections

    def _account(self, account: Account) -> RenderableType:
        from rich.text import Text

        name = Text.assemble((cut(account.name, 24), "bold"), ("  " + account.published, "dim"))
        if account.byline:
            name.append(f"  {cut(account.byline, 24)}", style="dim")
        basis = Text()
        for number, line in enumerate(account.basis):
            basis.append(" · " if number else "").append(line.text)
            if line.places:
                basis.append(" ").append_text(self._cites(line.places[:2]))
        text = Text.assemble(name, "\n", basis) if self.width < _NARROW else None
        if text is not None:
            return self._hanging(_letter(account.letter), text, 2)
        from rich.table import Table

        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(width=2)
        grid.add_column(width=38)
        grid.add_column()
        grid.add_row(_letter(account.letter), name, basis)
        return self._indented(grid)

    def _brief(self, point: Point) -> RenderableType:
        from rich.text import Text

        text = Text(self._words(point.words.text, chars=260) + " ").append_text(self._cites(point.places))
        if point.origins:
            text.append(f" · {_origins(point.origins)}", style="dim")
        if point.disputed:
            text.append(" · disputed", style="red")
        return self._hanging(Text("✕", style="red") if point.disputed else Text("–", style="dim"), text, 1)

    def _point(self, point: Point) -> RenderableType:
        from rich.text import Text

        text = Text(self._words(point.words.text) + " ").append_text(self._cites(point.places))
        if point.origins:
            text.append(f" · {_origins(point.origins)}", style="dim")
        return self._hanging(_dim("–"), text, 1)

    def _contest(self, contest: Contest) -> RenderableType:
        from rich.console import Group
        from rich.table import Table
        from rich.text import Text

        sides = contest.sides[: self.most.sides]
        why = Text(f"{contest.kind}, {contest.confidence:.1f} sure: ", style="dim").append(contest.reason)
        why.stylize("dim italic")
        if self.width < _NARROW:
            stacked = [self._hanging(Text("✕" if n else " ", style="red"), self._side(s), 1) for n, s in enumerate(sides)]
            return Group(*stacked, self._indented(why, 4))
        grid = Table.grid(padding=(0, 1, 0, 0), expand=True)
        grid.add_column(ratio=1)
        grid.add_column(width=1)
        grid.add_column(ratio=1)
        for number in range(1, len(sides)):
            left = self._side(sides[0]) if number == 1 else Text()
            grid.add_row(left, Text("✕", style="bold red"), self._side(sides[number]))
        return self._indented(Group(grid, self._indented(why)))

    def _side(self, side: SideView) -> Text:
        from rich.text import Text

        text = Text(cut(side.value, self.most.chars), style="bold")
        if side.speaker and side.speaker.lower() not in side.value.lower():
            text.append(f" ({cut(side.speaker, 40)})", style="not bold")
        if side.value.lower() not in side.words.text.lower() or len(side.value) < 25:
            text.append(f" “{self._words(_unquoted(side.words.text), chars=90)}”", style="not bold")
        return text.append(" ").append_text(self._cites(side.places))

    def _change(self, contest: Contest) -> RenderableType:
        from rich.console import Group

        lines: list[RenderableType] = [self._indented(_dim(contest.reason))]
        for side in contest.sides[: self.most.sides]:
            lines.append(self._hanging(_dim(side.when or "then"), self._side(side), 10, 4))
        return Group(*lines)

    def _incomparable(self, contest: Contest) -> RenderableType:
        from rich.text import Text

        text = Text()
        for number, side in enumerate(contest.sides[: self.most.sides]):
            text.append(" | " if number else "").append(f"{self._words(side.value, chars=70)} ")
            text.append_text(self._cites(side.places))
        return self._hanging(_dim("≠"), text.append(f"  {contest.reason}", style="dim italic"), 1)

    def _voice(self, voice: Voice) -> RenderableType:
        from rich.console import Group
        from rich.text import Text

        who = Text(voice.name, style="bold")
        if voice.role and voice.role.lower() not in voice.name.lower():
            who.append(f", {cut(voice.role, 60)}", style="not bold")
        if voice.also:
            who.append(f" (also: {cut(', '.join(voice.also), 60)})", style="dim not bold")
        lines: list[RenderableType] = [self._indented(who)]
        for saying in voice.sayings[: self.most.sayings]:
            lines.append(self._saying(saying))
        rest = len(voice.sayings) - len(lines) + 1
        if self.most.sayings is not None and rest > 0:
            who.append(f"  +{rest} more", style="dim not bold")
        return Group(*lines)

    def _saying(self, saying: Saying) -> RenderableType:
        from rich.console import Group
        from rich.text import Text

        text = Text(self._words(saying.words.text, quoted=saying.direct, chars=200) + " ")
        text.append_text(self._cites(saying.places))
        notes = [note for note in (saying.said_on, f"via {saying.via}" if saying.via else None) if note]
        text.append(f" · {' · '.join(notes)}" if notes else "", style="dim")
        lines = [self._indented(text, 4)]
        for departure in saying.departures[: self.most.departures]:
            lines.append(self._indented(self._departure(departure), 6))
        return Group(*lines)

    def _departure(self, departure: Departure) -> Text:
        from rich.text import Text

        text = Text("↳ " + departure.text, style="yellow")
        for number, words in enumerate(w for w in (departure.words, departure.other) if w is not None):
            text.append(f" {departure.joint}" if number else "")
            text.append(f" {self._words(words.text, quoted=True, chars=70)} ", style="default")
            text.append_text(self._cites(words.places))
        return text

    def _lone(self) -> Iterator[RenderableType]:
        from rich.text import Text

        for name, points in self.view.only_one:
            text = Text()
            for number, point in enumerate(points[: self.most.lone]):
                text.append(" · " if number else "").append(self._words(point.words.text, chars=120) + " ")
                text.append_text(self._cites(point.places[:1]))
            if self.most.lone is not None and len(points) > self.most.lone:
                text.append(f"  +{len(points) - self.most.lone} more", style="dim")
            yield self._hanging(_letter(name), text, 2)

    def _left_out(self, point: Point) -> RenderableType:
        from rich.text import Text

        text = Text(self._words(point.words.text, chars=120) + " ").append_text(self._cites(point.places))
        for why, letters in (
            ("not in", point.missing),
            ("published before it:", point.before),
            ("only part of the text:", point.partial),
        ):
            if letters:
                text.append(f" · {why} ", style="dim").append(" ".join(letters), style="bold")
        return self._hanging(_dim("–"), text, 1)

    def _days(self) -> Iterator[RenderableType]:
        from rich.text import Text

        days = self.view.days[: self.most.days]
        for day in days:
            points = day.points if self.most.days is None else day.points[:1]
            for number, point in enumerate(points):
                lead = _dim(day.date) if number == 0 else Text()
                text = Text(self._words(point.words.text, chars=120) + " ").append_text(self._cites(point.places))
                if self.most.days is not None and len(day.points) > 1:
                    text.append(f"  +{len(day.points) - 1} more", style="dim")
                yield self._hanging(lead, text, 10)
        if len(self.view.days) > len(days):
            yield self._indented(_dim(f"… and {len(self.view.days) - len(days)} more (see --all or --html)"))

    def _names(self, names: Names) -> RenderableType:
        from rich.text import Text

        text = Text()
        for number, name in enumerate(names.variants[: self.most.variants]):
            text.append(" · " if number else "").append(cut(name.name, 50), style="bold")
            text.append("".join(f" {one}" for one in name.letters), style="cyan")
            if name.quoted:
                text.append(f" in quotes {' '.join(name.quoted)}", style="dim")
        rest = len(names.variants) - (self.most.variants or len(names.variants))
        if rest > 0:
            text.append(f"  +{rest} more", style="dim")
        return self._hanging(_dim("="), text, 1)

    def _set_aside(self) -> Iterator[RenderableType]:
        from rich.text import Text

        for path, reason, fix in self.view.set_aside[: self.most.set_aside]:
            yield self._indented(Text.assemble((path, "bold"), f"  {reason} ", (fix, "dim")))
        if self.view.marked_off:
            parts = [
                f"{name}: {self._words(' / '.join(w.text for w in words), chars=60)}"
                for name, words in self.view.marked_off
            ]
            yield self._indented(Text.assemble(("not of the story  ", "dim"), " · ".join(parts)))


def _letter(name: str) -> Text:
    from rich.text import Text

    return Text(name, style="bold cyan")


def _dim(words: str) -> Text:
    from rich.text import Text

    return Text(words, style="dim")


def _origins(count: int) -> str:
    return f"{count} origin{'' if count == 1 else 's'}"


def _unquoted(words: str) -> str:
    """Words without the quotation marks around them."""
    return words[1:-1] if len(words) > 1 and words[0] in "\"“" and words[-1] in "\"”" else words
