"""Whether time grows no faster than the text, however bad the text is.

Question:   when a text of some bad kind is made twice as long, does reading or comparing it take more than
            twice as long?
Data:       made here: one paragraph without a break, marks in a row, transcripts, tables, other scripts and
            the like, at three lengths, each twice the one before.
Measure:    processor seconds outside the network at the longest, and how many times longer than at the
            length before; 2 is growth with the text, 4 with its square. `read` reads one article; `compare`
            takes two readings through all rooms that follow. The network runs on threads of its own: it reads
            window by window, as many as the text has pieces for.
Run:        python benchmarks/growth.py [--words 1000]
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import cycle
from typing import TypeVar

from tellings.attribute import attribute
from tellings.compare import compare
from tellings.group import group
from tellings.read.door import read_one
from tellings.records import Article, Reading
from tellings.tell import tell
from tellings.trace import trace

NOTICED = 0.25
"""Seconds below which growth is not told apart from noise."""
TOO_FAST = 3.0
"""Times longer at twice the length: what is marked."""

_SENTENCES = (
    "The mayor of Torvik, Anna Brandt, said on Tuesday that {n} people had been hurt in the fire.",
    "“We lost {n} homes in one night,” Brandt told reporters, “and nobody listened.”",
    "Police said {n} of the injured were taken to St. Olav's hospital, which is {n} miles away.",
    "Harrow Mills Ltd. denied that it had ignored {n} warnings since March 3, 2015.",
    'A spokesman for the union said: "Nobody came in {n} years."',
)

T = TypeVar("T")


def sentences(words: int) -> list[str]:
    """Wire copy of about so many words."""
    return [
        sentence.format(n=number)
        for number, sentence in zip(range(2, 2 + words // 15), cycle(_SENTENCES), strict=False)
    ]


def copy(words: int) -> str:
    """The same as one paragraph."""
    return " ".join(sentences(words))


def between(words: int, others: Sequence[str]) -> str:
    """Copy with one of `others` in turn behind each word."""
    return " ".join(map("".join, zip(copy(words).split(), cycle(others), strict=False)))


KINDS: dict[str, Callable[[int], str]] = {
    "wire copy": lambda n: "\n\n".join(sentences(n)),
    "one paragraph": copy,
    "straight quotes": lambda n: '"' * n,
    "opening quotes": lambda n: "“" * n,
    "words in quotes": lambda n: '"a" ' * n,
    "brackets": lambda n: "(" * n,
    "commas": lambda n: "," * n,
    "dots": lambda n: ". " * n,
    "transcript": lambda n: "\n".join(map("".join, zip(cycle(("Q: ", "A: ")), sentences(n), strict=False))),
    "capitals": lambda n: copy(n).upper(),
    "list": lambda n: "\n".join(f"- {row}. item {row}: {row} people" for row in range(n // 6)),
    "table": lambda n: "\n".join(f"{row}\t| March 3, 2015 |\t${row}.50" for row in range(n // 6)),
    "lines of one word": lambda n: "Word\n" * n,
    "two scripts": lambda n: between(n, (" москва", " 東京都", " القاهرة")),
    "marks of no width": lambda n: between(n, ("\u200b", "\u0301", "\u202e", "\x00", "\ufeff")),
    "one long word": lambda n: "a" * 6 * n,
    "digits": lambda n: "7" * 6 * n,
    "numbers": lambda n: "1 " * n,
    "dates": lambda n: "March 3, " * (n // 2),
    "weekdays": lambda n: "Monday " * n,
    "names": lambda n: "Anna Brandt " * (n // 2),
    "initials": lambda n: "A. " * n,
    "verbs of saying": lambda n: "he said " * (n // 2),
    "addresses": lambda n: "http://merrow.example/a?b=c " * n,
    "Windows line ends": lambda n: "\r\n".join(sentences(n)),
    "white space": lambda n: "a" + " " * 6 * n + "\n" * 6 * n + "b",
}


def timed(work: Callable[[], T]) -> tuple[float, T]:
    """Processor seconds of this thread, and what the work gave."""
    begin = time.thread_time()
    done = work()
    return time.thread_time() - begin, done


def compared(readings: list[Reading]) -> None:
    """Two readings through all rooms that follow."""
    (story,) = group(readings, one_story=True)
    tell(compare(attribute(trace(story))))


def costs(make: Callable[[int], str], words: int) -> Iterator[tuple[float, float]]:
    """Seconds of reading and of comparing at three lengths."""
    other = read_one(Article(id="a2", text=copy(200)))
    for length in (words, 2 * words, 4 * words):
        text = make(length)
        read, reading = timed(lambda text=text: read_one(Article(id="a1", text=text)))
        rest, _ = timed(lambda reading=reading: compared([reading, other]))
        yield read, rest


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=1000, help="length of the shortest text")
    parser.add_argument("--kinds", nargs="*", default=list(KINDS), help="only these")
    asked = parser.parse_args()
    print(f"{'text':<20}{'read':>9}{'growth':>9}{'compare':>9}{'growth':>9}   at {4 * asked.words} words")
    for kind in asked.kinds:
        _, before, last = costs(KINDS[kind], asked.words)
        cells = []
        for short, long in zip(before, last, strict=True):
            mark = "!" if long > NOTICED and long > TOO_FAST * short else ""
            cells.append(f"{long:8.2f}s{long / max(short, 1e-3):8.1f}{mark or ' '}")
        print(f"{kind:<20}{''.join(cells)}", flush=True)


if __name__ == "__main__":
    main()
