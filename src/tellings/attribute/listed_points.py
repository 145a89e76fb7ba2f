"""Points of a list that somebody is said to make.

Comes in:   the scene of an article.
Goes out:   an attribution for each sentence of a list whose opening line says who makes its points:

The union listed its demands in a letter:
- The pier must be repaired.
- Nobody may lose a day's pay.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from tellings.attribute.scene import Scene
from tellings.attribute.verbs import is_reporting
from tellings.attribute.words import words_of
from tellings.records import Attribution, Sentence, Span

FEWEST_POINTS = 2
"""Fewer lines that open with a dash or a bullet are no list."""
FARTHEST = 40
"""Sentences of a list that are looked at."""
_BULLETS = "-–—•▪●*·"


def listed_points(scene: Scene) -> Iterator[Attribution]:
    """What the lists of an article tell, with the reporting word of their opening line."""
    sentences = scene.reading.sentences
    for number, sentence in enumerate(sentences[:-1]):
        if scene.text[sentence.span.end - 1] != ":" or not _opens(sentences[number + 1], scene.text):
            continue
        points = _points(sentences[number + 1 : number + 1 + FARTHEST], scene.text)
        words = [word for word in words_of(scene.text, sentence.span) if is_reporting(word)]
        if words and sum(_opens(point, scene.text) for point in points) >= FEWEST_POINTS:
            source = _behind_by(sentence.span, scene)
            for point in points:
                start = point.span.start + _mark(point, scene.text)
                yield Attribution(
                    source=source,
                    cue=(words[-1].span,),
                    content=(Span(start, point.span.end),),
                    form="direct",
                )


def _points(following: tuple[Sentence, ...], text: str) -> list[Sentence]:
    """The sentences from the first line that opens with a bullet to the last one that does."""
    last = max((at for at, sentence in enumerate(following) if _opens(sentence, text)), default=-1)
    apart = list(takewhile(lambda at: not _is_far(following, at, text), range(last + 1)))
    return list(following[: len(apart)])


def _is_far(following: tuple[Sentence, ...], at: int, text: str) -> bool:
    """Whether none of the next few sentences opens with a bullet: the list is over."""
    return not any(_opens(sentence, text) for sentence in following[max(0, at - 3) : at + 4])


def _opens(sentence: Sentence, text: str) -> bool:
    return text[sentence.span.start] in _BULLETS


def _mark(sentence: Sentence, text: str) -> int:
    words = sentence.span.words_in(text)
    return len(words) - len(words.lstrip(_BULLETS + " \t"))


def _behind_by(line: Span, scene: Scene) -> tuple[Span, ...]:
    """ "points were circulated by the union:" """
    words = words_of(scene.text, line)
    for at in range(len(words) - 1, 0, -1):
        if words[at - 1].low == "by":
            return (Span(words[at].start, words[-2].end),) if at < len(words) - 1 else ()
    return ()
