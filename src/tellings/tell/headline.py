"""The story's title: one of the headlines, chosen.

Comes in:   articles.
Goes out:   the title of the most central article, the one whose words stand in most of the other titles; not
            one with a figure that its own article does not print, where there is another.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from tellings.languages.en.numbers import SMALL_NUMBERS
from tellings.records import Article

_LONGEST_HEADLINE = 160
_WORD = re.compile(r"\w+")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")


def headline_of(article: Article) -> str | None:
    """The article's own headline: its title, or else a first line that is short and no full sentence."""
    if article.title and article.title.strip():
        return " ".join(article.title.split())
    first = next((line.strip() for line in article.text.splitlines() if line.strip()), "")
    return first if 0 < len(first) <= _LONGEST_HEADLINE and not first.endswith((".", ",", ";", ":")) else None


def choose_title(articles: Sequence[Article]) -> str:
    """The most central headline; without any, the opening words of the first article."""
    told = [(headline, article) for article in articles if (headline := headline_of(article))]
    headlines = [headline for headline, article in told if _figures_stand(headline, article)]
    headlines = headlines or [headline for headline, _ in told]
    if not headlines:
        opening = " ".join(articles[0].text[:400].split()) if articles else ""
        return opening if len(opening) <= 80 else opening[:80].rsplit(" ", 1)[0] + " …"
    bags = [_words(headline) for headline in headlines]
    spread = Counter(word for headline, _ in told for word in _words(headline))
    return max(zip(headlines, bags, strict=True), key=lambda pair: _centrality(pair[1], spread))[0]


def _figures_stand(headline: str, article: Article) -> bool:
    """Whether the text below the headline prints its figures, as digits or as words."""
    at = article.text.find(headline)
    below = article.text[at + len(headline) :] if 0 <= at <= _LONGEST_HEADLINE else article.text
    return _figures(headline) <= _figures(below)


def _figures(words: str) -> set[str]:
    tokens = (token.lower() for token in _FIGURE.findall(words))
    return {
        str(SMALL_NUMBERS.get(token, token))
        for token in tokens
        if token in SMALL_NUMBERS or token[0].isdigit()
    }


def _words(headline: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(headline) if len(word) > 2}


def _centrality(bag: set[str], spread: Counter[str]) -> float:
    """How many other titles hold its words, on average; short titles are not favoured for being short."""
    return sum(spread[word] - 1 for word in bag) / (len(bag) + 4)
