from __future__ import annotations

import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent / "tell"))

from lock_gate import compared

from tellings.dossier import Story
from tellings.tell import tell
from tellings.tell.page import as_page
from tellings.verify import NotADossier, verify


@pytest.fixture(scope="module")
def story() -> Story:
    return tell(compared())


@pytest.fixture
def record(story: Story) -> Any:
    return json.loads(story.model_dump_json())


def misses(record: Any) -> str:
    return "\n".join(f"{miss.where}: {miss.what}" for miss in verify(json.dumps(record)).misses)


def test_a_dossier_as_it_was_written_holds(story: Story) -> None:
    for text in (story.model_dump_json(), story.model_dump_json(indent=2), as_page(story)):
        found = verify(text)
        assert found.misses == ()
        assert (found.stories, found.articles, found.passages) == (1, 3, len(story.passages))
        assert "word for word" in found.summary


def test_several_stories_are_checked_line_by_line_or_as_a_list(story: Story) -> None:
    line = story.model_dump_json()
    assert verify(f"{line}\n{line}\n").stories == 2
    assert verify(f"[{line}, {line}, {line}]").stories == 3


def test_a_changed_word_is_found(record: Any) -> None:
    record["articles"][0]["text"] = record["articles"][0]["text"].replace("40 houses", "45 houses")
    assert "article a1: its text is not what it was" in misses(record)
    assert "45 houses" in misses(record)


def test_a_moved_offset_is_found(record: Any) -> None:
    record["claims"][0]["mentions"][0]["span"][0] += 2
    assert re.search(r"claim c1: a1:\d+-\d+ is not among the passages", misses(record))


def test_an_offset_outside_the_text_is_found(record: Any) -> None:
    record["conflicts"][0]["sides"][0]["mentions"][0]["span"] = [5, 99_999]
    assert "conflict x1: a1:5-99999 points outside the text" in misses(record)
    record["conflicts"][0]["sides"][0]["mentions"][0]["span"] = [9, 9]
    assert "points outside the text" in misses(record)


def test_a_removed_passage_is_found(record: Any) -> None:
    gone = next(key for key in record["passages"] if key.startswith("a3"))
    del record["passages"][gone]
    assert f"{gone} is not among the passages" in misses(record)


def test_a_removed_article_is_found(record: Any) -> None:
    del record["articles"][2]
    assert "points at an article that is not there" in misses(record)


def test_a_rewritten_brief_is_found(record: Any) -> None:
    record["brief"][0]["text"] = "The board admitted everything."
    assert "brief[0]: it does not have the words of its first cite" in misses(record)


def test_text_and_digest_changed_together_are_still_found(record: Any) -> None:
    import hashlib

    text = record["articles"][0]["text"].replace("sound in May", "rusty in May")
    record["articles"][0] |= {"text": text, "sha256": hashlib.sha256(text.encode()).hexdigest()}
    assert "other words stand there now" in misses(record)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("flooding 40 houses", "flooding 50 houses", "the page shows another text"),
        ('data-words="C-', 'data-words="B-', "the page prints other words"),
        ("We counted every cellar", "We counted no cellar", "the page prints other words"),
        ('href="#A-', 'href="#A-1', "it leads to no marked words"),
    ],
)
def test_an_edited_page_is_found(story: Story, before: str, after: str, found: str) -> None:
    head, mark, data = as_page(story).partition('<script type="application/json"')
    edited = head.replace(before, after) + mark + data
    assert edited != as_page(story)
    assert found in "\n".join(miss.what for miss in verify(edited).misses)


def test_a_mark_moved_to_other_words_is_found(story: Story) -> None:
    html = as_page(story)
    anchor = re.search(r'<mark class="cited" id="(A-\d+-\d+)">', html)
    assert anchor
    moved = html.replace(anchor[0], "", 1).replace("Nobody", f"{anchor[0]}Nobody", 1)
    assert any(miss.where == f"mark {anchor[1]}" for miss in verify(moved).misses)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "The file is empty"),
        ("   \n", "The file is empty"),
        ("The gate was shut.", "broken or cut off"),
        ("[]", "no dossier"),
        ("[1]", "no dossier"),
        ("null", "no dossier"),
        ('{"a": 1}', "no dossier"),
        ('{"format": "tellings/9", "articles": []}', "format 'tellings/9'"),
        ('{"format": "tellings/1", "articles": []}', "shape"),
        ("<p>Hello</p></html>", "holds no dossier"),
        ("<!doctype html><html><body>", "cut off"),
        ('<html><script type="application/json" id="dossier">{}</script></html>', "no dossier"),
        ("[" * 100_000, "broken"),
    ],
)
def test_what_is_no_dossier_is_said_to_be_none(text: str, message: str) -> None:
    with pytest.raises(NotADossier, match=re.escape(message)) as raised:
        verify(text)
    assert raised.value.fix


def test_a_page_cut_off_anywhere_is_not_taken_for_a_whole_one(story: Story) -> None:
    html = as_page(story)
    for share in (0.1, 0.5, 0.9, 0.99):
        with pytest.raises(NotADossier):
            verify(html[: int(len(html) * share)])


def test_json_cut_off_is_not_taken_for_a_whole_one(story: Story) -> None:
    with pytest.raises(NotADossier, match="cut off"):
        verify(story.model_dump_json()[:-100])
