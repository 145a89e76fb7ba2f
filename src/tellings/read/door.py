"""Articles become readings, one after another.

Comes in:   articles.
Goes out:   a `Reading` of each, in the same order. While one is finished the network reads the next few on
            the other cores; no more than these are held, so memory does not grow with the number of articles.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized

from tellings.read.attributions import find_attributions
from tellings.read.closing import with_closing
from tellings.read.dates import find_dates
from tellings.read.entities import find_entities
from tellings.read.interrupting import with_interrupted
from tellings.read.model import Underway, acceptance, scorers
from tellings.read.pieces import cut
from tellings.read.quantities import find_quantities
from tellings.read.sentences import find_sentences
from tellings.read.vectors import stretches, unit
from tellings.records import Article, Attribution, Reading, Sentence
from tellings.settings import cores

WINDOWS_AHEAD = 3
"""How many windows of later articles wait for each core, so that none is idle."""


def read(
    articles: Iterable[Article], *, on_progress: Callable[[str, int, int], None] | None = None
) -> Iterator[Reading]:
    """Read each article. Raises `ModelMissing` when the weights are not there."""
    total = len(articles) if isinstance(articles, Sized) else 0
    notice = on_progress or (lambda step, done, total: None)
    for done, reading in enumerate(_in_order(articles)):
        notice("read", done, total)
        yield reading
    notice("read", total, total)


def read_one(article: Article) -> Reading:
    """Sentences, entities, dates, quantities, attributions and sentence vectors of one article."""
    return _Begun(article).finished()


def _in_order(articles: Iterable[Article]) -> Iterator[Reading]:
    """The readings; what ends `articles`, an error too, comes after those of all that went before it."""
    enough = WINDOWS_AHEAD * cores()
    source = iter(articles)
    begun: deque[_Begun] = deque()
    end: Exception | None = None
    try:
        while end is None:
            try:
                begun.append(_Begun(next(source)))
            except Exception as error:
                end = error
            while begun and (end or sum(each.size for each in begun) - begun[0].size >= enough):
                yield begun.popleft().finished()
    finally:
        for each in begun:
            each.give_up()
    if not isinstance(end, StopIteration):
        raise end


class _Begun:
    """An article whose pieces the network is reading."""

    def __init__(self, article: Article) -> None:
        self._article = article
        self._pieces = cut(article.text)
        self._sentences = find_sentences(article.text)
        self._underway = Underway(self._pieces, stretches(self._pieces, self._sentences))
        self.size = max(len(self._underway), 1)

    def finished(self) -> Reading:
        """The reading. What was not yet read is given up if this is interrupted."""
        try:
            return self._finished()
        finally:
            self.give_up()

    def give_up(self) -> None:
        """Leave unread what has not been begun."""
        self._underway.give_up()

    def _finished(self) -> Reading:
        article, pieces, sentences = self._article, self._pieces, self._sentences
        dates = find_dates(article.text, sentences, article.published)
        quantities = find_quantities(article.text, sentences)
        outputs = self._underway.outputs()
        return Reading(
            article=article,
            sentences=sentences,
            entities=find_entities(article.text, pieces, outputs),
            dates=dates,
            quantities=quantities,
            attributions=_made_whole(
                find_attributions(pieces, outputs, scorers(), acceptance()), article.text, sentences
            ),
            vectors=unit(outputs.sums),
        )


def _made_whole(
    found: Sequence[Attribution], text: str, sentences: Sequence[Sentence]
) -> tuple[Attribution, ...]:
    """The attributions, clauses whole that a speaker closes or interrupts."""
    return with_interrupted(with_closing(found, text, sentences), text, sentences)
