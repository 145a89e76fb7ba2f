"""What somebody is, with and without a word that changes it.

Comes in:   the assertions of a story.
Goes out:   conflicts between "the founder" and "the co-founder", "the mayor" and "the former mayor", of one
            name in different articles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.conflicts.beside_names import named_in
from tellings.compare.conflicts.found import Found, FoundSide, listed, whole
from tellings.compare.words import Word
from tellings.languages.en.opposites import FORMERLY, FORMS_OF_ADDRESS, ROLE_CHANGERS
from tellings.languages.en.titles import ROLES, TITLES
from tellings.records import Span

_ROLES = (frozenset(ROLES) | frozenset(TITLES)) - ROLE_CHANGERS
_REACH = 4
_WAS, _JUST_BEFORE = frozenset(("been", "was", "were")), 2
_TURNED = ("became", "turned")
_CALLED = "called"
"""A role right before a name ("Senator Tolan"): those who held it are called so ever after."""


def find_roles(pool: Pool) -> Iterator[Found]:
    """Conflicts of role."""
    held: dict[tuple[str, str], dict[str, list[tuple[Assertion, Span]]]] = defaultdict(
        lambda: defaultdict(list)
    )
    for assertion in pool.assertions:
        for name, role, changer, span in _roles(assertion):
            held[name, role][changer].append((assertion, span))
    for (_, role), by_changer in held.items():
        called = [] if role in FORMS_OF_ADDRESS else by_changer.get(_CALLED, [])
        for changer, holders in by_changer.items():
            plain = [*by_changer.get("", ()), *(() if changer in FORMERLY else called)]
            if changer in ("", _CALLED) or not plain:
                continue
            if {a.article for a, _ in holders} & {a.article for a, _ in plain}:
                continue
            sides = tuple(
                FoundSide(
                    value=members[0][1].words_in(pool.readings[members[0][0].article].article.text),
                    places=tuple({a.index: whole(a) for a, _ in members}.values()),
                )
                for members in (plain, holders)
            )
            yield Found(
                kind="person",
                nature="contradiction",
                reason=f"one person is {listed(side.value for side in sides)}",
                confidence=0.6,
                sides=sides,
            )


def _roles(assertion: Assertion) -> Iterator[tuple[str, str, str, Span]]:
    """For each role beside a name: last name, role, the word that changes it or "", and the place of both."""
    words = assertion.words
    for named in named_in(words):
        before = range(max(named.start, named.first - 1), named.last)
        behind = range(named.last + 1, min(named.end, named.last + 1 + _REACH))
        for place in (*before, *behind):
            word = words[place]
            if word.lower not in _ROLES or _came_to_be_more(words, place):
                continue
            if any(word.lower in _WAS for word in words[max(0, place - _JUST_BEFORE) : place]):
                continue  # "who was mayor until 2006" holds of a former mayor too
            first = _changer(words, place)
            changer = first.lower if first else _CALLED if place in before else ""
            yield named.surname(words), word.lower, changer, Span((first or word).start, word.end)


def _came_to_be_more(words: tuple[Word, ...], place: int) -> bool:
    """Whether a role was held until another: "the dentist who became mayor", "the actor turned senator"."""
    following = [word.lower for word in words[place + 1 : place + 3]]
    return following[:1] in ([one] for one in _TURNED) or following in (["who", one] for one in _TURNED)


def _changer(words: tuple[Word, ...], place: int) -> Word | None:
    """The word before a role that changes it: "acting harbour director", "former Democratic senator"."""
    for at in range(place - 1, max(-1, place - 1 - _REACH), -1):
        if words[at + 1].start - words[at].end > 1:
            return None
        if words[at].lower in ROLE_CHANGERS:
            return words[at]
    return None
