"""What cannot all be true, what changed, what only looks like a conflict.

Comes in:   a dossier and its places.
Goes out:   contests of the view, the surest first.
"""

from __future__ import annotations

from tellings.dossier import CiteModel, ConflictModel, SideModel, Story
from tellings.records import Nature
from tellings.tell.accounts import day_of
from tellings.tell.places import Places, shown
from tellings.tell.told import spelled
from tellings.tell.view import Contest, SideView, Words


def contests(story: Story, at: Places, nature: Nature) -> tuple[Contest, ...]:
    """Conflicts of one nature, the surest first."""
    found = sorted((c for c in story.conflicts if c.nature == nature), key=lambda c: -c.confidence)
    dates = {
        (mention.article, mention.span): event.date for event in story.timeline for mention in event.mentions
    }
    return tuple(_contest(conflict, at, dates) for conflict in found)


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
    speakers = (at.speaker_at(mention.article, mention.span) for mention in side.mentions)
    return SideView(
        value=shown(side.value),
        words=Words(at.words(place), (place,)),
        speaker=next((speaker for speaker in speakers if speaker), None),
        places=tuple(at.place(mention.article, mention.span) for mention in side.mentions),
        when=_when(chosen, at, dates),
        origins=at.origins_behind(mention.article for mention in side.mentions),
    )


def _when(cite: CiteModel, at: Places, dates: dict[tuple[str, tuple[int, int]], str]) -> str | None:
    """The date the words name, or else the day their article appeared."""
    for (article, (start, end)), date in dates.items():
        if article == cite.article and start < cite.span[1] and cite.span[0] < end:
            return spelled(date)
    published = at.articles[cite.article].published
    return day_of(published)[:10] if published else None
