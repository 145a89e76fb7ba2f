import pytest

from tellings.dossier import (
    CiteModel,
    FigureModel,
    FigureStepModel,
    PositionModel,
    PositionStepModel,
    StandModel,
)
from tellings.tell.markdown import as_markdown
from tellings.tell.page import as_page
from tellings.tell.terminal import as_text


def step(value, *articles, late=()):
    return FigureStepModel(
        value=value,
        low=1.0,
        high=1.0,
        cites=[CiteModel(article=article, span=(0, 9)) for article in articles],
        origins=[],
        late=list(late),
    )


@pytest.fixture
def told(story):
    """The story with a figure that all share, one that moved (its conflict an update) and a position."""
    first, second = (article.id for article in story.articles[:2])
    conflict = story.conflicts[0].model_copy(update={"id": "x99", "nature": "update"})
    moved = FigureModel(
        id="f1",
        about="the number of <b>boats</b>",
        unit="",
        counted="boats",
        conflict="x99",
        steps=[step("two boats", second, first, late=[first]), step("five boats", second)],
    )
    shared = FigureModel(
        id="f2", about="", unit="m", counted="", conflict=None, steps=[step("9 feet", first, second)]
    )
    stand = StandModel(article=first, span=(0, 9), held_on="2031-05-01", reporter=None)
    line = PositionModel(
        id="l1",
        holder=CiteModel(article=first, span=(0, 4)),
        speaker=None,
        steps=[
            PositionStepModel(
                value=CiteModel(article=first, span=(0, 9)),
                affirms=reverses,
                held_on=day,
                stands=[stand],
                origins=[],
                reverses=reverses,
            )
            for day, reverses in (("2031-05-01", False), ("2031-05-09", True))
        ],
    )
    return story.model_copy(
        update={
            "figures": [shared, moved],
            "positions": [line],
            "conflicts": [*story.conflicts, conflict],
        }
    )


def test_the_screen_says_who_gave_a_figure_first_and_who_is_late(told):
    text = as_text(told)
    assert "two boats · first B, then A" in text
    assert "· A after a newer one was out" in text
    assert "five boats · only B" in text
    assert "9 feet · first A, then B" in text


def test_a_change_that_a_history_tells_is_not_told_twice(told):
    changed = as_text(told).split("What changed")[1].split("Not comparable")[0]
    assert told.conflicts[-1].reason not in changed


@pytest.mark.parametrize("render", [as_text, as_markdown, as_page])
def test_every_rendering_marks_a_reversal(told, render):
    text = render(told)
    assert text.count("reversal") - render(told.model_copy(update={"positions": []})).count("reversal") == 1


def test_what_is_counted_is_escaped_on_the_page(told):
    assert "<b>boats</b>" not in as_page(told).split('id="dossier"')[0]
    assert "&lt;b&gt;boats&lt;/b&gt;" in as_page(told)
