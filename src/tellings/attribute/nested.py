"""Speech within speech.

Comes in:   the attributions of a text and the scene.
Goes out:   attributions of what a speaker reports of another in turn: "Both ministers said: 'Never.'", "the
            driver told him that he was tired". Their source and cue stand within the outer content, so the
            outer speaker is who they came through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tellings.attribute.beside import subject_of
from tellings.attribute.phrases import PRONOUNS
from tellings.attribute.scene import Scene
from tellings.attribute.words import Word, words_of
from tellings.languages.en.cues import SAYING_VERBS, STATING_VERBS, TELLING_VERBS
from tellings.languages.en.sources import FIRST_PERSON, POSSESSIVE
from tellings.records import Attribution, Span

_SAYING = "|".join(sorted(SAYING_VERBS, key=len, reverse=True))
_INNER = re.compile(
    rf"(?P<source>[^.!?…:;,‘'“”\"]{{1,90}}?)\s(?P<cue>{_SAYING})(?: (?:him|her|me|us|them))?\s?[:,]?\s?"
    r"(?P<content>‘[^‘“”\"]{2,400}?’|'(?:[^'“”\"]|(?<=\w)'(?=\w)){2,400}?')(?![a-z])"
)
LONGEST_SOURCE = 10
"""Words before the verb; more are not a name or a description."""
LONGEST_HEARER = 4
"""Words between "told" and "that"."""
FEWEST_WORDS = 3
"""Words of what is told."""
_TELLING, _STATING = frozenset(TELLING_VERBS), frozenset(STATING_VERBS)
_NOT_TOLD = frozenset(
    ("not", "never", "to", "would", "could", "should", "will", "may", "might", "can", "n't")
)
_HELPING = frozenset(("had", "has", "have", "also", "later", "then", "once", "already"))
_ENDS = frozenset(".;!?…”»)")


def quoted_within(told: Sequence[Attribution], scene: Scene) -> Iterator[Attribution]:
    """What the contents of `told` report in turn, where nobody has marked it."""
    contents = {part for attribution in told for part in attribution.content}
    cues = sorted(span for attribution in told for span in attribution.cue)
    for outer in sorted(contents):
        found = [*_in_marks(outer, scene.text), *_in_clauses(outer, scene)]
        for inner in found:
            taken = any(cue.overlaps(inner.cue[0]) for cue in cues)
            if not taken and not any(part in contents or part == outer for part in inner.content):
                contents.update(inner.content)
                cues.append(inner.cue[0])
                yield inner


def _in_marks(outer: Span, text: str) -> Iterator[Attribution]:
    """A quotation within the quotation."""
    for found in _INNER.finditer(text, outer.start, outer.end):
        content = Span(*found.span("content"))
        if outer.covers(content):
            source = _source(text, Span(*found.span("source")))
            yield Attribution(
                source=(source,) if source else (),
                cue=(Span(*found.span("cue")),),
                content=(content,),
                form="direct",
            )


def _source(text: str, span: Span) -> Span | None:
    words = span.words_in(text)
    start = span.start + len(words) - len(words.lstrip())
    if start == span.start and start > 1 and text[start - 1] in "'’" and text[start - 2].isalnum():
        start = max(text.rfind(" ", 0, start), text.rfind("\n", 0, start)) + 1  # "they'd said"
    return Span(start, span.end) if 0 < len(words.split()) <= LONGEST_SOURCE else None


def _in_clauses(outer: Span, scene: Scene) -> Iterator[Attribution]:
    """A clause that another is said to have told: "the driver told them he had dozed off"."""
    words = words_of(scene.text, outer)
    for at, word in enumerate(words):
        if at and word.low in _TELLING | _STATING and _is_told(words, at):
            content = _clause(words, at, word.low in _TELLING)
            source = subject_of(word.span, (content,), scene) if content else None
            if content and source and outer.covers(source) and _names_another(source, scene):
                yield Attribution(source=(source,), cue=(word.span,), content=(content,), form="indirect")


def _is_told(words: list[Word], at: int) -> bool:
    """Whether the verb stands as told: neither denied, nor wished, nor asked for."""
    step = at - 1
    while step > 0 and (words[step].low in _HELPING or words[step].low.endswith("ly")):
        step -= 1
    return words[step].low not in _NOT_TOLD


def _clause(words: list[Word], at: int, has_hearer: bool) -> Span | None:
    """What stands behind a verb of saying (and whom it was said to) up to the end of its sentence."""
    start = at + 1
    that = next(
        (n for n in range(start, min(start + LONGEST_HEARER + 1, len(words))) if words[n].low == "that"), -1
    )
    if that >= 0:
        start = that + 1
    elif has_hearer:
        if start >= len(words) or words[start].low not in PRONOUNS - frozenset(
            ("i", "he", "she", "they", "we")
        ):
            return None
        start += 1
    end, marks = start, 0
    while end < len(words) and (words[end].text not in _ENDS or (marks and words[end].text == "”")):
        marks += (words[end].text == "“") - (words[end].text == "”")
        end += 1
    while end < len(words) and words[end].text in _ENDS and words[end].text != ";":
        end += 1
    told = [word for word in words[start:end] if word.is_word]
    if len(told) < FEWEST_WORDS or words[start].text in ",:;" or words[start].low == "so":
        return None
    return Span(words[start].start, words[end - 1].end)


def _names_another(source: Span, scene: Scene) -> bool:
    """Whether the source is somebody else than the one who reports it, and not whoever he talks to."""
    first = words_of(scene.text, source)[0].low
    own = first in FIRST_PERSON and first not in POSSESSIVE
    return not own and first.partition("'")[0] != "you"
