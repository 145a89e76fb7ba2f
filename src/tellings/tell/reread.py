"""A page, read again.

Comes in:   the HTML of a page that `as_page` wrote.
Goes out:   its embedded dossier, the text it shows of each article, the words of each mark and of each line
            of the report; and where those are not what the dossier says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from tellings.dossier import ArticleModel, Story
from tellings.tell.marks import on_page
from tellings.tell.places import Places, shown

_VOID = frozenset(("br", "hr", "img", "input", "link", "meta", "wbr"))
_ANCHOR = re.compile(r"([A-Z]+)-(\d+)-(\d+)")


@dataclass(slots=True)
class Page:
    """What a page holds: the dossier, article texts by id, marked words by anchor, quoted lines, links."""

    dossier: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    words: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    whole: bool = False


def page_of(html: str) -> Page:
    """Read a page again; what it lacks stays empty, and `whole` tells whether its end is there."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


class _Reader(HTMLParser):
    """Collects text for every element that is open and asked for it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self._open: list[tuple[str, str, str]] = []
        self._held: dict[int, list[str]] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if tag == "a" and "cite" in given.get("class", "").split():
            self.page.links.append(given.get("href", ""))
        if tag in _VOID:
            return
        kind, name = self._asked_for(tag, given)
        if kind:
            self._held[len(self._open)] = []
        self._open.append((tag, kind, name))

    @staticmethod
    def _asked_for(tag: str, given: dict[str, str]) -> tuple[str, str]:
        if tag == "script" and given.get("id") == "dossier":
            return "dossier", ""
        if "data-article" in given:
            return "text", given["data-article"]
        if "data-words" in given:
            return "words", given["data-words"]
        if tag == "mark" and ("id" in given or "data-of" in given):
            return "mark", given.get("id") or given["data-of"]
        return "", ""

    def handle_data(self, data: str) -> None:
        for held in self._held.values():
            held.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "html":
            self.page.whole = True
        while any(tag == opened for opened, _, _ in self._open):
            opened, kind, name = self._open.pop()
            if kind:
                self._keep(kind, name, "".join(self._held.pop(len(self._open))))
            if opened == tag:
                return

    def _keep(self, kind: str, name: str, words: str) -> None:
        if kind == "dossier":
            self.page.dossier = words
        elif kind == "text":
            self.page.texts[name] = words
        elif kind == "mark":
            self.page.marks[name] = self.page.marks.get(name, "") + words
        else:
            self.page.words.append((name, words))


def misses_on_page(page: Page, story: Story) -> Iterator[tuple[str, str]]:
    """Where the page shows other words than its dossier holds: (where, what)."""
    at = Places(story)
    by_letter = {letter: at.articles[id] for id, letter in at.letters.items()}
    for article in story.articles:
        if page.texts.get(article.id) != on_page(article.text):
            yield f"article {article.id}", "the page shows another text than its dossier holds"
    expected = {
        anchor: _words_at(anchor, by_letter)
        for anchor in {*page.marks, *(a for anchors, _ in page.words for a in anchors.split())}
    }
    for anchor, words in page.marks.items():
        if expected[anchor] is None or on_page(expected[anchor] or "") != words:
            yield f"mark {anchor}", "the page marks other words than the cite says"
    for anchors, words in page.words:
        cited = [expected[anchor] for anchor in anchors.split()]
        if None in cited or " … ".join(shown(one or "") for one in cited) != words:
            yield f"line at {anchors}", "the page prints other words than the cite says"
    for link in dict.fromkeys(page.links):
        if link.removeprefix("#") not in page.marks:
            yield f"link {link}", "it leads to no marked words"


def _words_at(anchor: str, by_letter: dict[str, ArticleModel]) -> str | None:
    """The article's words at an anchor like A-120-180; None where there are none."""
    match = _ANCHOR.fullmatch(anchor)
    article = by_letter.get(match[1]) if match else None
    if match is None or article is None:
        return None
    start, end = int(match[2]), int(match[3])
    return article.text[start:end] if 0 <= start < end <= len(article.text) else None
