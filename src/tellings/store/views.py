"""What a library answers: frozen records that hold no open connection.

Comes in:   nothing; these are definitions.
Goes out:   one record for each question. Articles are named "a12" and stories "s3" everywhere.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from tellings.records import Article, SetAside, Span

if TYPE_CHECKING:
    from tellings.dossier import Story

Outcome = Literal["new", "version", "known"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """One article after `add`: new, a new version of one that was there, or there already."""

    article: str
    outcome: Outcome
    stories: tuple[str, ...] = ()
    """The stories that it touched."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """All articles of one `add`."""

    placed: tuple[Placed, ...]
    set_aside: tuple[SetAside, ...] = ()

    def count(self, outcome: Outcome) -> int:
        """How many articles came out like this."""
        return sum(one.outcome == outcome for one in self.placed)

    @property
    def stories(self) -> tuple[str, ...]:
        """Every story that was touched, once."""
        return tuple(dict.fromkeys(story for one in self.placed for story in one.stories))


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """An article of the library, with the story it stands in and how many versions of it there are."""

    article: Article
    story: str
    versions: int
    added: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryRow:
    """A story in a list. `origins` and `conflicts` are None until it has been compared as it stands now.

    `activity` tells on which days (ISO dates) how many of its articles were published.
    """

    id: str
    title: str
    articles: int
    outlets: tuple[str, ...]
    first: str | None
    last: str | None
    changed: str
    origins: int | None = None
    conflicts: int | None = None
    activity: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A dossier as it was drawn up; `current` is False where the story has changed since."""

    dossier: Story
    drawn: str
    current: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much a library holds. `statements` and `speakers` are those of stories that were compared."""

    articles: int
    stories: int
    outlets: int
    statements: int
    speakers: int
    corrections: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerRow:
    """Somebody who is quoted, in a list: how many statements, in how many stories."""

    name: str
    statements: int
    stories: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A story's present name, and a number that grows with every change of its articles or corrections.

    `compared` says whether its dossier is of now, so that `show` need not compare.
    """

    story: str
    revision: int
    compared: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """One sentence found: exact characters of one article, and who says them where somebody is quoted."""

    article: str
    story: str
    outlet: str | None
    published: str | None
    title: str | None
    span: Span
    words: str
    score: float
    speaker: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One thing that somebody is reported to have said; `also` are other articles that tell the same words.

    `turns` says that it stands on one side of a change of position.
    """

    speaker: str
    role: str | None
    said_on: str | None
    article: str
    story: str
    outlet: str | None
    published: str | None
    spans: tuple[Span, ...]
    words: str
    also: tuple[str, ...] = ()
    turns: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionRow:
    """One version of an article; `counts` marks the one that the story is told from."""

    article: str
    number: int
    seen: str
    published: str | None
    title: str | None
    characters: int
    counts: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One sentence that an edit added, dropped or changed, and the claims of the story that it touches.

    `before` are characters of the earlier version, `after` of the later one.
    """

    kind: Literal["added", "dropped", "changed"]
    before: Span | None
    after: Span | None
    words_before: str | None
    words_after: str | None
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """From one version of an article to the next."""

    article: str
    earlier: int
    later: int
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Something that a person said against what the program found. `holds` is False where it no longer
    meets what it speaks of: the words were edited away, the article was forgotten."""

    id: int
    kind: str
    story: str | None
    body: dict[str, Any] = field(hash=False)
    made: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """Something in the library that is not as it must be, and whether `repair` can make it anew."""

    where: str
    what: str
    can_be_made_anew: bool = False
