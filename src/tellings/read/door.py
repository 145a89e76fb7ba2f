"""Articles become readings, one after another.

Comes in:   articles.
Goes out:   a `Reading` of each, in the same order; nothing is gathered, so memory does not grow with
            their number.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sized

from tellings.read.attributions import find_attributions
from tellings.read.dates import find_dates
from tellings.read.entities import find_entities
from tellings.read.model import run, scorers
from tellings.read.pieces import cut
from tellings.read.quantities import find_quantities
from tellings.read.sentences import find_sentences
from tellings.read.vectors import sentence_vectors
from tellings.records import Article, Reading


def read(
    articles: Iterable[Article], *, on_progress: Callable[[str, int, int], None] | None = None
) -> Iterator[Reading]:
    """Read each article. Raises `ModelMissing` when the weights are not there."""
    total = len(articles) if isinstance(articles, Sized) else 0
    for done, article in enumerate(articles):
        if on_progress:
            on_progress("read", done, total)
        yield read_one(article)
    if on_progress:
        on_progress("read", total, total)


def read_one(article: Article) -> Reading:
    """Sentences, entities, dates, quantities, attributions and sentence vectors of one article."""
    text = article.text
    pieces = cut(text)
    outputs = run(pieces)
    sentences = find_sentences(text)
    return Reading(
        article=article,
        sentences=sentences,
        entities=find_entities(pieces, outputs),
        dates=find_dates(text, sentences, article.published),
        quantities=find_quantities(text, sentences),
        attributions=find_attributions(pieces, outputs, scorers()),
        vectors=sentence_vectors(pieces, outputs.vector, sentences),
    )
