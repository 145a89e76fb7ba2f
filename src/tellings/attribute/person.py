"""One person of a story, under all the names that its articles print.

Comes in:   mentions of a name, one by one.
Goes out:   a `Person`: the names, the mentions by article, the gender that they show.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tellings.attribute.mentions import Gender, NameMention
from tellings.attribute.names import PersonName, can_be_one


@dataclass(slots=True, eq=False)
class Person:
    """Somebody named in a story, with every mention of the name; `shown` is the gender that pronouns tell."""

    number: int
    names: list[PersonName] = field(default_factory=list)
    mentions: list[NameMention] = field(default_factory=list)
    shown: Gender | None = None
    _by_article: dict[str, list[NameMention]] = field(default_factory=dict)
    _genders: Counter[Gender] = field(default_factory=Counter)
    _generations: dict[str, set[str | None]] = field(default_factory=dict)

    def add(self, mention: NameMention) -> None:
        """Count one more mention."""
        self.mentions.append(mention)
        self._by_article.setdefault(mention.article, []).append(mention)
        if mention.name.is_full:
            self._generations.setdefault(mention.article, set()).add(mention.name.generation)
        if mention.gender:
            self._genders[mention.gender] += 1
        if mention.name not in self.names:
            self.names.append(mention.name)

    @property
    def articles(self) -> Iterable[str]:
        """The articles that name the person."""
        return self._by_article.keys()

    def mentions_in(self, article: str) -> Sequence[NameMention]:
        """The mentions in one article."""
        return self._by_article.get(article, ())

    @property
    def gender(self) -> Gender | None:
        """The gender that titles, roles and the given name show, by majority; else the pronouns."""
        return self._genders.most_common(1)[0][0] if self._genders else self.shown

    def prints_otherwise(self, mention: NameMention) -> bool:
        """Whether its article has the name with "Jr." and without."""
        own = {mention.name.generation}
        return self._generations.get(mention.article, own) != own

    def takes(self, name: PersonName) -> bool:
        """Whether a full name can be this person's: it agrees with every full name so far."""
        full = [known for known in self.names if known.is_full]
        return bool(full) and all(can_be_one(known, name) for known in full)
