"""What the pictures of the burst lock gate show."""

from __future__ import annotations

from itertools import pairwise

import pytest

from tellings.dossier import Story
from tellings.tell import dates
from tellings.tell.pictures.activity import activity
from tellings.tell.pictures.axis import axis_of
from tellings.tell.pictures.ledger import ledger
from tellings.tell.pictures.matrix import matrix
from tellings.tell.pictures.timeline import timeline
from tellings.tell.pictures.tracks import tracks
from tellings.tell.places import Places


@pytest.fixture(scope="module")
def at(story: Story) -> Places:
    return Places(story)


def test_a_date_is_said_as_precisely_as_it_is_known() -> None:
    given = ("197", "2017", "2024-01", "2024-03-08", "2024-03-08T13:32:00+01:00")
    assert [dates.long(iso) for iso in given] == [
        "the 1970s",
        "2017",
        "January 2024",
        "8 March 2024",
        "8 March 2024, 13:32",
    ]  # fmt: skip
    assert [dates.short(iso) for iso in ("197", "2024-01", "2024-03-08")] == ["1970s", "Jan 2024", "8 Mar"]


@pytest.mark.parametrize("words", ["undated", "", "8 March", "2024-19-01", "<b>", "20240308"])
def test_what_is_no_date_stays_as_it_is(words: str) -> None:
    assert dates.long(words) == words
    assert dates.in_days(words) is None


def test_an_axis_keeps_the_order_and_shortens_long_silences() -> None:
    axis = axis_of(["2024-03-10", "2017", "2024-03-08", "2024-03-09"])
    xs = [axis.x(iso) for iso in ("2017", "2024-03-08", "2024-03-09", "2024-03-10")]
    assert xs == sorted(x for x in xs if x is not None)
    assert len(axis.breaks) == 1
    assert xs[0] is not None
    assert xs[1] is not None
    assert xs[0] < axis.breaks[0] < xs[1]
    assert axis.x("2025") is None
    assert axis.x("soon") is None


def test_labels_on_an_axis_have_room() -> None:
    axis = axis_of(f"2024-03-{day:02}" for day in range(1, 31))
    for earlier, later in pairwise(axis.ticks):
        assert later.x - earlier.x >= 9
    narrow = [tick.x for tick in axis.ticks if not tick.wide]
    assert all(later - earlier >= 22 for earlier, later in pairwise(narrow))


def test_one_date_stands_in_the_middle() -> None:
    assert axis_of(["2024-03-08"]).x("2024-03-08") == 50
    assert axis_of([]).places == ()


def test_activity_tells_the_days_and_what_is_undated() -> None:
    drawn = activity(["2024-03-08", "2024-03-08T10:00", "2024-03-15", None])
    assert drawn is not None
    assert drawn.when == "8 to 15 March 2024, 1 undated"
    assert drawn.says == "3 reports, 8 to 15 March 2024, 1 undated, most on 8 March 2024 (2)"
    assert [(bar.count, bar.height) for bar in drawn.bars] == [(2, 100.0), (1, 50.0)]
    assert activity([None, "soon"]) is None


def test_activity_over_years_takes_no_more_room() -> None:
    drawn = activity(["1998-01-01", "2024-03-08"])
    assert drawn is not None
    assert all(bar.x >= 0 and bar.x + bar.width <= 100 for bar in drawn.bars)
    assert drawn.when == "1 January 1998 to 8 March 2024"


def test_the_ledger_hangs_each_article_from_its_origins(story: Story, at: Places) -> None:
    drawn = ledger(story, at)
    assert drawn is not None
    assert {(link.origin.id, link.leaf.id) for link in drawn.links} == {
        (origin.id, article) for origin in story.origins for article in origin.articles
    }
    heights = [origin.y for origin in drawn.origins]
    assert all(later - earlier >= 30 for earlier, later in pairwise(heights))
    assert max(heights) < drawn.height


def test_a_link_of_the_ledger_has_the_words_at_both_ends(story: Story, at: Places) -> None:
    drawn = ledger(story, at)
    assert drawn is not None
    shared = next(link for link in drawn.links if link.kind == "shared-text")
    assert shared.leaf.letter == "B"
    assert "of its words stand in A" in shared.more
    for reason in shared.reasons:
        assert reason.here.letter == "B"
        assert reason.there is not None
        assert reason.there.letter == "A"


def test_the_matrix_has_a_cell_an_article_and_honest_blanks(story: Story, at: Places) -> None:
    drawn = matrix(story, at)
    assert drawn is not None
    told = {(line.claim, line.article): line.told for line in story.coverage}
    for row in drawn.rows:
        claim = next(
            c
            for c in story.claims
            if at.words(row.words.places[0]) == at.words(at.place(c.summary.article, c.summary.span))
        )
        for article, cell in zip(story.articles, row.cells, strict=True):
            tells = any(mention.article == article.id for mention in claim.mentions)
            assert (cell.told == "told") == tells
            assert (cell.place is not None) == tells
            if not tells and (claim.id, article.id) in told:
                assert cell.told == told[claim.id, article.id]


def test_the_timeline_names_what_is_undated(story: Story, at: Places) -> None:
    drawn = timeline(story, at)
    assert drawn is not None
    assert {letter for dot in drawn.published for letter in dot.letters} | set(drawn.undated) == {
        "A",
        "B",
        "C",
    }
    assert {dot.iso for dot in drawn.told} == {event.date for event in story.timeline}
    assert all(0 < dot.x < 100 for dot in drawn.told + drawn.published)


def test_a_track_has_a_lane_a_value_and_says_who_gave_it_first(story: Story, at: Places) -> None:
    changed = [conflict for conflict in story.conflicts if conflict.nature == "update"]
    drawn = tracks(story, at)
    assert [len(track.lanes) for track in drawn] == [len(conflict.sides) for conflict in changed]
    for track, conflict in zip(drawn, changed, strict=True):
        for lane, side in zip(track.lanes, conflict.sides, strict=True):
            assert lane.value == side.value
            assert lane.first.article in {mention.article for mention in side.mentions}


def test_places_of_one_origin_come_together(story: Story, at: Places) -> None:
    places = [at.place(a.id, a.sentences[1]) for a in story.articles]
    groups = at.by_origin(places)
    assert sorted(p.letter for group in groups for p in group) == ["A", "B", "C"]
    assert len(groups) == at.origins_behind(a.id for a in story.articles)
