"""What cannot all be true, what changed, what only looks like a conflict.

Comes in:   a dossier and its places.
Goes out:   contests of the view, the surest first.
"""

from __future__ import annotations

from tellings.dossier import CiteModel, ConflictModel, SideModel, Story
from tellings.records import Nature
from tellings.tell.accounts import day_of
from tellings.tell.days import spelled
from tellings.tell.places import Place, Places, first_told, shown
from tellings.tell.view import Contest, SideView, Words


def contests(story: Story, at: Places, nature: Nature) -> tuple[Contest, ...]:
    """Conflicts of one nature, in the order of the dossier."""
    found = [conflict for conflict in story.conflicts if conflict.nature == nature]
    dates = _dates(story)
    return tuple(_contest(conflict, at, dates) for conflict in found)


def contest_of(conflict: ConflictModel, story: Story, at: Places) -> Contest:
    """One conflict."""
    return _contest(conflict, at, _dates(story))


def _dates(story: Story) -> dict[tuple[str, tuple[int, int]], str]:
    return {
        (mention.article, mention.span): event.date for event in story.timeline for mention in event.mentions
    }


def _contest(conflict: ConflictModel, at: Places, dates: dict[tuple[str, tuple[int, int]], str]) -> Contest:
    return Contest(
        id=conflict.id,
        kind=conflict.kind,
        reason=shown(conflict.reason),
        confidence=conflict.confidence,
        sides=tuple(_side(side, at, dates) for side in conflict.sides if side.mentions),
    )


def _side(side: SideModel, at: Places, dates: dict[tuple[str, tuple[int, int]], str]) -> SideView:
    chosen = side.mentions[0]
    place = at.place(chosen.article, chosen.span)
    places = tuple(at.place(mention.article, mention.span) for mention in side.mentions)
    first = first_told(places, at)
    speakers = (at.speaker_at(mention.article, mention.span) for mention in side.mentions)
    return SideView(
        value=shown(side.value),
        words=Words(at.words(place), (place,)),
        speaker=next((speaker for speaker in speakers if speaker), None),
        places=places,
        when=_when(chosen, at, dates),
        origins=at.origins_behind(mention.article for mention in side.mentions),
        first=first,
        first_on=at.articles[first.article].published,
        around=around(place, at),
    )


def around(place: Place, at: Places) -> Words | None:
    """The sentence that holds a place and more than it; None where the place is no part of one."""
    if place.sentence is None:
        return None
    start, end = at.articles[place.article].sentences[place.sentence - 1]
    if not start <= place.span[0] < place.span[1] <= end or (start, end) == place.span:
        return None
    whole = at.place(place.article, (start, end))
    return Words(at.words(whole), (whole,))


def _when(cite: CiteModel, at: Places, dates: dict[tuple[str, tuple[int, int]], str]) -> str | None:
    """The date the words name, or else the day their article appeared."""
    for (article, (start, end)), date in dates.items():
        if article == cite.article and start < cite.span[1] and cite.span[0] < end:
            return spelled(date)
    published = at.articles[cite.article].published
    return day_of(published)[:10] if published else None
