import numpy as np
import pytest

from tellings.compare import compare
from tellings.compare.assertions import find_assertions
from tellings.compare.candidates import find_candidates
from tellings.compare.claims import find_claims
from tellings.compare.nodes import find_nodes
from tellings.compare.reads_alone import cuts_a_quotation
from tellings.compare.scorer import Alignment
from tellings.compare.status import only_respells
from tellings.records import Cite, Conflict, Side, Span

SINKING = "The ferry Ostrava sank off Port Merrow in a storm on Monday night."


def test_two_tellings_of_one_fact_are_one_claim(story):
    told = compare(
        story(
            SINKING + "\nDivers from Kessel will examine the hull next week.",
            "In a storm on Monday night the ferry Ostrava sank off Port Merrow.\nTicket prices had doubled.",
        )
    )
    (claim,) = [c for c in told.claims if c.status == "agreed"]
    assert {m.article for m in claim.mentions} == {"a1", "a2"}
    assert claim.origins == ("o1", "o2")
    assert claim.summary in [m.cite for m in claim.mentions]


def test_what_one_article_tells_alone_is_a_single_claim(story):
    told = compare(story(SINKING, "Ticket prices for the Kessel museum had doubled since spring."))
    assert {c.status for c in told.claims} == {"single"}


def test_words_of_a_speaker_are_marked_with_the_statement(story, account):
    text = "The hull of the ferry Ostrava was cracked before it sailed, inspector Dorn said."
    told = compare(
        story(account(text, said=["The hull of the ferry Ostrava was cracked before it sailed"]), SINKING)
    )
    assert "s1.0" in [m.statement for c in told.claims for m in c.mentions]


def test_boilerplate_and_questions_make_no_claim(story, account):
    told = compare(
        story(
            account(
                SINKING
                + "\nSubscribe to the Kessel Courier newsletter today.\nWho owns the ferry Ostrava now?",
                boilerplate=["Subscribe to the Kessel Courier newsletter today."],
            ),
            SINKING,
        )
    )
    texts = {
        "a1": SINKING + "\nSubscribe to the Kessel Courier newsletter today.\nWho owns the ferry Ostrava now?"
    }
    printed = [m.span.words_in(texts["a1"]) for c in told.claims for m in c.mentions if m.article == "a1"]
    assert printed == [SINKING]


def test_claims_do_not_chain_through_a_sentence_that_tells_two_facts(story):
    told = compare(
        story(
            "The ferry Ostrava sank off Port Merrow.",
            "The ferry Ostrava sank off Port Merrow and the owner Ludek Brandt was arrested in Kessel.",
            "The owner Ludek Brandt was arrested in Kessel.",
        )
    )
    for claim in told.claims:
        assert {m.article for m in claim.mentions} != {"a1", "a2", "a3"}


def test_a_claim_in_a_conflict_is_disputed_or_changed(story, account):
    told = compare(
        story(
            account(
                "Four people were killed when the ferry Ostrava sank off Port Merrow.",
                quantities={"Four": {"low": 4.0, "high": 4.0, "counted": "people"}},
            ),
            account(
                "Nine people were killed when the ferry Ostrava sank off Port Merrow.",
                published="2031-05-06",
                quantities={"Nine": {"low": 9.0, "high": 9.0, "counted": "people"}},
            ),
        )
    )
    assert {c.status for c in told.claims} == {"changed"}


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_articles_make_no_trouble(story, count):
    told = compare(story(*[SINKING] * count))
    assert len(told.claims) == count
    assert told.conflicts == ()


def test_three_hundred_copies_are_compared_as_one_wording(story):
    told = compare(story(*[SINKING + f"\nReporter number {n} was there." for n in range(300)]))
    largest = max(told.claims, key=lambda claim: len(claim.mentions))
    assert len(largest.mentions) >= 300


def test_a_wall_of_text_and_ten_thousand_quotation_marks_do_no_harm(story):
    told = compare(
        story("ferry, and then the ship; " * 5_000 + "\n" + "“He said”, and " * 400, '"“' * 5000 + SINKING)
    )
    assert told.conflicts == ()


def test_a_line_of_a_place_and_a_day_makes_no_claim(story):
    told = compare(
        story(
            "Ferry sinks\n\nKessel Radio, MERROW, May 5, 2031\n\nThe ferry Ostrava sank off Port Merrow.",
            "Ferry sinks\n\nHerald newsroom | 5 May 2031\n\nThe ferry Ostrava went down off Port Merrow.",
        )
    )
    assert all(claim.summary.span.start > len("Ferry sinks\n\nHerald newsroom") for claim in told.claims)
    assert any(len(claim.mentions) == 2 for claim in told.claims)


def test_a_caption_does_not_stand_for_a_claim(story):
    told = compare(
        story(
            "Photo: The ferry Ostrava lies in the harbour of Port Merrow on Monday.",
            "The ferry Ostrava lies in the harbour of Port Merrow on Monday, three days after the storm.",
        )
    )
    claim = next(c for c in told.claims if len(c.mentions) == 2)
    assert claim.summary.article == "a2"


def summaries(told):
    texts = {r.article.id: r.article.text for r in told.attributed.traced.readings}
    return [c.summary.span.words_in(texts[c.summary.article]) for c in told.claims if len(c.mentions) > 1]


def test_a_clause_stands_for_a_claim_with_the_sentence_around_it(story):
    text = "The mayor has been in hospital since Monday, but has walked again in the garden of the ward."
    told = compare(story(text, text))
    assert any(text[slice(*m.span)].startswith("but has walked") for c in told.claims for m in c.mentions)
    assert all(words[0].isupper() for words in summaries(told))


def test_a_sentence_of_the_text_stands_for_a_claim_and_not_the_headline(story, account):
    headline = "Ferry Ostrava sinks off Port Merrow in storm"
    told = compare(
        story(
            account(f"{headline}\n{SINKING}", title=headline),
            account(f"{headline}\n{SINKING}", title=headline),
        )
    )
    assert SINKING in summaries(told)


def test_a_name_spelled_in_two_ways_puts_nothing_in_dispute():
    def conflict(kind, *values):
        sides = tuple(Side(value=v, mentions=(Cite("a1", Span(0, 9)),), origins=()) for v in values)
        return Conflict(
            id="x1", kind=kind, nature="contradiction", about="", sides=sides, reason="", confidence=0.9
        )

    assert only_respells(conflict("person", "Hutcheson", "Hutchison’s"))
    assert not only_respells(conflict("person", "Rolf Adair", "Gerda Holm"))
    assert not only_respells(conflict("place", "Kessel", "Port Merrow"))
    assert not only_respells(conflict("number", "40 houses", "41 houses"))


@pytest.mark.parametrize(
    ("words", "cut"),
    [
        ("Guaranteed to be a wet day,' he posted.", True),
        ("'It will be red and fast.", True),
        ("“It was dark, he said.", True),
        ("'It was dark,' he said.", False),
        ("The '90s were kind to the crew's families.", False),
    ],
)
def test_a_quotation_cut_in_two_is_known_by_its_marks(words, cut):
    assert cuts_a_quotation(words) == cut


def _claims(attributed, same: dict[frozenset[str], float]):
    """The claims, where the pairs of two articles are that probable to tell one fact."""
    nodes = find_nodes(find_assertions(attributed))
    pairs = find_candidates(nodes)
    homes = [
        frozenset(nodes.first[node].cite.article for node in pair)
        for pair in zip(pairs.left.tolist(), pairs.right.tolist(), strict=True)
    ]
    probable = np.array([same.get(home, 0.0) for home in homes])
    return find_claims(Alignment(nodes=nodes, pairs=pairs, same=probable, same_from=0.25))


IN_THREE = (
    "The ferry Ostrava sank off Port Merrow in a heavy storm on Monday night.",
    "The ferry Ostrava sank in a storm off Port Merrow late on Monday night.",
    "Off Port Merrow a storm took the ferry Ostrava down.",
)


def test_an_article_that_only_may_tell_a_claim_is_not_counted(story):
    surely, perhaps = 0.9, 0.4
    (claim,) = _claims(
        story(*IN_THREE),
        {
            frozenset(("a1", "a2")): surely,
            frozenset(("a1", "a3")): perhaps,
            frozenset(("a2", "a3")): perhaps,
        },
    )
    assert {m.article: m.confidence for m in claim.mentions} == {"a1": 1.0, "a2": surely, "a3": perhaps}
    assert claim.status == "agreed"
    assert claim.origins == ("o1", "o2")


def test_what_another_article_only_may_tell_is_told_by_one(story):
    (claim,) = _claims(story(*IN_THREE[:2]), {frozenset(("a1", "a2")): 0.4})
    assert (claim.status, len(claim.origins), len(claim.mentions)) == ("single", 1, 2)


def test_a_third_wording_can_bear_two_out(story):
    (claim,) = _claims(
        story(*IN_THREE),
        {
            frozenset(("a1", "a2")): 0.9,
            frozenset(("a1", "a3")): 0.3,
            frozenset(("a2", "a3")): 0.95,
        },
    )
    assert min(m.confidence for m in claim.mentions) >= 0.85
