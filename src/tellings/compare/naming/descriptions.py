"""What noun phrases say.

Comes in:   a noun phrase of a story.
Goes out:   the noun it is about, what its describing words say, and the names that it gives to a thing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tellings.compare.assertions import Pool
from tellings.compare.naming.uses import Use, is_heading
from tellings.compare.phrases import Phrase
from tellings.compare.words import Word, folded
from tellings.languages.en.labels import COLLECTIVES, EMPTY_NOUNS, POINTING_WORDS
from tellings.languages.en.opposites import CALENDAR_WORDS
from tellings.languages.en.titles import ROLES
from tellings.languages.en.units import MEASURES
from tellings.languages.en.word_choices import TELLING_WORDS
from tellings.records import Span

_EMPTY = frozenset(EMPTY_NOUNS)
_COLLECTIVES = frozenset(COLLECTIVES)
_ELSEWHERE = frozenset(POINTING_WORDS)
_TELLING = frozenset(TELLING_WORDS)
_NOT_ONE = ("another", "any", "each", "every", "no")
_MOST_IN_HEADINGS = 2
_LONGEST_TAIL = 4
_PEOPLE = frozenset(ROLES) | frozenset(("baby", "boy", "child", "girl", "kid", "people", "pilot", "victim"))
_OF_PEOPLE = ("ant", "er", "eer", "ian", "ist", "man", "men", "or", "woman", "women")


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


def describing(phrase: Phrase) -> frozenset[str]:
    """Stems of what is said of the noun: of "a team of divers" the team."""
    counted = {phrase.head.stem} if noun_of(phrase) is not phrase.head else set()
    return phrase.stems | counted


def says_more(forms: Iterable[Phrase]) -> bool:
    """Whether a describing word judges or characterises what others name without it."""
    return any(word.lower in _TELLING for phrase in forms for word in phrase.words[:-1])


def is_told(phrase: Phrase) -> bool:
    """Whether a phrase can name a thing of the story: no name, no unit, nothing that only points."""
    named = phrase.last and phrase.head.capital and not is_heading(phrase.assertion)
    return not (phrase.proper or named or points_elsewhere(phrase)) and _tells(phrase)


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


def forms_of(pool: Pool, phrase: Phrase) -> Iterator[Use]:
    """The names that a phrase gives: its own, and with what "of" goes on to."""
    if noun_of(phrase) is phrase.head:
        yield printed(pool, phrase)
    if phrase.tail is None or phrase.tail - phrase.last > _LONGEST_TAIL:
        return
    if noun_of(phrase) is not phrase.head and phrase.head.lower.removesuffix("s") not in _COLLECTIVES:
        return
    span = phrase.long_span
    if phrase.determiner == "the" and len(phrase.words) == 1:
        span = Span(phrase.assertion.words[phrase.first - 1].start, span.end)
    text = pool.readings[phrase.assertion.article].article.text
    yield Use(span.words_in(text), phrase.assertion.article, span)


def is_somebody(phrase: Phrase) -> bool:
    """Whether the noun is of a person: "driver" is, "crash" is not."""
    noun = phrase.head.lower.removesuffix("s")
    return noun in _PEOPLE or noun.endswith(_OF_PEOPLE)


def is_plural(phrase: Phrase) -> bool:
    """Whether the noun names several."""
    return phrase.head.lower.endswith("s")
