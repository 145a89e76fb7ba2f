import pytest

from tellings.errors import NoSuchOrigin
from tellings.tell.markdown import as_markdown
from tellings.tell.page import as_page
from tellings.tell.terminal import as_text
from tellings.tell.without import named_origin, without


def test_what_falls_holds_and_rests_on_one_are_kept_apart(story):
    for origin in story.origins:
        taken = without(story, origin.id).without
        groups = (set(taken.falls), set(taken.single), set(taken.holds))
        assert not groups[0] & groups[1]
        assert not groups[1] & groups[2]
        told = {claim.id: {mention.article for mention in claim.mentions} for claim in story.claims}
        gone = set(taken.articles)
        assert {claim for claim, tellers in told.items() if tellers <= gone} <= groups[0]
        elsewhere = {claim for claim, tellers in told.items() if not tellers & set(origin.articles)}
        assert not elsewhere & (groups[0] | groups[1])


def test_without_the_only_origin_everything_falls(story):
    only = story.origins[0].model_copy(update={"articles": [article.id for article in story.articles]})
    taken = without(story.model_copy(update={"origins": [only]}), only.id).without
    assert sorted(taken.falls) == sorted(claim.id for claim in story.claims)
    assert taken.conflicts_left == []


def test_an_origin_is_named_by_id_number_or_name(story):
    origin = story.origins[0]
    for name in (origin.id, "1", "origin 1", origin.name, origin.name.upper()):
        assert named_origin(story, name) is origin


def test_an_unknown_origin_is_refused_with_those_that_are_there(story):
    with pytest.raises(NoSuchOrigin) as refused:
        without(story, "Nowhere Wire")
    assert all(origin.name in refused.value.fix for origin in story.origins)


@pytest.mark.parametrize("render", [as_text, as_markdown, as_page])
def test_every_rendering_has_the_section_only_where_it_was_asked_for(story, render):
    heading = f"Without origin 1, {story.origins[0].name}"
    assert heading not in render(story)
    assert heading in render(without(story, "1"))
