"""What the other articles print for a sentence of one.

Comes in:   a dossier and its places.
Goes out:   for each sentence of an article the sentences of the others that tell the same, the nearest first,
            and the conflicts that it takes part in.
Found by:   claims that both tell, passages that both print, words that both quote.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from rapidfuzz import fuzz

from tellings.dossier import ConflictModel, Story
from tellings.tell.places import Pair, Places

SURE_ENOUGH = 0.6
"""Below this a conflict is told in the report, but its words are not marked in the articles."""

_SAME_WORDS = 60
"""Per cent of the letters that a sentence shares, in order, with one that has its words."""
_NEXT = 12
"""With how many of the tellings after it one of an utterance is set beside."""
Spoken = tuple[str, Pair]
Where = tuple[str, int]
"""An article's id and the index of one of its sentences."""


class Echoes:
    """Looks up which sentences tell the same; made once a dossier."""

    def __init__(self, story: Story, at: Places) -> None:
        self._articles = at.articles
        self._starts = {a.id: [start for start, _ in a.sentences] for a in story.articles}
        self._groups: list[list[Where]] = []
        self._groups_of: dict[Where, list[int]] = {}
        self._disputes: dict[Where, list[ConflictModel]] = {}
        for claim in story.claims:
            mentions = ((mention.article, mention.span) for mention in claim.mentions if mention.is_sure)
            self._add({where for article, span in mentions for where in self._sentences(article, span)})
        for one, other in _same_words(story):
            self._add_word_for_word(list(self._sentences(*one)), list(self._sentences(*other)))
        for conflict in story.conflicts:
            if conflict.nature == "contradiction" and conflict.confidence >= SURE_ENOUGH:
                self._dispute(conflict)

    def of(self, article: str, sentence: int) -> dict[str, list[int]]:
        """By id of another article, the sentences of it that tell what this one tells, nearest first."""
        found: dict[str, set[int]] = {}
        for group in self._groups_of.get((article, sentence), ()):
            for other, index in self._groups[group]:
                if other != article:
                    found.setdefault(other, set()).add(index)
        words = self._words(article, sentence)
        return {
            other: sorted(indices, key=lambda n: (-fuzz.token_sort_ratio(words, self._words(other, n)), n))
            for other, indices in found.items()
        }

    def _words(self, article: str, sentence: int) -> str:
        start, end = self.span(article, sentence)
        return self._articles[article].text[start:end]

    def disputes(self, article: str, sentence: int) -> list[ConflictModel]:
        """The conflicts on whose sides the sentence stands."""
        return self._disputes.get((article, sentence), [])

    def span(self, article: str, sentence: int) -> Pair:
        """Where a sentence stands."""
        return self._articles[article].sentences[sentence]

    def _dispute(self, conflict: ConflictModel) -> None:
        for side in conflict.sides:
            for mention in side.mentions:
                for where in self._sentences(mention.article, mention.span):
                    held = self._disputes.setdefault(where, [])
                    if conflict not in held:
                        held.append(conflict)

    def _add(self, group: set[Where]) -> None:
        if len({article for article, _ in group}) < 2:
            return
        for where in group:
            self._groups_of.setdefault(where, []).append(len(self._groups))
        self._groups.append(sorted(group))

    def _add_word_for_word(self, here: list[Where], there: list[Where]) -> None:
        """Each sentence of a passage beside the one of the other passage that has its words."""
        for where in here:
            words = self._words(*where)
            near = max(there, key=lambda one: fuzz.ratio(words, self._words(*one)), default=None)
            if near is not None and fuzz.ratio(words, self._words(*near)) >= _SAME_WORDS:
                self._add({where, near})

    def _sentences(self, article: str, span: Pair) -> Iterator[Where]:
        """The sentences that hold a good part of the span, or much of whom it holds."""
        spans = self._articles[article].sentences if article in self._articles else []
        index = max(0, bisect_right(self._starts.get(article, []), span[0]) - 1)
        while index < len(spans) and spans[index][0] < span[1]:
            start, end = spans[index]
            shared = min(end, span[1]) - max(start, span[0])
            if shared * 2 >= min(end - start, span[1] - span[0]):
                yield article, index
            index += 1


def _same_words(story: Story) -> Iterator[tuple[Spoken, Spoken]]:
    """Two places that have the same words: passages that two articles print, and what several quote."""
    for article in story.articles:
        for derivation in article.derives_from:
            for here, there in derivation.passages:
                yield (article.id, here), (derivation.article, there)
    said = {statement.id: statement for statement in story.statements}
    for utterance in story.utterances:
        told = [said[id] for id in utterance.statements if id in said]
        spoken = [(s.article, span) for s in told for span in s.content]
        for number, one in enumerate(spoken):
            for other in spoken[number + 1 : number + _NEXT]:
                yield one, other
