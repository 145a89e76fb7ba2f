"""Figures and positions over time.

Comes in:   a dossier and its places.
Goes out:   lines of the view: figures that moved first, then those in dispute, then those on which several
            agree, the most widely printed first.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.dossier import (
    FigureModel,
    FigureStepModel,
    PositionModel,
    PositionStepModel,
    Story,
    WithoutModel,
)
from tellings.records import Nature
from tellings.tell import told
from tellings.tell.accounts import day_of
from tellings.tell.contests import around, contests
from tellings.tell.places import Places, shown
from tellings.tell.view import (
    Contest,
    FigureStepView,
    FigureView,
    PositionStepView,
    PositionView,
    Without,
    Words,
)

_DAY = len("2024-03-08")


def figures(story: Story, at: Places) -> tuple[FigureView, ...]:
    """Every figure over time."""
    moved = _moved(story)
    ordered = sorted(
        story.figures,
        key=lambda figure: (figure.conflict not in moved, figure.conflict is None, -_tellers(figure)),
    )
    return tuple(_figure(figure, at, moved=figure.conflict in moved) for figure in ordered)


def _figure(figure: FigureModel, at: Places, *, moved: bool) -> FigureView:
    steps = tuple(_figure_step(step, at) for step in figure.steps if step.cites)
    sentences = [words for step in steps[:1] for place in step.places if (words := around(place, at))]
    return FigureView(
        about=shown(figure.about),
        moved=moved,
        steps=steps,
        around=min(sentences, key=lambda words: len(words.text), default=None) if len(steps) == 1 else None,
    )


def without_histories(changed: Sequence[Contest], story: Story) -> tuple[Contest, ...]:
    """The changes that no history of a figure tells already."""
    known = {figure.conflict for figure in story.figures}
    return tuple(contest for contest in changed if contest.id not in known)


def positions(story: Story, at: Places) -> tuple[PositionView, ...]:
    """Every line of positions."""
    return tuple(_position(line, at) for line in story.positions)


def without(story: Story, at: Places) -> Without | None:
    """What falls without one origin, where that was asked."""
    if story.without is None:
        return None
    gone = set(story.without.conflicts_gone)
    natures: tuple[Nature, ...] = ("contradiction", "update")
    return Without(
        name=_named(story, story.without),
        alone=tuple(at.told_by(story.without.articles)),
        partly=tuple(at.told_by(story.without.partly)),
        falls=told.chosen(story.without.falls, story, at),
        single=told.chosen(story.without.single, story, at),
        holds=told.chosen(story.without.holds, story, at),
        settled=tuple(one for nature in natures for one in contests(story, at, nature) if one.id in gone),
    )


def _named(story: Story, taken: WithoutModel) -> str:
    """ "origin 2, Corvane"."""
    number = next(n for n, origin in enumerate(story.origins, 1) if origin.id == taken.origin)
    return f"origin {number}, {shown(taken.name)}"


def _moved(story: Story) -> set[str | None]:
    return {conflict.id for conflict in story.conflicts if conflict.nature == "update"}


def _tellers(figure: FigureModel) -> int:
    return len({cite.article for step in figure.steps for cite in step.cites})


def _figure_step(step: FigureStepModel, at: Places) -> FigureStepView:
    first = step.cites[0]
    articles = list(dict.fromkeys(cite.article for cite in step.cites))
    speakers = (at.speaker_at(cite.article, cite.span) for cite in step.cites)
    published = at.articles[first.article].published
    return FigureStepView(
        value=shown(step.value),
        when=day_of(published)[:_DAY] if published else None,
        speaker=next((speaker for speaker in speakers if speaker), None),
        letters=tuple(at.letters[article] for article in articles),
        late=tuple(at.letters[article] for article in step.late),
        places=tuple(at.place(cite.article, cite.span) for cite in step.cites),
        origins=at.origins_behind(articles),
    )


def _position(line: PositionModel, at: Places) -> PositionView:
    named = at.words(at.place(line.holder.article, line.holder.span))
    speaker = at.speakers.get(line.speaker or "")
    return PositionView(
        holder=shown(speaker.name) if speaker else named,
        steps=tuple(_position_step(step, at) for step in line.steps),
    )


def _position_step(step: PositionStepModel, at: Places) -> PositionStepView:
    place = at.place(step.value.article, step.value.span)
    reporters = dict.fromkeys(
        shown(at.speakers[stand.reporter].name) for stand in step.stands if stand.reporter in at.speakers
    )
    return PositionStepView(
        when=step.held_on,
        words=Words(at.words(place), (place,)),
        reporters=tuple(reporters),
        reverses=step.reverses,
        places=tuple(at.place(stand.article, stand.span) for stand in step.stands),
        origins=at.origins_behind(stand.article for stand in step.stands),
    )
