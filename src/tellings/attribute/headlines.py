"""What a headline says that somebody says.

Comes in:   the attributions of an article and the scene.
Goes out:   the attributions, with that of the headline where nobody marked any:
            "Orlow: Harbour must decide", "Harbour must decide: Orlow", "Harbour must decide, Orlow says"; and
            words that the headline quotes of nobody it names: "Ferry 'listed like a drunk' before it sank".

The headline is the first line, where it is short and no sentence of the text. What stands before its colon
is a source only if it names a person or a body, or ends with a role, a body, a document or people who stay
unnamed. Places and what happened ("Port fire: Nine dead"), labels ("Update 2:", "Watch:") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.attribute.headline_verbs import with_headline_verb
from tellings.attribute.marks import EntityKinds
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.scene import Scene
from tellings.attribute.words import Word, singular, words_of
from tellings.languages.en.cues import HEADLINE_VERBS
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.pages import HEADLINE_LABELS
from tellings.languages.en.sources import BODIES, DOCUMENTS, INDEFINITE, UNNAMED_PEOPLE
from tellings.records import Attribution, Span

LONGEST = 200
"""Characters of a headline."""
LONGEST_SOURCE, LONGEST_BEHIND = 6, 4
"""Words of a source in front of what is said, and behind it."""
FEWEST_TOLD = 3
"""Words of what is said."""
FEWEST_QUOTED = 2
"""Words that a headline quotes; a single one is a word held at arm's length."""
_SOURCE_NOUNS = ROLE_NOUNS | frozenset((*BODIES, *DOCUMENTS, *UNNAMED_PEOPLE))
_VERBS, _LABELS = frozenset(HEADLINE_VERBS), frozenset(HEADLINE_LABELS)
_PLAIN = frozenset(FUNCTION_WORDS)
_COLON = re.compile(r": (?=\S)")
_COMMA = re.compile(r", (?=\S)| [-–—] (?=\S)")
_MARKS = "\"“”‘’'"


def with_headline(told: Sequence[Attribution], scene: Scene) -> list[Attribution]:
    """The attributions and, if it says so, the headline's."""
    headline = _headline(scene)
    if headline is None:
        return list(told)
    found = [_without_label(each, headline, scene) for each in with_headline_verb(told, headline, scene)]
    for at, below in told_below(found, scene):
        if found[at].source != found[below].source:
            found[at] = replace(found[at], source=(), cue=())
    return _framed(found, headline, scene)


def _framed(told: Sequence[Attribution], headline: Span, scene: Scene) -> list[Attribution]:
    """The attributions with that which the words around a colon, or behind the last comma, make."""
    closing = _closing(headline, scene) or _behind_colon(headline, scene)
    if closing is not None:
        told = [each for each in told if not _mistakes(each, closing, headline)]
    if any(_tells(each, headline) for each in told):
        return list(told)
    found = _before_colon(headline, scene) or closing
    if found is None:
        return list(told)
    inside = [each for each in told if not any(headline.overlaps(part) for part in each.content)]
    return [found, *inside]


def _without_label(each: Attribution, headline: Span, scene: Scene) -> Attribution:
    """ "INTERVIEW: 'The pier will hold'": the words without the label, which nobody is."""
    source = [word for span in each.source if headline.covers(span) for word in words_of(scene.text, span)]
    labelled = bool(source) and _is_label(source) and headline.covers(each.content[0])
    return replace(each, source=(), cue=()) if labelled else each


def _mistakes(each: Attribution, closing: Attribution, headline: Span) -> bool:
    """Whether an attribution takes words that are told for who tells them: "Port families …, says union"."""
    frame = (*closing.source, *closing.cue)
    told = any(part.overlaps(span) for part in each.content for span in closing.content)
    in_frame = any(span.overlaps(part) for span in (*each.source, *each.content) for part in frame)
    own = any(headline.covers(span) for span in each.source)
    return told and own and not in_frame and any(cue.overlaps(part) for cue in each.cue for part in frame)


def told_below(attributions: Sequence[Attribution], scene: Scene) -> Iterator[tuple[int, int]]:
    """Quotations of the headline that it gives nobody, each with the first statement below in those words."""
    headline = _headline(scene)
    if headline is None:
        return
    below = [at for at, each in enumerate(attributions) if each.content[0].start >= headline.end]
    for at, each in enumerate(attributions):
        quotation = each.content[0]
        if not headline.covers(quotation) or any(headline.covers(span) for span in each.source):
            continue
        words = _folded(quotation, scene)
        if len(words.split()) >= FEWEST_TOLD and scene.text[quotation.start] in _MARKS:
            same = (n for n in below if any(words in _folded(p, scene) for p in attributions[n].content))
            for number in same:
                yield at, number
                break


def _folded(span: Span, scene: Scene) -> str:
    return f" {' '.join(word.low for word in words_of(scene.text, span) if word.is_word)} "


def quoted_in_headline(
    told: Sequence[Attribution], quoted: Sequence[Span], scene: Scene
) -> Iterator[Attribution]:
    """Quotations of the headline that nobody is said to have told; the words of a title have capitals."""
    headline = _headline(scene)
    if headline is None:
        return
    for span in quoted:
        words = [word for word in words_of(scene.text, span) if word.is_word]
        if not headline.covers(span) or len(words) < FEWEST_QUOTED or not _is_told(words):
            continue
        if not any(part.overlaps(span) for each in told for part in each.content):
            yield Attribution(source=(), cue=(), content=(span,), form="direct")


def _is_told(words: Sequence[Word]) -> bool:
    """Whether a quotation of a headline is no title: it begins small, or a telling word of it does."""
    small = [word for word in words if word.text[0].islower()]
    return words[0] in small or any(word.low not in _PLAIN for word in small)


def _headline(scene: Scene) -> Span | None:
    """The first line that holds words, if it can be a headline."""
    text = scene.text
    start = len(text) - len(text.lstrip())
    end = text.find("\n", start)
    if end < 0 or end - start > LONGEST or not scene.reading.sentences:
        return None
    line = text[start:end].rstrip()
    return Span(start, start + len(line)) if line and line[-1] not in ".!?" else None


def _tells(attribution: Attribution, headline: Span) -> bool:
    """Whether an attribution has its source or cue in the headline, and words there that it tells."""
    named = any(headline.covers(span) for span in (*attribution.source, *attribution.cue))
    return named and any(headline.overlaps(part) for part in attribution.content)


def _before_colon(headline: Span, scene: Scene) -> Attribution | None:
    colon = _COLON.search(scene.text, headline.start, headline.end)
    if colon is None:
        return None
    source, content = Span(headline.start, colon.start()), Span(colon.end(), headline.end)
    return _attribution(source, None, content, LONGEST_SOURCE, scene)


def _behind_colon(headline: Span, scene: Scene) -> Attribution | None:
    colons = list(_COLON.finditer(scene.text, headline.start, headline.end))
    if not colons:
        return None
    content, source = Span(headline.start, colons[-1].start()), Span(colons[-1].end(), headline.end)
    return _attribution(source, None, content, LONGEST_BEHIND, scene)


def _closing(headline: Span, scene: Scene) -> Attribution | None:
    """ "..., Orlow says", "..., say police"."""
    commas = list(_COMMA.finditer(scene.text, headline.start, headline.end))
    if not commas:
        return None
    content, frame = Span(headline.start, commas[-1].start()), Span(commas[-1].end(), headline.end)
    words = words_of(scene.text, frame)
    if len(words) < 2:
        return None
    if words[-1].low in _VERBS:
        return _attribution(Span(frame.start, words[-2].end), words[-1].span, content, LONGEST_BEHIND, scene)
    if words[0].low in _VERBS:
        return _attribution(Span(words[1].start, frame.end), words[0].span, content, LONGEST_BEHIND, scene)
    return None


def _attribution(
    source: Span, cue: Span | None, content: Span, longest: int, scene: Scene
) -> Attribution | None:
    words = words_of(scene.text, source)
    told = [word for word in words_of(scene.text, content) if word.is_word]
    if len(told) < FEWEST_TOLD or not _can_speak(words, longest, scene) or _is_label(told):
        return None
    return Attribution(source=(source,), cue=(cue,) if cue else (), content=(content,))


def _can_speak(words: Sequence[Word], longest: int, scene: Scene) -> bool:
    """Whether the words of one side of the colon name a source."""
    if not words or len(words) > longest or _is_label(words) or _has_marks(words):
        return False
    if words[0].low in INDEFINITE and len(words) == 1:
        return False
    kind = EntityKinds(scene.reading).at(Span(words[0].start, words[-1].end))
    if singular(words[-1].low) in _SOURCE_NOUNS and kind not in ("event", "date"):
        return True
    named = kind in ("person", "organisation")
    return named and all(word.is_name_like or not word.is_word or word.low == "of" for word in words)


def _has_marks(words: Sequence[Word]) -> bool:
    """Whether quotation marks stand among the words; the one of "dockers' union" is none."""
    marks = [at for at, word in enumerate(words) if word.text in _MARKS]
    return any(
        not (at and words[at - 1].end == words[at].start and words[at - 1].low[-1] == "s") for at in marks
    )


def _is_label(words: Sequence[Word]) -> bool:
    """ "Update 2", "Live", "Opinion": what stands in front of a headline and says nothing."""
    return words[0].low in _LABELS or words[0].text[0].isdigit()
