import pytest

from tellings.errors import NoSuchArticle
from tellings.ledger import LedgerEdits
from tellings.trace import trace
from tellings.trace.ledger import linked, unlinked, with_owners

WIRE = (
    "Engineers closed the sluice at Torvik shortly before midnight after water began to seep through the "
    "eastern wall of the reservoir, and families in the lower town were told to leave their houses."
)
OTHER = "The mayor spent the evening at the school gymnasium, where some forty people had come with blankets."


@pytest.fixture
def traced(reading, story):
    return trace(
        story(
            reading(WIRE, id="a1", outlet="Torvik Gazette", path="saved/gazette.txt"),
            reading(WIRE, id="a2", outlet="Sound Courier"),
            reading(OTHER, id="a3", outlet="Harrow Daily"),
        )
    )


def resting(story):
    return [set(origin.articles) for origin in story.origins]


def test_a_linked_article_rests_on_the_other_ones_origin_and_on_none_of_its_own(traced):
    assert resting(traced) == [{"a1", "a2"}, {"a3"}]
    changed = linked(traced, "a3", "a1")
    assert resting(changed) == [{"a1", "a2", "a3"}]
    assert changed.origins_of({"a1", "a3"}) == ("o1",)
    reason = changed.origins[0].reasons[-1]
    assert (reason.kind, reason.article, reason.other_article) == ("by-hand", "a3", "a1")
    assert reason.span.words_in(OTHER) == OTHER


def test_an_unlinked_article_is_an_origin_by_itself(traced):
    changed = unlinked(traced, "a2", "a1")
    assert resting(changed) == [{"a1"}, {"a3"}, {"a2"}]
    assert changed.origins[-1].name == "Sound Courier"
    assert len({origin.id for origin in changed.origins}) == 3
    assert changed.origins[0].reasons == ()


def test_outlets_of_one_owner_are_one_origin_with_its_reason_cited_at_both_ends(traced):
    changed = with_owners(traced, {"Torvik Gazette": "Lowe Press", "Harrow Daily": "lowe press"})
    assert resting(changed) == [{"a1", "a2", "a3"}]
    reason = changed.origins[0].reasons[-1]
    assert (reason.kind, reason.article, reason.other_article) == ("same-owner", "a3", "a1")


def test_owners_of_other_outlets_change_nothing(traced):
    assert with_owners(traced, {"Torvik Gazette": "Lowe Press", "Elsewhere": "Lowe Press"}) == traced


@pytest.mark.parametrize("name", ["A", "a1", "gazette.txt", "gazette", "torvik gazette"])
def test_articles_are_named_by_letter_id_file_or_outlet(traced, name):
    edits = LedgerEdits(link=[("Harrow Daily", name)])
    assert resting(edits.applied_to(traced, [traced.story])) == [{"a1", "a2", "a3"}]


def test_an_unknown_letter_is_refused_with_those_that_are_there(traced):
    with pytest.raises(NoSuchArticle) as refused:
        LedgerEdits(link=[("A", "Q")]).check([traced.story])
    assert "There is no article Q." in refused.value.message
    assert "A Torvik Gazette; B Sound Courier; C Harrow Daily" in refused.value.fix


def test_an_article_is_not_linked_to_itself(traced):
    with pytest.raises(NoSuchArticle, match="one article"):
        LedgerEdits(link=[("A", "torvik gazette")]).check([traced.story])


def test_a_name_of_two_articles_is_refused(reading, story):
    two = story(*(reading(OTHER, id=f"a{n}", outlet="Harrow Daily") for n in (1, 2, 3)))
    with pytest.raises(NoSuchArticle, match="3 articles: A, B, C"):
        LedgerEdits(unlink=[("A", "Harrow Daily")]).check([two])


def test_letters_that_several_stories_have_are_refused(reading, story):
    from dataclasses import replace

    one = story(reading(OTHER, id="a1"), reading(WIRE, id="a2"))
    other = replace(story(reading(OTHER, id="a3"), reading(WIRE, id="a4")), id="second")
    with pytest.raises(NoSuchArticle, match="2 stories"):
        LedgerEdits(link=[("A", "B")]).check([one, other])
    LedgerEdits(link=[("a3", "a4")]).check([one, other])
    with pytest.raises(NoSuchArticle, match="not of one story"):
        LedgerEdits(link=[("a1", "a4")]).check([one, other])
