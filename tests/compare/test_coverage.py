from tellings.compare import compare

SINKING = "The ferry Ostrava sank off Port Merrow in a storm on Monday night."
FILLER = "\n".join(
    f"Paragraph {n} tells of the harbour and its many boats in some detail." for n in range(40)
)


def told_by(told):
    (claim,) = [c for c in told.claims if "Ostrava" in c.summary.span.words_in(TEXT[c.summary.article])]
    return {c.article: c.told for c in told.coverage if c.claim == claim.id}


TEXT = {}


def cover(story, *accounts):
    attributed = story(*accounts)
    TEXT.clear()
    TEXT.update({r.article.id: r.article.text for r in attributed.traced.readings})
    return told_by(compare(attributed))


def test_an_article_that_tells_it_has_told_it_and_a_silent_one_has_not(story, account):
    coverage = cover(story, SINKING, SINKING, account("The museum of Kessel opens a new wing on Friday."))
    assert coverage == {"a1": "told", "a2": "told", "a3": "not-mentioned"}


def test_an_article_of_the_day_before_could_not_have_told_it(story, account):
    coverage = cover(
        story, SINKING, SINKING, account("The museum of Kessel opens a new wing.", published="2031-05-01")
    )
    assert coverage["a3"] == "published-before"


def test_a_teaser_may_have_told_it_where_we_cannot_read(story, account):
    long = SINKING + "\n" + FILLER
    coverage = cover(story, long, long, account("The museum of Kessel opens a new wing on Friday."))
    assert coverage["a3"] == "partial-text"


def test_an_article_aligned_with_words_of_a_claim_does_not_leave_it_out(story, account):
    from tellings.compare.coverage import find_coverage
    from tellings.records import Cite, Claim, Mention, Span

    attributed = story(SINKING, SINKING, SINKING, account("The museum of Kessel opens a new wing."))

    def claim(name, *articles):
        mentions = tuple(Mention(article=a, span=Span(0, 40)) for a in articles)
        return Claim(
            id=name, summary=Cite(articles[0], Span(0, 40)), status="agreed", origins=(), mentions=mentions
        )

    coverage = find_coverage(attributed.traced, [claim("c1", "a1", "a2"), claim("c2", "a2", "a3")])
    assert {(c.claim, c.article) for c in coverage if c.told != "told"} == {("c1", "a4"), ("c2", "a4")}


PAID = "The council of Tarn voted on Wednesday to pay for a second lifeboat."
STILL = "The museum of Kessel opens a new wing on Friday."


def test_a_day_before_what_an_article_tells_of_is_not_the_day_it_appeared(story, account):
    dates = {"Monday": {"value": "2031-05-03"}, "Wednesday": {"value": "2031-05-05"}}
    told = f"{SINKING}\n{PAID}"
    early = account(told, published="2031-02-11")
    others = (
        account(told + "\n" + STILL, published="2031-05-06", dates=dates),
        account(told + "\n" + STILL, published="2031-05-06", dates=dates),
    )
    compared = compare(story(early, *others))
    (museum,) = [c for c in compared.claims if {m.article for m in c.mentions} == {"a2", "a3"}]
    assert [c.told for c in compared.coverage if (c.claim, c.article) == (museum.id, "a1")] == [
        "not-mentioned"
    ]
    before = account("Tickets for the opera are sold out until autumn.", published="2031-02-11")
    compared = compare(story(before, *others))
    assert {c.told for c in compared.coverage if c.article == "a1"} == {"published-before"}
