"""Pairs made from news by controlled change: one thing is altered, and it is known what that does.

Comes in:   the articles of attribution/ as CoreNLP read them (silver/), and stories/ without those that
            dossiers/ tells.
Goes out:   `Pair`s: a number, day, name, verb or negation changed (contradiction); a part left out
            (entailment, and neutral the other way round); a bound loosened (entailment) or passed
            (contradiction); certainty added (neutral); other sentences of the same article or story
            (neutral); the same sentence as two outlets print it (entailment).
"""

from __future__ import annotations

import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path

from tellings.languages.en.numbers import SMALL_NUMBERS
from tellings.languages.en.opposites import WEEKDAYS
from training.data import lines
from training.entailment_data import CONTRADICTED, ENTAILED, NEUTRAL, Pair

AN_ARTICLE = 16
"""Pairs made from one article."""

_AUXILIARIES = """
    is are was were has have had will would can could did does do should may might must
"""
_MONTHS = """
    January February March April May June July August September October November December
"""
_OPPOSED = """
    accepted/rejected accepts/rejects approved/rejected agreed/refused agree/refuse agrees/refuses
    allowed/barred rose/fell rises/falls increased/decreased increase/decrease gained/lost won/lost win/lose
    before/after opened/closed alive/dead supported/opposed support/oppose supports/opposes confirmed/denied
    confirm/deny began/ended start/end started/ended higher/lower more/less above/below arrived/left
    entered/left guilty/innocent legal/illegal true/false passed/failed succeeded/failed possible/impossible
    likely/unlikely first/last inside/outside north/south east/west early/late public/private many/few
    most/few old/young large/small strong/weak good/bad never/always without/with against/for
    released/arrested joined/left praised/criticized attacked/defended killed/saved up/down ahead/behind
    include/exclude remained/resigned survived/died married/divorced bought/sold
"""
AUXILIARIES = frozenset(_AUXILIARIES.split())
MONTHS = frozenset(_MONTHS.split())
OPPOSED = {here: there for here, there in (pair.split("/") for pair in _OPPOSED.split())}
OPPOSED |= {there: here for here, there in OPPOSED.items()}
VERB = re.compile(r"VB[DPZ]|MD")
NAMED = {"PERSON", "LOCATION", "ORGANIZATION"}
_BOUNDS = {"least", "than", "over", "nearly", "about", "almost", "some", "to", "under", "up", "around"}
_WORD = re.compile(r"\w+(?:[’']\w+)?")


@dataclass(frozen=True, slots=True)
class Token:
    """A token of CoreNLP: its characters in the sentence, its part of speech and its kind of name."""

    start: int
    end: int
    text: str
    pos: str
    name: str


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence, with the names that its article holds by kind."""

    text: str
    tokens: tuple[Token, ...]
    names: dict[str, list[str]]

    def put(self, first: int, last: int, words: str) -> str:
        """The sentence with tokens first..last replaced."""
        return self.text[: self.tokens[first].start] + words + self.text[self.tokens[last].end :]


Change = Callable[[Told, random.Random], Iterator[Pair]]


def news_pairs(folder: Path, part: str, rng: random.Random) -> list[Pair]:
    """Pairs from the silver articles of `part` (train or dev)."""
    texts = {row["id"]: row["text"] for row in lines(folder / "attribution" / f"{part}.jsonl")}
    found = []
    for row in lines(folder / "silver" / "polnear-corenlp.jsonl.gz"):
        if row["split"] != part:
            continue
        text = texts[row["id"]]
        told = [s for s in _sentences(text, row) if _fit(s)]
        made = [pair for sentence in told for pair in _one_change(sentence, rng)]
        made += [
            Pair(a.text, b.text, NEUTRAL, "news-other")
            for a, b in zip(told, rng.sample(told, len(told)), strict=True)
            if a is not b and _likeness(a.text, b.text) < 0.2
        ][: AN_ARTICLE // 3]
        rng.shuffle(made)
        found += made[:AN_ARTICLE]
    return found


def _sentences(text: str, row: dict[str, list[dict[str, list[list[int | str]]]]]) -> Iterator[Told]:
    names: dict[str, list[str]] = defaultdict(list)
    read = []
    for sentence in row["sentences"]:
        given = sentence["tokens"]
        if not given:
            continue
        at, end = int(given[0][0]), int(given[-1][1])
        tokens = tuple(
            Token(int(a) - at, int(b) - at, text[int(a) : int(b)], str(pos), str(kind))
            for a, b, pos, kind, _ in given
        )
        for first, last in _runs(tokens):
            if tokens[first].name in NAMED:
                names[tokens[first].name].append(text[at + tokens[first].start : at + tokens[last].end])
        read.append((text[at:end], tokens))
    for words, tokens in read:
        yield Told(words, tokens, names)


def _runs(tokens: tuple[Token, ...]) -> Iterator[tuple[int, int]]:
    """First and last token of every name."""
    first = 0
    for n, token in enumerate(tokens):
        if n and token.name != tokens[first].name:
            first = n
        if token.name != "O" and (n + 1 == len(tokens) or tokens[n + 1].name != token.name):
            yield first, n


def _fit(told: Told) -> bool:
    return (
        7 <= len(told.tokens) <= 45
        and "\n" not in told.text
        and any(VERB.match(token.pos) for token in told.tokens)
        and told.text[-1] in '.”"'
    )


def _one_change(told: Told, rng: random.Random) -> Iterator[Pair]:
    """Pairs of one of the changes that the sentence allows, rarer kinds first."""
    for group in (_KINDS[:3], _KINDS[3:]):
        kinds = list(group)
        rng.shuffle(kinds)
        for change in kinds:
            made = list(change(told, rng))
            if made:
                yield rng.choice(made)
                break


def _numbers(told: Told, rng: random.Random) -> Iterator[Pair]:
    for n, token in enumerate(told.tokens):
        before = told.tokens[n - 1].text.lower() if n else ""
        if token.pos != "CD" or token.name not in ("NUMBER", "MONEY", "PERCENT", "DURATION"):
            continue
        value = _value(token.text)
        if value is None or value < 2 or before in _BOUNDS:
            continue
        other = value
        while other == value:
            other = max(
                2, round(value * rng.choice((0.4, 0.6, 0.8, 1.25, 1.5, 2, 3))) + rng.choice((-1, 0, 1))
            )
        if token.name == "PERCENT" and max(value, other) > 100:
            continue
        yield Pair(told.text, told.put(n, n, _shown(other, token.text)), CONTRADICTED, "news-number")
        after = told.tokens[n + 1].pos if n + 1 < len(told.tokens) else ""
        if token.name == "NUMBER" and value >= 5 and after == "NNS" and token.text[0] not in "ETFNS":
            low, high = max(2, int(value * 0.7)), int(value * 1.3) + 1
            word = rng.choice(("at least", "more than"))
            yield Pair(told.text, told.put(n, n, f"{word} {_shown(low, token.text)}"), ENTAILED, "news-bound")
            yield Pair(
                told.text, told.put(n, n, f"{word} {_shown(high, token.text)}"), CONTRADICTED, "news-bound"
            )
            yield Pair(
                told.put(n, n, f"at least {_shown(low, token.text)}"), told.text, NEUTRAL, "news-bound"
            )


def _value(words: str) -> int | None:
    if re.fullmatch(r"\d{1,3}(,\d{3})*|\d+", words):
        return int(words.replace(",", ""))
    return SMALL_NUMBERS.get(words.lower())


_BY_VALUE = {value: word for word, value in SMALL_NUMBERS.items()}


def _shown(value: int, like: str) -> str:
    if like[0].isdigit():
        return f"{value:,}" if "," in like or value > 9999 else str(value)
    return _BY_VALUE.get(value, str(value))


def _days(told: Told, rng: random.Random) -> Iterator[Pair]:
    for n, token in enumerate(told.tokens):
        for known in (frozenset(day.capitalize() for day in WEEKDAYS), MONTHS):
            if token.text in known and token.name == "DATE":
                other = rng.choice(sorted(known - {token.text}))
                yield Pair(told.text, told.put(n, n, other), CONTRADICTED, "news-date")


def _names(told: Told, rng: random.Random) -> Iterator[Pair]:
    for first, last in _runs(told.tokens):
        kind = told.tokens[first].name
        if kind not in NAMED:
            continue
        own = told.text[told.tokens[first].start : told.tokens[last].end]
        words = set(own.lower().split())
        others = sorted(
            {n for n in told.names[kind] if not words & set(n.lower().split()) and n not in told.text}
        )
        if others:
            yield Pair(told.text, told.put(first, last, rng.choice(others)), CONTRADICTED, "news-name")


def _negations(told: Told, rng: random.Random) -> Iterator[Pair]:
    for n, token in enumerate(told.tokens[:-1]):
        after = told.tokens[n + 1]
        if token.text.lower() not in AUXILIARIES:
            continue
        if after.text.lower() in ("not", "n't", "n’t"):
            yield Pair(told.text, told.put(n, n + 1, token.text), CONTRADICTED, "news-negation")
        elif token.text.lower() not in ("may", "might", "could"):
            word = rng.choice(("not", "not", "never"))
            yield Pair(told.text, told.put(n, n, f"{token.text} {word}"), CONTRADICTED, "news-negation")


def _opposites(told: Told, rng: random.Random) -> Iterator[Pair]:
    for n, token in enumerate(told.tokens):
        if token.text in OPPOSED and token.pos[:2] in ("VB", "JJ", "RB", "IN"):
            yield Pair(told.text, told.put(n, n, OPPOSED[token.text]), CONTRADICTED, "news-opposite")


def _certainty(told: Told, rng: random.Random) -> Iterator[Pair]:
    for n, token in enumerate(told.tokens[:-1]):
        if token.text in ("will", "would") and told.tokens[n + 1].pos == "VB":
            weaker = told.put(n, n, rng.choice(("may", "might", "could")))
            yield Pair(weaker, told.text, NEUTRAL, "news-certainty")
        if token.text in ("has", "have") and told.tokens[n + 1].pos == "VBN":
            yield Pair(told.put(n, n, "may have"), told.text, NEUTRAL, "news-certainty")


def _parts(told: Told, rng: random.Random) -> Iterator[Pair]:
    """What stands between two commas, or after the first, is left out."""
    commas = [n for n, token in enumerate(told.tokens) if token.text == ","]
    pieces = [(a, b) for a, b in pairwise(commas) if 3 <= b - a <= 14]
    for a, b in pieces:
        if any(VERB.match(t.pos) for t in (*told.tokens[:a], *told.tokens[b + 1 :])):
            yield from _both_ways(told.text, told.put(a, b, ""))
    for a in commas[:2]:
        if a >= 6 and any(VERB.match(t.pos) for t in told.tokens[:a]):
            yield from _both_ways(told.text, told.text[: told.tokens[a].start] + ".")


def _both_ways(whole: str, part: str) -> Iterator[Pair]:
    yield Pair(whole, part, ENTAILED, "news-part")
    yield Pair(part, whole, NEUTRAL, "news-part")


_KINDS: tuple[Change, ...] = (_numbers, _days, _certainty, _names, _negations, _opposites, _parts, _parts)


def story_pairs(folder: Path, rng: random.Random) -> list[Pair]:
    """Sentences of different outlets on one story; stories that dossiers/ tells are left out."""
    known = {
        _bare(json.loads(path.read_text("utf-8")).get("text", ""))[:80]
        for path in folder.glob("dossiers/*/*.json")
        if path.name != "gold.json"
    }
    stories: dict[str, list[list[str]]] = defaultdict(list)
    told_in_dossiers = set()
    for row in lines(folder / "stories" / "articles.jsonl"):
        if any(_bare(part)[:80] in known for part in (row["text"], row["title"] + "\n\n" + row["text"])):
            told_in_dossiers.add(row["story"])
        stories[row["story"]].append(
            [s.strip() for s in re.split(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])|\n+", row["text"])]
        )
    found = []
    for story, articles in stories.items():
        if story in told_in_dossiers:
            continue
        for one, other in combinations(articles, 2):
            found += list(_aligned(one, other, rng))
    rng.shuffle(found)
    return found


def _aligned(one: list[str], other: list[str], rng: random.Random) -> Iterator[Pair]:
    neutral = 0
    for left in one:
        for right in other:
            if not all(7 <= len(s.split()) <= 45 for s in (left, right)):
                continue
            like = _likeness(left, right)
            if 0.75 <= like < 0.995 and re.findall(r"\d+", left) == re.findall(r"\d+", right):
                yield Pair(left, right, ENTAILED, "story-same")
            elif 0.15 <= like < 0.3 and neutral < 3 and rng.random() < 0.2:
                neutral += 1
                yield Pair(left, right, NEUTRAL, "story-other")


def _likeness(one: str, other: str) -> float:
    """Share of words in common, of all words of both."""
    a, b = (Counter(w.lower() for w in _WORD.findall(s)) for s in (one, other))
    return sum((a & b).values()) / max(1, sum((a | b).values()))


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text.lower())
