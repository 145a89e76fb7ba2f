"""One noun, described in different words.

Comes in:   the assertions of a story.
Goes out:   a `Concept` for each noun of several articles that they print with different describing words
            ("the abandoned quarry", "the flooded quarry"), counting only the described forms.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.words import Word
from tellings.records import Span

_OPENERS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "its",
        "their",
        "our",
        "my",
        "your",
        "some",
        "any",
        "no",
        "each",
        "every",
        "several",
        "many",
        "few",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
    ]
)
_MOST_WORDS = 4
_LEAST_NOUN = 2


def find_modifiers(pool: Pool) -> Iterator[Concept]:
    """Concepts of described nouns."""
    nouns = _nouns(pool)
    described: dict[str, dict[tuple[int, int], Use]] = defaultdict(dict)
    phrases = [(assertion, run) for assertion in pool.assertions for run in _described(assertion, nouns)]
    describing = {word.lower for _, run in phrases for word in run[:-1] if not word.capital}
    phrases += [
        (assertion, run) for assertion in pool.assertions for run in _bare(assertion, nouns, describing)
    ]
    phrases += [(assertion, run) for assertion in pool.assertions for run in _alone(assertion, nouns)]
    for assertion, run in phrases:
        span = Span(run[0].start, run[-1].end)
        use = Use(span.words_in(pool.readings[assertion.article].article.text), assertion.article, span)
        described[run[-1].stem].setdefault((assertion.article, span.end), use)
    for found in described.values():
        uses = tuple(found.values())
        if len({use.article for use in uses}) > 1 and len({key_of(use.name) for use in uses}) > 1:
            head = Counter(use.name.split()[-1].lower() for use in uses).most_common(1)[0][0]
            yield Concept(label=f"the {head}", uses=uses, interest=0.8)


def _described(assertion: Assertion, nouns: frozenset[str]) -> Iterator[list[Word]]:
    """Describing words and noun, after an article, a number or the like."""
    words = assertion.words
    for place, word in enumerate(words[:-1]):
        if word.lower in _OPENERS and words[place + 1].start - word.end == 1:
            run = _run(words, place + 1)
            last = _head(run, nouns)
            if last:
                yield run[: last + 1]


def _bare(assertion: Assertion, nouns: frozenset[str], describing: set[str]) -> Iterator[list[Word]]:
    """A word that describes something elsewhere in the story, directly before a noun."""
    for word, noun in pairwise(assertion.words):
        if (
            word.lower in describing
            and noun.stem in nouns
            and not noun.capital
            and noun.start - word.end == 1
        ):
            yield [word, noun]


def _alone(assertion: Assertion, nouns: frozenset[str]) -> Iterator[list[Word]]:
    """A noun after "the" and nothing else."""
    words = assertion.words
    for place, word in enumerate(words[:-1]):
        if word.lower == "the":
            run = _run(words, place + 1)
            if (
                run
                and run[0].stem in nouns
                and not run[0].capital
                and (len(run) == 1 or run[1].stem not in nouns)
            ):
                yield [word, run[0]]


def _nouns(pool: Pool) -> frozenset[str]:
    """Words that the story prints alone after an article, at least twice."""
    seen: Counter[str] = Counter()
    for assertion in pool.assertions:
        words = assertion.words
        for place, word in enumerate(words[:-1]):
            if word.lower in _OPENERS:
                run = _run(words, place + 1)
                if len(run) == 1 and not run[0].capital:
                    seen[run[0].stem] += 1
    return frozenset(stem for stem, times in seen.items() if times >= _LEAST_NOUN)


def _run(words: Sequence[Word], start: int) -> list[Word]:
    """The telling words from a place on, up to the next small word or stop."""
    run: list[Word] = []
    for word in words[start : start + _MOST_WORDS]:
        gap = word.start - (run[-1].end if run else words[start - 1].end)
        if gap > 1 or not word.tells or word.is_number:
            break
        run.append(word)
    return run


def _head(run: Sequence[Word], nouns: frozenset[str]) -> int | None:
    """Where the last known noun of a run stands, if only describing words come before it."""
    places = [
        place
        for place, word in enumerate(run)
        if word.stem in nouns and not word.capital and not word.lower.endswith(("ed", "ing"))
    ]
    return places[-1] if places else None
