"""Which article hangs from which origin, and by what.

Comes in:   a dossier and its places.
Goes out:   a `Ledger`: origins on the left, articles on the right, one line a link, typed by the kind of its
            reason; and for each link the words at both ends.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from tellings.dossier import OriginModel, ReasonModel, Story
from tellings.records import OriginKind, ReasonKind
from tellings.tell.accounts import name_of
from tellings.tell.places import Place, Places, shown

LinkKind = ReasonKind | Literal["own"]

_ROW, _TOP = 30, 18
_STRONGEST: tuple[LinkKind, ...] = ("by-hand", "shared-text", "credit", "same-statement", "same-owner", "own")
_MOST_REASONS = 4
_MOST_SHARES = 3
SAYS: dict[LinkKind, str] = {
    "own": "its own report",
    "shared-text": "the same text",
    "credit": "names it as its source",
    "same-statement": "the same words of the same speaker",
    "same-owner": "the same owner",
    "by-hand": "linked by hand",
}


@dataclass(frozen=True, slots=True)
class Origin:
    """An origin at height `y`; `letters` are the articles that hang from it."""

    id: str
    number: int
    name: str
    kind: OriginKind
    y: float
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Leaf:
    """An article at height `y`."""

    id: str
    letter: str
    name: str
    y: float


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a link is drawn: the words here, and the words elsewhere where there are any."""

    here: Place
    there: Place | None


@dataclass(frozen=True, slots=True)
class Link:
    """A line from an origin to an article; `says` names it, `more` tells of shares of text."""

    origin: Origin
    leaf: Leaf
    kind: LinkKind
    says: str
    more: str
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Ledger:
    """The picture, `height` pixels high; `kinds` are the kinds of link in it, for its key."""

    origins: tuple[Origin, ...]
    leaves: tuple[Leaf, ...]
    links: tuple[Link, ...]
    kinds: tuple[LinkKind, ...]
    height: int
    says: str

    def of(self, origin: Origin) -> tuple[Link, ...]:
        """The links of one origin."""
        return tuple(link for link in self.links if link.origin.id == origin.id)


def ledger(story: Story, at: Places) -> Ledger | None:
    """The origin ledger as a picture; None where there is no origin."""
    if not story.origins:
        return None
    leaves = _leaves(story, at)
    row = {leaf.id: leaf for leaf in leaves}
    origins = _origins(story, at, row)
    links = [
        _link(origin, row[article], model, story, at)
        for origin, model in origins
        for article in model.articles
        if article in row
    ]
    kinds = tuple(kind for kind in reversed(_STRONGEST) if any(link.kind == kind for link in links))
    nodes = tuple(origin for origin, _ in origins)
    height = int(max([leaf.y for leaf in leaves] + [node.y for node in nodes])) + _TOP
    return Ledger(nodes, leaves, tuple(links), kinds, height, _says(nodes))


def origin_name(origin: OriginModel, story: Story, at: Places) -> str:
    """What an origin is called: its name, or "the text of A" where an article without an outlet is one."""
    named_for = next((a for a in story.articles if origin.name == a.title and not a.outlet), None)
    return f"the text of {at.letters[named_for.id]}" if named_for else shown(origin.name)


def _leaves(story: Story, at: Places) -> tuple[Leaf, ...]:
    """Articles so that those of one origin stand together, the widest origin first."""
    widest = sorted(story.origins, key=lambda origin: -len(origin.articles))
    order = dict.fromkeys(article for origin in widest for article in origin.articles)
    known = {article.id: article for article in story.articles}
    ids = [id for id in order if id in known] + [id for id in known if id not in order]
    apart = _ROW * max(1, len(story.origins) / len(ids))
    return tuple(
        Leaf(id, at.letters[id], name_of(known[id]), round(_TOP + number * apart, 1))
        for number, id in enumerate(ids)
    )


def _origins(story: Story, at: Places, row: dict[str, Leaf]) -> list[tuple[Origin, OriginModel]]:
    """Each origin beside the middle of its articles, none nearer to the next than a row."""
    wanted = []
    for number, model in enumerate(story.origins, 1):
        heights = [row[article].y for article in model.articles if article in row]
        if heights:
            wanted.append((sum(heights) / len(heights), number, model))
    placed, lowest = [], float("-inf")
    for y, number, model in sorted(wanted, key=lambda one: one[:2]):
        lowest = max(y, lowest + _ROW)
        letters = tuple(at.told_by(model.articles))
        name = origin_name(model, story, at)
        placed.append((Origin(model.id, number, name, model.kind, round(lowest, 1), letters), model))
    return placed


def _link(origin: Origin, leaf: Leaf, model: OriginModel, story: Story, at: Places) -> Link:
    reasons = [
        r for r in model.reasons if leaf.id in (r.article, r.other_article) and r.article in at.letters
    ]
    own = [r for r in reasons if r.article == leaf.id]
    kind: LinkKind = min((r.kind for r in own), key=_STRONGEST.index, default="own")
    more = "; ".join(_shares(leaf, model, at))
    says = f"{leaf.letter} hangs from origin {origin.number}, {origin.name}: {SAYS[kind]}"
    chosen = [_reason(r, at) for r in own if r.kind == kind][:_MOST_REASONS]
    return Link(origin, leaf, kind, says, more, tuple(chosen))


def _shares(leaf: Leaf, model: OriginModel, at: Places) -> list[str]:
    """ "55 % of its words stand in A", the largest shares first, then how many there are beside."""
    derivations = [
        derivation
        for derivation in at.articles[leaf.id].derives_from
        if derivation.article in model.articles and derivation.article in at.letters
    ]
    largest = sorted(derivations, key=lambda derivation: -derivation.share)[:_MOST_SHARES]
    beside = len(derivations) - len(largest)
    told = [
        f"{derivation.share:.0%} of its words stand in {at.letters[derivation.article]}"
        + (", reworked" if derivation.kind == "rewrite" else "")
        for derivation in largest
    ]
    return [*told, f"fewer in {beside} more"] if beside else told


def _reason(reason: ReasonModel, at: Places) -> Reason:
    there = None
    if reason.other_article in at.letters and reason.other_span is not None:
        there = at.place(str(reason.other_article), reason.other_span)
    return Reason(at.place(reason.article, reason.span), there)


def _says(origins: Sequence[Origin]) -> str:
    return "; ".join(
        f"origin {origin.number}, {origin.name}: {' '.join(origin.letters)}" for origin in origins
    )
