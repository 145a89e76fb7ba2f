"""Names of people, judged by what the whole story prints.

Comes in:   the mentions that each page shows, sure and loose, and the pages.
Goes out:   the same: of "Singer Velda" the name without the role, of "Union Chief Slams Orlow" in a headline
            and of "Hiring Orlow was wrong" only the words that may be names; and the people who are known
            by one name only.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tellings.attribute.marks import Covers
from tellings.attribute.mentions import NameMention
from tellings.attribute.names import PersonName, take_apart
from tellings.attribute.printed_roles import titles_in
from tellings.attribute.runs import GIVEN, Page
from tellings.attribute.words import words_of
from tellings.languages.en.titles import ROLES
from tellings.records import Span

Found = tuple[list[NameMention], list[NameMention]]
"""Sure and loose mentions of one page."""
TITLE_CASE = 0.7
"""The part of a headline's longer words with a capital from which capitals show no name."""
SHORTEST_TOLD = 4
"""Letters of a headline's word that has a capital only in title case, or as a name."""
SHORTEST_DEED = 6
"""Letters of a word such as "Hiring" that opens a sentence."""
OFTEN = 2
"""How often a single word must be read as a person to be one's only name."""
_ROLES = frozenset(ROLES)
_MARKS = " \"“‘'"
_WHERE = frozenset(("at", "from", "in", "near", "outside"))


def sifted(found: Sequence[Found], pages: Sequence[Page]) -> list[Found]:
    """The mentions of each page, as the other pages let them be read."""
    small = _Small(pages)
    found = [
        ([_without_role(each, page, small) for each in sure], loose)
        for page, (sure, loose) in _with(pages, found)
    ]
    found = _without_openers(found, pages)
    printed = {
        (each.name.given, each.name.surname)
        for page, (sure, _) in _with(pages, found)
        for each in sure
        if not _in_title(each, page)
    }
    return [_out_of_title(page, sure, loose, printed) for page, (sure, loose) in _with(pages, found)]


def single_names(found: Sequence[Found], pages: Sequence[Page]) -> Iterator[NameMention]:
    """The first mention of each single word that the story takes for a person, mostly so or with a title."""
    sure = [
        (each, page) for page, (named, _) in _with(pages, found) for each in named if not each.name.is_full
    ]
    marked = {page.reading.article.id: _persons(page) for page in pages}
    often = Counter(each.name.surname for each, _ in sure if marked[each.article].at(each.span))
    seldom = Counter(each.name.surname for _, loose in found for each in loose)
    seldom.update(each.name.surname for each, page in sure if _is_where(each, page))
    told: set[str] = set()
    for each, _ in sure:
        word = each.name.surname
        mostly = often[word] >= OFTEN and often[word] > 2 * seldom[word] and not each.name.printed.isupper()
        if word not in told and (each.titled or mostly):
            told.add(word)
            yield each


def _persons(page: Page) -> Covers:
    """What the reader marked as people."""
    return Covers(tuple(entity.span for entity in page.reading.entities if entity.type == "person"))


def _is_where(mention: NameMention, page: Page) -> bool:
    """Whether a name stands as places do: "from Marlow", "in Marlow"."""
    at = bisect_left(page.words, mention.span.start, key=lambda word: word.start)
    return at > 0 and page.words[at - 1].low in _WHERE


class _Small:
    """Whether a story writes a word small."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self._pages = pages
        self._words: set[str] | None = None

    def __contains__(self, word: str) -> bool:
        if self._words is None:
            self._words = {each.text for page in self._pages for each in page.words if each.text.islower()}
        return word in self._words


def _with(pages: Sequence[Page], found: Iterable[Found]) -> Iterator[tuple[Page, Found]]:
    return zip(pages, found, strict=True)


def _without_role(mention: NameMention, page: Page, small: _Small) -> NameMention:
    """ "Rihanna" of "Singer Rihanna" where the story writes "the singer"; "Tom Hale" of "Actor Tom Hale"."""
    given = mention.name.given
    if not given or given[0] not in _ROLES or given[0] in GIVEN:
        return mention
    if not (given[0] in small if len(given) == 1 else len(given[1]) > 1):
        return mention
    text = page.reading.article.text
    role, *rest = words_of(text, mention.span)
    span = Span(rest[0].start, mention.span.end)
    name = take_apart(span.words_in(text))
    if name is None:
        return mention
    called = mention.called | titles_in(role.text)
    return replace(
        mention, span=span, name=name, roles=(role.span, *mention.roles), called=called, titled=True
    )


def _without_openers(found: Sequence[Found], pages: Sequence[Page]) -> list[Found]:
    """ "Hiring Orlow was wrong": no name where the story names Orlow alone, and "Hiring Orlow" only here."""
    alone = {each.name.surname for sure, loose in found for each in (*sure, *loose) if not each.name.is_full}
    within = {
        (each.name.given, each.name.surname)
        for page, (sure, _) in _with(pages, found)
        for each in sure
        if not _opens_sentence(each, page)
    }
    told = []
    for page, (sure, loose) in _with(pages, found):
        made = [
            each
            for each in sure
            if _is_deed(each.name) and each.name.surname in alone and _opens_sentence(each, page)
        ]
        made = [each for each in made if (each.name.given, each.name.surname) not in within]
        kept = [each for each in sure if each not in made]
        told.append((kept, [*loose, *(word for each in made for word in _words(each, page)[1:])]))
    return told


def _is_deed(name: PersonName) -> bool:
    given = name.given[0] if len(name.given) == 1 else ""
    return given.endswith("ing") and len(given) >= SHORTEST_DEED and given not in GIVEN


def _opens_sentence(mention: NameMention, page: Page) -> bool:
    sentences = page.reading.sentences
    at = bisect_right(sentences, mention.span.start, key=lambda each: each.span.start)
    start = sentences[at - 1].span.start if at else 0
    return not page.reading.article.text[start : mention.span.start].strip(_MARKS)


def _words(mention: NameMention, page: Page) -> list[NameMention]:
    """The words of a mention, each as what may be a name by itself."""
    return [
        replace(
            mention,
            span=word.span,
            name=PersonName(word.text, (), word.low),
            roles=(),
            called=frozenset(),
            titled=False,
        )
        for word in words_of(page.reading.article.text, mention.span)
        if word.is_name_like
    ]


def _in_title(mention: NameMention, page: Page) -> bool:
    return mention.span.end <= len(page.reading.article.title or "")


def _out_of_title(
    page: Page, sure: list[NameMention], loose: list[NameMention], printed: set[tuple[tuple[str, ...], str]]
) -> Found:
    """The mentions, those that only the capitals of a headline make taken as words that may be names."""
    if not _is_title_case(page):
        return sure, loose
    made = [each for each in sure if _in_title(each, page) and _is_made_by_capitals(each.name, printed)]
    words = [word for each in made for word in _words(each, page)]
    return [each for each in sure if each not in made], [*loose, *words]


def _is_made_by_capitals(name: PersonName, printed: set[tuple[tuple[str, ...], str]]) -> bool:
    """Whether no article prints a name of a headline below one, and no given name opens it."""
    if not name.is_full:
        return all(surname != name.surname for _, surname in printed)
    return name.given[0] not in GIVEN and (name.given, name.surname) not in printed


def _is_title_case(page: Page) -> bool:
    title = page.reading.article.title or ""
    words = [word for word in words_of(title) if word.is_word and len(word.text) >= SHORTEST_TOLD]
    return sum(word.is_name_like for word in words) > TITLE_CASE * len(words)
