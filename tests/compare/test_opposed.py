import pytest

from tellings.compare import compare


def claims_with(told, words):
    """The articles of each claim of which a mention holds the words."""
    texts = {r.article.id: r.article.text for r in told.attributed.traced.readings}
    return [
        {mention.article for mention in claim.mentions}
        for claim in told.claims
        if any(words in mention.span.words_in(texts[mention.article]) for mention in claim.mentions)
    ]


@pytest.mark.parametrize(
    ("affirmed", "denied"),
    [
        (
            "The owner of the Lorrin mill, Pavo Hest, was arrested in Kessel on Tuesday.",
            "The owner of the Lorrin mill, Pavo Hest, had not been arrested in Kessel on Tuesday.",
        ),
        (
            "The Merrow port board sold the tug Halden to a firm in Kessel.",
            "The Merrow port board did not sell the tug Halden to a firm in Kessel.",
        ),
        (
            "Union leader Mira Tolland condemned the looting in Kessel on Sunday.",
            "Union leader Mira Tolland refused to condemn the looting in Kessel on Sunday.",
        ),
        (
            "The gates of the Lorrin dam near Kessel stood open on Tuesday.",
            "The gates of the Lorrin dam near Kessel were closed on Tuesday.",
        ),
        (
            "One of the two letters to the Lorrin mill was answered in Kessel.",
            "Neither of the two letters to the Lorrin mill was answered in Kessel.",
        ),
    ],
)
def test_what_one_affirms_and_another_denies_is_no_claim_of_both(story, affirmed, denied):
    told = compare(story(affirmed, denied, affirmed.replace("Kessel", "Kessel itself"), denied))
    for claim in told.claims:
        articles = {mention.article for mention in claim.mentions}
        assert articles <= {"a1", "a3"} or articles <= {"a2", "a4"}
    assert any({m.article for m in claim.mentions} == {"a2", "a4"} for claim in told.claims)


def test_what_did_not_happen_until_a_day_is_not_against_that_it_happened_then(story):
    told = compare(
        story(
            "The Lorrin lock at Merrow did not open until Friday morning, the canal board said.",
            "The Lorrin lock at Merrow did open on Friday morning, the canal board said.",
        )
    )
    assert {"a1", "a2"} in claims_with(told, "Lorrin lock")


def test_two_denials_of_one_thing_are_one_claim(story):
    told = compare(
        story(
            "The Merrow port board will not sell the tug Halden, its head Una Brack said.",
            "Una Brack, head of the Merrow port board, said it would not sell the tug Halden.",
        )
    )
    assert {"a1", "a2"} in claims_with(told, "tug Halden")
