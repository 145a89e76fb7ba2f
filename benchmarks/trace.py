"""How well boilerplate, credits and shared text are found, beside a plain baseline for each.

    python benchmarks/trace.py FOLDER...

Comes in:   folders, each one story: articles (*.txt, or *.json with title and text) and a gold.json.
Goes out:   precision, recall and F1, mean over the stories, on standard output.

Questions:  boilerplate: which tokens are not the article. Credited sources: (article, name) pairs, photo
            credits left out. Shared text: unordered pairs of articles of which one is visibly reworked from
            the other or both from one wire.
Baselines:  boilerplate: lines without a full stop at their end. Credits: every name of a news agency that
            stands anywhere in the text. Shared text: pairs whose word 3-grams have a Jaccard index of .1.
Left out:   whether the spans of credits and passages are the best ones; kind and direction of derivations.
"""

from __future__ import annotations

import json
import re
import sys
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np

from tellings.languages.en.agencies import AGENCIES
from tellings.read.sentences import find_sentences
from tellings.records import Article, Grouped, Reading, Span, Traced
from tellings.trace import trace

TOKEN = re.compile(r"\w+|[^\w\s]")
Score = tuple[float, float, float]


def main(folders: list[str]) -> None:
    """Score every folder and print the means."""
    scores: dict[str, list[Score]] = {}
    for folder in map(Path, folders):
        gold = json.loads((folder / "gold.json").read_text(encoding="utf8"))["articles"]
        traced = trace(Grouped(id=folder.name, readings=tuple(_reading(p) for p in _article_files(folder))))
        text = {r.article.id: r.article.text for r in traced.readings}
        for measure, predicted, wanted in (
            ("boilerplate, tokens", _marked(traced, text), _gold_marked(gold, text)),
            ("  lines without full stop", _open_lines(text), _gold_marked(gold, text)),
            ("credited sources", _credited(traced), _gold_credited(gold)),
            ("  every agency name", _agency_names(text), _gold_credited(gold)),
            ("shared text, pairs", _linked(traced), _gold_linked(gold)),
            ("  3-gram Jaccard .1", _alike(text), _gold_linked(gold)),
        ):
            scores.setdefault(measure, []).append(_score(predicted, wanted))
    for measure, rows in scores.items():
        p, r, f = (sum(row[i] for row in rows) / len(rows) for i in range(3))
        print(f"{measure:28s} P {p:.2f}  R {r:.2f}  F1 {f:.2f}   ({len(rows)} stories)")


def _score(predicted: set[Any], wanted: set[Any]) -> Score:
    hits = len(predicted & wanted)
    p = hits / len(predicted) if predicted else float(not wanted)
    r = hits / len(wanted) if wanted else 1.0
    return p, r, 2 * p * r / (p + r) if p + r else 0.0


# ---------------------------------------------------------------- articles


def _article_files(folder: Path) -> list[Path]:
    return sorted(p for p in folder.iterdir() if p.suffix in (".txt", ".json") and p.name != "gold.json")


def _reading(path: Path) -> Reading:
    raw = path.read_text(encoding="utf8")
    meta: dict[str, Any] = json.loads(raw) if path.suffix == ".json" else {"text": raw}
    text = f"{meta['title']}\n\n{meta['text']}" if meta.get("title") else meta["text"]
    sentences = find_sentences(text)
    return Reading(
        article=Article(
            id=path.name,
            text=text,
            path=str(path),
            url=meta.get("url"),
            outlet=meta.get("source_domain"),
            published=meta.get("date_publish"),
            title=meta.get("title"),
        ),
        sentences=sentences,
        entities=(),
        dates=(),
        quantities=(),
        attributions=(),
        vectors=np.zeros((len(sentences), 0), dtype=np.float32),
    )


# ---------------------------------------------------------------- found, wanted, and the plain way


def _tokens(article: str, text: str, spans: list[Span]) -> set[tuple[str, int]]:
    places = (m.span() for m in TOKEN.finditer(text))
    return {(article, i) for i, (s, e) in enumerate(places) if any(s < b and a < e for a, b in spans)}


def _marked(traced: Traced, text: dict[str, str]) -> set[tuple[str, int]]:
    return set().union(*(_tokens(a, text[a], list(p.boilerplate)) for a, p in traced.provenance.items()))


def _gold_marked(gold: list[dict[str, Any]], text: dict[str, str]) -> set[tuple[str, int]]:
    found: set[tuple[str, int]] = set()
    for entry in gold:
        for excerpt in entry.get("boilerplate", []):
            pattern = r"\s+".join(map(re.escape, excerpt.split()))
            match = re.search(pattern, text[entry["file"]])
            found |= _tokens(entry["file"], text[entry["file"]], [Span(*match.span())]) if match else set()
    return found


def _open_lines(text: dict[str, str]) -> set[tuple[str, int]]:
    lines = {
        a: [Span(*m.span()) for m in re.finditer(r"[^\n]*[^\n.!?:”\"]$", t, re.M)] for a, t in text.items()
    }
    return set().union(*(_tokens(a, text[a], [s for s in spans if s.start]) for a, spans in lines.items()))


def _credited(traced: Traced) -> set[tuple[str, str]]:
    return {(a, _plain(c.name)) for a, p in traced.provenance.items() for c in p.credits if c.kind != "photo"}


def _gold_credited(gold: list[dict[str, Any]]) -> set[tuple[str, str]]:
    return {
        (e["file"], _plain(c["name"])) for e in gold for c in e.get("credits", []) if c["kind"] != "photo"
    }


def _agency_names(text: dict[str, str]) -> set[tuple[str, str]]:
    names = re.compile(r"\b(?:" + "|".join(map(re.escape, sorted(AGENCIES, key=len, reverse=True))) + r")\b")
    return {(a, _plain(m.group())) for a, t in text.items() for m in names.finditer(t)}


def _plain(name: str) -> str:
    bare = re.sub(r"\.(com|org|net|co\.uk)$", "", name.lower())
    return re.sub(r"^(the|www) ", "", re.sub(r"[^a-z0-9 ]+", "", bare).strip())


def _linked(traced: Traced) -> set[frozenset[str]]:
    return {frozenset((a, d.article)) for a, p in traced.provenance.items() for d in p.derives_from}


def _gold_linked(gold: list[dict[str, Any]]) -> set[frozenset[str]]:
    return {frozenset((e["file"], d["file"])) for e in gold for d in e.get("derives_from", [])}


def _alike(text: dict[str, str]) -> set[frozenset[str]]:
    grams = {a: _three_grams(t) for a, t in text.items()}
    return {
        frozenset((a, b))
        for a, b in combinations(grams, 2)
        if len(grams[a] & grams[b]) >= 0.1 * max(1, len(grams[a] | grams[b]))
    }


def _three_grams(text: str) -> set[tuple[str, ...]]:
    words = re.findall(r"\w+", text.lower())
    return set(zip(words, words[1:], words[2:], strict=False))


if __name__ == "__main__":
    main(sys.argv[1:])
