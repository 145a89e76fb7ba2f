"""Which of several people of one name is meant.

Comes in:   the people whom a surname fits, the mention, and whom its article named before, with the mentions.
Goes out:   those of them whom it can mean, or the one it does.
"""

from __future__ import annotations

from collections import Counter

from tellings.attribute.mentions import NameMention
from tellings.attribute.person import Person
from tellings.records import Span

_MAINLY = 2


def told_by_title(
    fitting: list[Person], mention: NameMention, here: list[tuple[Span, Person, NameMention]]
) -> list[Person]:
    """Of several people of one surname those whom the words before it fit: "General", "Mrs".

    A bare surname is that of the one whom the article does not call by a title, if it calls the others so;
    of father and son it is the father's.
    """
    if len(fitting) < 2:
        return fitting
    if mention.called:
        return [p for p in fitting if any(mention.called & m.called for m in p.mentions)] or fitting
    if mention.titled:
        return [p for p in fitting if mention.gender and p.gender == mention.gender] or fitting
    elders = [p for p in fitting if any(n.is_full and n.generation is None for n in p.names)]
    if elders and {p.number for p in fitting} <= {p.number for _, p, _ in here}:
        fitting = elders
    titled = {p.number for _, p, m in here if not m.name.is_full and (m.titled or m.called)}
    bare = {p.number for _, p, m in here if not m.name.is_full and not (m.titled or m.called)}
    if mention.name.is_full or bare or not titled:
        return fitting
    return [p for p in fitting if p.number not in titled] or fitting


def latest(
    fitting: list[Person], mention: NameMention, here: list[tuple[Span, Person, NameMention]]
) -> Person | None:
    """Of several people of one surname whoever the article calls by it, else whom the story names far more
    often, else whoever it named last.
    """
    if len(fitting) > 1:
        word = mention.name.surname
        called = [(p, m.name) for _, p, m in here if p in fitting]
        short = Counter(p.number for p, name in called if name.surname == word and not name.is_full)
        if short:
            return next(p for p in fitting if p.number == short.most_common(1)[0][0])
        first, second = sorted(fitting, key=lambda p: -len(p.mentions))[:2]
        if first in {p for _, p, _ in here} and len(first.mentions) >= _MAINLY * len(second.mentions):
            return first
    return next((p for _, p, _ in reversed(here) if p in fitting), None)


def genders_agree(person: Person, mention: NameMention) -> bool:
    """Whether the title of a mention, if it has one, fits the person."""
    return not mention.titled or mention.gender is None or person.gender in (None, mention.gender)
