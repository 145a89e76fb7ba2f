"""The dossier as Markdown.

Comes in:   a `Story`.
Goes out:   Markdown that any flavour reads the same, for notes, wikis and issue trackers. Words of articles
            are escaped: what looks like markup in them stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellings.dossier import Story
from tellings.tell.places import Place, few, labels
from tellings.tell.typeset import unquoted
from tellings.tell.view import (
    Account,
    Contest,
    Departure,
    FigureStepView,
    Names,
    Point,
    PositionStepView,
    Saying,
    SideView,
    Step,
    View,
    Voice,
    Without,
    view_of,
)

_SPECIAL = re.compile(r"[\\`*_{}\[\]<>#|~$]|&(?=#?\w+;)|(?<=\w):(?=//)|(?<=www)\.", re.IGNORECASE)
_LIST_MARK = re.compile(r"^([-+=]|\d+(?=[.)]))")


def escaped(words: str) -> str:
    """Words as text: nothing in them is markup, and no address in them becomes a link by itself."""
    safe = _SPECIAL.sub(lambda match: "\\" + match[0], words)
    if mark := _LIST_MARK.match(safe):
        at = mark.end() if mark[1][0].isdigit() else 0
        safe = f"{safe[:at]}\\{safe[at:]}"
    return safe


def as_markdown(story: Story) -> str:
    """The whole report as Markdown."""
    view = view_of(story)
    lines = [f"# {escaped(view.title)}", "", view.counts, ""]
    for title, section in _sections(view):
        body = list(section)
        if body:
            lines += [f"## {title}", "", *body, ""]
    return "\n".join(lines).rstrip() + "\n"


def _sections(view: View) -> Iterator[tuple[str, Iterator[str]]]:
    yield "The articles", map(_account, view.accounts)
    yield "In brief", map(_point, view.brief)
    yield "What cannot all be true", _contests(view.disputed, " ✕ ")
    yield "What changed", _changed(view)
    yield "Not comparable", _contests(view.incomparable, " ≠ ")
    yield "Who said what", (line for voice in view.voices for line in _voice(voice))
    yield "What all report", map(_point, view.all_report)
    yield "What several report", map(_point, view.several_report)
    yield "Only one reports", (_lone(name, point) for name, points in view.only_one for point in points)
    yield "Who leaves what out", map(_left_out, view.left_out)
    agreed = (figure for figure in view.figures if len(figure.steps) == 1)
    yield "Figures they share", (f"- {_figure_step(figure.steps[0])}" for figure in agreed)
    yield "When", (f"- **{day.date}** {_told(point)}" for day in view.days for point in day.points)
    yield "Names", map(_names, view.names)
    if view.without is not None:
        yield f"Without {escaped(view.without.name)}", _without(view.without)
    yield "Set aside", _set_aside(view)


def _cites(places: Sequence[Place]) -> str:
    return f"\\[{' '.join(labels(places))}\\]" if places else ""


def _account(account: Account) -> str:
    basis = " · ".join(f"{escaped(b.text)} {_cites(b.places)}".rstrip() for b in account.basis)
    byline = f", {escaped(account.byline)}" if account.byline else ""
    return f"- **{account.letter}** {escaped(account.name)}, {escaped(account.published)}{byline}: {basis}"


def _told(point: Point) -> str:
    words = f"{escaped(point.words.text)} {_cites(point.places)}"
    if point.perhaps:
        words += f" · perhaps {_cites(point.perhaps)}"
    if point.origins:
        words += f" · {point.origins} origin{'' if point.origins == 1 else 's'}"
    if point.as_of:
        words += f" · as of {point.as_of}"
    return words + (" · **disputed**" if point.disputed else " · **changed**" if point.changed else "")


def _point(point: Point) -> str:
    return f"- {_told(point)}"


def _lone(name: str, point: Point) -> str:
    return f"- **{name}** {escaped(point.words.text)} {_cites(point.places)}"


def _side(side: SideView) -> str:
    words = f"**{escaped(side.value)}**"
    if side.speaker:
        words += f" ({escaped(side.speaker)})"
    if side.value != side.words.text:
        words += f" “{escaped(side.words.text)}”"
    return f"{words} {_cites(side.places)}"


def _contests(contests: Sequence[Contest], joint: str) -> Iterator[str]:
    for contest in contests:
        yield f"- {joint.join(_side(side) for side in contest.sides)}"
        yield f"  - {escaped(contest.reason)} ({contest.kind}, {contest.confidence:.2f} sure)"


def _changed(view: View) -> Iterator[str]:
    for line in view.positions:
        yield f"- **{escaped(line.holder)}**"
        yield from (f"  - {_position_step(step)}" for step in line.steps)
    for figure in view.figures:
        if figure.moved:
            yield f"- {escaped(figure.about)}"
            yield from (f"  - {step.when or 'undated'}: {_figure_step(step)}" for step in figure.steps)
    yield from _contests(view.changed, " → ")


def _figure_step(step: FigureStepView) -> str:
    words = f"**{escaped(step.value)}**"
    if step.speaker:
        words += f" ({escaped(step.speaker)})"
    first, *others = step.letters
    words += f" · first {first}, then {few(others)}" if others else f" · only {first}"
    words += f" {_cites(step.places)}"
    return words + (f" · {few(step.late)} after a newer one was out" if step.late else "")


def _position_step(step: PositionStepView) -> str:
    told = f" (told by {escaped(', '.join(step.reporters))})" if step.reporters else ""
    reversal = " ← reversal" if step.reverses else ""
    return f"{step.when or 'undated'}: {escaped(step.words.text)}{told} {_cites(step.places)}{reversal}"


def _voice(voice: Voice) -> Iterator[str]:
    role = f", {escaped(voice.role)}" if voice.role else ""
    also = f" (also: {escaped(', '.join(voice.also))})" if voice.also else ""
    yield f"- **{escaped(voice.name)}**{role}{also}"
    for saying in voice.sayings:
        yield f"  - {_saying(saying)}"
        for departure in saying.departures:
            yield f"    - {_departure(departure)}"


def _saying(saying: Saying) -> str:
    notes = [note for note in (saying.said_on, f"via {saying.via}" if saying.via else None) if note]
    led = f"*{escaped(saying.cue)}:* " if saying.cue else ""
    return " · ".join([f"{led}{escaped(saying.words.text)} {_cites(saying.places)}", *map(escaped, notes)])


def _departure(departure: Departure) -> str:
    return f"**{departure.letter}** " + ", and ".join(map(_step, departure.steps))


def _step(step: Step) -> str:
    note = f" {step.note}" if step.note else ""
    words = f"{step.lead} “{escaped(unquoted(step.words.text))}”{note} "
    words += _cites((*step.words.places[:1], *step.places))
    if step.other is None:
        return words
    other = f"“{escaped(unquoted(step.other.text))}” {_cites(step.other.places[:1])}"
    return f"{words} {step.joint} {other}"


def _left_out(point: Point) -> str:
    why = (
        ("not in", point.missing),
        ("appeared before it:", point.before),
        ("holds only part of its text:", point.partial),
    )
    gone = [f"{words} {few(letters)}" for words, letters in why if letters]
    return " · ".join([f"- {escaped(point.words.text)} {_cites(point.places)}", *gone])


def _names(names: Names) -> str:
    variants = []
    for name in names.variants:
        quoted = f" (in quotes: {few(name.quoted)})" if name.quoted else ""
        variants.append(f"**{escaped(name.name)}** {few(name.letters)}{quoted}".rstrip())
    return f"- {' · '.join(variants)}"


def _without(view: Without) -> Iterator[str]:
    if view.alone:
        yield f"- rest on it and nothing else: {' '.join(view.alone)}"
    if view.partly:
        yield f"- rest on others too: {' '.join(view.partly)}"
    for heading, points in (
        ("fall", view.falls),
        ("rest on one origin only", view.single),
        ("hold", view.holds),
    ):
        yield f"- **{len(points)} {heading}**"
        yield from (f"  {_point(point)}" for point in points)
    for contest in view.settled:
        values = " ✕ ".join(escaped(side.value) for side in contest.sides)
        yield f"- no longer told with two sides: {values}"


def _set_aside(view: View) -> Iterator[str]:
    for path, reason, fix in view.set_aside:
        yield f"- {escaped(path)}: {escaped(reason)} {escaped(fix)}"
    for name, words in view.marked_off:
        parts = " / ".join(f"{escaped(w.text)} {_cites(w.places)}" for w in words)
        yield f"- **{name}** not part of the story: {parts}"
