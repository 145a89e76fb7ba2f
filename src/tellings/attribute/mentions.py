"""Where an article names people, and what it prints beside their names.

Comes in:   a `Page`.
Goes out:   `NameMention`s in order of place: a name, the titles and the role printed with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tellings.attribute.marks import Covers, EntityKinds
from tellings.attribute.names import PersonName, take_apart
from tellings.attribute.printed_roles import apposition, role_before, titles_in
from tellings.attribute.runs import (
    GIVEN,
    Page,
    Run,
    is_body_noun_before_name,
    is_titled,
    looks_like_a_place_or_body,
    names_next,
)
from tellings.attribute.words import Word, fold
from tellings.languages.en import titles
from tellings.records import Reading, Span

Gender = Literal["male", "female"]

_MALE = frozenset((*titles.MALE_HONORIFICS, *titles.MALE_KIN, *titles.MALE_NOUNS))
_FEMALE = frozenset((*titles.FEMALE_HONORIFICS, *titles.FEMALE_KIN, *titles.FEMALE_NOUNS))
_MALE_GIVEN, _FEMALE_GIVEN = frozenset(titles.MALE_GIVEN), frozenset(titles.FEMALE_GIVEN)
_SHOWING = frozenset((*titles.MALE_NOUNS, *titles.FEMALE_NOUNS, *titles.MALE_KIN, *titles.FEMALE_KIN))
_IN_TITLES = 3


@dataclass(frozen=True, slots=True)
class NameMention:
    """A person's name in an article. `span` holds it without titles, `called` the nouns of its roles."""

    article: str
    span: Span
    name: PersonName
    roles: tuple[Span, ...] = ()
    called: frozenset[str] = frozenset()
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
    before, after = role_before(text, words, run), apposition(text, words, run)
    if before is not None and before.end <= title_ends and len(before.words_in(text).split()) > _IN_TITLES:
        before = None  # "House Panel Seeks Talk With Dorn": capitals show no name there
    roles = tuple(part for part in (before, after.role) if part is not None)
    following = words[run.last + 1].low if run.last + 1 < len(words) else ""
    return NameMention(
        article=article,
        span=span,
        name=name,
        roles=roles,
        called=frozenset[str]().union(*(titles_in(role.words_in(text)) for role in roles)),
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
    named_body = names_next(words, run.first - 1) or _explains_body(words, run)
    if named_body and not mention.titled and words[run.name_at].low not in GIVEN:
        return False
    if kind == "person" or mention.titled or _is_written_as_a_person(words, run, mention):
        return True
    if kind is not None or not mention.name.is_full or looks_like_a_place_or_body(words, run):
        return False
    described = bool(mention.roles) or mention.age is not None
    return words[run.name_at].low in GIVEN or described or spoken


def _explains_body(words: list[Word], run: Run) -> bool:
    """ "The company, Marlow Coaches, denies it": a name between commas behind a body's noun."""
    first, last = run.first, run.last
    closed = first > 2 and last + 1 < len(words) and words[first - 1].text == words[last + 1].text == ","
    return closed and words[first - 3].low == "the" and is_body_noun_before_name(words[first - 2])


def _is_written_as_a_person(words: list[Word], run: Run, mention: NameMention) -> bool:
    """ "Joseph R. Merrow Jr": a given name with an initial or a generation behind it."""
    initial = any(len(given) == 1 for given in mention.name.given[1:])
    return words[run.name_at].low in GIVEN and (initial or mention.name.generation is not None)


def _gender(
    text: str, words: list[Word], run: Run, roles: tuple[Span, ...], name: PersonName
) -> Gender | None:
    for word in words[run.first : run.name_at]:
        if gender_of_word(word.low):
            return gender_of_word(word.low)
    for role in roles:
        for part in fold(role.words_in(text)).split():
            shown = gender_of_word(part.strip(",.")) if part.strip(",.") in _SHOWING else None
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
