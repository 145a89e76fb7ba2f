from __future__ import annotations

import pytest

from tellings.records import Article
from tellings.trace.credits import find_credits
from tellings.trace.unlisted import outlets_by_use


def credited(*texts: str) -> list[set[str]]:
    outlets = outlets_by_use(texts)
    articles = (Article(id="a", text=text) for text in texts)
    return [{c.name for c in find_credits(a, (), (), outlets=outlets)} for a in articles]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("He had slipped on the quay, according to a story on The Lantern.", "The Lantern"),
        ("“He was unresponsive,” Dr. Quill told The Lantern.", "The Lantern"),
        ("The sale was first reported by Tidewatch.", "Tidewatch"),
        ("The offer was first reported by Ada Quill at The Waterline.", "The Waterline"),
        ("It closes, Ada Quill, a columnist for Tidewatch, wrote, and Tidewatch said why.", "Tidewatch"),
    ],
)
def test_an_outlet_on_no_list_is_known_by_how_it_is_used(text: str, name: str) -> None:
    assert credited(text) == [{name}]


def test_a_name_that_one_article_shows_to_be_an_outlet_is_one_in_the_others() -> None:
    first = "He had slipped on the quay, according to a detailed account by The Lantern."
    second = "“He was unresponsive,” Dr. Quill told the Lantern, adding that a Lantern in red had been lit."
    assert credited(first, second) == [{"The Lantern"}, {"Lantern"}]


@pytest.mark.parametrize(
    "text",
    [
        "Ms. Orlo told The Hague tribunal that she had seen nothing.",
        "The figure stands in a report by The Harbour Trust.",
        "The leak was first reported by the Ministry of Ports.",
        "The wreck was first reported by Anna Orlo, a diver.",
        "She is a columnist for Twitter.",
    ],
)
def test_institutions_people_and_platforms_are_no_outlets(text: str) -> None:
    assert not outlets_by_use([text])
