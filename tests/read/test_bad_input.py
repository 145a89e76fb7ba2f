from __future__ import annotations

import threading
from collections.abc import Iterator
from itertools import pairwise
from types import SimpleNamespace

import numpy as np
import pytest

import tellings
from tellings.errors import UnreadableSource
from tellings.read import model, read
from tellings.read.door import WINDOWS_AHEAD, read_one
from tellings.read.pieces import cut
from tellings.read.sentences import find_sentences
from tellings.read.vectors import stretches
from tellings.records import Article, Reading, Span

FIRE = (
    "TORVIK, March 4 - Anna Brandt, the mayor, said on Tuesday that 14 people had been hurt. "
    "“We lost the mill in one night,” she told reporters, “and nobody listened.” "
)

HOSTILE = {
    "nothing": "",
    "white space": " \n\t\u2028 \u00a0\n",
    "one very long paragraph": FIRE * 60,
    "quote marks": "“" * 3_000 + '"' * 3_000 + "'" * 3_000,
    "brackets": "(" * 3_000 + "[" * 3_000,
    "a transcript": "Q: How many people were hurt?\nA: Fourteen, the mayor said.\n" * 20,
    "capitals": FIRE.upper() * 4,
    "a table": "\n".join(f"{n}\t| March {n}, 2016 |\t${n}.50\t- item {n}" for n in range(1, 29)),
    "two scripts": " ".join(f"{word} {('пожар', '火災', 'حريق')[len(word) % 3]}" for word in FIRE.split()),
    "marks of no width": FIRE.replace(" ", "\u200b \u2060\ufeff"),
    "combining marks": "".join(letter + "\u0301\u0323" for letter in FIRE) + "e" + "\u0301" * 3_000,
    "bidirectional marks": FIRE.replace(" ", " \u202e\u2066") + "\u202c" * 50,
    "control characters": FIRE.replace(" ", "\x00 \x07\x1b[31m"),
    "halves of characters": FIRE.replace(" ", " \ud83d") + "\udc00\udfff",
    "letters beyond the basic plane": FIRE.replace("e", "𝐞") + "🔥" * 500,
    "a very long word": FIRE + "a" * 100_000 + " " + "A" * 50_000 + " " + "7" * 50_000,
    "line breaks of another system": FIRE.replace(" ", "\r\n") + "\r\r" + FIRE.replace(". ", ".\r\n\r\n"),
}


def places_of(reading: Reading) -> Iterator[Span]:
    for said in reading.attributions:
        yield from (*said.source, *said.cue, *said.content)
    for found in (*reading.entities, *reading.dates, *reading.quantities, *reading.sentences):
        yield found.span


class Repeating:
    """A network that says of each piece its id and nothing else."""

    def get_inputs(self) -> list[SimpleNamespace]:
        return [SimpleNamespace(name=name) for name in ("ids", "shape", "gap", "quote")]

    def run(self, _: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
        empty = model.run(cut(""))
        outputs = (empty.role, empty.entity, empty.link, empty.sums)
        return [np.repeat(inputs["ids"][..., None], each.shape[1], axis=2) for each in outputs]


@pytest.mark.models
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_every_place_lies_in_the_text_and_sentences_follow_each_other(text: str) -> None:
    reading = read_one(Article(id="a1", text=text))
    assert reading.article.text == text
    for start, end in places_of(reading):
        assert 0 <= start < end <= len(text)
    for before, after in pairwise(reading.sentences):
        assert before.span.end <= after.span.start
    assert reading.vectors.shape == (len(reading.sentences), 384)
    assert np.isfinite(reading.vectors).all()


@pytest.mark.models
@pytest.mark.parametrize("text", list(HOSTILE.values())[2:], ids=list(HOSTILE)[2:])
def test_a_hostile_account_beside_a_good_one_is_compared_or_set_aside(text: str) -> None:
    story = tellings.compare([Article(id="a1", text=FIRE), Article(id="a2", text=text)])
    assert len(story.articles) + len(story.set_aside) == 2


@pytest.mark.models
def test_words_keep_their_names_and_statements_among_halves_of_characters() -> None:
    text = FIRE.replace("Anna", "\ud83d Anna")
    reading = read_one(Article(id="a1", text=text))
    assert "Anna Brandt" in {entity.span.words_in(text) for entity in reading.entities}


@pytest.mark.models
@pytest.mark.parametrize("text", [FIRE, ""], ids=["short articles", "empty articles"])
def test_only_the_next_few_articles_are_held(text: str) -> None:
    taken = 0

    def endless() -> Iterator[Article]:
        nonlocal taken
        while True:
            taken += 1
            yield Article(id=f"a{taken}", text=text)

    readings = read(endless())
    for done in range(1, 8):
        assert next(readings).article.id == f"a{done}"
        assert taken <= done + WINDOWS_AHEAD * model.cores()
    readings.close()


@pytest.mark.models
def test_an_error_of_the_source_comes_after_what_was_read_before_it() -> None:
    def broken() -> Iterator[Article]:
        yield Article(id="a1", text=FIRE)
        yield Article(id="a2", text=FIRE)
        raise UnreadableSource("The third cannot be read.", fix="Give another.")

    readings = read(broken())
    assert [next(readings).article.id, next(readings).article.id] == ["a1", "a2"]
    with pytest.raises(UnreadableSource):
        next(readings)


@pytest.mark.models
def test_what_is_read_does_not_depend_on_what_is_read_beside_it() -> None:
    alone = read_one(Article(id="a1", text=FIRE))
    *_, beside = read([Article(id="a0", text=FIRE.upper() * 5), Article(id="a1", text=FIRE)])
    assert beside.attributions == alone.attributions
    assert beside.entities == alone.entities
    assert np.array_equal(beside.vectors, alone.vectors)


def test_windows_that_nobody_waits_for_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    go_on, begun = threading.Event(), []

    class Waiting(Repeating):
        def run(self, outputs: None, inputs: dict[str, np.ndarray]) -> list[np.ndarray]:
            begun.append(inputs)
            go_on.wait(timeout=30)
            return super().run(outputs, inputs)

    monkeypatch.setattr(model, "_session", Waiting)
    underway = model.Underway(cut(FIRE * 200))
    underway.give_up()
    go_on.set()
    model.run(cut(FIRE))  # the workers come to this behind whatever they still had to do
    assert len(underway) > 20
    assert len(begun) <= 2 * model.cores() + 1


def test_windows_are_put_together_without_a_gap(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_session", Repeating)
    pieces = cut(FIRE * 80)
    assert np.array_equal(model.run(pieces).role[:, 0], pieces.ids)


def test_the_sums_of_a_sentence_hold_each_of_its_pieces_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(model, "_session", Repeating)
    text = FIRE * 40
    pieces, sentences = cut(text), find_sentences(text)
    rows = stretches(pieces, sentences)
    terms = pieces.ids.astype(np.float16).astype(np.float32)
    expected = [terms[a:b].sum() for a, b in zip(rows.first, rows.last, strict=True)]
    assert len(model.windows_of(len(pieces))) > 2
    assert np.allclose(model.run(pieces, rows).sums[:, 0], expected)
