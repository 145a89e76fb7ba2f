from __future__ import annotations

import numpy as np
import pytest

from tellings.read import read
from tellings.read.door import read_one
from tellings.records import Article

pytestmark = pytest.mark.models

WIRE = (
    "Karvia premier rules out port deal\n\n"
    "HOLMSUND, March 4 - Prime Minister Ilse Torvald said on Wednesday that Karvia would not lease the port "
    "of Holmsund to the eastern fleet.\n\n"
    "“There is no request and there will be none,” Torvald told reporters after talks with the defence "
    "minister, Jon Aasen.\n\n"
    "A senior official, who asked not to be named, said the cabinet had discussed the lease twice.\n"
)


def told(article: Article) -> list[tuple[str, str, str]]:
    """Source, cue and content of each attribution, as words."""
    text = article.text
    words = lambda spans: " … ".join(s.words_in(text) for s in spans)  # noqa: E731
    return [(words(a.source), words(a.cue), words(a.content)) for a in read_one(article).attributions]


def test_direct_and_indirect_statements_are_found_with_their_sources():
    found = told(Article(id="a1", text=WIRE))
    by_source = {source: content for source, _, content in found}
    assert any("Torvald" in source and "would not lease the port" in c for source, c in by_source.items())
    assert any(source == "Torvald" and "There is no request" in c for source, c in by_source.items())
    assert any(
        source.startswith("A senior official") and "discussed the lease" in c
        for source, c in by_source.items()
    )


def test_forms_follow_the_quotation_marks():
    reading = read_one(Article(id="a1", text=WIRE))
    forms = {a.form for a in reading.attributions if "no request" in a.content[0].words_in(WIRE)}
    assert forms == {"direct"}


def test_people_and_places_are_named():
    reading = read_one(Article(id="a1", text=WIRE))
    names = {(e.span.words_in(WIRE), e.type) for e in reading.entities}
    assert any("Torvald" in words and kind == "person" for words, kind in names)
    assert any("Holmsund" in words and kind == "place" for words, kind in names)


def test_sentence_vectors_put_like_beside_like():
    text = (
        "At least forty people drowned when the ferry sank.\n\n"
        "The sinking of the ferry killed some 40 passengers.\n\n"
        "Wheat prices rose for a third week on the Merrow exchange.\n"
    )
    reading = read_one(Article(id="a1", text=text))
    assert reading.vectors.shape == (3, 384)
    assert np.allclose(np.linalg.norm(reading.vectors, axis=1), 1, atol=1e-4)
    alike = reading.vectors @ reading.vectors.T
    assert alike[0, 1] > alike[0, 2] + 0.2


def test_articles_are_read_one_after_another_and_in_order():
    articles = [Article(id=f"a{n}", text=WIRE) for n in range(3)]
    assert [r.article.id for r in read(iter(articles))] == ["a0", "a1", "a2"]


@pytest.mark.parametrize("text", ["", " \n", "“" * 10_000, "A" * 20_000, "no stop " * 20_000])
def test_hostile_texts_are_read_without_complaint(text: str):
    reading = read_one(Article(id="a1", text=text))
    assert all(s.end <= len(text) for a in reading.attributions for s in a.content)
