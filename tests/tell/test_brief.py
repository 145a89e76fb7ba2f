from __future__ import annotations

from dataclasses import replace

import pytest
from lock_gate import TEXTS, compared, reading_of

from tellings.dossier import Story
from tellings.records import (
    Article,
    Attributed,
    Cite,
    Claim,
    Compared,
    Conflict,
    Credit,
    Grouped,
    Mention,
    Origin,
    Provenance,
    Quantity,
    Side,
    Span,
    Traced,
)
from tellings.tell import tell
from tellings.tell.brief import MOST_LINES, draw_up_brief
from tellings.tell.places import Places
from tellings.tell.sentences import Sentences, awkwardness
from tellings.tell.told import brief, shared


def test_every_line_is_the_exact_words_of_its_first_cite(story: Story) -> None:
    assert story.brief
    for line in story.brief:
        first = line.cites[0]
        assert line.text == TEXTS[first.article][slice(*first.span)]


def test_a_disputed_point_gives_both_sides_one_after_the_other(story: Story) -> None:
    disputed = [line.text for line in story.brief if line.disputed]
    assert len(disputed) == 2
    assert "40 houses" in disputed[0]
    assert "65 houses" in disputed[1]


def test_a_conflict_that_is_not_sure_enough_is_not_called_disputed() -> None:
    story = compared()
    doubtful = tuple(replace(conflict, confidence=0.4) for conflict in story.conflicts)
    lines = draw_up_brief(replace(story, conflicts=doubtful))
    assert not any(line.disputed for line in lines)


def test_nothing_is_said_twice(story: Story) -> None:
    bursts = [line.text for line in story.brief if "barges adrift" in line.text]
    assert len(bursts) == 1


def test_without_claims_the_opening_sentences_stand_in() -> None:
    lines = draw_up_brief(replace(compared(), claims=(), conflicts=()))
    assert 1 <= len(lines) <= 3
    assert all(line.cites for line in lines)


def test_boilerplate_is_never_quoted(story: Story) -> None:
    assert not any("Read more" in line.text or "Photo:" in line.text for line in story.brief)


def test_a_brief_stays_brief() -> None:
    story = compared()
    many = tuple(replace(story.claims[0], id=f"c{n}") for n in range(40))
    assert len(draw_up_brief(replace(story, claims=many))) <= MOST_LINES


@pytest.mark.parametrize(
    "awkward",
    [
        "He said the gate would hold.",
        "setting three barges adrift",
        "Lock gate bursts at Merrow",
        "But the mayor of Merrow disagreed with the canal board.",
        'The mayor said: "The gate was sound and nobody told us.',
        "Mayor Ada Lorne (L) meets the men who closed the lock at Merrow.",
    ],
)
def test_words_that_need_their_surroundings_are_awkward(awkward: str) -> None:
    assert awkwardness(awkward) > awkwardness("The mayor of Merrow said the gate of the lock would hold.")


def test_a_place_that_denies_what_a_line_affirms_is_not_cited_for_it() -> None:
    story = compared()
    first, *rest = story.claims
    *alike, last = first.mentions
    denying = replace(first, mentions=(*alike, replace(last, polarity="denied")))
    told = tell(replace(story, claims=(denying, *rest)))
    (line,) = [line for line in told.brief if "barges adrift" in line.text]
    assert {cite.article for cite in line.cites} == {"a1", "a2"}
    by_all = shared(told, Places(told), by_all=True)
    by_some = shared(told, Places(told), by_all=False)
    assert not by_all
    assert {place.article for place in by_some[0].places} == {"a1", "a2"}


def test_a_sentence_that_goes_on_to_another_figure_of_the_kind_is_not_cited() -> None:
    texts = (
        "Harbour firm Lorrin is to lay off 900 people after a loss of 41 million crowns.",
        "Lorrin is to lay off 900 people at its yards, after a loss of 44 million crowns.",
    )
    readings = tuple(
        replace(
            reading_of(Article(id=f"a{n}", text=text)),
            quantities=tuple(
                Quantity(
                    span=Span(text.index(printed), text.index(printed) + len(printed)),
                    low=value,
                    high=value,
                    **kind,
                )
                for printed, value, kind in (
                    ("900", 900.0, {"counted": "people"}),
                    ("41 million crowns", 41e6, {"unit": "crowns"}),
                    ("44 million crowns", 44e6, {"unit": "crowns"}),
                )
                if printed in text
            ),
        )
        for n, text in enumerate(texts, 1)
    )
    story = compared()
    traced = replace(
        story.attributed.traced, story=Grouped(id="s", readings=readings), provenance={}, origins=()
    )
    sentences = Sentences(replace(story, attributed=replace(story.attributed, traced=traced)))
    one, other = (Cite(reading.article.id, reading.sentences[0].span) for reading in readings)
    clause = Cite(other.article, Span(0, texts[1].index(",")))
    assert not sentences.same_figures(one, other)
    assert not sentences.same_figures(one, clause)
    assert sentences.same_figures(one, one)


def running(*days_and_texts: tuple[str, str]) -> Compared:
    """A story that goes on: an article a day, a line a sentence, nothing aligned yet."""
    readings = tuple(
        reading_of(Article(id=f"a{n}", text=text, published=day))
        for n, (day, text) in enumerate(days_and_texts, 1)
    )
    origins = tuple(
        Origin(id=f"o{n}", name="", kind="outlet", articles=(r.article.id,))
        for n, r in enumerate(readings, 1)
    )
    traced = Traced(story=Grouped(id="s", readings=readings), provenance={}, origins=origins)
    attributed = Attributed(traced=traced, speakers=(), statements=(), utterances=())
    return Compared(attributed=attributed, claims=(), conflicts=(), naming=(), coverage=())


def claim_of(story: Compared, name: str, *at: tuple[int, int]) -> Claim:
    """A claim of these sentences: (article, sentence), from 0."""
    readings = story.attributed.traced.readings
    cites = [Cite(readings[a].article.id, readings[a].sentences[s].span) for a, s in at]
    mentions = tuple(Mention(article=cite.article, span=cite.span) for cite in cites)
    return Claim(id=name, summary=cites[0], status="agreed", origins=(), mentions=mentions)


BURST = "A dam burst above the town of Orlen on Sunday and its market hall was flooded."
MISSING = "Nineteen workers of the sugar mill were unaccounted for in the evening, police said."
FOUND = "Only four workers of the sugar mill were unaccounted for, said the police."
REOPENED = "Shops in Orlen opened again on Wednesday after engineers had pumped out the last cellars."


def test_a_running_story_gives_the_last_step_and_the_newest_lead() -> None:
    story = running(
        ("2031-03-02", f"{BURST}\n{MISSING}"), ("2031-03-03", f"{BURST}\n{FOUND}"), ("2031-03-05", REOPENED)
    )
    burst, missing = claim_of(story, "c1", (0, 0), (1, 0)), claim_of(story, "c2", (0, 1))
    sides = tuple(
        Side(value=value, mentions=(claim_of(story, "x", where).summary,), origins=())
        for value, where in (("Nineteen", (0, 1)), ("four", (1, 1)))
    )
    update = Conflict(
        id="x1", kind="number", nature="update", about="", sides=sides, reason="falling", confidence=0.9
    )
    told = tell(replace(story, claims=(burst, missing), conflicts=(update,)))
    assert [line.text for line in told.brief] == [BURST, REOPENED, FOUND]
    assert [point.as_of for point in brief(told, Places(told))] == ["2031-03-03", None, "2031-03-03"]


def test_nobody_who_wrote_before_the_news_is_cited_for_it() -> None:
    story = running(
        ("2031-03-02", f"{BURST}\n{MISSING}"), ("2031-03-03", f"{BURST}\n{FOUND}"), ("2031-03-05", REOPENED)
    )
    wrong = claim_of(story, "c2", (2, 0), (0, 1))
    told = tell(replace(story, claims=(claim_of(story, "c1", (0, 0), (1, 0)), wrong)))
    (line,) = [line for line in told.brief if line.text == REOPENED]
    assert [cite.article for cite in line.cites] == ["a3"]


def test_a_caption_of_two_sentences_before_the_credit_of_its_picture_is_awkward() -> None:
    text = (
        "Orlen, Norvik, families leave their cellars on Sunday. "
        "The dam above the town burst at noon, its owner said. "
        "(Ilse Brandt/Orlen Post via NPA)\nThe dam above the town of Orlen burst at noon, its owner said."
    )
    story = running(("2031-03-02", text))
    credit = Span(text.index("(Ilse"), text.index("NPA)") + 4)
    provenance = Provenance(
        article="a1",
        boilerplate=(credit,),
        credits=(Credit(name="NPA", kind="photo", span=Span(credit.end - 4, credit.end - 1)),),
        derives_from=(),
    )
    traced = replace(story.attributed.traced, provenance={"a1": provenance})
    sentences = Sentences(replace(story, attributed=replace(story.attributed, traced=traced)))

    def awkward(words: str) -> float:
        start = text.index(words)
        return min(c.awkwardness for c in sentences.candidates(Cite("a1", Span(start, start + len(words)))))

    below = awkward("The dam above the town of Orlen burst at noon, its owner said.")
    assert awkward("Orlen, Norvik, families leave their cellars on Sunday.") > below + 2
    assert awkward("The dam above the town burst at noon, its owner said.") > below + 2
