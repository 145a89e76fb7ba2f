"""One noun, described in different words.

Comes in:   the noun phrases of a story.
Goes out:   a `Concept` for each noun of several articles that they print with different describing words
            ("abandoned quarry", "flooded quarry"), and for each pair of nouns behind the same description in
            assertions of different articles that tell much the same ("rescue crew", "rescue unit").
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

from tellings.compare.assertions import Pool
from tellings.compare.naming.alike import Alike
from tellings.compare.naming.uses import Concept, Use, is_heading
from tellings.compare.phrases import Phrase
from tellings.compare.scorer import Alignment
from tellings.compare.words import Word, folded
from tellings.languages.en.labels import EMPTY_NOUNS, POINTING_WORDS
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.titles import ROLES
from tellings.languages.en.units import MEASURES
from tellings.languages.en.word_choices import TELLING_WORDS
from tellings.records import Span

_MOST_PHRASES = 400
_MOST_HEADS = 6
_EMPTY = frozenset(EMPTY_NOUNS)
_ELSEWHERE = frozenset(POINTING_WORDS)
_TELLING = frozenset(TELLING_WORDS)
_NOT_ONE = ("another", "any", "each", "every", "no")
_MOST_IN_HEADINGS = 2
_LEAST_RARITY = 0.45
_DESCRIBED = 0.9
_OF_MANY = 0.5  # several things seldom are the same ones: "the officials"
_WELL_ALIGNED = 0.4
_SURELY_ALIGNED = 0.6
_SEVERAL = 3
_MANY = 20
_LONGEST_TAIL = 4
_PEOPLE = frozenset(ROLES) | frozenset(("baby", "boy", "child", "girl", "kid", "people", "pilot", "victim"))
_OF_PEOPLE = ("ant", "er", "eer", "ian", "ist", "man", "men", "or", "woman", "women")


def find_descriptions(
    alignment: Alignment, phrases: Sequence[Sequence[Phrase]], alike: Alike
) -> Iterator[Concept]:
    """Concepts of described nouns, and of nouns described alike."""
    pool, rarity = alignment.nodes.pool, alignment.nodes.rarity
    by_head: dict[str, list[Phrase]] = defaultdict(list)
    by_description: dict[tuple[str, ...], list[Phrase]] = defaultdict(list)
    for phrase in (phrase for of_one in phrases for phrase in of_one):
        named = phrase.last and phrase.head.capital and not is_heading(phrase.assertion)
        if phrase.proper or named or not _tells(phrase):
            continue
        by_head[noun_of(phrase).stem].append(phrase)
        if len(phrase.words) > 1:
            by_description[tuple(word.stem for word in phrase.words[:-1])].append(phrase)
    for group in by_head.values():
        yield from _described(pool, group, alike)
    for described, group in by_description.items():
        if sum(rarity.get(stem, 0.0) for stem in described) >= _LEAST_RARITY:
            yield from _described_alike(pool, group, alike)


def printed(pool: Pool, phrase: Phrase) -> Use:
    """The phrase as a name: a bare noun with its "the", a described one without, either with its owner."""
    text = pool.readings[phrase.assertion.article].article.text
    span = phrase.span
    if len(phrase.words) == 1 and phrase.determiner == "the" and not phrase.head.lower.endswith("s"):
        span = Span(phrase.assertion.words[phrase.first - 1].start, span.end)
    return Use(span.words_in(text), phrase.assertion.article, span)


def noun_of(phrase: Phrase) -> Word:
    """The noun that says what the phrase is about: of "dozens of divers" the divers."""
    if phrase.tail is not None and _is_empty(phrase.head.lower):
        return phrase.assertion.words[phrase.tail]
    return phrase.head


def _is_empty(word: str) -> bool:
    return bool({word, word.removesuffix("s")} & _EMPTY)


def _tells(phrase: Phrase) -> bool:
    """Whether the noun names something of the story, not a unit, a day or a word like "part"."""
    lower = folded(noun_of(phrase).lower)
    forms = {lower, lower.removesuffix("s")}
    return not (_is_empty(lower) or forms & MEASURES.keys() or forms & CALENDAR_WORDS)


def _described(pool: Pool, group: Sequence[Phrase], alike: Alike) -> Iterator[Concept]:
    """The forms of one noun, if articles describe it differently."""
    articles = {phrase.assertion.article for phrase in group}
    if len(articles) < 2 or len(group) > _MOST_PHRASES:
        return
    forms: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in group:
        if not points_elsewhere(phrase):
            forms[" ".join(word.stem for word in phrase.words)].append(phrase)
    told = alike.standing_in([[phrase.assertion for phrase in form] for form in forms.values()])
    chosen = (
        form
        for number, form in enumerate(forms.values())
        if told and (number in told or any(map(_is_definite, form)))
    )
    uses = [use for form in chosen for phrase in form for use in forms_of(pool, phrase)]
    described = [
        form for number, form in enumerate(forms.values()) if number in told and _describing(form[0])
    ]
    if _say_different_things(described, alike) or _says_more(described):
        head = Counter(noun_of(phrase).lower for phrase in group).most_common(1)[0][0]
        interest = _DESCRIBED * _OF_MANY if head.endswith("s") else _DESCRIBED
        yield Concept(label=f"the {head}", uses=tuple(uses), interest=interest)


def _say_different_things(forms: Sequence[Sequence[Phrase]], alike: Alike) -> bool:
    """Whether articles describe it, in one place or often, in words of which neither are part of the other's.

    "Grand jury" and "federal grand jury" do not differ: one is only cut shorter.
    """
    return any(
        len(forms) >= _SEVERAL
        or any(
            alike.same(a.assertion, b.assertion) >= _WELL_ALIGNED for a in one[:_MANY] for b in other[:_MANY]
        )
        for one, other in combinations(forms, 2)
        if not _nested(_describing(one[0]), _describing(other[0]))
    )


def _describing(phrase: Phrase) -> frozenset[str]:
    """Stems of what is said of the noun: of "a team of divers" the team."""
    counted = {phrase.head.stem} if noun_of(phrase) is not phrase.head else set()
    return phrase.stems | counted


def _nested(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def _says_more(forms: Iterable[Sequence[Phrase]]) -> bool:
    """Whether a describing word judges or characterises what others name without it."""
    return any(word.lower in _TELLING for form in forms for word in form[0].words[:-1])


def points_elsewhere(phrase: Phrase) -> bool:
    """Whether the describing words say nothing of the thing: "other bridges", "inspecting bridges"."""
    if len(phrase.words) == 1:
        return False
    first = phrase.words[0].lower
    return (
        len(first) == 1
        or first in _ELSEWHERE
        or phrase.determiner in _NOT_ONE
        or (first.endswith("ing") and not phrase.determiner and phrase.head.lower.endswith("s"))
        or (is_heading(phrase.assertion) and len(phrase.words) > _MOST_IN_HEADINGS)
    )


def _is_definite(phrase: Phrase) -> bool:
    return phrase.determiner == "the" or phrase.determiner.endswith(("'s", "s'"))


def forms_of(pool: Pool, phrase: Phrase) -> Iterator[Use]:
    """The names that a phrase gives: its own, and with what "of" goes on to."""
    if noun_of(phrase) is phrase.head:
        yield printed(pool, phrase)
    if phrase.tail is None or phrase.tail - phrase.last > _LONGEST_TAIL:
        return
    span = phrase.long_span
    if phrase.determiner == "the" and len(phrase.words) == 1:
        span = Span(phrase.assertion.words[phrase.first - 1].start, span.end)
    text = pool.readings[phrase.assertion.article].article.text
    yield Use(span.words_in(text), phrase.assertion.article, span)


def _described_alike(pool: Pool, group: Sequence[Phrase], alike: Alike) -> Iterator[Concept]:
    """Two nouns behind the same describing words, of articles that do not share them."""
    by_head: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in group:
        by_head[phrase.head.stem].append(phrase)
    if not 2 <= len(by_head) <= _MOST_HEADS:
        return
    sorts: list[list[str]] = []
    for head, members in by_head.items():
        sort = next((s for s in sorts if all(_near(members, by_head[h], alike) for h in s)), None)
        if sort is None:
            sorts.append(sort := [])
        sort.append(head)
    for heads in sorts:
        uses = tuple(printed(pool, phrase) for head in heads for phrase in by_head[head])
        if len(heads) > 1:
            yield Concept(label=uses[0].name, uses=uses, interest=0.7)


def _near(one: Sequence[Phrase], other: Sequence[Phrase], alike: Alike) -> bool:
    """Whether two nouns stand in assertions that tell much the same, of articles that do not share them."""
    if _articles(one) & _articles(other):
        return False
    if _is_somebody(one[0]) != _is_somebody(other[0]):
        return False
    least = _WELL_ALIGNED if _is_plural(one[0]) == _is_plural(other[0]) else _SURELY_ALIGNED
    return any(alike.same(a.assertion, b.assertion) >= least for a in one[:_MANY] for b in other[:_MANY])


def _is_somebody(phrase: Phrase) -> bool:
    """Whether the noun is of a person: "driver" is, "crash" is not."""
    noun = phrase.head.lower.removesuffix("s")
    return noun in _PEOPLE or noun.endswith(_OF_PEOPLE)


def _is_plural(phrase: Phrase) -> bool:
    return phrase.head.lower.endswith("s")


def _articles(phrases: Sequence[Phrase]) -> set[int]:
    return {phrase.assertion.article for phrase in phrases}
