"""Places as a reader names them: A7 is the seventh sentence of the first article.

Comes in:   a dossier.
Goes out:   `Place` records for cites, and words that are safe to show: white space joined, characters that
            could steer a terminal or turn the reading direction replaced.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tellings.dossier import ArticleModel, StatementModel, Story

Pair = tuple[int, int]
_UNSAFE = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb]")


def shown(words: str) -> str:
    """Words on one line, with nothing in them that a terminal or a page would obey."""
    return " ".join(_UNSAFE.sub("\N{REPLACEMENT CHARACTER}", words).split())


def cut(words: str, most: int | None) -> str:
    """At most this many characters, cut at a word, with an ellipsis."""
    if most is None or len(words) <= most:
        return words
    return words[: most - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + " …"


@dataclass(frozen=True, slots=True)
class Place:
    """One cite: `label` is what is printed ("A7"), `anchor` where a page jumps to."""

    article: str
    letter: str
    sentence: int | None
    span: Pair

    @property
    def label(self) -> str:
        """Letter and sentence number; only the letter for a place in no sentence."""
        return f"{self.letter}{self.sentence or ''}"

    @property
    def anchor(self) -> str:
        """The id of the marked words on a page."""
        return f"{self.letter}-{self.span[0]}-{self.span[1]}"


class Places:
    """Looks up places, words and letters of one dossier."""

    def __init__(self, story: Story) -> None:
        self.letters = {article.id: letter(n) for n, article in enumerate(story.articles)}
        self.articles: dict[str, ArticleModel] = {article.id: article for article in story.articles}
        self.statements: dict[str, StatementModel] = {s.id: s for s in story.statements}
        self.speakers = {speaker.id: speaker for speaker in story.speakers}
        self._starts = {a.id: [start for start, _ in a.sentences] for a in story.articles}
        self._origins = [set(origin.articles) for origin in story.origins]
        self._said_in: dict[str, list[StatementModel]] = {}
        for statement in story.statements:
            self._said_in.setdefault(statement.article, []).append(statement)

    def place(self, article: str, span: Pair) -> Place:
        """The place of one cite."""
        number = bisect_right(self._starts[article], span[0])
        if number and self.articles[article].sentences[number - 1][1] <= span[0]:
            number = min(number + 1, len(self._starts[article]))
        return Place(article, self.letters[article], number or None, span)

    def words(self, place: Place) -> str:
        """Its words, safe to show."""
        return shown(self.articles[place.article].text[slice(*place.span)])

    def depth(self, place: Place) -> float:
        """How far down its article a place stands, 0 at the top and 1 at the end."""
        return place.span[0] / max(1, len(self.articles[place.article].text))

    def is_aside(self, place: Place) -> bool:
        """Whether a place is not part of the story."""
        start, end = place.span
        return any(s < end and start < e for s, e in self.articles[place.article].boilerplate)

    def told_by(self, articles: Iterable[str]) -> list[str]:
        """Letters of these articles, in order, each once."""
        among = set(articles)
        return [letter for article, letter in self.letters.items() if article in among]

    def origins_behind(self, articles: Iterable[str]) -> int:
        """How many independent origins are sure to stand behind these articles: the fewest that do.

        Articles that share an origin may have all they tell alike from it, whatever else they rest on.
        """
        return fewest_covering(set(articles), self._origins)

    def by_origin(self, places: Sequence[Place]) -> list[list[Place]]:
        """The places parted by independent origin, in as few parts as `origins_behind` counts."""
        once = list({place.label: place for place in reversed(places)}.values())[::-1]
        parts = covering({place.article for place in once}, self._origins)
        groups = [[place for place in once if place.article in part] for part in parts]
        return sorted(groups, key=lambda group: once.index(group[0]))

    def speaker_at(self, article: str, span: Pair) -> str | None:
        """Who is said to say the words: the name of the speaker whose statement holds most of the span."""
        best, most = None, 0.4 * (span[1] - span[0])
        for statement in self._said_in.get(article, ()):
            shared = sum(max(0, min(e, span[1]) - max(s, span[0])) for s, e in statement.content)
            if shared > most and statement.speaker in self.speakers:
                best, most = self.speakers[statement.speaker].name, shared
        return shown(best) if best else None


def first_told(places: Sequence[Place], at: Places) -> Place:
    """The place in the article that appeared first; of undated articles, the one given first."""

    def appeared(place: Place) -> tuple[bool, str]:
        published = at.articles[place.article].published or ""
        return not published, published

    return min(places, key=appeared)


def fewest_covering(articles: set[str], origins: Sequence[set[str]]) -> int:
    """How many of the origins it takes to reach every article, the widest taken first."""
    return len(covering(articles, origins))


def covering(articles: set[str], origins: Sequence[set[str]]) -> list[set[str]]:
    """The articles parted among as few origins as reach them all; one that no origin reaches stands alone."""
    left, parts = set(articles), list[set[str]]()
    while left:
        widest = max(origins, key=lambda origin: len(origin & left), default=set[str]()) & left
        if not widest:
            return parts + [{article} for article in sorted(left)]
        parts.append(widest)
        left -= widest
    return parts


def letter(number: int) -> str:
    """A, B … Z, AA, AB …"""
    name = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        name = chr(65 + rest) + name
    return name


MOST_LETTERS = 8


def few(letters: Sequence[str], most: int | None = MOST_LETTERS) -> str:
    """ "A B C", of many the first and how many more there are: "A B C D E F G H +992"."""
    rest = 0 if most is None else len(letters) - most
    return " ".join(letters[:most]) + (f" +{rest}" if rest > 0 else "")


def labels(places: Sequence[Place], most: int | None = None) -> list[str]:
    """Labels to print, each once; beyond `most` one place an article comes first, then a count."""
    if most is not None and len({p.label for p in places}) > most:
        firsts = {p.letter: p for p in reversed(places)}
        places = (
            sorted(firsts.values(), key=lambda p: (len(p.letter), p.letter)) if len(firsts) > 1 else places
        )
    once = list(dict.fromkeys(place.label for place in places))
    if most is None or len(once) <= most:
        return once
    return [*once[:most], f"+{len(once) - most}"]
