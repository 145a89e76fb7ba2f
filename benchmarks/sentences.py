"""How well sentence ends are found, beside a plain rule.

Question:   of the places where an annotated text ends a sentence, how many are found, how many made up?
Data:       a CoNLL-U file of UD English GUM (`gum-dev.conllu.gz`: 30 documents of 16 kinds, news among
            them). Texts are put together again from their tokens, one paragraph a line.
Baseline:   a full stop, question or exclamation mark before white space and a capital; a line break.
Measure:    precision, recall and F1 of sentence ends as character places. The first three columns leave
            out the ends of paragraphs, which any rule gets. Then what kinds of ends are missed or made up.
Run:        python benchmarks/sentences.py FOLDER/syntax/gum-dev.conllu.gz
"""

from __future__ import annotations

import argparse
import gzip
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tellings.read.sentences import find_sentences

_PLAIN_END = re.compile(r"[.!?](?=\s+[A-Z])|\S(?=\s*(?:\n|$))")


@dataclass(slots=True)
class Document:
    """A text put together from its tokens, with the places where its sentences and paragraphs end."""

    genre: str
    text: str = ""
    ends: set[int] = field(default_factory=set)
    paragraph_ends: set[int] = field(default_factory=set)


def documents_of(path: Path) -> Iterator[Document]:
    """The documents of a gzipped CoNLL-U file."""
    document: Document | None = None
    inside_word = ""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("# newdoc id = "):
                if document:
                    yield _closed(document)
                document = Document(genre=line.split("_")[1])
            elif document is None:
                continue
            elif line == "# newpar" and document.text:
                document.text = document.text.rstrip() + "\n"
                document.paragraph_ends.add(len(document.text) - 1)
            elif not line and document.text:
                document.ends.add(len(document.text.rstrip()))
            elif line and not line.startswith("#"):
                number, form, *_, misc = line.split("\t")
                if "-" in number:
                    inside_word = number.split("-")[1]
                elif inside_word:
                    inside_word = "" if number == inside_word else inside_word
                    continue
                if "." not in number:
                    document.text += form + ("" if "SpaceAfter=No" in misc.split("|") else " ")
    if document:
        yield _closed(document)


def _closed(document: Document) -> Document:
    document.text = document.text.rstrip()
    document.paragraph_ends.add(len(document.text))
    return document


def found_ends(text: str) -> set[int]:
    """The ends of the sentences that tellings finds."""
    return {sentence.span.end for sentence in find_sentences(text)}


def plain_ends(text: str) -> set[int]:
    """The ends that the plain rule finds."""
    return {found.end() for found in _PLAIN_END.finditer(text)}


def score(
    documents: list[Document], ends_of: Callable[[str], set[int]], *, inside: bool
) -> tuple[float, float, float]:
    """Precision, recall and F1 over all documents; `inside` leaves out the ends of paragraphs."""
    right = found = there = 0
    for document in documents:
        skipped = document.paragraph_ends if inside else set()
        ours, truth = ends_of(document.text) - skipped, document.ends - skipped
        right, found, there = right + len(ours & truth), found + len(ours), there + len(truth)
    precision, recall = right / max(found, 1), right / max(there, 1)
    return precision, recall, 2 * precision * recall / max(precision + recall, 1e-9)


def kind_of(text: str, place: int) -> str:
    """What stands at a sentence end: a stop, another mark, or no mark at all."""
    before = text[:place].rstrip("\"'”’»)] ")[-1:]
    return {
        ".": "after a full stop",
        "!": "after ! or ?",
        "?": "after ! or ?",
        "…": "after an ellipsis",
        ":": "after a colon",
        ";": "after a semicolon",
        "—": "after a dash",
        "–": "after a dash",
        "-": "after a dash",
    }.get(before, "after a word (a heading, an address, a caption set in the line)")


def errors(documents: list[Document]) -> Counter[tuple[str, str]]:
    """How many ends inside paragraphs are missed and made up, by kind."""
    counted: Counter[tuple[str, str]] = Counter()
    for document in documents:
        found = found_ends(document.text) - document.paragraph_ends
        there = document.ends - document.paragraph_ends
        counted.update(("missed", kind_of(document.text, place)) for place in there - found)
        counted.update(("made up", kind_of(document.text, place)) for place in found - there)
    return counted


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("conllu", type=Path)
    documents = list(documents_of(parser.parse_args().conllu))
    print(f"{len(documents)} documents, {sum(len(each.ends) for each in documents)} sentences")
    print(f"{'texts':<13}{'by':<12}{'P':>7}{'R':>7}{'F1':>7}   inside paragraphs, then all ends")
    for genre in ("all", *sorted({document.genre for document in documents})):
        chosen = [document for document in documents if genre in ("all", document.genre)]
        for name, ends_of in (("tellings", found_ends), ("plain rule", plain_ends)):
            numbers = [*score(chosen, ends_of, inside=True), *score(chosen, ends_of, inside=False)]
            print(f"{genre:<13}{name:<12}" + "".join(f"{number:7.3f}" for number in numbers))
    for (what, kind), count in errors(documents).most_common():
        print(f"{count:4d} {what}, {kind}")


if __name__ == "__main__":
    main()
