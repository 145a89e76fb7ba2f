"""The dossier as one self-contained page.

Comes in:   a `Story`.
Goes out:   HTML that asks for nothing outside itself and needs no script: the report, each article's full
            text with its passages marked, and the dossier as JSON, by which the page can be checked again
            years later. `as_fragment` gives the report alone, for notebooks.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from markupsafe import Markup

from tellings.dossier import ArticleModel, Story
from tellings.tell.marks import Mark, mark_up
from tellings.tell.places import Place, Places, shown
from tellings.tell.view import view_of

if TYPE_CHECKING:
    from jinja2 import Environment

_SURE_ENOUGH = 0.6
"""Below this a conflict is told in the report, but its words are not marked in the articles."""

_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def as_page(story: Story) -> str:
    """The whole report as one HTML file."""
    at = Places(story)
    used = _Used()
    template = _environment().get_template("page.html.j2")
    view = view_of(story)
    report = template.environment.get_template("report.html.j2").render(view=view, cite=used, linked=True)
    texts = [_article_text(article, story, at, used) for article in story.articles]
    style = _asset("style.css") + "".join(_split_rule(anchor) for text in texts for anchor in text[1])
    return template.render(
        view=view,
        report=Markup(report),
        texts=[html for html, _ in texts],
        articles=story.articles,
        style=Markup(style),
        style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        dossier=Markup(embedded_json(story)),
        href=safe_href,
        shown=shown,
    )


def as_fragment(story: Story) -> str:
    """The report alone, with its own scoped style, for a notebook cell."""
    report = (
        _environment().get_template("report.html.j2").render(view=view_of(story), cite=_Used(), linked=False)
    )
    return f'<div class="tellings"><style>{_asset("fragment.css")}</style>{report}</div>'


def embedded_json(story: Story) -> str:
    """The dossier as JSON that cannot end the script element it stands in."""
    plain = story.model_dump_json()
    return "".join(_JSON_ESCAPES.get(character, character) for character in plain)


def safe_href(url: str | None) -> str | None:
    """The address if it can be linked: http or https, with a host; otherwise None."""
    if not url or any(ord(character) <= 32 for character in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


class _Used:
    """Remembers which places the report links to, so that each gets its mark in the article."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}

    def __call__(self, place: Place) -> str:
        self.places[place.anchor] = place
        return place.anchor


def _article_text(
    article: ArticleModel, story: Story, at: Places, used: _Used
) -> tuple[Markup, tuple[str, ...]]:
    cited = (place for place in used.places.values() if place.article == article.id)
    marks = [Mark(*place.span, "cited", place.anchor) for place in cited]
    marked = mark_up(
        article.text, [*marks, *_kinds(article, story, at)], [start for start, _ in article.sentences]
    )
    return marked.html, marked.split


def _kinds(article: ArticleModel, story: Story, at: Places) -> Iterator[Mark]:
    """Boilerplate, shared passages, quotations and disputed words."""
    for start, end in article.boilerplate:
        yield Mark(start, end, "boilerplate", title="not part of the story")
    for start, end, others in _shared(article, story, at):
        yield Mark(start, end, "shared", title=f"also in {' '.join(sorted(others))}")
    for statement in story.statements:
        if statement.article == article.id and statement.form != "indirect":
            name = at.speakers[statement.speaker].name if statement.speaker in at.speakers else "unnamed"
            for start, end in statement.content:
                yield Mark(start, end, "quotation", title=shown(name))
    disputed = {
        mention.span
        for conflict in story.conflicts
        if conflict.nature == "contradiction" and conflict.confidence >= _SURE_ENOUGH
        for side in conflict.sides
        for mention in side.mentions
        if mention.article == article.id
    }
    for start, end in sorted(disputed):
        yield Mark(start, end, "disputed", title="disputed: see What cannot all be true")


def _shared(article: ArticleModel, story: Story, at: Places) -> Iterable[tuple[int, int, set[str]]]:
    """Passages that stand in other articles too, from both ends of each derivation."""
    found: dict[tuple[int, int], set[str]] = {}
    for other in story.articles:
        for derivation in other.derives_from:
            for here, there in derivation.passages:
                if other.id == article.id and derivation.article in at.letters:
                    found.setdefault(here, set()).add(at.letters[derivation.article])
                elif derivation.article == article.id:
                    found.setdefault(there, set()).add(at.letters[other.id])
    return [(start, end, others) for (start, end), others in found.items()]


def _split_rule(anchor: str) -> str:
    """Highlights the later pieces of a mark that was split, when its first piece is the target."""
    return f'\n:root:has([id="{anchor}"]:target) [data-of="{anchor}"]{{background:var(--target);}}'


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader

    return Environment(
        loader=PackageLoader("tellings.tell"), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )


@cache
def _asset(name: str) -> str:
    return (resources.files("tellings.tell") / "templates" / name).read_text("utf-8")
