"""Sentences that can stand alone.

Comes in:   cites of a story.
Goes out:   for each the sentence around it, how deep in its article it stands, and how awkward it would be
            out of its place: a fragment, a headline, a pronoun nobody introduced.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tellings.compare.reads_alone import cuts_a_quotation
from tellings.languages.en.boilerplate import UNDER_PICTURES
from tellings.languages.en.openers import LEANING_OPENERS, PRONOUN_OPENERS, SMALL_WORDS, TOLD_FROM_ITS_DAY
from tellings.records import Cite, Compared, Provenance, Quantity, Reading, Span
from tellings.tell.headline import headline_of
from tellings.trace.datelines import behind_datelines

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_TOO_LONG, _TOO_SHORT = 320, 45
_ALIKE = 0.5
_MEANS_THE_SAME = 0.7
_HARDLY_NEW = 0.7
_FEWEST_WORDS = 3
_WORD = re.compile(r"\w+")
_SMALL = frozenset(SMALL_WORDS)
# "Mayor Ada Lorne (L) meets the rescuers." "File photo of the harbour."
_CAPTION = re.compile(
    r"\((?:[LRC]|left|right|cent(?:er|re))\)"
    r"|^\W*(?:(?:an?|file|in|the|this) )*(?:photo(?:graph)?|image|picture)\b",
    re.IGNORECASE,
)
_ENDS = re.compile(r"[.!?][\"'”’)\]]*$")
_TOLD_FROM_ITS_DAY = re.compile(TOLD_FROM_ITS_DAY, re.IGNORECASE)


_PICTURE = re.compile(r"\W*(?:file )?(?:caption|image|photo|picture)", re.IGNORECASE)
# "Mila Osei/Corvane" behind a picture's caption, or on the next line.
_SIGNED = re.compile(r"\s*[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3} ?/ ?[A-Z][\w.]{1,30}[ \w]{0,30}\n")
_UNDER = re.compile(UNDER_PICTURES, re.IGNORECASE)
_NO_SENTENCE = 3
_UNDER_A_PICTURE = 3
_LONGEST_CAPTION = 400


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that a brief could show. `awkwardness` is 0 for a sentence that reads well alone."""

    cite: Cite
    words: str
    depth: float
    awkwardness: float
    bag: frozenset[str]
    vector: NDArray[np.float32] | None = None
    """What its sentence means, where the words are a whole sentence."""


class Sentences:
    """The sentences of a story's articles, boilerplate left out."""

    def __init__(self, story: Compared) -> None:
        traced = story.attributed.traced
        self._readings: dict[str, Reading] = {r.article.id: r for r in traced.readings}
        self._starts = {id: [s.span.start for s in r.sentences] for id, r in self._readings.items()}
        self._left_out = {id: provenance.boilerplate for id, provenance in traced.provenance.items()}
        self._opened = {id: behind_datelines(reading.article.text) for id, reading in self._readings.items()}
        self._pictures = {
            id: _picture_lines(provenance, self._readings[id].article.text)
            for id, provenance in traced.provenance.items()
        }
        headlines = [headline_of(reading.article) for reading in traced.readings]
        bags = [_bag(headline) for headline in headlines if headline]
        self._in_headlines = Counter(word for bag in bags for word in bag)

    def depth(self, cite: Cite) -> float:
        """Where in its article the cite stands: 0 at the top, 1 at the end."""
        return cite.span.start / max(1, len(self._readings[cite.article].article.text))

    def mean_depth(self, cites: Sequence[Cite]) -> float:
        """How far down its articles tell something, at the first place in each."""
        first: dict[str, float] = {}
        for cite in cites:
            first[cite.article] = min(first.get(cite.article, 1.0), self.depth(cite))
        return sum(first.values()) / max(1, len(first))

    def headlined(self, candidate: Candidate) -> float:
        """How much of what the headlines speak of is in it, 0..1; words of many headlines count most."""
        total = sum(self._in_headlines.values())
        return sum(self._in_headlines[word] for word in candidate.bag) / total if total else 0.0

    def same_figures(self, one: Cite, other: Cite) -> bool:
        """Whether neither or only one of the two holds a figure that the other lacks.

        Nor may the sentences around them give only different figures of one kind: "312 million euros" is not
        borne out by a clause of a sentence that goes on to tell of 321 million.
        """
        here, there = self._figures(one), self._figures(other)
        if not (here <= there or there <= here):
            return False
        given, known = (self._by_kind(Cite(c.article, self._around(c))) for c in (one, other))
        return all(given[kind] & known[kind] for kind in given.keys() & known.keys())

    def _figures(self, cite: Cite) -> frozenset[tuple[float | None, str]]:
        return frozenset((_value(quantity), quantity.unit) for quantity in self._quantities(cite))

    def _by_kind(self, cite: Cite) -> dict[str, set[float | None]]:
        """The figures of what is cited by their unit, or by what they count."""
        found: dict[str, set[float | None]] = defaultdict(set)
        for quantity in self._quantities(cite):
            if kind := quantity.unit or quantity.counted:
                found[kind].add(_value(quantity))
        return found

    def _quantities(self, cite: Cite) -> Iterator[Quantity]:
        quantities = self._readings[cite.article].quantities
        return (quantity for quantity in quantities if cite.span.covers(quantity.span))

    def candidates(self, cite: Cite) -> list[Candidate]:
        """The cited words themselves, and the whole sentence around them, which may say more."""
        found = []
        whole = self._without_dateline(cite.article, self._around(cite))
        for span in {self._without_dateline(cite.article, cite.span), whole}:
            said_more = 1 - (cite.span.end - cite.span.start) / max(1, span.end - span.start)
            candidate = self._candidate(Cite(cite.article, span), max(0.0, said_more))
            if candidate is not None:
                found.append(candidate)
        return found

    def _candidate(self, cite: Cite, said_more: float) -> Candidate | None:
        if any(gone.overlaps(cite.span) for gone in self._left_out.get(cite.article, ())):
            return None
        words = cite.span.words_in(self._readings[cite.article].article.text)
        bag = _bag(words)
        if len(bag) < _FEWEST_WORDS:
            return None
        at, reading = self._sentence_at(cite), self._readings[cite.article]
        whole = at >= 0 and self._without_dateline(cite.article, reading.sentences[at].span) == cite.span
        vector = reading.vectors[at] if whole else None
        awkward = awkwardness(words) + said_more + (_UNDER_A_PICTURE if self._is_caption(cite) else 0)
        title = reading.article.title or ""
        if title and words.startswith(title) and len(words) > len(title) + 1:
            awkward += _NO_SENTENCE  # the title, and what stands below it, run together
        return Candidate(cite, words, self.depth(cite), awkward, bag, vector)

    def _is_caption(self, cite: Cite) -> bool:
        """Whether the words tell of a picture, or stand before those that credit one."""
        text = self._readings[cite.article].article.text
        if _SIGNED.match(text, cite.span.end) or _UNDER.search(cite.span.words_in(text)):
            return True
        return any(
            cite.span.end <= line.start
            and _is_under(text[cite.span.end : line.start], text[line.end : line.end + 1])
            for line in self._pictures.get(cite.article, ())
        )

    def _without_dateline(self, article: str, span: Span) -> Span:
        """The span from behind the dateline that it begins with, if it does."""
        start = self._opened[article].get(span.start, span.start)
        return Span(start, span.end) if start < span.end else span

    def _around(self, cite: Cite) -> Span:
        at = self._sentence_at(cite)
        if at < 0:
            return cite.span
        sentence = self._readings[cite.article].sentences[at].span
        return sentence if sentence.covers(cite.span) else cite.span

    def _sentence_at(self, cite: Cite) -> int:
        return bisect_right(self._starts[cite.article], cite.span.start) - 1


def _is_under(between: str, behind: str) -> bool:
    """Whether nothing stands between words and a credit that ends a paragraph but more of the caption."""
    if not between.strip():
        return True
    return len(between) <= _LONGEST_CAPTION and "\n" not in between and behind in ("", "\n")


def _value(quantity: Quantity) -> float | None:
    return quantity.high if quantity.low is None else quantity.low


def _picture_lines(provenance: Provenance, text: str) -> list[Span]:
    """The boilerplate that credits a picture."""
    credited = [credit.span for credit in provenance.credits if credit.kind == "photo"]
    return [
        line
        for line in provenance.boilerplate
        if _PICTURE.match(line.words_in(text)) or any(line.overlaps(span) for span in credited)
    ]


def awkwardness(words: str) -> float:
    """How badly the words read without those around them."""
    tokens = _WORD.findall(words)
    first = tokens[0].lower() if tokens else ""
    points = 0.0
    if not _ENDS.search(words.rstrip()):
        points += _NO_SENTENCE
    if not words.lstrip(" \"'“‘")[:1].isupper():
        points += 2
    if first in PRONOUN_OPENERS:
        points += 1.5
    elif first in LEANING_OPENERS:
        points += 1
    if _CAPTION.search(words):
        points += 2
    if "\n" in words.strip():
        points += 1
    if cuts_a_quotation(words):
        points += 1.5
    if _TOLD_FROM_ITS_DAY.match(words):
        points += 1
    return points + max(0, len(words) - _TOO_LONG) / 100 + max(0, _TOO_SHORT - len(words)) / 20


def likeness(candidate: Candidate, others: Sequence[Candidate]) -> float:
    """How much of it the mentions in other articles share, on average, 0..1."""
    elsewhere = [other for other in others if other.cite.article != candidate.cite.article]
    if not elsewhere:
        return 0.0
    shares = (len(candidate.bag & o.bag) / min(len(candidate.bag), len(o.bag)) for o in elsewhere)
    return sum(shares) / len(elsewhere)


def _closeness(one: Candidate, other: Candidate) -> float:
    """Cosine of the meanings of two whole sentences; 0 where one is none."""
    if one.vector is None or other.vector is None:
        return 0.0
    return float(one.vector @ other.vector)


def _bag(words: str) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(words.lower()) if word not in _SMALL)


def says_again(candidate: Candidate, held: Sequence[Candidate]) -> bool:
    """Whether one of the held sentences already says most of it."""
    for other in held:
        if candidate.cite.article == other.cite.article and candidate.cite.span.overlaps(other.cite.span):
            return True
        if _closeness(candidate, other) >= _MEANS_THE_SAME:
            return True
        if len(candidate.bag & other.bag) >= _ALIKE * min(len(candidate.bag), len(other.bag)):
            return True
    return False


def is_much_the_same(candidate: Candidate, other: Candidate) -> bool:
    """Whether hardly anything in the candidate is new beside the other.

    What is new in a story is told with what is old, so half of the words in common are not enough.
    """
    return len(candidate.bag & other.bag) >= _HARDLY_NEW * len(candidate.bag)
