"""Where a name is used, and in whose voice.

Comes in:   the texts of a story and the spans of names found in them.
Goes out:   `Concept`s in the making, and `Naming` records with their voices counted.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tellings.compare.assertions import Assertion, Pool
from tellings.compare.words import folded
from tellings.records import Cite, Naming, Reading, Span, Variant, Voice

MOST_VARIANTS = 16
_SHORT = 4
_FEW_CAPITALS = 3
_HEADING = 0.75
_QUOTED = re.compile(r"“[^“”]{1,2000}(?:”|$)|(?<![\w.,!?])\"(?=\w)[^\"\n]{1,2000}\"", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Use:
    """A name as printed: in article number `article`, at `span`."""

    name: str
    article: int
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Concept:
    """A thing and the uses of its names; `interest` says how much the choice of a name tells.

    `proper` is set for people, bodies and places: two such concepts that share names are one.
    """

    label: str
    uses: tuple[Use, ...]
    interest: float
    proper: bool = False


def is_heading(assertion: Assertion) -> bool:
    """Whether capitals tell nothing of names here: a headline, or a line where most words have one."""
    told = [word for word in assertion.words if word.tells and not word.is_number]
    return assertion.headline or sum(word.capital for word in told) > max(_FEW_CAPITALS, _HEADING * len(told))


class Quotations:
    """Which characters of each article stand inside quotations."""

    def __init__(self, pool: Pool) -> None:
        direct: dict[str, list[Span]] = defaultdict(list)
        for statement in pool.story.statements:
            if statement.form == "direct":
                direct[statement.article] += statement.content
        self._ends = [_joined(_quoted(reading), direct[reading.article.id]) for reading in pool.readings]

    def hold(self, use: Use) -> bool:
        """Whether a use stands inside a quotation."""
        spans = self._ends[use.article]
        place = bisect_right(spans, use.span.start, key=lambda span: span.start) - 1
        return place >= 0 and use.span.start < spans[place].end


def as_naming(concept: Concept, pool: Pool, quotations: Quotations) -> Naming:
    """The record; variants are names that differ in more than capitals and punctuation, most used first."""
    variants = [
        _variant(uses, pool, quotations)
        for _, uses in sorted(by_name(concept.uses).items(), key=lambda item: -len(item[1]))[:MOST_VARIANTS]
    ]
    return Naming(concept=concept.label, variants=tuple(variants))


def by_name(uses: Iterable[Use]) -> dict[str, list[Use]]:
    """Uses under their name; capitals, punctuation, an article, a possessive and the plural make no other."""
    names: dict[str, list[Use]] = defaultdict(list)
    for use in uses:
        names[name_key(use.name)].append(use)
    return names


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """What names have in common that differ in capitals, punctuation, article, possessive or plural only."""
    return _singular(_bare(name))


def _bare(name: str) -> str:
    return re.sub(r"^(?:the|an?) |[’']s$", "", name, flags=re.IGNORECASE)


def _singular(name: str) -> str:
    key = key_of(name)
    for ending, instead in (("ies", "y"), ("men", "man"), ("ches", "ch"), ("shes", "sh"), ("s", "")):
        if key.endswith(ending) and len(key) > _SHORT and not key.endswith("ss"):
            return key.removesuffix(ending) + instead
    return key


def key_of(name: str) -> str:
    """A name without capitals, accents and punctuation."""
    return re.sub(r"[^a-z0-9 ]+", "", folded(name)).strip()


def _variant(uses: Sequence[Use], pool: Pool, quotations: Quotations) -> Variant:
    own: Counter[int] = Counter()
    quoted: Counter[int] = Counter()
    for use in uses:
        (quoted if quotations.hold(use) else own)[use.article] += 1
    return Variant(
        name=Counter(use.name for use in uses).most_common(1)[0][0],
        voice=tuple(
            Voice(article=pool.readings[n].article.id, own=own[n], quoted=quoted[n])
            for n in sorted(own.keys() | quoted.keys())
        ),
        cites=tuple(Cite(pool.readings[use.article].article.id, use.span) for use in uses),
    )


def _quoted(reading: Reading) -> list[Span]:
    return [Span(*found.span()) for found in _QUOTED.finditer(reading.article.text)]


def _joined(*groups: Sequence[Span]) -> list[Span]:
    """All spans in order, overlapping ones made one."""
    joined: list[Span] = []
    for span in sorted(span for group in groups for span in group):
        if joined and span.start <= joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
