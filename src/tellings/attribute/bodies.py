"""Organisations, offices and places that speak as bodies, under all their names in a story.

Comes in:   readings and the words that name sources.
Goes out:   `Bodies`: one key for "the Metropolitan Transit Authority" and "MTA", and where bodies are named.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.people import People
from tellings.attribute.phrases import Phrase, take_phrase_apart
from tellings.attribute.runs import BODY_WORDS, Page, is_body_noun_before_name, names_next
from tellings.attribute.words import Word, fold, printed, singular, stands_apart
from tellings.languages.en.sources import BODIES, COMPANY_TAILS, DEFINITE, POSSESSIVE
from tellings.records import Reading, Span

_LINKS = frozenset(("of", "for", "and", "the", "on", "&"))
_BODIES = frozenset(BODIES)
_ARTICLES = frozenset((*DEFINITE, *POSSESSIVE, "a", "an"))
_EXPLAINED = re.compile(r"(?<=\w) \(([A-Z][A-Za-z]{1,6})\)")
_WORDS = re.compile(r"[^\W\d_][\w'’-]*")
EXPLAINED_WITHIN = 100
"""Characters before "(MTA)" in which the name that it stands for is looked for."""
SHORTEST_ACRONYM = 2
_COUNTRY = (("united", "states"), ("us",))
_TAILS = frozenset(COMPANY_TAILS)
_SURELY_PLACE = 0.8
"""A name that is read as a place so often is no short form of a company's."""


class Bodies:
    """The bodies of a story."""

    def __init__(self, pages: Sequence[Page], people: People) -> None:
        self._long: dict[str, str] = {}
        self._in: dict[str, list[tuple[Span, str]]] = {}
        self._people = people
        self._places = Counter(
            (fold(entity.span.words_in(page.reading.article.text)), entity.type == "place")
            for page in pages
            for entity in page.reading.entities
        )
        speaking = {key for page in pages for key in self._speaking(page.reading)}
        spelled: Counter[str] = Counter()
        for page in pages:
            self._explained(page.reading.article.text)
            self._in[page.reading.article.id] = self._named(page, spelled, speaking)
        self._by_initials(spelled)
        self._by_first_words(spelled)
        for mentions in self._in.values():
            mentions[:] = [(span, self.key(name)) for span, name in mentions]

    def key(self, name: str) -> str:
        """One key for all names of a body: folded, without article, an acronym written out."""
        short = _plain(name)
        return self._long.get(short, short)

    def is_place(self, name: str) -> bool:
        """Whether a name, folded, is read as a place nearly everywhere."""
        times = self._places[name, True]
        return times > _SURELY_PLACE * (times + self._places[name, False])

    def mentions_before(self, article: str, end: int, start: int = 0) -> list[tuple[Span, str]]:
        """Places in `[start, end)` of an article where bodies are named, with their keys."""
        known = self._in.get(article, [])
        low = bisect_left(known, start, key=lambda entry: entry[0].start)
        high = bisect_left(known, end, key=lambda entry: entry[0].start)
        return known[low:high]

    def _speaking(self, reading: Reading) -> Iterator[str]:
        """Capitalised names that an article quotes as sources."""
        for attribution in reading.attributions:
            for span in attribution.source:
                phrase = take_phrase_apart(reading.article.text, span)
                name = body_name(phrase) if phrase and not phrase.is_pronoun else None
                if name is not None and not self._people.mentions_in(reading.article.id, name):
                    yield self.key(name.words_in(reading.article.text))

    def _explained(self, text: str) -> None:
        """ "Metropolitan Transit Authority (MTA)": the bracket says what the letters stand for."""
        for match in _EXPLAINED.finditer(text):
            words = _WORDS.findall(text, max(0, match.start() - EXPLAINED_WITHIN), match.start())
            letters = match.group(1).lower()
            for first in range(len(words) - 1, -1, -1):
                if _initials(words[first:]) == letters and words[first][0].isupper():
                    self._long[letters] = _plain(" ".join(words[first:]))
                    break

    def _by_initials(self, spelled: Counter[str]) -> None:
        """ "MTA" in one article, the full name in another: letters that one full name alone has."""
        full: dict[str, set[str]] = {}
        for name in spelled:
            words = _plain(name).split()
            if len(words) >= SHORTEST_ACRONYM:
                for letters in _letters(words):
                    full.setdefault(letters, set()).add(" ".join(words))
        for name in spelled:
            letters = name.lower()
            if (
                sum(map(str.isupper, name)) > 1
                and name.isalpha()
                and len(name) > SHORTEST_ACRONYM
                and letters not in self._long
            ):
                full_names = full.get(letters, set())
                found = {n for n in full_names if not any(o.endswith(" " + n) for o in full_names)}
                if len(found) == 1:
                    self._long[letters] = next(iter(found))

    def _by_first_words(self, spelled: Counter[str]) -> None:
        """ "Orlow" for "Orlow Air Lines": the words before those that companies end with, if no place."""
        full: dict[str, set[str]] = {}
        for name in spelled:
            words = name.split()
            end = next((n for n in range(len(words), 0, -1) if words[n - 1].lower() not in _TAILS), 0)
            if 0 < end < len(words):
                full.setdefault(_plain(" ".join(words[:end])), set()).add(_plain(name))
        for short, names in full.items():
            if len(names) == 1 and short not in self._long and not self.is_place(short):
                self._long[short] = next(iter(names))

    def _named(self, page: Page, spelled: Counter[str], speaking: set[str]) -> list[tuple[Span, str]]:
        reading, words = page.reading, page.words
        text, article = reading.article.text, reading.article.id
        marked = {entity.span.start for entity in reading.entities if entity.type == "organisation"}
        starts = {entity.span.start for entity in reading.entities}
        found: list[tuple[Span, str]] = []
        for run in page.runs:
            span = Span(words[run.first].start, words[_with_links(text, words, run.last)].end)
            if self._people.mentions_in(article, span):
                continue
            name = " ".join(span.words_in(text).split())
            spelled[name] += 1
            if joined := _joined_by_and(text, words, run.first, run.last):
                spelled[printed(text, joined)] += 1
            inner = {w.low for w in words[run.first : run.last + 1]}
            tagged = any(words[at].start in marked for at in range(run.first, run.last + 1))
            if (
                tagged
                or self.key(name) in speaking
                or inner & BODY_WORDS
                or (not starts and name.isupper() and len(name) > 1)
            ):
                found.append((span, name))
        return found


def _plain(name: str) -> str:
    """A body's name folded, without article, and without "U.S." before two words or more."""
    words = fold(name).replace(".", "").replace(" & ", " and ").replace("-", " ").split()
    while words and words[0] in DEFINITE:
        words = words[1:]
    country = next((c for c in _COUNTRY if tuple(words[: len(c)]) == c), ())
    return " ".join(words[len(country) :] if len(words) > len(country) + 1 else words)


def _with_links(text: str, words: list[Word], last: int) -> int:
    """ "Office of Rail and Road": a capitalised word after a link goes on with the name."""
    at = last
    while at + 1 < len(words) and words[at + 1].low in _LINKS:
        step = at + 1
        while step + 1 < len(words) and step - at < 2 and words[step + 1].low in _LINKS:
            step += 1
        if words[at + 1].low == "and" or step + 1 >= len(words) or not words[step + 1].is_name_like:
            break
        if (
            stands_apart(text, words[at], words[step + 1])
            and "\n" in text[words[at].end : words[step + 1].start]
        ):
            break
        at = step + 1
        while (
            at + 1 < len(words)
            and words[at + 1].is_name_like
            and not stands_apart(text, words[at], words[at + 1])
        ):
            at += 1
    return at


def _joined_by_and(text: str, words: list[Word], first: int, last: int) -> Span | None:
    """ "Fish and Wildlife Service": names that "and" joins, where the last is a body's noun."""
    link = _with_links(text, words, last) + 1
    if link + 1 >= len(words) or words[link].low != "and" or not words[link + 1].is_name_like:
        return None
    end = link + 1
    while end + 1 < len(words) and words[end + 1].is_name_like and words[end].is_name_like:
        if stands_apart(text, words[end], words[end + 1]):
            break
        end += 1
    end = _with_links(text, words, end)
    nouns = {words[first].low, singular(words[end].low)}
    named = not nouns.isdisjoint(BODY_WORDS) and "\n" not in text[words[first].start : words[end].end]
    return Span(words[first].start, words[end].end) if named else None


def _letters(words: Sequence[str]) -> set[str]:
    """What the letters of a name may be: "Department of Health and Care" is DOHAC, DHC and HC."""
    found = {_initials(words), "".join(word[0] for word in words)}
    if len(words) > 2 and words[1] == "of" and is_body_noun(words[0]):
        found.add(_initials(words[2:]))
    return found


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0].lower() for word in words if word.lower() not in _LINKS)


def body_name(phrase: Phrase) -> Span | None:
    """The capitalised name that a phrase consists of ("The Harbour Police", "Transport for Marlow")."""
    words = [w for w in phrase.words if w.low not in _ARTICLES or w is not phrase.words[0]]
    bracket = next((at for at, w in enumerate(words) if w.text == "("), len(words))
    words = words[:bracket]
    called = next((at + 1 for at in range(len(phrase.core)) if names_next(words, at)), 0)
    at = words.index(phrase.core[-1]) if phrase.core[-1] in words else len(words)
    if not called and len(words) > at + 2 and words[at + 1].text == "," and words[at + 2].is_name_like:
        called = at + 2 if is_body_noun_before_name(words[at]) else 0
    if called:
        words = words[called:]
        phrase = replace(phrase, core=tuple(words))
    if not words or not words[0].is_name_like:
        return None
    last = -1
    for at, word in enumerate(words):
        if word.is_name_like or word.text.isdigit() or (word.is_word and at == 0):
            last = at
        elif word.low not in _LINKS and word.low not in ("in", "'s", "."):
            break
    core = [w for w in phrase.core if w.is_word and w.low != "'s"]
    if last < 0 or not core[-1].is_name_like:
        return None
    return Span(words[0].start, words[last].end)


def is_body_noun(head: str) -> bool:
    """Whether a noun means a body: "ministry", "company"."""
    return singular(head) in _BODIES
