"""The annotated sets as examples for the reader.

Comes in:   the data folder (attribution/, silver/, syntax/).
Goes out:   `Example`s: one text, its pieces, and what is known of it - relations, entities, parts of speech.
"""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tellings.read.labels import ENTITY_TYPES, ROLES
from tellings.read.pieces import Pieces, cut

Chars = tuple[int, int]
IGNORED = -100

ASIDE = 13
"""One training article in so many is kept from the reader, for the scorers that build on what it finds."""

QUOTE_STYLES = (
    str.maketrans("“”", '""'),
    str.maketrans("“”", "‘’"),
    str.maketrans("“”", "''"),
    str.maketrans("“”", "«»"),
    str.maketrans("“”", "„“"),
)
"""PolNeAR's outlets print “ and ”; others do not."""

SILVER_TYPES = {
    "PERSON": "person",
    "ORGANIZATION": "organisation",
    "LOCATION": "place",
    "DATE": "date",
    "TIME": "date",
    "DURATION": "quantity",
    "SET": "date",
    "NUMBER": "quantity",
    "PERCENT": "quantity",
    "MONEY": "quantity",
    "ORDINAL": None,
}
GUM_TYPES = {"person": "person", "organization": "organisation", "place": "place", "event": "event"}
DEMONYM = re.compile(r"(?:an|ans|ish|ese|ch|ic|is?|ites?|crats?|cratic|k|ks)$")
EVENT = re.compile(r"\b(?:War|Olympics?|Day|Games|Cup|Convention|Awards?|Festival|Revolution|Debate)\b")
POS = [
    "ADJ",
    "ADP",
    "ADV",
    "AUX",
    "CCONJ",
    "DET",
    "INTJ",
    "NOUN",
    "NUM",
    "PART",
    "PRON",
    "PROPN",
    "PUNCT",
    "SCONJ",
    "SYM",
    "VERB",
    "X",
]
PENN = {
    "JJ": "ADJ", "IN": "ADP", "RB": "ADV", "MD": "AUX", "CC": "CCONJ", "DT": "DET", "UH": "INTJ",
    "NN": "NOUN", "CD": "NUM", "TO": "PART", "RP": "ADP", "PR": "PRON", "WP": "PRON", "WD": "PRON",
    "EX": "PRON", "PO": "PART", "VB": "VERB", "WR": "ADV", "PD": "DET", "FW": "X", "SY": "SYM", "LS": "X",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Relation:
    """One attribution relation in characters."""

    cue: Chars
    source: Chars | None
    contents: tuple[Chars, ...]


@dataclass(slots=True, eq=False)
class Example:
    """One text with what is known of it; None where a layer is not annotated.

    `versions`: the relations as marked by each annotator. `entities` / `pos`: (start, end, label) in
    characters; `blank`: characters whose entity label is not known.
    """

    id: str
    text: str
    versions: list[list[Relation]] | None = None
    entities: list[tuple[int, int, str]] | None = None
    blank: list[Chars] = field(default_factory=list)
    pos: list[tuple[int, int, int]] | None = None
    pieces: Pieces = None  # type: ignore[assignment]
    sentences: list[Chars] = field(default_factory=list)


def lines(path: Path) -> Iterator[dict[str, Any]]:
    """The JSON lines of a file, gzipped or not."""
    with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf8") as handle:
        for line in handle:
            yield json.loads(line)


def relations_of(marked: Iterable[dict[str, Any]]) -> list[Relation]:
    """The relations that have a cue and a content."""
    found = []
    for mark in marked:
        if mark["cue"] and mark["content"]:
            cue = (mark["cue"][0][0], mark["cue"][-1][1])
            source = (mark["source"][0][0], mark["source"][-1][1]) if mark["source"] else None
            found.append(Relation(cue, source, tuple((a, b) for a, b in mark["content"])))
    return found


def attribution(folder: Path, part: str) -> list[Example]:
    """The articles of attribution/`part`, with silver entities and parts of speech where there are any."""
    silver = {r["id"]: r for r in lines(folder / "silver" / "polnear-corenlp.jsonl.gz")}
    examples = []
    for row in lines(folder / "attribution" / f"{part}.jsonl"):
        marked = [row["attributions"], *(other["attributions"] for other in row["other_annotators"])]
        example = Example(row["id"], row["text"], [relations_of(m) for m in marked])
        if row["id"] in silver:
            read = silver[row["id"]]
            example.entities, example.pos = _silver(row["text"], read)
            example.sentences = [
                (s["tokens"][0][0], s["tokens"][-1][1]) for s in read["sentences"] if s["tokens"]
            ]
        examples.append(example)
    return examples


def _silver(text: str, row: dict[str, Any]) -> tuple[list[tuple[int, int, str]], list[tuple[int, int, int]]]:
    entities: list[tuple[int, int, str]] = []
    pos = []
    for sentence in row["sentences"]:
        run: list[Any] = []
        for token in [*sentence["tokens"], [0, 0, "", "O", None]]:
            start, end, penn, tag, value = token
            if penn and (name := PENN.get(penn[:2])):
                name = "PROPN" if penn.startswith("NNP") else name
                pos.append((start, end, POS.index(name) + 1))
            elif penn:
                pos.append((start, end, POS.index("PUNCT") + 1))
            if run and (tag != run[-1][3] or (tag in ("DATE", "NUMBER") and value != run[-1][4])):
                _close(text, run, entities)
                run = []
            if tag != "O":
                run.append(token)
    return entities, pos


def _close(text: str, run: list[Any], entities: list[tuple[int, int, str]]) -> None:
    start, end, tag = run[0][0], run[-1][1], run[0][3]
    words = text[start:end]
    if tag == "MISC":
        if EVENT.search(words) and len(run) > 1:
            kind: str | None = "event"
        else:
            kind = "nationality" if len(run) == 1 and DEMONYM.search(words) else "other"
    else:
        kind = SILVER_TYPES[tag]
    if kind:
        entities.append((start, end, kind))


def gum(folder: Path, part: str) -> list[Example]:
    """The documents of UD English GUM with named entities taken from its mentions, and parts of speech."""
    path = folder / "syntax" / f"gum-{part}.conllu.gz"
    with gzip.open(path, "rt", encoding="utf8") as handle:
        documents = handle.read().split("# newdoc id = ")[1:]
    return [_gum_document(document) for document in documents]


def _gum_document(document: str) -> Example:
    name = document.split("\n", 1)[0]
    text, open_mentions, mentions = "", [], []
    words: list[tuple[int, int, str, str]] = []
    sentence_starts = []
    sentences = []
    for block in document.split("\n\n"):
        if not (rows := [r.split("\t") for r in block.split("\n") if r[:1].isdigit()]):
            continue
        if text:
            text += "\n\n" if "# newpar" in block else " "
        sentence_starts.append(len(words))
        begin, skip_until = len(text), 0
        for row in rows:
            if "." in row[0]:
                continue
            space = "" if "SpaceAfter=No" in row[9] else " "
            if "-" in row[0]:
                skip_until = int(row[0].split("-")[1])
                multi_start = len(text)
                text += row[1] + space
                multi = row[1]
                continue
            if skip_until and int(row[0]) <= skip_until:
                at = text.find(row[1], multi_start)
                start = at if 0 <= at <= multi_start + len(multi) - len(row[1]) else multi_start
                end = min(start + len(row[1]), multi_start + len(multi))
            else:
                start = len(text)
                text += row[1] + space
                end = start + len(row[1])
            entity = re.search(r"Entity=([^|]*)", row[9])
            for mark in re.findall(r"\([^()]*\)?|[^()]*\)", entity.group(1)) if entity else []:
                if mark.startswith("("):
                    parts = mark[1:].rstrip(")").split("-")
                    open_mentions.append((parts[0], parts[1] if len(parts) > 1 else "", len(words)))
                    if mark.endswith(")"):
                        _, kind, first = open_mentions.pop()
                        mentions.append((first, len(words) + 1, kind))
                else:
                    closed = next((m for m in reversed(open_mentions) if m[0] == mark[:-1]), None)
                    if closed:
                        open_mentions.remove(closed)
                        mentions.append((closed[2], len(words) + 1, closed[1]))
            words.append((start, end, row[3], row[1]))
        text = text.rstrip(" ")
        sentences.append((begin, len(text)))
    example = Example(name, text)
    example.pos = [(s, e, POS.index(p) + 1) for s, e, p, _ in words if p in POS]
    example.entities, example.blank = _gum_entities(words, mentions, set(sentence_starts))
    example.sentences = sentences
    return example


def _gum_entities(
    words: list[tuple[int, int, str, str]], mentions: list[tuple[int, int, str]], starts: set[int]
) -> tuple[list[tuple[int, int, str]], list[Chars]]:
    """Runs of proper nouns typed by the smallest mention around them; times and numbers are left blank."""
    entities: list[tuple[int, int, str]] = []
    blank = [(words[a][0], words[b - 1][1]) for a, b, kind in mentions if kind == "time"]
    blank += [(s, e) for s, e, p, _ in words if p == "NUM"]
    at = 0
    while at < len(words):
        if words[at][2] == "PROPN":
            end = at + 1
            while (
                end < len(words)
                and end not in starts
                and (
                    words[end][2] == "PROPN"
                    or (
                        words[end][3] in ("of", "-", "&")
                        and end + 1 < len(words)
                        and words[end + 1][2] == "PROPN"
                    )
                )
            ):
                end += 1
            around = [m for m in mentions if m[0] <= at and end <= m[1]]
            kind = min(around, key=lambda m: m[1] - m[0])[2] if around else ""
            if kind != "time":
                entities.append((words[at][0], words[end - 1][1], GUM_TYPES.get(kind, "other")))
            at = end
            continue
        if (
            words[at][2] == "ADJ"
            and words[at][3][:1].isupper()
            and at not in starts
            and not words[at][3].isupper()
        ):
            entities.append((words[at][0], words[at][1], "nationality"))
        at += 1
    return entities, blank


def prepared(examples: list[Example]) -> list[Example]:
    """The examples with their pieces."""
    for example in examples:
        example.pieces = cut(example.text)
    return examples


def restyled(example: Example, style: int) -> Example:
    """The same text with other quotation marks."""
    return Example(
        example.id,
        example.text.translate(QUOTE_STYLES[style]),
        example.versions,
        example.entities,
        example.blank,
        example.pos,
        sentences=example.sentences,
    )


def piece_span(pieces: Pieces, span: Chars) -> tuple[int, int]:
    """The pieces [first, last + 1) that lie in these characters."""
    first = int(np.searchsorted(pieces.ends, span[0], side="right"))
    last = int(np.searchsorted(pieces.starts, span[1], side="left"))
    return first, max(last, first)


def tagged(
    pieces: Pieces, spans: Iterable[tuple[int, int, int]], blank: Iterable[Chars] = ()
) -> NDArray[np.int64]:
    """BIO tags of (start, end, class) in characters: 1 + 2 * class for B, one more for I."""
    tags = np.zeros(len(pieces), dtype=np.int64)
    for chars in blank:
        a, b = piece_span(pieces, chars)
        tags[a:b] = IGNORED
    for start, end, kind in spans:
        a, b = piece_span(pieces, (start, end))
        if b > a:
            tags[a] = 1 + 2 * kind
            tags[a + 1 : b] = 2 + 2 * kind
    return tags


def role_spans(relations: Iterable[Relation]) -> list[tuple[int, int, int]]:
    """(start, end, role) of every span; sources first so that a cue or content wins where they touch."""
    spans = []
    for relation in relations:
        if relation.source:
            spans.append((*relation.source, ROLES.index("source")))
        spans.append((*relation.cue, ROLES.index("cue")))
        spans.extend((*content, ROLES.index("content")) for content in relation.contents)
    return sorted(spans, key=lambda span: span[2])


def entity_tags(example: Example) -> NDArray[np.int64]:
    """Entity tags of the pieces."""
    assert example.entities is not None
    spans = [(a, b, ENTITY_TYPES.index(kind)) for a, b, kind in example.entities]
    return tagged(example.pieces, spans, example.blank)


def pos_tags(example: Example) -> NDArray[np.int64]:
    """Part-of-speech tags of the pieces, IGNORED where none is known."""
    assert example.pos is not None
    tags = np.full(len(example.pieces), IGNORED, dtype=np.int64)
    for start, end, tag in example.pos:
        a, b = piece_span(example.pieces, (start, end))
        tags[a:b] = tag
    return tags
