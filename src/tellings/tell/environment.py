"""The templates, and what they are given.

Comes in:   a dossier and the links of the page it is to be shown on.
Goes out:   the Jinja environment in which every rendering as HTML is set, and the names that its sections
            (`templates/sections/`) use. What comes from outside is escaped there, always.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from tellings.dossier import Story
from tellings.tell import dates
from tellings.tell.days import stretches
from tellings.tell.links import Links
from tellings.tell.pictures import matrix as _matrix
from tellings.tell.pictures.activity import activity
from tellings.tell.pictures.ledger import SAYS as LINK_SAYS
from tellings.tell.pictures.ledger import ledger
from tellings.tell.pictures.timeline import timeline
from tellings.tell.pictures.tracks import tracks
from tellings.tell.places import Places, cut, shown
from tellings.tell.view import view_of

if TYPE_CHECKING:
    from jinja2 import Environment


@cache
def environment(*packages: str) -> Environment:
    """The environment of this room's templates; those of `packages` come first where names are alike."""
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    loaders = [PackageLoader(package) for package in (*packages, "tellings.tell")]
    made = Environment(
        loader=ChoiceLoader(loaders),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    made.filters |= {"day": dates.long, "short_day": dates.short, "stretches": stretches}
    made.filters |= {"shown": shown, "cut": cut}
    return made


def context(story: Story, link: Links) -> dict[str, Any]:
    """What the sections of a report use: the view, the pictures, the links."""
    at = Places(story)
    return {
        "view": view_of(story),
        "link": link,
        "by_origin": at.by_origin,
        "activity": activity(article.published for article in story.articles),
        "timeline": timeline(story, at),
        "tracks": tracks(story, at),
        "ledger": ledger(story, at),
        "link_says": LINK_SAYS,
        "matrix": _matrix.matrix(story, at),
        "glyph_words": _matrix.IN_A_WORD,
        "glyph_says": _matrix.SAYS,
    }


@cache
def asset(name: str) -> str:
    """The text of a file beside the templates."""
    return (resources.files("tellings.tell") / "templates" / name).read_text("utf-8")
