"""Statements in the same words, taken once.

Comes in:   the contents of all statements of a story, and how its speakers stand to each other.
Goes out:   `Wording`s in order of first appearance: the same words of one speaker, in however many articles.
            A thousand copies of a wire report cost no more to compare than one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.attribute.contents import Content
from tellings.attribute.standing import Standings
from tellings.records import Statement


@dataclass(frozen=True, slots=True, eq=False)
class Wording:
    """Words of one speaker. `content` is the first report of them.

    `places` are the statements that hold them, `told` the same statements by article, one in each.
    """

    content: Content
    places: tuple[int, ...]
    told: dict[str, Statement]

    def meets(self, other: Wording) -> int:
        """How many pairs of statements of two articles the two make."""
        few, many = sorted((self.told, other.told), key=len)
        return len(few) * len(many) - sum(article in many for article in few)

    def overlaps(self, other: Wording) -> bool:
        """Whether an article tells one of them within the other."""
        few, many = sorted((self.told, other.told), key=len)
        return any(
            a.overlaps(b)
            for article in few
            if article in many
            for a in few[article].content
            for b in many[article].content
        )


def wordings_of(contents: Sequence[Content], standings: Standings) -> list[Wording]:
    """The wordings of a story. What an article tells twice in the same words is in two of them."""
    places: dict[object, list[int]] = {}
    times: Counter[object] = Counter()
    for at, content in enumerate(contents):
        statement = content.statement
        who = standings.known_as(statement.speaker)
        words = (content.words, content.quoted, statement.form, content.denied)
        told = (*words, who) if content.words else at
        times[told, statement.article] += 1
        places.setdefault((told, times[told, statement.article]), []).append(at)
    return [_wording([contents[at] for at in group], group) for group in places.values()]


def _wording(contents: Sequence[Content], places: Sequence[int]) -> Wording:
    told = {content.statement.article: content.statement for content in contents}
    return Wording(contents[0], tuple(places), told)
