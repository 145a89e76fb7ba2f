"""One record for each speaker of a story, under all the names printed.

Comes in:   a story's readings.
Goes out:   `Speaker` records, and the speaker's id for every attribution.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tellings.attribute.cast import Cast
from tellings.attribute.person import Person
from tellings.attribute.scene import Key
from tellings.attribute.words import fold, printed, singular
from tellings.languages.en.sources import DEFINITE, POSSESSIVE, UNNAMED_PEOPLE
from tellings.records import Reading, Speaker, SpeakerKind

LONGEST_ALIAS = 90
"""Characters; a longer description is cut out of the aliases, not shortened."""

_KINDS: dict[str, SpeakerKind] = {
    "person": "person",
    "kin": "person",
    "joint": "organisation",
    "body": "organisation",
    "group": "organisation",
    "office": "office",
    "unnamed": "anonymous",
}


def who_speaks(readings: Sequence[Reading]) -> tuple[tuple[Speaker, ...], list[list[str | None]]]:
    """The speakers of a story, and for each reading the speaker's id (or None) of each attribution."""
    cast = Cast(readings)
    keys = [cast.speakers_in(reading) for reading in readings]
    keys = _groups_as_bodies(keys, cast)
    order: dict[Key, str] = {}
    for key in (key for one in keys for key in one if key is not None):
        order.setdefault(key, f"p{len(order) + 1}")
    speakers = tuple(_record(cast, key, number) for key, number in order.items())
    return speakers, [[order[key] if key is not None else None for key in one] for one in keys]


def _groups_as_bodies(keys: list[list[Key | None]], cast: Cast) -> list[list[Key | None]]:
    """A group under the words that name a body elsewhere is that body: "the Orlow administration"."""
    bodies = {key[1]: key for one in keys for key in one if key is not None and key[0] == "body"}
    groups = {
        key for one in keys for key in one if key is not None and key[0] == "group" and key[1] in bodies
    }
    for key in groups:
        cast.printed[bodies[key[1]]].update(cast.printed[key])
    return [[bodies[key[1]] if key in groups and key else key for key in one] for one in keys]


def _record(cast: Cast, key: Key, number: str) -> Speaker:
    forms = _distinct([*cast.printed[key], *cast.lookup.body_names[key]])
    if key[0] == "person":
        return _person(cast, cast.lookup.people.all[int(key[1])], number, forms)
    if key[0] == "joint" and not forms:
        forms = [" and ".join(_fullest(cast.lookup.people.all[int(n)]) for n in key[1:])]
    names = cast.lookup.body_names[key]
    if names:
        name = _without_article(max(names, key=lambda n: (len(n.split()) > 1, names[n], len(n))))
    else:
        name = _owned_name(cast, key, forms) or (_without_article(forms[0]) if forms else key[-1])
    kind = _KINDS[key[0]]
    if key[0] == "group" and _is_unnamed(key[1]):
        kind = "anonymous"
    return Speaker(id=number, name=name, kind=kind, aliases=tuple(f for f in forms if f != name))


def _owned_name(cast: Cast, key: Key, forms: Sequence[str]) -> str | None:
    """The name of what belongs to a person where a pronoun stands for him: "Ann Orlow's campaign"."""
    number, _, owned = key[-1].partition("'s ")
    if key[0] != "body" or not owned or not number.isdecimal():
        return None
    named = (form for form in forms if fold(form).partition(" ")[0] not in POSSESSIVE)
    return next(named, None) or f"{_fullest(cast.lookup.people.all[int(number)])}'s {owned}"


def _is_unnamed(words: str) -> bool:
    return any(singular(word) in UNNAMED_PEOPLE for word in words.split())


def _person(cast: Cast, person: Person, number: str, forms: list[str]) -> Speaker:
    name = _fullest(person)
    roles = [printed(cast.lookup.texts[m.article], span) for m in person.mentions for span in m.roles]
    named = [n.printed for n in person.names]
    aliases = _distinct([*forms, *named])
    return Speaker(
        id=number,
        name=name,
        kind="person",
        role=_role(roles),
        aliases=tuple(f for f in aliases if f != name),
    )


def _fullest(person: Person) -> str:
    """The name with most parts; of those the one printed most often."""
    counts: dict[str, int] = {}
    for mention in person.mentions:
        counts[mention.name.printed] = counts.get(mention.name.printed, 0) + 1
    parts = {n.printed: len(n.given) for n in person.names}
    full = [name for name in counts if parts[name] and not _has_words_before(name, counts)]
    return max(full or counts, key=lambda n: (min(parts[n], 2), counts[n], len(n)))


def _has_words_before(name: str, counts: dict[str, int]) -> bool:
    """Whether a name is another full one with words of its line before it ("Update Tobias Merrow")."""
    return any(
        name.endswith(" " + other) and " " in other and counts[other] >= counts[name] for other in counts
    )


def _role(roles: list[str]) -> str | None:
    """The role printed most often; of those the fullest."""
    if not roles:
        return None
    counts: dict[str, int] = {}
    for role in roles:
        counts[role] = counts.get(role, 0) + 1
    return max(counts, key=lambda r: (len(r.split()) > 1, counts[r], len(r)))


def _distinct(forms: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    kept: list[str] = []
    for form in forms:
        if len(form) <= LONGEST_ALIAS and fold(form) not in seen:
            seen.add(fold(form))
            kept.append(form)
    return kept


def _without_article(name: str) -> str:
    """A name without "the", nor the "her" of "her Christian Alliance", which has a name of its own."""
    first, _, rest = name.partition(" ")
    capitals = [word[0].isupper() for word in rest.split()]
    own = fold(first) in POSSESSIVE and sum(capitals) > len(capitals) / 2
    return rest if rest and (own or fold(first) in DEFINITE) else name
