"""Fit the model that tells nouns from verbs.

Comes in:   the data folder (attribution/, silver/, syntax/).
Goes out:   src/tellings/models/classes.npz, and on the terminal how often it is right on parts kept aside.

    python -m training.classes --data DATA [--out src/tellings/models/classes.npz]

A softmax over hashed features, fitted by AdaGrad; weights are kept as int8.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tellings.compare.classes import BUCKETS, CLASSES, features_of
from tellings.compare.words import words_in
from tellings.records import Span
from training import data
from training.data import POS, Example

Lesson = tuple[NDArray[np.int64], NDArray[np.int64]]

_OF = {
    "ADJ": "adjective",
    "ADV": "adverb",
    "AUX": "auxiliary",
    "NOUN": "noun",
    "NUM": "number",
    "PROPN": "name",
    "VERB": "verb",
}
EPOCHS = 6
BATCH = 2048
RATE = 0.4


def lesson_of(examples: Iterable[Example]) -> Lesson:
    """Features and classes of all words whose part of speech is known."""
    runs, answers = [], []
    for example in examples:
        known = {start: label for start, _, label in example.pos or ()}
        for start, end in _lines(example):
            words = words_in(example.text, Span(start, end))
            if words:
                runs.append(words)
                answers += [_class_of(known.get(word.start)) for word in words]
    features, classes = features_of(runs), np.array(answers)
    return features[classes >= 0], classes[classes >= 0]


def _lines(example: Example) -> list[tuple[int, int]]:
    """The sentences, or where they are not marked the paragraphs."""
    if example.sentences:
        return example.sentences
    spans, place = [], 0
    for line in example.text.splitlines(keepends=True):
        spans.append((place, place + len(line)))
        place += len(line)
    return spans


def _class_of(label: int | None) -> int:
    if not label or POS[label - 1] in ("PUNCT", "SYM", "X", "INTJ"):
        return -1
    return CLASSES.index(_OF.get(POS[label - 1], "small"))  # type: ignore[arg-type]


def fit(lesson: Lesson) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Weights (BUCKETS, classes) and bias."""
    features, classes = lesson
    rng = np.random.default_rng(0)
    weights = np.zeros((BUCKETS, len(CLASSES)), np.float32)
    bias = np.zeros(len(CLASSES), np.float32)
    seen = np.full_like(weights, 1e-4)
    for _ in range(EPOCHS):
        order = rng.permutation(len(classes))
        for start in range(0, len(order), BATCH):
            part = order[start : start + BATCH]
            rows = features[part]
            scores = weights[rows].sum(axis=1) + bias
            scores -= scores.max(axis=1, keepdims=True)
            wrong = np.exp(scores)
            wrong /= wrong.sum(axis=1, keepdims=True)
            wrong[np.arange(len(part)), classes[part]] -= 1
            step = np.zeros_like(weights)
            for column in range(rows.shape[1]):
                np.add.at(step, rows[:, column], wrong)
            step /= 64
            seen += step**2
            weights -= RATE * step / np.sqrt(seen)
            bias -= 0.05 * wrong.mean(axis=0)
    return weights, bias


def main() -> None:
    """Run from the command line."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True, help="the data folder")
    parser.add_argument("--out", type=Path, default=Path("src/tellings/models/classes.npz"))
    a = parser.parse_args()
    news = [example for example in data.attribution(a.data, "train") if example.pos]
    lesson = lesson_of([*news, *data.gum(a.data, "train")])
    weights, bias = fit(lesson)
    scale = 127 / float(np.abs(weights).max())
    small = np.round(weights * scale).astype(np.int8)
    level = np.round(bias * scale).astype(np.int32)
    tests = {
        "news, as CoreNLP reads it": [e for e in data.attribution(a.data, "dev") if e.pos],
        "GUM, by hand": data.gum(a.data, "dev"),
    }
    for title, examples in tests.items():
        features, classes = lesson_of(examples)
        told = (small[features].sum(axis=1, dtype=np.int32) + level).argmax(axis=1)
        print(f"{title:28s} {float((told == classes).mean()):.3f} of {len(classes)} words")
    np.savez_compressed(a.out, weights=small, bias=level)


if __name__ == "__main__":
    main()
