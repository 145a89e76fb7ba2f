"""Pictures with their captions, and lists of other articles, among the lines of an article.

Comes in:   a text and its lines.
Goes out:   spans of boilerplate.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.languages.en.boilerplate import LEADS_AWAY
from tellings.languages.en.openers import SMALL_WORDS
from tellings.records import Span

LONGEST_LABEL = 200
"""Characters of the longest line taken for a label, a credit or a repeated line."""

_GALLERY_ITEM = re.compile(r"\s*(\d{1,3})/(\d{1,3})\s+\S")
_GALLERY_HEAD = re.compile(r"\b\d{1,3} show all\b")
_FEWEST_PICTURES, _SHORTEST_NAME = 4, 3
_MOST_LINKS = 8
_LEADS_AWAY = re.compile(LEADS_AWAY, re.IGNORECASE)
_QUOTED = re.compile(r"[\"“”]")


def numbered_pictures(text: str, lines: list[Span]) -> Iterator[Span]:
    """Numbered pictures ("3/16 2009 The old quay ...") with the heading above them."""
    for i, line in enumerate(lines):
        words = line.words_in(text)
        item = _GALLERY_ITEM.match(words)
        if item and 0 < int(item[1]) <= int(item[2]) and int(item[2]) >= 3 and _has_neighbour(text, lines, i):
            yield line
        head = _GALLERY_HEAD.search(words)
        if head and (len(words) <= LONGEST_LABEL or re.search(r"\b1/\d{1,3} ", words)):
            yield line
            title = words[head.end() :].strip()
            if i and title and lines[i - 1].words_in(text).strip() == title:
                yield lines[i - 1]


def _has_neighbour(text: str, lines: list[Span], i: int) -> bool:
    near = (lines[j] for j in (i - 1, i + 1) if 0 <= j < len(lines))
    return any(_GALLERY_ITEM.match(n.words_in(text)) or _GALLERY_HEAD.search(n.words_in(text)) for n in near)


def names_of_galleries(text: str, lines: list[Span]) -> Iterator[Span]:
    """The name of a gallery, printed before each of its captions ("Photos: Storm at sea A man ...")."""
    galleries = [
        line for line in lines if re.match(r"(?:Photos|Pictures|Gallery): ", line.words_in(text)[:12])
    ]
    if len(galleries) < 3:
        return
    shared = galleries[0].words_in(text)[:LONGEST_LABEL]
    for line in galleries[1:]:
        words = line.words_in(text)
        while shared and not words.startswith(shared):
            shared = shared.rpartition(" ")[0]
    if len(shared.split()) >= 3:
        yield from (Span(line.start, line.start + len(shared)) for line in galleries)


def titled_pictures(text: str, lines: list[Span]) -> Iterator[Span]:
    """Captions that each begin with the name of their gallery: "Three hundred years of the port Coal and …".

    The name is printed before at least four of them in a row, and each caption's own title follows it.
    """
    words = [line.words_in(text) for line in lines]
    at = 0
    while at < len(lines):
        end, name = at + 1, words[at]
        while end < len(lines) and (shared := _shared_name(name, words[end])):
            name, end = shared, end + 1
        if end - at >= _FEWEST_PICTURES:
            yield from lines[at:end]
        at = end


def _shared_name(one: str, other: str) -> str:
    """The words with which both lines begin, up to where each goes on with a capital; "" if too few."""
    first, second = one[:LONGEST_LABEL].split(), other[:LONGEST_LABEL].split()
    both = 0
    while both < min(len(first), len(second)) and first[both] == second[both]:
        both += 1
    while both and first[both - 1].lower() in SMALL_WORDS:
        both -= 1
    name = first[:both]
    if not (_begins_with_a_capital(first[both:]) and _begins_with_a_capital(second[both:])):
        return ""
    plain = not any(word[-1] in ".:;?!" or word[0] in "\"“'‘" for word in name)
    return " ".join(name) if both >= _SHORTEST_NAME and plain else ""


def _begins_with_a_capital(words: list[str]) -> bool:
    return not words or words[0][0].isupper()


def closing_links(text: str, lines: list[Span]) -> Iterator[Span]:
    """Titles of other articles below the last "Read more:", up to the end."""
    for at in range(len(lines) - 1, max(-1, len(lines) - 2 - _MOST_LINKS), -1):
        if _LEADS_AWAY.fullmatch(lines[at].words_in(text)):
            titles = [line.words_in(text) for line in lines[at + 1 :]]
            if all(len(words) <= LONGEST_LABEL and not _QUOTED.search(words) for words in titles):
                yield from lines[at + 1 :]
            return
