"""The people of a story, each under all the names that its articles print.

Comes in:   the pages of a story.
Goes out:   `People`: who is mentioned where, so that a name, a surname or a role leads to one person.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from tellings.attribute.genders import shown_genders
from tellings.attribute.mentions import NameMention, find_mentions
from tellings.attribute.names import PersonName, take_apart
from tellings.attribute.namesakes import genders_agree, latest, told_by_title
from tellings.attribute.once import once_a_text
from tellings.attribute.person import Person
from tellings.attribute.runs import Page
from tellings.attribute.sifting import sifted, single_names
from tellings.languages.en.titles import SHORT_NAMES
from tellings.records import Span

_KIN = re.compile(r"\b(?:father|sons?)\b")
"""Words without which "Jr." tells no two people apart: many a name is printed with it or without."""


class People:
    """Everybody named in a story, found by article and place."""

    def __init__(self, pages: Sequence[Page]) -> None:
        self.all: list[Person] = []
        self._by_surname: dict[str, list[Person]] = defaultdict(list)
        self._by_given: dict[str, list[Person]] = defaultdict(list)
        self._in: dict[str, list[tuple[Span, Person, NameMention]]] = {}
        self._text = {page.reading.article.id: page.reading.article.text for page in pages}
        self._of_fathers = {p.reading.article.id for p in pages if _KIN.search(p.reading.article.text)}
        read = [_printed_in(page, mentions) for page, mentions in zip(pages, _mentions(pages), strict=True)]
        found = sifted(read, pages)
        for sure, _ in found:
            for mention in sure:
                if mention.name.is_full:
                    self._join(mention)
        for mention in single_names(found, pages):
            if mention.name.surname not in {*self._by_surname, *self._by_given}:
                self._new(mention)
        owners: dict[str, dict[Span, Person]] = defaultdict(dict)
        for person in self.all:
            for mention in person.mentions:
                owners[mention.article][mention.span] = person
        for page, (sure, loose) in zip(pages, found, strict=True):
            article = page.reading.article.id
            self._place(article, sure, loose, owners[article])
        named = {at: [(span, p.number, m) for span, p, m in here] for at, here in self._in.items()}
        unknown = {person.number for person in self.all if person.gender is None}
        for number, gender in shown_genders(pages, named, unknown).items():
            self.all[number].shown = gender

    def mentions_in(self, article: str, span: Span) -> list[tuple[Span, Person, NameMention]]:
        """The mentions that overlap `span`, in order of place."""
        known = self._in.get(article, [])
        low = max(0, bisect_left(known, span.start, key=lambda entry: entry[0].start) - 1)
        high = bisect_left(known, span.end, key=lambda entry: entry[0].start)
        return [entry for entry in known[low:high] if entry[0].overlaps(span)]

    def mentions_before(
        self, article: str, end: int, start: int = 0
    ) -> list[tuple[Span, Person, NameMention]]:
        """The mentions that begin in `[start, end)`, in order of place."""
        known = self._in.get(article, [])
        low = bisect_left(known, start, key=lambda entry: entry[0].start)
        high = bisect_left(known, end, key=lambda entry: entry[0].start)
        return known[low:high]

    def all_in(self, article: str) -> list[tuple[Span, Person, NameMention]]:
        """Every mention of an article, in order of place."""
        return self._in.get(article, [])

    def named(self, name: str, by_surname: bool = False) -> Person | None:
        """The one person of this full name, or surname, wherever a story prints it.

        In a headline, where all words have capitals, a name may run on: "Merrow Defends Comments".
        """
        wanted = take_apart(name)
        if wanted is None or not (wanted.is_full or by_surname):
            return None
        fitting = self._by_surname.get(wanted.surname, ())
        if not wanted.is_full:
            fitting = [p for p in fitting if any(n.generation is None for n in p.names)] or fitting
            return fitting[0] if len(fitting) == 1 else None
        parts = (wanted.given, wanted.surname)
        found = [p for p in fitting if any((n.given, n.surname) == parts for n in p.names)]
        if len(found) > 1:
            found = [p for p in found if any(n.generation == wanted.generation for n in p.names)]
        return found[0] if len(found) == 1 else None

    def _join(self, mention: NameMention) -> Person:
        """Give a full name to the person it fits, or to somebody new."""
        generation = mention.name.generation
        known = self._candidates(mention.name)
        for person in sorted(known, key=lambda p: all(n.generation != generation for n in p.names)):
            kin_named = mention.article in self._of_fathers or generation is not None
            of_kin = (kin_named and person.prints_otherwise(mention)) or self._is_son_of(person, mention)
            if person.takes(mention.name) and genders_agree(person, mention) and not of_kin:
                person.add(mention)
                self._index(person, mention.name)
                return person
        return self._new(mention)

    def _is_son_of(self, person: Person, mention: NameMention) -> bool:
        """Whether "Tobias Hale Jr." stands where "Hale's two sons" are told of, and the person is no Jr."""
        generation = mention.name.generation
        same = any(known.generation == generation for known in person.names if known.is_full)
        return not same and generation is not None and self._tells_of_sons(mention)

    def _tells_of_sons(self, mention: NameMention) -> bool:
        """Whether the article tells of "Hale's two sons"."""
        sons = rf"\b{re.escape(mention.name.surname)}['’]s\s+(?:\w+\s+){{0,3}}sons?\b"
        return re.search(sons, self._text[mention.article], re.I) is not None

    def _new(self, mention: NameMention) -> Person:
        person = Person(len(self.all))
        person.add(mention)
        self.all.append(person)
        self._index(person, mention.name)
        return person

    def _index(self, person: Person, name: PersonName) -> None:
        for surname in {name.surname, *name.surname.split("-")}:
            if person not in self._by_surname[surname]:
                self._by_surname[surname].append(person)
        if name.given:
            for given in {name.given[0], SHORT_NAMES.get(name.given[0], name.given[0])}:
                if person not in self._by_given[given]:
                    self._by_given[given].append(person)

    def _candidates(self, name: PersonName) -> Iterable[Person]:
        seen = list(self._by_surname.get(name.surname, ()))
        for part in name.surname.split("-"):
            seen += [p for p in self._by_surname.get(part, ()) if p not in seen]
        given = SHORT_NAMES.get(name.given[0], name.given[0])
        return seen + [p for p in self._by_given.get(given, ()) if p not in seen]

    def _place(
        self, article: str, sure: list[NameMention], loose: list[NameMention], owner: dict[Span, Person]
    ) -> None:
        """Link the mentions of one article to people, short names to whom the article named before.

        `owner` tells whose the full names are.
        """
        here: list[tuple[Span, Person, NameMention]] = []
        named = set(owner.values())
        certain = {mention.span for mention in sure}
        for mention in sorted(sure + loose, key=lambda m: m.span):
            person = owner.get(mention.span) or self._short(mention, here, named)
            if person is None:
                if mention.span not in certain or not (mention.titled or mention.name.is_full):
                    continue
                person = self._new(mention)
            elif mention.span not in owner:
                person.add(mention)
            named.add(person)
            here.append((mention.span, person, mention))
        self._in[article] = here

    def _short(
        self, mention: NameMention, here: list[tuple[Span, Person, NameMention]], named: set[Person]
    ) -> Person | None:
        """Whom a surname (or a given name alone) means: latest in the article, in it at all, in the story."""
        word = mention.name.surname
        for known in (self._by_surname.get(word), self._by_given.get(SHORT_NAMES.get(word, word))):
            fitting = [p for p in known or () if genders_agree(p, mention)]
            if generation := mention.name.generation:
                of_it = [p for p in fitting if any(n.generation == generation for n in p.names)]
                fitting = of_it or fitting
            if not fitting:
                continue
            elders = [p for p in fitting if any(n.is_full and n.generation is None for n in p.names)]
            if elders and not mention.name.generation and self._tells_of_sons(mention):
                fitting = elders
            fitting = told_by_title(fitting, mention, here)
            last = latest(fitting, mention, here)
            if last is not None:
                return last
            local = [p for p in fitting if p in named]
            if len(local or fitting) == 1 or local:
                return (local or fitting)[0]
            return max(fitting, key=lambda p: len(p.mentions))
        return None


def _mentions(pages: Sequence[Page]) -> list[tuple[list[NameMention], list[NameMention]]]:
    """Sure and loose mentions of each page, found once for pages of one text."""
    page_of = {page.reading: page for page in pages}
    return once_a_text(list(page_of), lambda reading: find_mentions(page_of[reading]))


def _printed_in(
    page: Page, mentions: tuple[list[NameMention], list[NameMention]]
) -> tuple[list[NameMention], list[NameMention]]:
    """The mentions as those of this page's article."""
    article = page.reading.article.id
    sure, loose = ([replace(mention, article=article) for mention in kind] for kind in mentions)
    return sure, loose
