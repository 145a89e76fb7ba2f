"""Fit the weights by which a pronoun's antecedent is chosen.

Comes in:   the data folder: attributions marked by hand (PolNeAR), and the chains that CoreNLP gave the same
            articles, so they are silver.
Goes out:   src/tellings/models/antecedents.json, and how many pronouns are right on articles left out.

Every pronoun that is a source is a lesson: of the candidates that the program itself finds, those are right
whose surname stands in the chain, and those without a name that the chain mentions. A conditional logit is
fitted by gradient.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from benchmarks.speakers import PRONOUNS, chained, persons_of, reading_of
from numpy.typing import NDArray

from tellings.attribute.antecedents import candidates, situation_of
from tellings.attribute.cast import Cast
from tellings.attribute.ranking import AGAINST, Candidate, all_features
from tellings.attribute.scene import Key, Scene
from tellings.records import Reading, Span
from training import data

FOLDS, RIDGE, ROUNDS, STEP = 5, 1.0, 600, 0.05
Lesson = tuple[NDArray[np.float64], NDArray[np.bool_]]
"""Features of a pronoun's candidates, and which of them are right."""


class _Learner(Cast):
    """A cast that notes the candidates of each pronoun whose person is known, and takes the right one."""

    def __init__(self, reading: Reading, named: dict[Span, set[str]], chains: dict[Span, list[Span]]) -> None:
        super().__init__([reading])
        self.lessons: list[Lesson] = []
        self._surnames, self._chains = named, chains

    def _antecedent(self, pronoun: str, span: Span, content: tuple[Span, ...], scene: Scene) -> Key | None:
        known = span in self._chains
        meant = candidates(pronoun, span, content, scene, self.lookup.people) if known else []
        right = [self._is_meant(each, span) for each in meant]
        if not any(right):
            return super()._antecedent(pronoun, span, content, scene)
        made = all_features(meant, situation_of(span, content, scene))
        self.lessons.append((np.array(made), np.array(right)))
        return meant[right.index(True)].key

    def _is_meant(self, candidate: Candidate, pronoun: Span) -> bool:
        if candidate.key[0] == "person":
            names = self.lookup.people.all[int(candidate.key[1])].names
            return any(name.printed.lower().split()[-1] in self._surnames.get(pronoun, ()) for name in names)
        mentions = self._chains[pronoun]
        return pronoun not in self._surnames and any(
            mention.start <= place.at < mention.end for mention in mentions for place in candidate.places
        )


def lessons_of(folder: Path, part: str) -> Iterator[list[Lesson]]:
    """The lessons of each article."""
    silver = {row["id"]: row for row in data.lines(folder / "silver" / "polnear-corenlp.jsonl.gz")}
    for row in data.lines(folder / "attribution" / f"{part}.jsonl"):
        if row["id"] in silver:
            chains = silver[row["id"]]
            named = chained(chains, row["text"], persons_of(chains, row["text"]))
            reading = reading_of(row)
            learner = _Learner(reading, named, _by_pronoun(chains, row["text"]))
            learner.speakers_in(reading)
            yield learner.lessons


def _by_pronoun(silver: dict[str, Any], text: str) -> dict[Span, list[Span]]:
    """The other mentions of each pronoun's chain."""
    found: dict[Span, list[Span]] = {}
    for chain in silver["coref"]:
        spans = []
        for sentence, first, end in chain:
            tokens = silver["sentences"][sentence - 1]["tokens"][first - 1 : end - 1]
            spans.append(Span(tokens[0][0], tokens[-1][1]))
        others = [span for span in spans if span.words_in(text).lower() not in PRONOUNS]
        found |= {span: others for span in spans if span.words_in(text).lower() in PRONOUNS}
    return found


def fit(articles: list[list[Lesson]]) -> NDArray[np.float64]:
    """The weights under which the right candidates are likeliest, held down by RIDGE.

    None of those AGAINST somebody is positive.
    """
    lessons = [lesson for article in articles for lesson in article if not lesson[1].all()]
    width = max(len(right) for _, right in lessons)
    x = np.zeros((len(lessons), width, lessons[0][0].shape[1]))
    real, right = np.zeros((len(lessons), width), bool), np.zeros((len(lessons), width), bool)
    for at, (made, good) in enumerate(lessons):
        x[at, : len(good)], real[at, : len(good)], right[at, : len(good)] = made, True, good
    weights = np.zeros(x.shape[2])
    mean, square = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        scores = np.where(real, x @ weights, -1e9)
        odds = np.exp(scores - scores.max(axis=1, keepdims=True))
        all_of = odds / odds.sum(axis=1, keepdims=True)
        good = np.where(right, odds, 0)
        good_of = good / good.sum(axis=1, keepdims=True)
        slope = np.einsum("nc,ncf->f", all_of - good_of, x) + RIDGE * weights
        mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
        weights -= STEP * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        weights[list(AGAINST)] = np.minimum(weights[list(AGAINST)], 0)
    return weights


def right_share(articles: list[list[Lesson]], weights: NDArray[np.float64]) -> float:
    """The share of pronouns whose likeliest candidate is a right one."""
    hits = [bool(good[int((made @ weights).argmax())]) for article in articles for made, good in article]
    return sum(hits) / max(1, len(hits))


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--out", type=Path, default=Path("src/tellings/models/antecedents.json"))
    a = parser.parse_args()
    articles = list(lessons_of(a.data, "train"))
    shares = []
    for fold in range(FOLDS):
        weights = fit([each for at, each in enumerate(articles) if at % FOLDS != fold])
        shares.append(right_share(articles[fold::FOLDS], weights))
    count = sum(len(each) for each in articles)
    print(f"{count} pronouns; right on articles left out: {np.mean(shares):.3f}")
    kept = [round(weight, 3) for weight in fit(articles).tolist()]
    a.out.write_text(json.dumps({"weights": kept}) + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
