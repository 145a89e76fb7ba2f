"""How well speakers are told apart and the same words are found again, on attributions marked by hand.

    python benchmarks/attribute.py FOLDER...

Comes in:   folders, each one story: articles (*.txt, or *.json with title and text) and a gold.json.
Goes out:   speakers named right, and precision, recall and F1 of same-quote pairs, mean over the stories
            and over all pairs as one (stories without a pair count for much in the mean).

Questions:  speakers: of the statements marked by hand (source, cue, content), whose speaker has a name or an
            alias of the right person, or the last word of the name. Same quote: pairs of statements of two
            articles that report one utterance.
Baselines:  speakers: the source's own words, joined by their last word; a pronoun is whoever was named last.
            Same quote: contents that are equal word by word.
Left out:   statements that a reader misses or finds where there are none; how the words drifted.
"""

from __future__ import annotations

import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from tellings.attribute import attribute
from tellings.errors import ModelMissing
from tellings.read import read
from tellings.read.sentences import find_sentences
from tellings.records import Article, Attribution, Grouped, Reading, Span, Traced

PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "him", "her", "who"))
Statement = dict[str, Any]
Score = tuple[float, float, float]


def main(folders: list[str]) -> None:
    """Score every folder and print the means."""
    rows: dict[str, list[Score]] = defaultdict(list)
    pooled: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for folder in map(Path, folders):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))
        readings, marked = _marked(folder, gold)
        names, groups = _attributed(readings, marked)
        rows["speaker named right"].append(_named(gold, marked, names))
        rows["  last word, last named"].append(_named(gold, marked, _plain_names(marked)))
        for name, told in (("same quote, pairs", groups), ("  equal words", _plain_groups(marked))):
            counts = _paired(gold, marked, told)
            rows[name].append(_score(*counts))
            pooled[name] = [one + other for one, other in zip(pooled[name], counts, strict=True)]
    for measure, scores in rows.items():
        p, r, f = (sum(score[i] for score in scores) / len(scores) for i in range(3))
        print(f"{measure:28s} P {p:.2f}  R {r:.2f}  F1 {f:.2f}   ({len(scores)} stories)")
    for measure, counts in pooled.items():
        p, r, f = _score(*counts)
        print(f"{measure:28s} P {p:.2f}  R {r:.2f}  F1 {f:.2f}   (all {counts[2]} pairs as one)")


# ---------------------------------------------------------------- attributions marked by hand


def _marked(folder: Path, gold: dict[str, Any]) -> tuple[list[Reading], list[list[Statement]]]:
    """The articles with the marked attributions, and the marks in the same order."""
    readings, marked = [], []
    for told in gold["articles"]:
        reading = _reading(folder / told["file"], told)
        text, found, marks = reading.article.text, [], []
        for mark in gold["statements"]:
            attribution = _located(mark, text) if mark["article"] == told["file"] else None
            if attribution is not None:
                found.append(attribution)
                marks.append(mark)
        readings.append(replace(reading, attributions=tuple(found)))
        marked.append(marks)
    return readings, marked


def _reading(path: Path, told: dict[str, Any]) -> Reading:
    raw = path.read_text(encoding="utf8")
    meta: dict[str, Any] = json.loads(raw) if path.suffix == ".json" else {"text": raw}
    text = f"{meta['title']}\n\n{meta['text']}" if meta.get("title") else meta["text"]
    article = Article(id=path.name, text=text, outlet=told.get("outlet"), published=told.get("published"))
    try:
        return next(iter(read([article])))
    except ModelMissing:
        sentences = find_sentences(text)
        return Reading(
            article=article,
            sentences=sentences,
            entities=(),
            dates=(),
            quantities=(),
            attributions=(),
            vectors=np.zeros((len(sentences), 384), np.float32),
        )


def _located(mark: Statement, text: str) -> Attribution | None:
    """The content, the source nearest to it, and the cue nearest to both."""
    near = [
        (_apart(source, content), content, source)
        for content in _places(text, mark["content"])
        for source in (*_places(text, mark["source_text"]), None)
    ]
    if not near:
        return None
    _, content, source = min(near, key=lambda each: (each[2] is None, each[0], each[1]))
    anchor = source or content
    cues = [cue for cue in _places(text, mark["cue"]) if not cue.overlaps(content)]
    cue = min(cues, key=lambda each: _apart(each, anchor), default=None)
    return Attribution(
        source=(source,) if source else (), cue=(cue,) if cue else (), content=(content,), form=mark["form"]
    )


def _places(text: str, excerpt: str | None) -> list[Span]:
    """Every place where an excerpt stands as whole words; white space is flexible."""
    words = (excerpt or "").split()
    if not words:
        return []
    pattern = r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)"
    return [Span(*m.span()) for m in re.finditer(pattern, text)]


def _apart(one: Span | None, other: Span) -> int:
    return max(one.start - other.end, other.start - one.end, 0) if one else 0


# ---------------------------------------------------------------- answers


def _attributed(
    readings: Sequence[Reading], marked: list[list[Statement]]
) -> tuple[list[set[str]], list[Any]]:
    """For each mark in order the names of its speaker, and its utterance."""
    story = attribute(Traced(story=Grouped(id="story", readings=tuple(readings)), provenance={}, origins=()))
    names = {speaker.id: [speaker.name, *speaker.aliases] for speaker in story.speakers}
    told: dict[str, list[Any]] = defaultdict(list)
    for statement in story.statements:
        told[statement.article].append(statement)
    found, groups = [], []
    for reading, marks in zip(readings, marked, strict=True):
        for attribution, _ in zip(reading.attributions, marks, strict=True):
            statement = max(
                told[reading.article.id], key=lambda each: _alike(each.content, attribution.content)
            )
            known = names.get(statement.speaker or "", [])
            found.append({_fold(name) for name in known} | {f"^{_last(name)}" for name in known[:1]})
            groups.append(statement.utterance)
    return found, groups


def _alike(one: Sequence[Span], other: Sequence[Span]) -> float:
    """The share of characters that two contents have in common."""
    common = sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in one for b in other)
    return common / (sum(a.end - a.start for a in one) + sum(b.end - b.start for b in other) - common)


def _plain_names(marked: list[list[Statement]]) -> list[set[str]]:
    """The baseline: sources joined by their last word; a pronoun means whoever was named last."""
    by_last: dict[str, set[str]] = defaultdict(set)
    meant = []
    for marks in marked:
        named = ""
        for mark in marks:
            source = _fold(mark["source_text"] or "")
            named = named if not source or source in PRONOUNS else source
            by_last[_last(named)].add(named)
            meant.append(_last(named))
    return [by_last[last] | {f"^{last}"} for last in meant]


def _plain_groups(marked: list[list[Statement]]) -> list[Any]:
    """The baseline: equal words are one utterance."""
    return [_fold(mark["content"]) for marks in marked for mark in marks]


def _fold(name: str) -> str:
    return re.sub(r"[^a-z0-9 ]+", "", name.lower().replace("’", "'")).strip()


def _last(name: str) -> str:
    return (_fold(name).split() or [""])[-1]


# ---------------------------------------------------------------- scores


def _named(gold: dict[str, Any], marked: list[list[Statement]], names: list[set[str]]) -> Score:
    speakers = {speaker["id"]: speaker for speaker in gold["speakers"]}
    right = total = 0
    for mark, have in zip((mark for marks in marked for mark in marks), names, strict=True):
        speaker = speakers[mark["speaker"]]
        known = {_fold(name) for name in (speaker["name"], *speaker.get("aliases", []))}
        right += bool(known & have) or f"^{_last(speaker['name'])}" in have
        total += 1
    share = right / total if total else 1.0
    return share, share, share


def _paired(gold: dict[str, Any], marked: list[list[Statement]], groups: list[Any]) -> tuple[int, int, int]:
    """Right pairs, pairs found, pairs to be found."""
    marks = [mark for each in marked for mark in each]
    article = {mark["id"]: mark["article"] for mark in marks}
    wanted = {
        frozenset(pair)
        for group in gold["same_quote"]
        for pair in combinations(group, 2)
        if len({article.get(each) for each in pair}) == 2
    }
    together: dict[Any, list[str]] = defaultdict(list)
    for mark, group in zip(marks, groups, strict=True):
        if group is not None:
            together[group].append(mark["id"])
    found = {
        frozenset(pair)
        for each in together.values()
        for pair in combinations(each, 2)
        if article[pair[0]] != article[pair[1]]
    }
    return len(found & wanted), len(found), len(wanted)


def _score(hits: int, found: int, wanted: int) -> Score:
    p = hits / found if found else float(not wanted)
    r = hits / wanted if wanted else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


if __name__ == "__main__":
    main(sys.argv[1:])
