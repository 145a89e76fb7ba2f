"""What every rendering shows, decided once.

Comes in:   a dossier.
Goes out:   a `View`: the sections in reading order, as words with their places. Terminal, Markdown and page
            only set it in type.
"""

from __future__ import annotations

from dataclasses import dataclass

from tellings.dossier import Story
from tellings.tell.places import Place, Places


@dataclass(frozen=True, slots=True)
class Words:
    """Words of an article, exactly where they stand; several places are joined by an ellipsis."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Basis:
    """One thing an account rests on ("names Reuters"), and where that can be seen."""

    text: str
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """An article as the list of articles shows it."""

    id: str
    letter: str
    name: str
    title: str | None
    published: str
    url: str | None
    byline: str | None
    basis: tuple[Basis, ...]


@dataclass(frozen=True, slots=True)
class Point:
    """Something told: chosen words, every place that tells it, the letters that do not and why.

    `perhaps` are places in other articles that may tell it and are not counted.

    `as_of` is the day on which an article told it last, where the story went on after it.
    """

    words: Words
    places: tuple[Place, ...]
    perhaps: tuple[Place, ...] = ()
    origins: int = 0
    disputed: bool = False
    changed: bool = False
    speaker: str | None = None
    as_of: str | None = None
    missing: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    partial: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Omissions:
    """What one article does not tell of what others do: `before` counts claims that came out only after it,
    `partial` those that its text, of which only a part is at hand, may well tell.
    """

    letter: str
    points: tuple[Point, ...]
    before: int
    partial: int


@dataclass(frozen=True, slots=True)
class Step:
    """One way in which a telling departs: "cuts", the words, "without saying so", where.

    `other` are words of the other telling, led in by `joint`; `places` are further places to look at.
    """

    lead: str
    words: Words
    note: str = ""
    joint: str = ""
    other: Words | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a wording; `kind` is cut, changed or inserted where the wordings differ, else empty."""

    text: str
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Wording:
    """One telling's words in full, in pieces. `places` are those of the words, joined by an ellipsis."""

    letter: str
    pieces: tuple[Piece, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Departure:
    """How one article's telling of an utterance departs from the fullest one.

    `wordings` are the fullest telling and this one, where they can be read word by word.
    """

    letter: str
    steps: tuple[Step, ...]
    wordings: tuple[Wording, ...] = ()


@dataclass(frozen=True, slots=True)
class Saying:
    """A statement, or several tellings of one utterance."""

    words: Words
    places: tuple[Place, ...]
    direct: bool
    cue: str | None
    """The words that lead it in, where they do not simply say it: "denied", "did not rule out"."""
    said_on: str | None
    via: str | None
    departures: tuple[Departure, ...]


@dataclass(frozen=True, slots=True)
class Voice:
    """A speaker with what they are reported to say."""

    id: str
    name: str
    role: str | None
    also: tuple[str, ...]
    kind: str
    letters: tuple[str, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class SideView:
    """One side: the value as printed, the words around it, who says so, where.

    `first` is the place that appeared first, `around` the whole sentence where the words are a part of one.
    """

    value: str
    words: Words
    speaker: str | None
    places: tuple[Place, ...]
    when: str | None
    origins: int
    first: Place | None = None
    first_on: str | None = None
    around: Words | None = None


@dataclass(frozen=True, slots=True)
class Contest:
    """Accounts side by side, and why they can or cannot be compared. `id` is that of the conflict."""

    id: str
    kind: str
    reason: str
    confidence: float
    sides: tuple[SideView, ...]


@dataclass(frozen=True, slots=True)
class FigureStepView:
    """One value of a figure: `letters` print it, in order of publication; `late` of them after a newer one
    was out.
    """

    value: str
    when: str | None
    speaker: str | None
    letters: tuple[str, ...]
    late: tuple[str, ...]
    places: tuple[Place, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure over time. `moved` is set where its values follow one another; `around` is the shortest
    sentence that prints it, where several print one value alike.
    """

    about: str
    moved: bool
    steps: tuple[FigureStepView, ...]
    around: Words | None = None


@dataclass(frozen=True, slots=True)
class PositionStepView:
    """What somebody stood for on a day, and who reports it of them."""

    when: str | None
    words: Words
    reporters: tuple[str, ...]
    reverses: bool
    places: tuple[Place, ...]
    origins: int


@dataclass(frozen=True, slots=True)
class PositionView:
    """One holder's positions on one matter, in order of time."""

    holder: str
    steps: tuple[PositionStepView, ...]


@dataclass(frozen=True, slots=True)
class Without:
    """What is left without one origin: how many claims fall, rest on one origin only, hold, and the words.

    `alone` are letters of articles that rest on it and nothing else, `partly` of those that rest on others
    too.
    """

    name: str
    alone: tuple[str, ...]
    partly: tuple[str, ...]
    falls: tuple[Point, ...]
    single: tuple[Point, ...]
    holds: tuple[Point, ...]
    settled: tuple[Contest, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A date and the places that tell of it. The main day of the story has rank 0."""

    date: str
    points: tuple[Point, ...]
    rank: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """One name and who uses it; `quoted` letters use it only inside quotations."""

    name: str
    letters: tuple[str, ...]
    quoted: tuple[str, ...]
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Names:
    """One thing under several names."""

    concept: str
    variants: tuple[Name, ...]


@dataclass(frozen=True, slots=True)
class View:
    """The whole dossier, ready to set in type."""

    title: str
    counts: str
    accounts: tuple[Account, ...]
    brief: tuple[Point, ...]
    disputed: tuple[Contest, ...]
    changed: tuple[Contest, ...]
    positions: tuple[PositionView, ...]
    figures: tuple[FigureView, ...]
    incomparable: tuple[Contest, ...]
    voices: tuple[Voice, ...]
    all_report: tuple[Point, ...]
    several_report: tuple[Point, ...]
    only_one: tuple[tuple[str, tuple[Point, ...]], ...]
    left_out: tuple[Point, ...]
    days: tuple[Day, ...]
    names: tuple[Names, ...]
    without: Without | None
    set_aside: tuple[tuple[str, str, str], ...]
    marked_off: tuple[tuple[str, tuple[Words, ...]], ...]


def view_of(story: Story) -> View:
    """The sections of a dossier in reading order."""
    from tellings.tell import accounts, contests, days, lines, told, voices
    from tellings.tell.places import shown

    at = Places(story)
    return View(
        title=shown(story.title),
        counts=accounts.counts(story),
        accounts=accounts.accounts(story, at),
        brief=told.brief(story, at),
        disputed=contests.contests(story, at, "contradiction"),
        changed=lines.without_histories(contests.contests(story, at, "update"), story),
        positions=lines.positions(story, at),
        figures=lines.figures(story, at),
        incomparable=contests.contests(story, at, "different-scope"),
        voices=voices.voices(story, at),
        all_report=told.shared(story, at, by_all=True),
        several_report=told.shared(story, at, by_all=False),
        only_one=told.only_one(story, at),
        left_out=told.left_out(story, at),
        days=days.days(story, at),
        names=accounts.names(story, at),
        without=lines.without(story, at),
        set_aside=tuple((shown(g.path), shown(g.reason), shown(g.fix)) for g in story.set_aside),
        marked_off=accounts.marked_off(story, at),
    )
