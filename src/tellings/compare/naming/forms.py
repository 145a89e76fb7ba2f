"""Short and other forms of names.

Comes in:   the capitalised names printed in the texts of a story.
Goes out:   a `Concept` for each name that is printed in full and in letters ("VTA"), with and without some of
            its words, or in nearly the same letters.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from rapidfuzz.distance import Levenshtein

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Concept, Use, key_of
from tellings.compare.words import folded
from tellings.languages.en.labels import KIND_NOUNS, STATES
from tellings.languages.en.outlets import OUTLET_NOUNS
from tellings.languages.en.sources import NAMED_AS_SUCH
from tellings.languages.en.titles import TITLES
from tellings.records import Span

TITLED = frozenset(TITLES) | {"mr", "mrs", "ms", "miss", "sir", "lord", "lady", "dame"}
_HONORIFICS = frozenset(("dr", "miss", "mr", "mrs", "ms", "sir"))
LETTERS = re.compile(r"^[A-Z]{2,6}$")
_OWNER = re.compile(r"[’']s? ")
_MOST_WORDS = 7
_MOST_FORMS = 200
_FEWEST_LETTERS = 8
_MOST_LETTERS = 40
_FEWEST_LAST = 4
_SORTS = frozenset(
    (*NAMED_AS_SUCH, *OUTLET_NOUNS, *(noun for nouns in KIND_NOUNS.values() for noun in nouns))
) - frozenset(("news", "state"))
_ENDINGS = ("an", "n", "s")  # "South Varania", "South Varanian"
_ALIKE = 0.6
_NEARLY_ONE = 0.85  # of "Mr. Orlo" and another
_STATES = frozenset(key_of(name) for names in STATES.values() for name in names)


def find_forms(pool: Pool, runs: Sequence[Use]) -> Iterator[Concept]:
    """Concepts of names in short and in other forms."""
    people = {key_of(speaker.name) for speaker in pool.story.speakers if speaker.kind == "person"}
    yield from _short_forms([run for run in runs if key_of(run.name) not in people])
    yield from _shortened(pool, runs)
    yield from _by_last_word(pool, runs)
    yield from _respelled(runs)
    yield from _nearly_alike(runs)


def bare_name(use: Use) -> Use:
    """A name without the titles before it."""
    start = use.span.start
    for found in re.finditer(r"\S+\s+", use.name):
        if folded(found.group()).strip(" .") in TITLED:
            start = use.span.start + found.end()
    return Use(use.name[start - use.span.start :], use.article, Span(start, use.span.end))


def only_shortens(names: Iterable[str]) -> bool:
    """Whether names are one full name, its last word, and either behind "Mr." and the like."""
    bare = {_without_honorific(name) for name in names}
    full = max(bare, key=len)
    return bare <= {full, full.split()[-1]} and not TITLED & set(full.split())


def _without_honorific(name: str) -> str:
    first, _, rest = key_of(name).partition(" ")
    return rest if rest and first in _HONORIFICS else key_of(name)


def _short_forms(runs: Sequence[Use]) -> Iterator[Concept]:
    """Letters and the names whose initials they are, alone or before the same words ("UN Council")."""
    by_letters: dict[tuple[str, str], list[Use]] = defaultdict(list)
    for run in runs:
        words = run.name.split()
        plain = re.sub(r"\W", "", words[0])
        if LETTERS.match(plain):
            by_letters[plain, key_of(" ".join(words[1:]))].append(run)
        capitals = [word for word in words if word[0].isupper()] if bare_name(run).name == run.name else []
        for size in range(2, len(capitals) + 1):
            rest = key_of(" ".join(capitals[size:]))
            by_letters["".join(word[0] for word in capitals[:size]), rest].append(run)
    alone = {run.name for run in runs if " " not in run.name}
    for (letters, _), uses in by_letters.items():
        if len(letters) == 2 and any(use.name.split()[-1] in alone - {letters} for use in uses):
            continue  # the initials of a person
        short = [use for use in uses if re.sub(r"\W", "", use.name.split()[0]) == letters]
        if 0 < len(short) < len(uses):
            yield Concept(
                label=max((use.name for use in uses), key=len), uses=tuple(uses), interest=1.0, proper=True
            )


def _shortened(pool: Pool, runs: Sequence[Use]) -> Iterator[Concept]:
    """Names of several words that leave out words of a longer one ("Kessel Port Board", "Kessel Board")."""
    by_name: dict[tuple[str, ...], list[Use]] = defaultdict(list)
    for run in runs:
        words = tuple(key_of(run.name).split())
        if 2 <= len(words) <= _MOST_WORDS and not _OWNER.search(run.name):
            by_name[words].append(run)
    places = {name for name, uses in by_name.items() if any(_lies_in(pool, use) for use in uses)}
    places |= _places(pool)
    by_ends: dict[tuple[str, str], list[tuple[str, ...]]] = defaultdict(list)
    for name in by_name:
        by_ends["last", name[-1]].append(name)
        by_ends["first", " ".join(name[:2])].append(name)
    for (end, _), names in by_ends.items():
        told: set[tuple[str, ...]] = set()
        for longest in sorted(names[:_MOST_FORMS], key=len, reverse=True):
            family = [name for name in names[:_MOST_FORMS] if _is_cut_from(name, longest)]
            if len(family) == 1 or told.issuperset(family):
                continue
            told.update(family)
            short = min(family, key=len)
            if end == "last" or (short not in places and _goes_on_alike(short, names)):
                uses = tuple(use for name in family for use in by_name[name])
                yield Concept(label=by_name[longest][0].name, uses=uses, interest=0.9, proper=True)


def _places(pool: Pool) -> set[tuple[str, ...]]:
    """Names that most places of the story read as those of places."""
    read: dict[tuple[str, ...], Counter[bool]] = defaultdict(Counter)
    for reading in pool.readings:
        for entity in reading.entities:
            words = tuple(key_of(entity.span.words_in(reading.article.text)).split())
            read[words][entity.type == "place"] += 1
    return {words for words, found in read.items() if found[True] > found[False]}


def _by_last_word(pool: Pool, runs: Sequence[Use]) -> Iterator[Concept]:
    """Names of which one word is left behind "the" ("the Kessel Port Academy", "the Academy")."""
    full: dict[str, list[Use]] = defaultdict(list)
    short: dict[str, list[Use]] = defaultdict(list)
    for run in runs:
        words = key_of(run.name).split()
        if len(words) > 1 and not _OWNER.search(run.name):
            full[words[-1]].append(run)
        elif len(words) == 1 and words[0] in _SORTS and (use := _with_the(pool, run)):
            short[words[0]].append(use)
    for word, uses in short.items():
        names = {tuple(key_of(use.name).split()) for use in full.get(word, ())}
        longest = max(names, key=len, default=())
        if longest and all(_is_within(name, longest) for name in names):
            label = max((use.name for use in full[word]), key=len)
            yield Concept(label=label, uses=(*full[word], *uses), interest=0.9, proper=True)


def _with_the(pool: Pool, run: Use) -> Use | None:
    """A name with the "the" before it; None where there is none."""
    text = pool.readings[run.article].article.text
    start = run.span.start - len("the ")
    if start < 0 or text[start : run.span.start].lower() != "the ":
        return None
    span = Span(start, run.span.end)
    return Use(span.words_in(text), run.article, span)


def _lies_in(pool: Pool, use: Use) -> bool:
    """Whether "in" stands before a name: a place, and not short for a body that bears its name."""
    return (
        pool.readings[use.article]
        .article.text[max(0, use.span.start - 4) : use.span.start]
        .lower()
        .endswith(("\nin ", " in "))
    )


def _goes_on_alike(short: tuple[str, ...], names: Sequence[tuple[str, ...]]) -> bool:
    """Whether what follows a short name is always the same, and makes no person of it."""
    following = {name[len(short)] for name in names if len(name) > len(short) and name[: len(short)] == short}
    return len(following) == 1 and not TITLED & {*short, *following} and " ".join(short) not in _STATES


def _is_cut_from(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether one name leaves out words of the other, and not all that "of" goes on from."""
    return _is_within(short, long) and ("of" not in long or short[0] == long[0])


def _is_within(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """Whether the words of one name stand in the other in the same order."""
    rest = iter(long)
    return all(word in rest for word in short)


def _nearly_alike(runs: Sequence[Use]) -> Iterator[Concept]:
    """Full names with one beginning whose last words differ in a few letters ("Orlo Fayen", "Orlo Fain")."""
    by_beginning: dict[tuple[str, ...], dict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    for run in runs:
        words = key_of(run.name).split()
        if len(words) > 1 and len(words[-1]) >= _FEWEST_LAST:
            by_beginning[(*words[:-1], words[-1][0])][words[-1]].append(run)
    for beginning, lasts in by_beginning.items():
        begun_with_a_name = not TITLED.issuperset(beginning[:-1])
        for one, other in combinations(sorted(lasts)[:_MOST_FORMS], 2):
            if other.removeprefix(one) in _ENDINGS:
                continue
            least = _ALIKE if begun_with_a_name else _NEARLY_ONE
            if Levenshtein.normalized_similarity(one, other) >= least:
                yield Concept(
                    label=lasts[one][0].name, uses=(*lasts[one], *lasts[other]), interest=0.9, proper=True
                )


def _respelled(runs: Sequence[Use]) -> Iterator[Concept]:
    """Names in nearly the same letters: hyphens, spaces, a letter of a transliteration."""
    by_letters: dict[str, list[Use]] = defaultdict(list)
    for run in runs:
        by_letters[re.sub("[^a-z]", "", folded(run.name)).replace("television", "tv")].append(run)
    stumps: dict[str, set[str]] = defaultdict(set)
    for letters in by_letters:
        stumps[letters].add(letters)
        if _FEWEST_LETTERS <= len(letters) <= _MOST_LETTERS:
            for place in range(len(letters)):
                stumps[letters[:place] + letters[place + 1 :]].add(letters)
    for alike in stumps.values():
        names = {name for letters in alike for name in (key_of(use.name) for use in by_letters[letters])}
        if len(names) > 1 and not any(name + "s" in alike or name + "n" in alike for name in alike):
            uses = tuple(use for letters in sorted(alike) for use in by_letters[letters])
            yield Concept(label=uses[0].name, uses=uses, interest=0.9, proper=True)
