"""The dossier as one self-contained page.

Comes in:   a `Story`.
Goes out:   HTML that asks for nothing outside itself and needs no script: the report, each article's full
            text with its passages marked, and the dossier as JSON, by which the page can be checked again
            years later. `as_fragment` gives the report alone, for notebooks.
"""

from __future__ import annotations

import base64
import hashlib
import json
from urllib.parse import urlsplit

from markupsafe import Markup

from tellings.dossier import FORMAT, Story
from tellings.tell.echoes import Echoes
from tellings.tell.environment import asset, context, environment
from tellings.tell.links import InPage, Nowhere
from tellings.tell.marked import MarkedArticle, marked_article
from tellings.tell.places import Places

_JSON_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def as_page(story: Story) -> str:
    """The whole report as one HTML file."""
    link = InPage()
    given = context(story, link)
    report = Markup(environment().get_template("report.html.j2").render(given))
    articles = _articles(story, link)
    style = asset("style.css") + "".join(split_rule(anchor) for marked in articles for anchor in marked.split)
    return (
        environment()
        .get_template("page.html.j2")
        .render(
            given,
            report=report,
            marked=articles,
            articles=story.articles,
            style=Markup(style),
            style_hash=base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
            dossier=Markup(embedded_json(story)),
            href=safe_href,
        )
    )


def as_fragment(story: Story) -> str:
    """The report alone, with its own scoped style, for a notebook cell."""
    report = environment().get_template("fragment.html.j2").render(context(story, Nowhere()))
    return f'<div class="tellings"><style>{asset("fragment.css")}</style>{report}</div>'


def embedded_json(story: Story) -> str:
    """The dossier as JSON that cannot end the script element it stands in; defaults are left out."""
    plain = json.dumps(
        {"format": FORMAT, **story.model_dump(mode="json", exclude_defaults=True)},
        ensure_ascii=False,
        separators=(",", ":"),
    )
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


def split_rule(anchor: str) -> str:
    """Highlights the later pieces of a mark that was split, when its first piece is the target."""
    return f'\n:root:has([id="{anchor}"]:target) [data-of="{anchor}"]{{background:var(--target);}}'


def _articles(story: Story, link: InPage) -> list[MarkedArticle]:
    """The articles with the places that the report cites; the notes cite further ones, marked as well."""
    at = Places(story)
    echoes = Echoes(story, at)
    for article in story.articles:
        for note in marked_article(article, story, at, echoes).notes:
            for place in (note.place, *(echo.place for echo in note.echoes), *note.more):
                link.cite(place)
    return [marked_article(article, story, at, echoes, link.places.values()) for article in story.articles]
