"""Whom pronouns mean that stand as sources, on attributions marked by hand.

    python benchmarks/speakers.py ATTRIBUTIONS.jsonl COREFERENCE.jsonl.gz

Comes in:   articles with source, cue and content as spans; the same articles with tokens (start, end, part of
            speech, entity, value) and coreference chains (sentence, first token, last token + 1, from 1).
Goes out:   the share of pronouns (he, she, him, her) whose person is right, and their number.

Question:   is the speaker's surname the last word of a person's name in the pronoun's chain?
Baseline:   the person named last before the pronoun, as the same tokens tag persons.
Left out:   pronouns whose chain names no person. The chains were made by a program: they are silver.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections.abc import Iterator
from typing import Any

import numpy as np

from tellings.attribute import attribute
from tellings.read.sentences import find_sentences
from tellings.records import Article, Attribution, Grouped, Reading, Span, Traced

PRONOUNS = frozenset(("he", "she", "him", "her"))
Silver = dict[str, Any]


def main(marked: str, silver: str) -> None:
    """Print how many pronouns are resolved as the chains say."""
    with open(marked, encoding="utf8") as lines:
        articles = {each["id"]: each for each in map(json.loads, lines)}
    asked = right = plain = 0
    with gzip.open(silver, "rt", encoding="utf8") as lines:
        for chains in map(json.loads, lines):
            if chains["id"] in articles:
                for named, ours, nearest in _answers(articles[chains["id"]], chains):
                    asked, right, plain = asked + 1, right + (ours in named), plain + (nearest in named)
    print(f"pronouns as sources: {asked}")
    print(f"speaker right        {right / max(asked, 1):.3f}")
    print(f"  person named last  {plain / max(asked, 1):.3f}")


def _answers(article: dict[str, Any], silver: Silver) -> Iterator[tuple[set[str], str, str]]:
    """For each pronoun: the last words of its chain's names, ours, and that of the person named last."""
    text = article["text"]
    story = attribute(
        Traced(story=Grouped(id="s", readings=(reading_of(article),)), provenance={}, origins=())
    )
    names = {speaker.id: speaker.name for speaker in story.speakers}
    ours = {
        span: names.get(statement.speaker or "", "")
        for statement in story.statements
        for span in statement.source
    }
    persons = persons_of(silver, text)
    for place, named in chained(silver, text, persons).items():
        if place in ours:
            before = [name for span, name in persons.items() if span.end <= place.start]
            yield named, _last(ours[place]), before[-1] if before else ""


def reading_of(article: dict[str, Any]) -> Reading:
    """An article with the attributions that people marked."""
    sentences = find_sentences(article["text"])
    roles = ("source", "cue", "content")
    return Reading(
        article=Article(id=article["id"], text=article["text"]),
        sentences=sentences,
        entities=(),
        dates=(),
        quantities=(),
        attributions=tuple(
            Attribution(**{role: tuple(Span(*span) for span in each[role]) for role in roles})
            for each in article["attributions"]
            if each["content"]
        ),
        vectors=np.zeros((len(sentences), 384), np.float32),
    )


def persons_of(silver: Silver, text: str) -> dict[Span, str]:
    """The last word of each run of tokens tagged as a person, by its place."""
    return {
        Span(token[0], token[1]): text[token[0] : token[1]].lower()
        for sentence in silver["sentences"]
        for token, after in zip(sentence["tokens"], [*sentence["tokens"][1:], None], strict=True)
        if token[3] == "PERSON" and (after is None or after[3] != "PERSON")
    }


def chained(silver: Silver, text: str, persons: dict[Span, str]) -> dict[Span, set[str]]:
    """Each pronoun's place, and the last words of the persons that its chain names."""
    found: dict[Span, set[str]] = {}
    for chain in silver["coref"]:
        spans = []
        for sentence, first, end in chain:
            tokens = silver["sentences"][sentence - 1]["tokens"][first - 1 : end - 1]
            spans.append(Span(tokens[0][0], tokens[-1][1]))
        named = {name for span in spans for place, name in persons.items() if span.end == place.end}
        if named:
            found |= {span: named for span in spans if span.words_in(text).lower() in PRONOUNS}
    return found


def _last(name: str) -> str:
    return name.lower().split()[-1] if name else ""


if __name__ == "__main__":
    main(*sys.argv[1:])
