"""What a careful editor finds in each example, as the .toml beside it says, and whether the program does.

An answer marked `missed = true` is one that the program is known not to find. The mark must go when it does.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from tellings import Story
from tellings.dossier import ArticleModel, ConflictModel
from tellings.tell.places import fewest_covering

EXAMPLES = Path(__file__).parents[2] / "examples"
Answer = dict[str, Any]
Agree = Callable[[bool, Answer], None]


def answers_in(path: Path) -> dict[str, Any]:
    """The answers of a file; each one that may be marked knows its file and the line of its heading."""
    text = path.read_text(encoding="utf-8")
    answers = tomllib.loads(text)
    headings = [
        (line, match[1])
        for line, words in enumerate(text.splitlines())
        if (match := re.fullmatch(r"\[+(\w+)\]+.*", words))
    ]
    for kind in {kind for _, kind in headings}:
        tables = answers[kind] if isinstance(answers[kind], list) else [answers[kind]]
        for table, line in zip(tables, (at for at, of in headings if of == kind), strict=True):
            table |= {"in": path.name, "line": line}
    return answers


ANSWERS = {path.stem: answers_in(path) for path in sorted(EXAMPLES.glob("*.toml"))}

pytestmark = pytest.mark.models


def known(kind: str) -> list[Any]:
    """The answers of one kind, each with the name of its example, ready to be test parameters."""
    return [
        pytest.param(name, answer, id=f"{name}: {label_of(answer)}")
        for name, answers in ANSWERS.items()
        for answer in answers[kind]
    ]


def label_of(answer: Answer) -> str:
    return str(next(answer[key] for key in ("what", "words", "name", "article", "names") if key in answer))


def plain(words: str) -> str:
    """Lower case, straight quotation marks, single spaces."""
    straight = words.translate(str.maketrans("“”‘’", "\"\"''"))
    return " ".join(straight.casefold().split())


def holds(text: str, words: str) -> bool:
    """Whether the words stand in the text, not as part of longer words or numbers."""
    return re.search(rf"(?<![\w,.]){re.escape(plain(words))}(?!\w|[,.]\d)", plain(text)) is not None


def article(story: Story, file: str) -> ArticleModel:
    """The article of a file; "week.jsonl:2" is the second article of week.jsonl."""
    name, _, number = file.partition(":")
    found = [each for each in story.articles if name in (each.path or "")]
    return found[int(number or 1) - 1]


def words_of_sides(story: Story, conflict: ConflictModel) -> list[str]:
    texts = {each.id: each.text for each in story.articles}
    return [
        " | ".join([side.value, *(texts[m.article][m.span[0] : m.span[1]] for m in side.mentions)])
        for side in conflict.sides
    ]


def sets_against_each_other(story: Story, conflict: ConflictModel, wanted: list[str]) -> bool:
    """Whether each of the wanted words stands on a side of its own."""
    sides = words_of_sides(story, conflict)
    return any(all(map(holds, chosen, wanted)) for chosen in permutations(sides, len(wanted)))


@pytest.fixture
def agree(marks: dict[str, dict[int, bool]] | None) -> Agree:
    """Whether what was found is what the answer, with its mark, says; or, when refreshing, a note of it."""

    def check(found: bool, answer: Answer) -> None:
        if marks is not None:
            marks.setdefault(answer["in"], {})[answer["line"]] = not found
        elif answer.get("missed", False):
            assert not found, "found now: take the mark `missed` out of the answers"
        else:
            assert found

    return check


@pytest.mark.parametrize("name", ANSWERS)
def test_every_article_is_read_and_told_in_one_story(name: str, told: Callable[[str], Story]) -> None:
    assert len(told(name).articles) == ANSWERS[name]["articles"]["count"]
    assert not told(name).set_aside


@pytest.mark.parametrize("name", ANSWERS)
def test_copies_are_counted_as_one_origin(name: str, told: Callable[[str], Story], agree: Agree) -> None:
    story, answer = told(name), ANSWERS[name]["origins"]
    sure = fewest_covering({each.id for each in story.articles}, [set(o.articles) for o in story.origins])
    agree(answer["least"] <= sure <= answer["most"], answer)


@pytest.mark.parametrize(("name", "answer"), known("conflicts"))
def test_conflict_is_found(name: str, answer: Answer, told: Callable[[str], Story], agree: Agree) -> None:
    story = told(name)
    found = any(
        conflict.nature == answer["nature"] and sets_against_each_other(story, conflict, answer["sides"])
        for conflict in story.conflicts
    )
    agree(found, answer)


@pytest.mark.parametrize(("name", "answer"), known("not_conflicts"))
def test_different_things_are_not_set_against_each_other(
    name: str, answer: Answer, told: Callable[[str], Story], agree: Agree
) -> None:
    story = told(name)
    false_alarm = any(
        conflict.nature != "different-scope" and sets_against_each_other(story, conflict, answer["sides"])
        for conflict in story.conflicts
    )
    agree(not false_alarm, answer)


@pytest.mark.parametrize(("name", "answer"), known("same_quotes"))
def test_a_quotation_told_by_several_is_one_utterance(
    name: str, answer: Answer, told: Callable[[str], Story], agree: Agree
) -> None:
    story = told(name)
    utterances = []
    for file in answer["articles"]:
        telling = article(story, file)
        utterances.append(
            {
                statement.utterance
                for statement in story.statements
                if statement.article == telling.id
                and holds(" ".join(telling.text[s:e] for s, e in statement.content), answer["words"])
            }
        )
    agree(bool(set.intersection(*utterances) - {None}), answer)


@pytest.mark.parametrize(("name", "answer"), known("derives"))
def test_shared_text_is_traced(name: str, answer: Answer, told: Callable[[str], Story], agree: Agree) -> None:
    story = told(name)
    others = {article(story, file).id for file in answer["of"]}
    agree(bool(others & {link.article for link in article(story, answer["article"]).derives_from}), answer)


@pytest.mark.parametrize(("name", "answer"), known("credits"))
def test_a_credit_is_read(name: str, answer: Answer, told: Callable[[str], Story], agree: Agree) -> None:
    names = [credit.name for credit in article(told(name), answer["article"]).credits]
    agree(any(plain(answer["name"]) in plain(each) for each in names), answer)


@pytest.mark.parametrize(("name", "answer"), known("boilerplate"))
def test_what_is_not_the_story_is_marked(
    name: str, answer: Answer, told: Callable[[str], Story], agree: Agree
) -> None:
    page = article(told(name), answer["article"])
    start = page.text.index(answer["words"])
    end = start + len(answer["words"])
    marked = set().union(*(range(s, e) for s, e in page.boilerplate))
    agree({at for at in range(start, end) if not page.text[at].isspace()} <= marked, answer)


@pytest.mark.parametrize("name", ANSWERS)
def test_the_story_itself_is_not_marked_away(name: str, told: Callable[[str], Story]) -> None:
    for page in told(name).articles:
        assert sum(e - s for s, e in page.boilerplate) < 0.3 * len(page.text), page.path


@pytest.mark.parametrize(("name", "answer"), known("different_speakers"))
def test_namesakes_and_spokesmen_stay_apart(
    name: str, answer: Answer, told: Callable[[str], Story], agree: Agree
) -> None:
    speakers = [
        {speaker.id for speaker in told(name).speakers if full_name in (speaker.name, *speaker.aliases)}
        for full_name in answer["names"]
    ]
    present = [ids for ids in speakers if ids]
    agree(len(present) >= 2 and len(set.union(*present)) == sum(map(len, present)), answer)
