"""One noun, described in different words.

Comes in:   the assertions of a story.
Goes out:   a `Concept` for each noun of several articles that they print with different describing words
            ("the abandoned quarry", "the flooded quarry"), counting only the described forms.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.words import Word, stem_of
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
    described: dict[str, list[Use]] = defaultdict(list)
    for assertion in pool.assertions:
        text = pool.readings[assertion.article].article.text
        words = assertion.words
        for place, word in enumerate(words):
            if word.lower not in _OPENERS:
                continue
            run = _run(words, place + 1)
            last = _head(run, nouns)
            if not last:
                continue
            span = Span(run[0].start, run[last].end)
            described[stem_of(run[last].lower)].append(Use(span.words_in(text), assertion.article, span))
    for uses in described.values():
        if len({use.article for use in uses}) > 1 and len({key_of(use.name) for use in uses}) > 1:
            head = Counter(use.name.split()[-1].lower() for use in uses).most_common(1)[0][0]
            yield Concept(label=f"the {head}", uses=tuple(uses), interest=0.8)


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
    places = [place for place, word in enumerate(run) if word.stem in nouns and not word.capital]
    return places[-1] if places else None
