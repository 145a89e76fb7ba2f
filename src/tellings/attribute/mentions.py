"""Where an article names people, and what it prints beside their names.

Comes in:   a `Page`.
Goes out:   `NameMention`s in order of place: a name, the titles and the role printed with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.attribute.marks import Covers, EntityKinds
from tellings.attribute.names import PersonName, take_apart
from tellings.attribute.runs import DOTTED, GIVEN, Page, Run, is_titled, looks_like_a_place_or_body
from tellings.attribute.words import Word, fold, singular, stands_apart
from tellings.languages.en import titles
from tellings.languages.en.cues import FINITE_HELPERS
from tellings.languages.en.openers import CLAUSE_OPENERS, PARTICIPLE_OPENERS
from tellings.records import Reading, Span

Gender = Literal["male", "female"]

ROLE_NOUNS = frozenset((*titles.ROLES, *titles.MALE_KIN, *titles.FEMALE_KIN, *titles.TITLES))
_QUALIFIERS = frozenset(titles.ROLE_QUALIFIERS)
_MALE = frozenset((*titles.MALE_HONORIFICS, *titles.MALE_KIN, *titles.MALE_NOUNS))
_FEMALE = frozenset((*titles.FEMALE_HONORIFICS, *titles.FEMALE_KIN, *titles.FEMALE_NOUNS))
_MALE_GIVEN, _FEMALE_GIVEN = frozenset(titles.MALE_GIVEN), frozenset(titles.FEMALE_GIVEN)
_ROLE_LINKS = frozenset(("of", "the", "and", "'s", "for"))
_A = frozenset(("a", "an", "the"))
_ENDS_APPOSITION = frozenset(",;).:(—–")
_OPENERS = frozenset((*CLAUSE_OPENERS, *PARTICIPLE_OPENERS))
_SAYING = ("said", "says", "told")
_IN_TITLES = 3
_APPOSITION = 18
"""How many words of an apposition are read for a role."""


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name in an article. `span` holds the name without titles."""

    article: str
    span: Span
    name: PersonName
    roles: tuple[Span, ...] = ()
    age: str | None = None
    gender: Gender | None = None
    titled: bool = False
    possessive: bool = False


def gender_of_word(word: str) -> Gender | None:
    """The gender that a title, a kinship or a role shows."""
    if word in _MALE:
        return "male"
    return "female" if word in _FEMALE else None


def find_mentions(page: Page) -> tuple[list[NameMention], list[NameMention]]:
    """Mentions that have the looks of a person's name, and single words that may be a known person's.

    Both lists are in order of place.
    """
    reading, words = page.reading, page.words
    kinds = EntityKinds(reading)
    spoken = Covers(tuple(span for attribution in reading.attributions for span in attribution.source))
    sure: list[NameMention] = []
    loose: list[NameMention] = []
    for run in page.runs:
        if run.name_at > run.last:
            continue
        run = kinds.trimmed(_without_place(words, run), words)
        span = Span(words[run.name_at].start, words[run.last].end)
        mention = _mention(reading, words, run, span)
        if mention is None:
            continue
        if _is_person(words, run, mention, kinds.at(span), spoken.at(span)):
            sure.append(mention)
        elif (
            not mention.name.is_full
            and run.first == run.name_at
            and kinds.at(span) in (None, "other", "place")
        ):
            loose.append(mention)
    return sure, loose


def _mention(reading: Reading, words: list[Word], run: Run, span: Span) -> NameMention | None:
    article, text = reading.article.id, reading.article.text
    title_ends = len(reading.article.title or "")
    name = take_apart(span.words_in(text))
    if name is None:
        return None
    before, after = _role_before(text, words, run), _apposition(text, words, run)
    if before is not None and before.end <= title_ends and len(before.words_in(text).split()) > _IN_TITLES:
        before = None  # "House Panel Seeks Talk With Dorn": capitals show no name there
    roles = tuple(part for part in (before, after.role) if part is not None)
    following = words[run.last + 1].low if run.last + 1 < len(words) else ""
    return NameMention(
        article=article,
        span=span,
        name=name,
        roles=roles,
        age=after.age,
        gender=_gender(text, words, run, roles, name),
        titled=is_titled(words, run),
        possessive=following == "'s",
    )


def _without_place(words: list[Word], run: Run) -> Run:
    """ "Mayor of Marlow Tobias Hale": behind "of", what stands before a given name is the place."""
    if run.first and run.name_at == run.first and words[run.first - 1].low in ("of", "in", "for"):
        for at in range(run.first + 1, run.last):
            if words[at].low in GIVEN and words[run.first].low not in GIVEN:
                return Run(run.first, at, run.last)
    return run


def _is_person(words: list[Word], run: Run, mention: NameMention, kind: str | None, spoken: bool) -> bool:
    if kind == "person" or mention.titled:
        return True
    if kind is not None or not mention.name.is_full or looks_like_a_place_or_body(words, run):
        return False
    described = bool(mention.roles) or mention.age is not None
    return words[run.name_at].low in GIVEN or described or spoken


class _Apposition:
    """What stands after a name between commas."""

    __slots__ = ("age", "role")

    def __init__(self, role: Span | None = None, age: str | None = None) -> None:
        self.role = role
        self.age = age


def _apposition(text: str, words: list[Word], run: Run) -> _Apposition:
    at = run.last + 1
    if at < len(words) and words[at].text == "." and run.last + 1 < len(words) - 1:
        at += 1
    if at >= len(words) or words[at].text not in (",", "("):
        return _Apposition()
    inner: list[Word] = []
    age: str | None = None
    for word in words[at + 1 : at + 1 + _APPOSITION]:
        if word.text == "." and inner and (inner[-1].low in DOTTED or len(inner[-1].text) == 1):
            continue
        if word.text in _ENDS_APPOSITION or word.low in ("who", "which", *_SAYING):
            if inner and inner[0].low in ("a", "the") and word.low in _SAYING:
                return _Apposition(None, age)  # "of Hale, the mayor said": the mayor is another
            if inner and inner[0].text.isdigit() and len(inner) == 1 and word.text == ",":
                age, inner = inner[0].text, []
                continue
            break
        if inner and "\n" in text[inner[-1].end : word.start]:
            break
        inner.append(word)
    if inner and inner[0].text.isdigit() and len(inner) == 1:
        return _Apposition(None, inner[0].text)
    heads = [
        at
        for at, word in enumerate(inner)
        if singular(word.low) in ROLE_NOUNS and word.low == singular(word.low)
    ]
    if not heads or heads[0] > 7 or _opens_clause(inner) or _names_another(inner, heads[-1]):
        return _Apposition(None, age)
    return _Apposition(Span(_without_article(inner)[0].start, inner[-1].end), age)


def _names_another(inner: list[Word], head: int) -> bool:
    """ "(against) Hale, Senate leader Tobias Merrow (said)": the role is that of who follows it."""
    return head + 1 < len(inner) and inner[head + 1].low in GIVEN and inner[head + 1].is_name_like


def _opens_clause(inner: list[Word]) -> bool:
    first = inner[0]
    verbal = first.low.endswith(("ed", "ly")) or (
        first.low.endswith("s") and inner[1:2] and inner[1].low in _A
    )
    tells = first.low in FINITE_HELPERS or (not first.is_name_like and verbal)
    return tells or first.low in (
        "and",
        "but",
        "while",
        "when",
        "where",
        "as",
        "if",
        "after",
        "before",
        "whose",
        "with",
    )


def _without_article(inner: list[Word]) -> list[Word]:
    return inner[1:] if inner[0].low in ("a", "an", "the", "another", "one") and len(inner) > 1 else inner


def _role_before(text: str, words: list[Word], run: Run) -> Span | None:
    """The role printed right before a name: "Kremlin spokesman", "chairman of the Joint Chiefs"."""
    last = run.name_at if _stands_in_commas(words, run) is None else run.name_at - 1
    first = last
    noun = False
    while first > 0 and last - first < _APPOSITION:
        word = words[first - 1]
        if word.text == "." and first > 1 and words[first - 2].low in DOTTED:
            first -= 1
            continue
        before_comma = first == last != run.name_at
        if not before_comma and stands_apart(text, word, words[first]):
            break
        low = word.low
        if low in _OPENERS:
            break
        if low == "and" and words[first - 2].low not in ROLE_NOUNS:
            break  # "Merrow and Mayor Hale": the first is no role of the second
        if low in ROLE_NOUNS:
            noun = True
        elif not (word.is_name_like or low in _QUALIFIERS or (noun and low in _ROLE_LINKS)):
            break
        first -= 1
    while first < last and (words[first].low in _ROLE_LINKS or not words[first].is_word):
        first += 1
    return Span(words[first].start, words[last - 1].end) if noun and first < last else None


def _stands_in_commas(words: list[Word], run: Run) -> Word | None:
    """The role noun in "the president, Otto Kranz,": a name set off by commas behind it."""
    before, behind = run.name_at - 1, run.last + 1
    if run.name_at != run.first or before < 1 or behind >= len(words):
        return None
    set_off = words[before].text == "," and words[behind].text == ","
    return words[before - 1] if set_off and words[before - 1].low in ROLE_NOUNS else None


def _gender(
    text: str, words: list[Word], run: Run, roles: tuple[Span, ...], name: PersonName
) -> Gender | None:
    for word in words[run.first : run.name_at]:
        if gender_of_word(word.low):
            return gender_of_word(word.low)
    for role in roles:
        for part in fold(role.words_in(text)).split():
            shown = (
                gender_of_word(part.strip(",.")) if part in titles.MALE_NOUNS + titles.FEMALE_NOUNS else None
            )
            if shown:
                return shown
    return gender_of_given(name)


def gender_of_given(name: PersonName) -> Gender | None:
    """The gender that a given name mostly shows, None where both or neither."""
    if not name.given:
        return None
    male, female = name.given[0] in _MALE_GIVEN, name.given[0] in _FEMALE_GIVEN
    if male == female:
        return None
    return "male" if male else "female"
