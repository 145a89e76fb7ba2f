"""One thing under several noun phrases.

Comes in:   the `Alignment` of a story's assertions and their noun phrases.
Goes out:   a `Concept` for each thing that assertions which tell the same call by different phrases: with one
            noun and other describing words ("flooded quarry", "abandoned quarry"), or with another noun that
            can name the same ("crew", "unit").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from tellings.compare.assertions import Pool
from tellings.compare.naming.descriptions import (
    describing,
    forms_of,
    is_plural,
    is_somebody,
    is_told,
    noun_of,
    says_more,
)
from tellings.compare.naming.uses import Concept, by_name
from tellings.compare.phrases import Phrase
from tellings.compare.scorer import Alignment

_ALIGNED = 0.3
_WELL_ALIGNED = 0.5
_LEAST_RARITY = 0.45
_MOST_PAIRS = 8000
_SEVERAL = 3
_INTEREST = 0.9
_OF_MANY = 0.6  # several things seldom are the same ones: "the officials"

Key = tuple[str, ...]


def find_aligned(alignment: Alignment, phrases: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
    """Concepts of things under several phrases."""
    nodes = alignment.nodes
    told = [[phrase for phrase in of_one if is_told(phrase)] for of_one in phrases]
    forms = _Forms()
    rarity = nodes.rarity
    rows = (alignment.same >= _ALIGNED).nonzero()[0]
    rows = rows[(-alignment.same[rows]).argsort(kind="stable")][:_MOST_PAIRS]
    for row in rows.tolist():
        one = nodes.first[int(alignment.pairs.left[row])]
        other = nodes.first[int(alignment.pairs.right[row])]
        if one.article != other.article:
            well = float(alignment.same[row]) >= _WELL_ALIGNED
            for pair in _pairs(told[one.index], told[other.index], rarity, well=well):
                forms.join(*map(key_of_phrase, pair))
    held: dict[Key, list[Phrase]] = defaultdict(list)
    for phrase in (phrase for of_one in told for phrase in of_one):
        held[key_of_phrase(phrase)].append(phrase)
    definite: dict[str, set[Key]] = defaultdict(set)
    counted = {
        noun_of(phrase).stem for of_one in told for phrase in of_one if noun_of(phrase) is not phrase.head
    }
    for key, found in held.items():
        if any(_is_the_one(phrase) for phrase in found) or (len(key) == 1 and key[0] in counted):
            definite[noun_of(found[0]).stem].add(key)
    for family in forms.families():
        if _tell([held[key][0] for key in family]):
            nouns = {noun_of(held[key][0]).stem for key in family}
            more = (key for noun in sorted(nouns) for key in sorted(definite[noun]) if key not in family)
            yield from _concept(nodes.pool, [held[key] for key in (*family, *more)])


def key_of_phrase(phrase: Phrase) -> Key:
    """What phrases of one form have in common."""
    last = phrase.last if phrase.tail is None else phrase.tail
    return tuple(word.stem for word in phrase.assertion.words[phrase.first : last + 1])


class _Forms:
    """Forms of phrases, joined where they name one thing."""

    def __init__(self) -> None:
        self._parent: dict[Key, Key] = {}

    def join(self, one: Key, other: Key) -> None:
        """Let two forms, and all that are joined to them, name one thing."""
        self._parent[self._root(one)] = self._root(other)

    def families(self) -> list[list[Key]]:
        """The forms that name one thing, for each thing."""
        found: dict[Key, list[Key]] = defaultdict(list)
        for form in self._parent:
            found[self._root(form)].append(form)
        return list(found.values())

    def _root(self, form: Key) -> Key:
        self._parent.setdefault(form, form)
        while self._parent[form] != form:
            self._parent[form] = form = self._parent[self._parent[form]]
        return form


def _pairs(
    one: Sequence[Phrase], other: Sequence[Phrase], rarity: Mapping[str, float], *, well: bool
) -> Iterator[tuple[Phrase, Phrase]]:
    """Phrases of two assertions that stand for one thing: the only ones there with their noun.

    A phrase that both assertions have stands for itself.
    """
    mine, theirs = _by_noun(one), _by_noun(other)
    forms = {key_of_phrase(phrase) for phrase in one} & {key_of_phrase(phrase) for phrase in other}
    for noun, phrase in mine.items():
        if phrase is None or key_of_phrase(phrase) in forms:
            continue
        match = theirs.get(noun)
        if match is not None and key_of_phrase(match) not in forms:
            if key_of_phrase(match) != key_of_phrase(phrase):
                yield phrase, match
        elif well and noun not in theirs:
            yield from (
                (phrase, match)
                for last, match in theirs.items()
                if match is not None and last not in mine and _related(phrase, match, rarity)
            )


def _related(one: Phrase, other: Phrase, rarity: Mapping[str, float]) -> bool:
    """Whether two nouns, both of people or neither, stand behind the same describing words that are rare."""
    if describing(one) != describing(other):
        return False
    if sum(rarity.get(stem, 0.0) for stem in describing(one)) < _LEAST_RARITY:
        return False
    return is_somebody(one) == is_somebody(other) and is_plural(one) == is_plural(other)


def _by_noun(phrases: Sequence[Phrase]) -> Mapping[str, Phrase | None]:
    """The phrase with each noun, None where two have it; the divers of "a team of divers" are no second."""
    tails = {phrase.tail for phrase in phrases if noun_of(phrase) is not phrase.head}
    found: dict[str, Phrase | None] = {}
    for phrase in phrases:
        if phrase.last in tails:
            continue
        noun = noun_of(phrase).stem
        found[noun] = None if noun in found else phrase
    return found


def _concept(pool: Pool, forms: Sequence[Sequence[Phrase]]) -> Iterator[Concept]:
    uses = [use for form in forms for phrase in form for use in forms_of(pool, phrase)]
    if len(by_name(uses)) < 2:
        return
    head = Counter(noun_of(phrase).lower for form in forms for phrase in form).most_common(1)[0][0]
    interest = _INTEREST * (_OF_MANY if head.endswith("s") else 1)
    yield Concept(label=f"the {head}", uses=tuple(uses), interest=interest)


def _tell(first: Sequence[Phrase]) -> bool:
    """Whether the forms say different things: other nouns, other describing words, or one that judges.

    "Grand jury" and "federal grand jury" do not differ: one is only cut shorter.
    """
    return (
        len({noun_of(phrase).stem for phrase in first}) > 1
        or says_more(first)
        or len(first) >= _SEVERAL
        or any(not _nested(describing(a), describing(b)) for a, b in combinations(first, 2))
    )


def _is_the_one(phrase: Phrase) -> bool:
    """Whether the story has told of one such thing: "the quarry", "Kessel's quarry"."""
    return not is_plural(phrase) and (phrase.determiner == "the" or phrase.determiner.endswith(("'s", "s'")))


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one
