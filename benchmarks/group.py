"""Which articles tell one story: what holds on stories that chose nothing, and in small batches.

Comes in:   the data folder.
Goes out:   B-cubed precision, recall and F1 on all articles of `stories/`; F1 on one half of the stories with
            the threshold chosen on the other (several splits), beside a plain baseline treated alike; how
            many of the folders of `dossiers/` come out as one story when given alone, and how many pairs of
            folders come out as two.

The baseline is TF-IDF over the batch at hand, words as printed, each article in turn joining the closest
centroid above one threshold.

    python benchmarks/group.py --data ../shared/data
"""

from __future__ import annotations

import argparse
import itertools
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import mean

import numpy as np

from tellings.collect import collect
from tellings.collect.compose import whole_text
from tellings.group.door import days_of, group_articles, in_order_of_time
from tellings.group.newsdesk import Newsdesk
from tellings.group.vectors import vectors_of
from tellings.records import Article

Labelled = list[tuple[Article, str]]
Grouping = Callable[[float], list[int]]
SPLITS = 5
THRESHOLDS = [round(0.11 + 0.02 * step, 2) for step in range(9)]


def bcubed(gold: Sequence[object], found: Sequence[object]) -> tuple[float, float, float]:
    """Precision, recall and F1, each article counting alike."""
    both, told, put = Counter(zip(gold, found, strict=True)), Counter(gold), Counter(found)
    precision = sum(n * n / put[story] for (_, story), n in both.items()) / len(gold)
    recall = sum(n * n / told[story] for (story, _), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def labelled(path: Path) -> Labelled:
    """The articles of a file of stories, each with its story."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    return [
        (
            Article(
                id=row["url"],
                text=whole_text(row["title"], row["text"]),
                title=row["title"],
                published=row["published"],
            ),
            row["story"],
        )
        for row in rows
    ]


def ours(articles: Sequence[Article]) -> Grouping:
    """This project's grouping as a function of its threshold."""
    vectors, days = vectors_of(articles), days_of(articles)
    order = in_order_of_time(days)

    def grouped(threshold: float) -> list[int]:
        desk = Newsdesk(vectors, days)
        desk.close_enough = threshold
        found = [0] * len(articles)
        for number, story in enumerate(desk.sort(order)):
            for article in story:
                found[article] = number
        return found

    return grouped


def plain(articles: Sequence[Article]) -> Grouping:
    """TF-IDF and the closest centroid as a function of the threshold."""
    counts = [Counter(re.findall(r"\w+", article.text.lower())) for article in articles]
    held_by = Counter(word for words in counts for word in words)
    number = {word: place for place, word in enumerate(held_by)}
    table = np.zeros((len(articles), len(number)))
    for row, words in zip(table, counts, strict=True):
        for word, times in words.items():
            row[number[word]] = (1 + np.log(times)) * np.log(len(articles) / held_by[word])
    table /= np.maximum(np.linalg.norm(table, axis=1, keepdims=True), 1e-9)

    def grouped(threshold: float) -> list[int]:
        sums: list[np.ndarray[tuple[int], np.dtype[np.float64]]] = []
        found = []
        for row in table:
            closeness = [float(row @ total) / float(np.linalg.norm(total)) for total in sums]
            best = int(np.argmax(closeness)) if closeness else -1
            if best < 0 or closeness[best] < threshold:
                best = len(sums)
                sums.append(np.zeros_like(row))
            sums[best] = sums[best] + row
            found.append(best)
        return found

    return grouped


def held_out(rows: Labelled, grouping: Callable[[Sequence[Article]], Grouping]) -> list[float]:
    """F1 on each half of the stories, with the threshold chosen on the other half."""
    stories = sorted({story for _, story in rows})
    scores = []
    for seed in range(SPLITS):
        half = set(random.Random(seed).sample(stories, len(stories) // 2))
        sides = [[row for row in rows if (row[1] in half) == wanted] for wanted in (True, False)]
        by_threshold = []
        for side in sides:
            grouped, gold = grouping([article for article, _ in side]), [story for _, story in side]
            by_threshold.append([bcubed(gold, grouped(threshold))[2] for threshold in THRESHOLDS])
        for chosen_on, other in (by_threshold, by_threshold[::-1]):
            scores.append(other[int(np.argmax(chosen_on))])
    return scores


def folders(data: Path) -> dict[str, list[Article]]:
    """The articles of each folder of `dossiers/`, as given."""
    found: defaultdict[str, list[Article]] = defaultdict(list)
    for path in sorted((data / "dossiers").glob("*/*")):
        if path.suffix in {".json", ".txt"} and path.name != "gold.json":
            found[path.parent.name].extend(collect([path]).articles)
    return found


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Which articles tell one story.")
    parser.add_argument("--data", type=Path, required=True)
    data = parser.parse_args().data
    rows = labelled(data / "stories" / "articles.jsonl")
    found = group_articles([article for article, _ in rows])
    print("all stories, B-cubed P {:.3f} R {:.3f} F1 {:.3f}".format(*bcubed([s for _, s in rows], found)))
    for name, grouping in (("tellings", ours), ("plain TF-IDF", plain)):
        scores = held_out(rows, grouping)
        print(f"held-out halves, {name}: mean F1 {mean(scores):.3f}, lowest {min(scores):.3f}", flush=True)
    given = folders(data)
    alone = [len(set(group_articles(articles))) == 1 for articles in given.values()]
    print(f"folders that come out as one story: {sum(alone)} of {len(alone)}")
    apart = []
    for one, other in itertools.combinations(given.values(), 2):
        stories = group_articles([*one, *other])
        apart.append(stories == ["story-1"] * len(one) + ["story-2"] * len(other))
    print(f"pairs of folders that come out as two: {sum(apart)} of {len(apart)}")


if __name__ == "__main__":
    main()
