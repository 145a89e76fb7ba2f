"""How many expressions of time are resolved, and to the right day, month or year.

    python benchmarks/dates.py --data FOLDER

Comes in:   the data folder: stories with a gold.json each, and articles as CoreNLP has read them.
Goes out:   of the expressions that an editor dated, how many are found and how many found ones are right; of
            the expressions that CoreNLP normalised, how many are found and how many found ones agree.

Questions:  stories: an editor's timeline names the words that date an event. Is there a date at these words,
            and does it say the same day, month or year as far as both are precise? Articles: CoreNLP prints
            a value that leaves open what the words alone leave open ("XXXX-WXX-2" is any Tuesday). Does the
            date fit that value, counted from the day of publication?
Baseline:   dates printed with their year; a day or month without one is of the year of publication, and a
            weekday the last such day before it.
Left out:   events that an editor dated by the course of the story. CoreNLP's values are automatic and err.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import numpy as np

from tellings.collect import collect
from tellings.read.dates import find_dates
from tellings.read.dates.find import find_expressions
from tellings.read.sentences import find_sentences
from tellings.records import Article, Date, Grouped, Reading, Sentence, Span
from tellings.trace import trace

Finder = Callable[[str, Sequence[Sentence], str | None], tuple[Date, ...]]


@dataclass
class Tally:
    """Expressions asked for, those with a date, and those with a date that is right."""

    asked: int = 0
    found: int = 0
    right: int = 0

    def add(self, found: bool, right: bool) -> None:
        self.asked += 1
        self.found += found
        self.right += right

    def __str__(self) -> str:
        found, right = self.found / max(1, self.asked), self.right / max(1, self.found)
        return f"found {found:.3f}  right of found {right:.3f}   ({self.asked} expressions)"


def main() -> None:
    """Print both measures of the program and of the baseline."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--split", default="dev", choices=("dev", "train"))
    asked = parser.parse_args()
    for name, finder in (("tellings", find_dates), ("baseline", plain_dates)):
        print(f"{name}, stories     {of_stories(asked.data, finder)}")
        print(f"{name}, articles    {of_articles(asked.data, asked.split, finder)}")


def plain_dates(text: str, sentences: Sequence[Sentence], published: str | None) -> tuple[Date, ...]:
    """The baseline."""
    today = date.fromisoformat(published[:10]) if published else None
    found = []
    for made in find_expressions(text):
        year = made.year or (today.year if today else None)
        if made.kind == "weekday" and today and made.weekday is not None:
            value = (today - timedelta(days=(today.weekday() - made.weekday) % 7 or 7)).isoformat()
        elif made.kind == "day" and year and made.month and made.day:
            value = f"{year}-{made.month:02}-{made.day:02}"
        elif made.kind == "month" and year:
            value = f"{year}-{made.month:02}"
        elif made.kind == "year":
            value = f"{made.year}"
        else:
            continue
        found.append(Date(span=made.span, value=value))
    return tuple(found)


def agree(one: str, other: str) -> bool:
    """Whether two ISO dates say the same as far as both are precise."""
    return one.startswith(other) or other.startswith(one)


# ---------------------------------------------------------------- stories


def of_stories(data: Path, finder: Finder) -> Tally:
    """The expressions of the editors' timelines."""
    tally = Tally()
    for gold_file in sorted((data / "dossiers").glob("*/gold.json")):
        gold = json.loads(gold_file.read_text(encoding="utf8"))
        readings = {Path(r.article.path or "").name: r for r in _readings(gold_file.parent, finder)}
        for event in gold["timeline"]:
            for mention in event["mentions"]:
                reading = readings[mention["article"]]
                places = _places(reading.article.text, mention["text"], mention.get("expression") or "")
                if places:
                    values = _values_at(reading.dates, places)
                    tally.add(bool(values), any(agree(value, event["date"]) for value in values))
    return tally


def _readings(folder: Path, finder: Finder) -> tuple[Reading, ...]:
    """The articles of a story with their sentences and dates, and nothing that needs the weights."""
    files = sorted(str(path) for path in folder.iterdir() if path.name != "gold.json")
    readings = []
    for article in collect(files).articles:
        sentences = find_sentences(article.text)
        readings.append(
            Reading(
                article=article,
                sentences=sentences,
                entities=(),
                dates=finder(article.text, sentences, article.published),
                quantities=(),
                attributions=(),
                vectors=np.zeros((len(sentences), 384), np.float32),
            )
        )
    if finder is plain_dates:
        return tuple(readings)
    return trace(Grouped(id=folder.name, readings=tuple(readings))).readings


def _places(text: str, excerpt: str, expression: str) -> list[Span]:
    """Where the expression stands inside the excerpt, white space being flexible."""
    if not expression:
        return []
    return [
        Span(hit.start() + inner.start(), hit.start() + inner.end())
        for hit in _flexible(excerpt).finditer(text)
        for inner in _flexible(expression).finditer(hit.group())
    ]


def _flexible(words: str) -> re.Pattern[str]:
    return re.compile(r"\s+".join(re.escape(word) for word in words.split()))


def _values_at(dates: Sequence[Date], places: Sequence[Span]) -> list[str]:
    return [each.value for each in dates if any(each.span.overlaps(place) for place in places)]


# ---------------------------------------------------------------- articles read by CoreNLP


def of_articles(data: Path, split: str, finder: Finder) -> Tally:
    """The expressions that CoreNLP normalised to something that fixes a day, a month or a year."""
    articles = {}
    for line in (data / "attribution" / f"{split}.jsonl").read_text(encoding="utf8").splitlines():
        article = json.loads(line)
        articles[article["id"]] = Article(
            id=article["id"], text=article["text"], published=article["published"]
        )
    tally = Tally()
    with gzip.open(data / "silver" / "polnear-corenlp.jsonl.gz", "rt", encoding="utf8") as lines:
        for line in lines:
            read = json.loads(line)
            article = articles.get(read["id"])
            if article is None or not article.published:
                continue
            dates = finder(article.text, find_sentences(article.text), article.published)
            for span, value in _normalised(read["sentences"]):
                fits = fitting(value, date.fromisoformat(article.published[:10]))
                if fits is not None:
                    values = _values_at(dates, [span])
                    tally.add(bool(values), any(fits(each) for each in values))
    return tally


def _normalised(sentences: Sequence[dict[str, Any]]) -> Iterator[tuple[Span, str]]:
    """Runs of tokens with one normalised value."""
    for sentence in sentences:
        held: tuple[Span, str] | None = None
        for start, end, _, kind, value in sentence["tokens"]:
            dated = kind == "DATE" and value
            if held and dated and value == held[1]:
                held = (Span(held[0].start, end), value)
                continue
            if held:
                yield held
            held = (Span(start, end), value) if dated else None
        if held:
            yield held


_CALENDAR = re.compile(r"(\d{4}|\d{3}X|XXXX)(?:-(\d\d))?(?:-(\d\d))?")
_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
_COUNTED = re.compile(r"(?:THIS P1([DWMY]) ?)?(?:OFFSET P(-?\d+)([DWMY]))?")


def fitting(timex: str, published: date) -> Callable[[str], bool] | None:
    """A test for values that fit a normalised one; None for those that fix no day, month or year."""
    if weekday := _WEEKDAY.fullmatch(timex):
        return lambda value: len(value) == 10 and date.fromisoformat(value).isoweekday() == int(weekday[1])
    if printed := _CALENDAR.fullmatch(timex):
        return _fits_calendar(timex.replace("X", ""), whole=printed[1] != "XXXX")
    counted = _COUNTED.fullmatch(timex.split(" INTERSECT")[0])
    if counted and timex:
        unit, count = counted[3] or counted[1], int(counted[2] or 0)
        return _fits_counted(unit, count, published) if unit else None
    return None


def _fits_calendar(printed: str, *, whole: bool) -> Callable[[str], bool]:
    if whole:
        return lambda value: agree(value, printed)
    return lambda value: agree(value[4:], printed) and len(value) > 4


def _fits_counted(unit: str, count: int, published: date) -> Callable[[str], bool]:
    if unit == "D":
        return lambda value: agree(value, (published + timedelta(days=count)).isoformat())
    if unit == "W":
        monday = published + timedelta(weeks=count) - timedelta(days=published.weekday())
        week = [(monday + timedelta(days=day)).isoformat() for day in range(7)]
        return lambda value: any(agree(value, day) for day in week)
    if unit == "M":
        years, month = divmod(published.month - 1 + count, 12)
        return lambda value: agree(value, f"{published.year + years}-{month + 1:02}")
    return lambda value: agree(value, f"{published.year + count}")


if __name__ == "__main__":
    main()
