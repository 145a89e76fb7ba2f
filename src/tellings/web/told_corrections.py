"""Corrections in words.

Comes in:   corrections as the library keeps them.
Goes out:   one line each: what was said of which article, and where that can be seen.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tellings.errors import NotInLibrary
from tellings.store import Library
from tellings.store.views import Correction
from tellings.web.links import article_url

_LINES = {
    "link": ("rests on what this one rests on:", "linked"),
    "unlink": ("does not rest on what this one rests on:", "cut"),
    "speaker": ("says", "speaker named"),
    "reject": ("is no conflict", "conflict rejected"),
    "merge": ("are one story", "merged"),
    "split": ("are a story of their own", "split"),
}


@dataclass(frozen=True, slots=True)
class Named:
    """An article or a story, and where it is; without an address it is gone."""

    text: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Line:
    """A correction as it is shown: `who`, what is said of them, `other` parts and `words` of an article."""

    id: int
    made: str
    kind: str
    story: str | None
    who: tuple[Named, ...]
    verb: str
    other: tuple[Named, ...] = ()
    words: str | None = None


def told_corrections(library: Library, made: Sequence[Correction]) -> list[Line]:
    """The line of each."""
    return [_line(library, one) for one in made]


def _line(library: Library, one: Correction) -> Line:
    body = one.body
    verb, kind = _LINES.get(one.kind, (one.kind, one.kind))
    who: tuple[Named, ...] = ()
    other: tuple[Named, ...] = ()
    words = None
    if one.kind in ("link", "unlink"):
        who, other = (_article(library, body["article"]),), (_article(library, body["other"]),)
    elif one.kind == "speaker":
        who, words = (Named(body["name"], None),), body["words"]
        other = (_article(library, body["article"], (body["span"][0], body["span"][1])),)
    elif one.kind == "reject":
        who, words = (Named(" / ".join(body["values"]), None),), body.get("reason")
    elif one.kind == "split":
        who = tuple(_article(library, article) for article in body["before"])
    elif one.kind == "merge":
        who = tuple(Named(story, f"/stories/{story}") for story in dict.fromkeys(body["before"].values()))
    return Line(one.id, one.made, kind, one.story, who, verb, other, words)


def _article(library: Library, name: str, span: tuple[int, int] | None = None) -> Named:
    try:
        article = library.article(name).article
    except NotInLibrary:
        return Named(f"{name} (no longer in the library)", None)
    label = " · ".join(part for part in (article.outlet, article.title) if part) or article.path or name
    return Named(label, article_url(name, span))
