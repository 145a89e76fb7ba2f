"""How an assertion is put: denied, possible, wished for, hearsay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tellings.compare import compare
from tellings.compare.assertions import find_assertions
from tellings.compare.classes import Classes
from tellings.compare.modality import manners_of
from tellings.records import Span


@pytest.mark.parametrize(
    ("sentence", "polarity", "modality"),
    [
        ("The council has asked the army for help.", "affirmed", "asserted"),
        ("The council has not asked the army for help.", "denied", "asserted"),
        ("The council would welcome help from the army.", "affirmed", "wished"),
        ("The council hopes to reopen the bridge in spring.", "affirmed", "wished"),
        ("The bridge may have been closed by the council.", "affirmed", "possible"),
        ("The mayor did not rule out a second inquiry.", "affirmed", "possible"),
        ("The mayor ruled out a second inquiry.", "denied", "asserted"),
        ("The driver was reportedly speeding before the crash.", "affirmed", "hearsay"),
        ("Nobody was hurt in the collapse of the bridge.", "denied", "asserted"),
        ("No talks were held between the council and the army.", "denied", "asserted"),
        ("Everyone on the quay could see the smoke.", "affirmed", "asserted"),
        ("The dam could be repaired before the winter.", "affirmed", "possible"),
        ("The fire did not reach the old market.", "denied", "asserted"),
        ("Divers who had not slept found the wreck.", "affirmed", "asserted"),
        ("The minister assured reporters on Tuesday that the ferry would not be sold.", "denied", "asserted"),
        ("The minister assured reporters on Tuesday that the ferry would be sold.", "affirmed", "asserted"),
        ("Police said the barn had not been searched.", "denied", "asserted"),
        ("The chairman gave no word on when the mill would reopen.", "denied", "asserted"),
        ("The panel saw no ground for a second count.", "denied", "asserted"),
        ("Divers found nothing in the wreck.", "denied", "asserted"),
        ("The mayor refused to resign over the collapse.", "denied", "asserted"),
        ("The company promised never to close the school.", "denied", "asserted"),
        ("The firm will close no fewer than three mills.", "affirmed", "asserted"),
        ("There is no doubt that the dam was full.", "affirmed", "asserted"),
        ("The storm destroyed a mill that had not been insured.", "affirmed", "asserted"),
    ],
)
def test_a_sentence_is_put_as_its_verb_puts_it(story, sentence, polarity, modality):
    pool = find_assertions(story(sentence))
    assert manners_of(pool, Classes())[0] == (polarity, modality)


def said(story, account, text, content, cue):
    built = story(account(text, said=[content]), "The bridge over the Orlow was closed in May.")
    (statement,) = built.statements
    start = text.index(cue)
    cued = replace(statement, cue=(Span(start, start + len(cue)),), source=(Span(0, start - 1),))
    return replace(built, statements=(cued,))


@pytest.mark.parametrize(
    ("cue", "polarity", "modality"),
    [
        ("said that", "affirmed", "asserted"),
        ("denied that", "denied", "asserted"),
        ("did not deny that", "affirmed", "possible"),
        ("did not rule out that", "affirmed", "possible"),
    ],
)
def test_a_statement_is_put_as_its_cue_puts_it(story, account, cue, polarity, modality):
    content = "the company had closed the bridge"
    built = said(story, account, f"The mayor {cue} {content}.", content, cue)
    assert manners_of(find_assertions(built), Classes())[0] == (polarity, modality)


@pytest.mark.parametrize(
    ("content", "polarity", "modality"),
    [
        ("it will not send soldiers to the islands", "denied", "asserted"),
        ("it will send soldiers to the islands", "affirmed", "asserted"),
        ("it saw no ground for a second count", "denied", "asserted"),
        ("it may send soldiers to the islands", "affirmed", "possible"),
    ],
)
def test_a_statement_is_put_as_its_content_puts_it(story, account, content, polarity, modality):
    built = said(story, account, f"The mayor has assured the union that {content}.", content, "has assured")
    assert manners_of(find_assertions(built), Classes())[0] == (polarity, modality)


def test_the_mentions_of_a_claim_keep_how_each_article_puts_it(story, account):
    told = compare(
        story(
            "The company closed the old bridge over the Orlow on Monday night.",
            "The company may have closed the old bridge over the Orlow on Monday night.",
        )
    )
    (claim,) = [claim for claim in told.claims if claim.status == "agreed"]
    assert {m.article: (m.polarity, m.modality) for m in claim.mentions} == {
        "a1": ("affirmed", "asserted"),
        "a2": ("affirmed", "possible"),
    }
