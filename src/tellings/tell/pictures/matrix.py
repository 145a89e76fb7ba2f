"""Which article tells which claim, with honest blanks.

Comes in:   a dossier and its places.
Goes out:   a `Matrix`: a row a claim that several tell or that is disputed, a column an article; a cell says
            whether the article tells it, and if not, whether it could have.
"""

from __future__ import annotations

from dataclasses import dataclass

from tellings.dossier import ClaimModel, MentionModel, Story
from tellings.records import ClaimStatus, Told
from tellings.tell.accounts import name_of
from tellings.tell.places import Place, Places
from tellings.tell.view import Words

_MOST_CELLS = 1500

SAYS: dict[Told, str] = {
    "told": "tells it",
    "not-mentioned": "does not mention it",
    "published-before": "appeared before it was known",
    "partial-text": "only part of its text is here",
}
IN_A_WORD: dict[Told, str] = {
    "told": "told",
    "not-mentioned": "not told",
    "published-before": "before it",
    "partial-text": "part only",
}


@dataclass(frozen=True, slots=True)
class Column:
    """An article."""

    letter: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether an article tells a claim, and where; `by` is the speaker in whose words it does.

    `perhaps` where its words may tell it and are not counted.
    """

    told: Told
    place: Place | None
    by: str | None
    perhaps: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in chosen words, how many independent origins stand behind it, and its cells."""

    words: Words
    status: ClaimStatus
    origins: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows as most independent origins tell them; `left` rows did not fit. `kinds` are those in it."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    left: int
    kinds: tuple[Told, ...]

    @property
    def has_doubts(self) -> bool:
        """Whether a cell cites words that only may tell it."""
        return any(cell.perhaps for row in self.rows for cell in row.cells)


def matrix(story: Story, at: Places) -> Matrix | None:
    """The coverage matrix; None where no two articles tell one thing."""
    told = {(line.claim, line.article): line.told for line in story.coverage}
    claims = [c for c in story.claims if len(_tellers(c)) > 1 or c.status == "disputed"]
    first = {(c.summary.article, c.summary.span): c for c in reversed(claims)}
    claims = sorted(
        first.values(),
        key=lambda c: (-at.origins_behind(_tellers(c)), -len(_tellers(c)), *_stands(c, at)),
    )
    if not claims or len(story.articles) < 2:
        return None
    fits = max(6, _MOST_CELLS // len(story.articles))
    rows = tuple(_row(claim, story, told, at) for claim in claims[:fits])
    kinds = tuple(kind for kind in SAYS if any(cell.told == kind for row in rows for cell in row.cells))
    columns = tuple(Column(at.letters[a.id], name_of(a)) for a in story.articles)
    return Matrix(columns, rows, max(0, len(claims) - fits), kinds)


def _row(claim: ClaimModel, story: Story, told: dict[tuple[str, str], Told], at: Places) -> Row:
    place = at.place(claim.summary.article, claim.summary.span)
    mentions = _alike(claim, story)
    cells = tuple(
        _cell(mentions, article.id, told.get((claim.id, article.id), "not-mentioned"), at)
        for article in story.articles
    )
    return Row(Words(at.words(place), (place,)), claim.status, at.origins_behind(_tellers(claim)), cells)


def _cell(mentions: list[MentionModel], article: str, told: Told, at: Places) -> Cell:
    mention = next((mention for mention in mentions if mention.article == article), None)
    if mention is None or told not in ("told", "not-mentioned"):
        return Cell("not-mentioned" if told == "told" else told, None, None)
    place, by = at.place(article, mention.span), at.speaker_at(article, mention.span)
    return Cell("told", place, by, perhaps=not mention.is_sure)


def _alike(claim: ClaimModel, story: Story) -> list[MentionModel]:
    """The mentions of the claims that cite some of the same words, the sure ones and its own first."""
    own: dict[str, list[tuple[int, int]]] = {}
    for mention in claim.mentions:
        own.setdefault(mention.article, []).append(mention.span)

    def cites_them(mention: MentionModel) -> bool:
        start, end = mention.span
        return any(start < e and s < end for s, e in own.get(mention.article, ()))

    alike = (other.mentions for other in story.claims if any(map(cites_them, other.mentions)))
    every = [*claim.mentions, *(mention for mentions in alike for mention in mentions)]
    return sorted(every, key=lambda mention: not mention.is_sure)


def _tellers(claim: ClaimModel) -> set[str]:
    return {mention.article for mention in claim.mentions if mention.is_sure}


def _stands(claim: ClaimModel, at: Places) -> tuple[float, str]:
    """How far down its article the summary stands, and in which."""
    text = at.articles[claim.summary.article].text
    return claim.summary.span[0] / max(1, len(text)), at.letters[claim.summary.article]
