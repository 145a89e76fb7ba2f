"""When it happened, and when it was told.

Comes in:   a dossier and its places.
Goes out:   a `Timeline`: one mark a date that the articles tell of, the larger the more articles do, over one
            mark for each time at which articles appeared; and the same in words.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from tellings.dossier import Story
from tellings.tell.dates import in_days, long
from tellings.tell.pictures.axis import Axis, axis_of
from tellings.tell.places import Places

_SMALLEST, _LARGEST = 3.5, 11.0
_NEAR = 4.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark at `x` per cent with radius `r` in pixels; `says` is read out and shown on hover."""

    x: float
    r: float
    iso: str
    letters: tuple[str, ...]
    says: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """`told` are the dates told of, `published` the times of publication; `undated` letters have none."""

    axis: Axis
    told: tuple[Dot, ...]
    published: tuple[Dot, ...]
    undated: tuple[str, ...]
    says: str


def timeline(story: Story, at: Places) -> Timeline | None:
    """The timeline as a picture; None where nothing is dated."""
    told = {event.date: at.told_by(m.article for m in event.mentions) for event in story.timeline}
    appeared: dict[str, list[str]] = {}
    for article in story.articles:
        if article.published and in_days(article.published) is not None:
            appeared.setdefault(article.published, []).append(at.letters[article.id])
    axis = axis_of([*told, *appeared])
    if not axis.places:
        return None
    most = max((len(letters) for letters in told.values()), default=1)
    return Timeline(
        axis=axis,
        told=tuple(
            _dot(axis, iso, letters, most) for iso, letters in told.items() if axis.x(iso) is not None
        ),
        published=_published(axis, appeared),
        undated=tuple(
            at.letters[a.id] for a in story.articles if not a.published or in_days(a.published) is None
        ),
        says=_says(told, appeared),
    )


def _dot(axis: Axis, iso: str, letters: list[str], most: int) -> Dot:
    share = (len(letters) / most) ** 0.5
    radius = round(_SMALLEST + (_LARGEST - _SMALLEST) * share, 1)
    return Dot(axis.x(iso) or 0.0, radius, iso, tuple(letters), f"{long(iso)}: told by {' '.join(letters)}")


def _published(axis: Axis, appeared: dict[str, list[str]]) -> tuple[Dot, ...]:
    """A mark for the articles of about one time."""
    found: list[Dot] = []
    for iso, letters in sorted(appeared.items()):
        x, says = axis.x(iso) or 0.0, f"{' '.join(letters)} appeared {long(iso)}"
        near = found[-1] if found and x - found[-1].x < _NEAR else None
        if near is None:
            found.append(Dot(x, 5.0, iso, tuple(letters), says))
        else:
            found[-1] = replace(near, letters=(*near.letters, *letters), says=f"{near.says}; {says}")
    return tuple(found)


def _says(told: dict[str, list[str]], appeared: dict[str, list[str]]) -> str:
    """The picture in words, for those who do not see it; the dates told most are named."""
    widest = sorted(told, key=lambda iso: -len(told[iso]))[:5]
    named = "; ".join(f"{long(iso)} by {len(told[iso])}" for iso in sorted(widest))
    told_of = f"Dates the articles tell of, and by how many: {named}. " if named else ""
    published = "; ".join(
        f"{long(iso)}: {' '.join(letters)}" for iso, letters in sorted(appeared.items())[:12]
    )
    return told_of + (f"Published: {published}." if published else "No article is dated.")
