"""Two articles side by side.

Comes in:   a dossier and two of its articles.
Goes out:   `Pair` rows in the order of the first article: a sentence of it beside the sentences of the second
            that tell the same, the differing words marked; what only one of them has stands alone in its row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tellings.dossier import ArticleModel
from tellings.tell.echoes import Echoes
from tellings.tell.places import Place, Places
from tellings.tell.view import Piece
from tellings.tell.word_diff import same_words, word_by_word


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence in pieces; `boilerplate` where it is not of the story."""

    place: Place
    pieces: tuple[Piece, ...]
    boilerplate: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A row: sentences of the left and of the right article; one side may be empty."""

    left: tuple[Told, ...]
    right: tuple[Told, ...]
    same: bool = False
    disputed: bool = False


@dataclass(frozen=True, slots=True)
class SideBySide:
    """The rows, and how many sentences of each side the other tells too."""

    left: str
    right: str
    rows: tuple[Pair, ...]
    shared: int
    only_left: int
    only_right: int


def side_by_side(left: str, right: str, at: Places, echoes: Echoes) -> SideBySide:
    """Two articles, by their ids, aligned by what they tell."""
    rows = tuple(_rows(at.articles[left], at.articles[right], at, echoes))
    return SideBySide(
        left=at.letters[left],
        right=at.letters[right],
        rows=rows,
        shared=sum(bool(row.left and row.right) for row in rows),
        only_left=sum(not row.right for row in rows),
        only_right=sum(not row.left for row in rows),
    )


def _rows(left: ArticleModel, right: ArticleModel, at: Places, echoes: Echoes) -> Iterator[Pair]:
    """What only the right one tells stands before the next sentence of it that both tell."""
    matched = [sorted(echoes.of(left.id, number).get(right.id, [])) for number in range(len(left.sentences))]
    taken: set[int] = set()
    both = {index for indices in matched for index in indices}
    reached = 0
    for number, indices in enumerate(matched):
        fresh = [index for index in indices if index not in taken]
        if fresh:
            for index in range(reached, min(fresh)):
                if index not in both:
                    yield Pair((), (_told(right, index, at),))
            reached = max(reached, min(fresh))
        yield _pair(left, number, right, fresh or indices[:1], at, echoes)
        taken |= set(fresh)
        both |= taken
        while reached in taken:
            reached += 1
    for index in range(reached, len(right.sentences)):
        if index not in both:
            yield Pair((), (_told(right, index, at),))


def _pair(
    left: ArticleModel, number: int, right: ArticleModel, indices: list[int], at: Places, echoes: Echoes
) -> Pair:
    if not indices:
        return Pair((_told(left, number, at),), ())
    here = at.place(left.id, left.sentences[number])
    there = [at.place(right.id, right.sentences[index]) for index in indices]
    nearest = next(n for n in echoes.of(left.id, number)[right.id] if n in indices)
    pieces, _ = word_by_word(at.words(here), at.words(at.place(right.id, right.sentences[nearest])))
    others = tuple(Told(place, word_by_word(at.words(here), at.words(place))[1]) for place in there)
    return Pair(
        (Told(here, pieces),),
        others,
        same=len(others) == 1 and same_words(pieces, others[0].pieces),
        disputed=any(
            conflict in echoes.disputes(right.id, index)
            for conflict in echoes.disputes(left.id, number)
            for index in indices
        ),
    )


def _told(article: ArticleModel, index: int, at: Places) -> Told:
    place = at.place(article.id, article.sentences[index])
    middle = sum(place.span) // 2
    aside = any(start <= middle < end for start, end in article.boilerplate)
    return Told(place, (Piece(at.words(place)),), aside)
