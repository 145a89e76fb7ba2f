"""An article's whole text, marked.

Comes in:   a dossier and the id of one of its articles.
Goes out:   a `MarkedArticle`: the text with what is shared, quoted, disputed and not of the story marked in
            place, each sentence that others tell too being a link to a note; and the notes, which hold the
            other outlets' exact sentences.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from tellings.dossier import ArticleModel, Story
from tellings.tell.contests import contest_of
from tellings.tell.echoes import SURE_ENOUGH, Echoes
from tellings.tell.marks import Mark, mark_up
from tellings.tell.places import Pair, Place, Places, few, shown
from tellings.tell.view import Contest, Piece
from tellings.tell.word_diff import same_words, word_by_word

_MOST_SENTENCES = 2
_ROOM = 18
"""Sentences of others that the notes print for one of each article, so that a page of many stays small."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A sentence of another article, the words that differ marked; `same` where none does."""

    place: Place
    pieces: tuple[Piece, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class Note:
    """What others print for the sentence at `place`; `more` are places there was no room for."""

    id: str
    place: Place
    echoes: tuple[Echo, ...]
    more: tuple[Place, ...]
    contests: tuple[Contest, ...]


@dataclass(frozen=True, slots=True)
class MarkedArticle:
    """`split` are the anchors whose mark had to be cut into pieces."""

    html: Markup
    split: tuple[str, ...]
    notes: tuple[Note, ...]


def marked_article(
    article: ArticleModel,
    story: Story,
    at: Places,
    echoes: Echoes,
    cited: Iterable[Place] = (),
    *,
    here: Pair | None = None,
) -> MarkedArticle:
    """The article with a mark that can be jumped to for each of the `cited` places.

    `here` are the characters at which a page of its own is opened: highlighted, with the anchor "at".
    """
    notes = tuple(_notes(article, story, at, echoes))
    links = [Mark(*note.place.span, "told", f"s-{note.place.label}", href=f"#{note.id}") for note in notes]
    kept = [Mark(*place.span, "cited", place.anchor) for place in cited if place.article == article.id]
    kept += [Mark(*here, "target", "at")] if here else []
    marked = mark_up(
        article.text,
        [*links, *kept, *_kinds(article, story, at)],
        [start for start, _ in article.sentences],
        alone=_alone(article, story, notes),
    )
    return MarkedArticle(marked.html, marked.split, notes)


def _kinds(article: ArticleModel, story: Story, at: Places) -> Iterator[Mark]:
    """Boilerplate, shared passages, quotations and disputed words."""
    for start, end in article.boilerplate:
        yield Mark(start, end, "boilerplate", title="not part of the story")
    for (start, end), others in _shared(article, story, at).items():
        yield Mark(start, end, "shared", title=f"also in {few(sorted(others))}")
    for statement in story.statements:
        if statement.article == article.id and statement.form != "indirect":
            name = at.speakers[statement.speaker].name if statement.speaker in at.speakers else "unnamed"
            for start, end in statement.content:
                yield Mark(start, end, "quotation", title=shown(name))
    for start, end in sorted(_disputed(article, story)):
        yield Mark(start, end, "disputed", title="disputed: see What cannot all be true")


def _disputed(article: ArticleModel, story: Story) -> set[Pair]:
    return {
        mention.span
        for conflict in story.conflicts
        if conflict.nature == "contradiction" and conflict.confidence >= SURE_ENOUGH
        for side in conflict.sides
        for mention in side.mentions
        if mention.article == article.id
    }


def _shared(article: ArticleModel, story: Story, at: Places) -> dict[Pair, set[str]]:
    """Passages that stand in other articles too, from both ends of each derivation."""
    found: dict[Pair, set[str]] = {}
    for other in story.articles:
        for derivation in other.derives_from:
            for here, there in derivation.passages:
                if other.id == article.id and derivation.article in at.letters:
                    found.setdefault(here, set()).add(at.letters[derivation.article])
                elif derivation.article == article.id:
                    found.setdefault(there, set()).add(at.letters[other.id])
    return found


def _alone(article: ArticleModel, story: Story, notes: tuple[Note, ...]) -> frozenset[int]:
    """Starts of the sentences that make a claim which no other article makes."""
    elsewhere = {note.place.span for note in notes}
    lone = [
        mention.span
        for claim in story.claims
        if len({mention.article for mention in claim.mentions}) == 1
        for mention in claim.mentions
        if mention.article == article.id
    ]
    return frozenset(
        start
        for start, end in article.sentences
        if (start, end) not in elsewhere and any(s < end and start < e for s, e in lone)
    )


def _notes(article: ArticleModel, story: Story, at: Places, echoes: Echoes) -> Iterator[Note]:
    for number, span in enumerate(article.sentences):
        others = echoes.of(article.id, number)
        disputes = echoes.disputes(article.id, number)
        if not others and not disputes:
            continue
        place = at.place(article.id, span)
        most = max(2, min(6, _ROOM // len(story.articles)))
        places = _in_turn({id: others[id] for id in at.letters if id in others}, at, echoes)
        yield Note(
            id=f"note-{place.label}",
            place=place,
            echoes=tuple(_echo(place, other, at) for other in places[:most]),
            more=tuple(places[most:]),
            contests=tuple(contest_of(conflict, story, at) for conflict in disputes),
        )


def _in_turn(others: dict[str, list[int]], at: Places, echoes: Echoes) -> list[Place]:
    """The first sentence of each other article, then their second ones."""
    return [
        at.place(id, echoes.span(id, indices[turn]))
        for turn in range(_MOST_SENTENCES)
        for id, indices in others.items()
        if turn < len(indices)
    ]


def _echo(here: Place, there: Place, at: Places) -> Echo:
    ours, theirs = word_by_word(at.words(here), at.words(there))
    return Echo(there, theirs, same_words(ours, theirs))
