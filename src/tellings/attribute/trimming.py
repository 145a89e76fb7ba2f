"""The words of a source, cut or widened to the phrase that names who speaks.

Comes in:   an attribution and the scene.
Goes out:   the attribution, its source without a caption's words, a day or a "since" around it and without a
            clause behind a pronoun, and widened where it was marked from the middle of a name or of "the head
            of the port".
"""

from __future__ import annotations

import re
from dataclasses import replace

from tellings.attribute.beside import is_name_word, phrase_up_to
from tellings.attribute.phrases import is_pronoun
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.runs import HONORIFICS
from tellings.attribute.scene import Scene
from tellings.attribute.undated import undated
from tellings.attribute.words import Word, fold, stands_apart, words_of
from tellings.languages.en.calendar import AMBIGUOUS_MONTHS, MONTHS, WEEKDAYS
from tellings.languages.en.function_words import FUNCTION_WORDS
from tellings.languages.en.openers import CLAUSE_OPENERS, LEANING_OPENERS
from tellings.languages.en.sources import (
    BODIES,
    CAPTION_WORDS,
    DEFINITE,
    INDEFINITE,
    POSSESSIVE,
    RELATIVE_PRONOUNS,
)
from tellings.records import Attribution, Span

LONGEST = 24
"""Words before a source that are looked at."""
LONGEST_CLAUSE = 14
"""Words that may stand between "a fitter who" and the cue."""
_RELATIVE = frozenset(("that", "where", "which", "who", "whose"))
_OPENING = frozenset(CLAUSE_OPENERS)
_POSSESSIVE_END = re.compile(r"['’]s?")
_NAME_BEHIND = re.compile(r"\.? (?:[A-Z][\w'’-]+)(?: [A-Z][\w-]+)*(?<!['’]s)")
_PARTY = re.compile(
    r"(?:[A-Z]{1,3}-|(?:Democrat|Independent|Republican) (?:of|from) )[A-Z][\w.]*(?: [A-Z][\w.]*)?"
)
_PREPOSITIONS = frozenset(("at", "by", "for", "in", "of", "on", "to", "with"))
_HANGING = _PREPOSITIONS | {"also", "both"}
_HANGING_END = _HANGING | {"a", "an", "the"}
_LEFT = frozenset((".", ",", ";", "and", "but"))
_TIMES = frozenset(("seconds", "minutes", "hours", "days", "weeks", "months", "years", "shortly", "soon"))
_SINCE = frozenset(("after", "before", "since"))
_BETWEEN = frozenset(("of", "for", "at", "in", "from"))
_ARTICLES = frozenset((*DEFINITE, *INDEFINITE, *POSSESSIVE))
_CAPTIONS = frozenset(CAPTION_WORDS)
_WITH_PRONOUNS = frozenset(("all", "and", "both", "himself", "herself", "themselves", "who", "two", "three"))
NOBODY = frozenset(
    (*MONTHS, *WEEKDAYS, *FUNCTION_WORDS, *LEANING_OPENERS, *CLAUSE_OPENERS, "today")
) - frozenset((*AMBIGUOUS_MONTHS, *INDEFINITE))
"""Words that name nobody, even where they open a sentence with a capital."""


def trimmed(attribution: Attribution, scene: Scene) -> Attribution:
    """The attribution with each piece of its source cut and widened; one that names nobody is left out."""
    fronted = any(fold(span.words_in(scene.text)).startswith("according") for span in attribution.cue)
    pieces = [_cut(undated(span, scene), scene.text) for span in attribution.source]
    kept = [span for span in pieces if span is not None]
    kept = [_closed(_with_name(span, scene.text), attribution.cue, scene) for span in kept]
    if kept and not fronted:
        kept[0] = _widened(kept[0], (*attribution.content, *attribution.cue), scene)
    return replace(attribution, source=tuple(kept))


def antecedent_phrase(relative: Span, scene: Scene) -> Span | None:
    """The phrase that "who" or "which" goes back to: "the police, who said", "Orlow, her boss, who"."""
    start = scene.sentence_start(scene.sentence_at(relative.start))
    words = words_of(scene.text, Span(start, relative.start))
    if words and words[-1].text == ",":
        words = words[:-1]
    phrase = phrase_up_to(words, scene.text) if words and words[-1].is_word else None
    if phrase is not None:
        phrase = _widened(phrase, (), scene)
    before = [word for word in words if phrase is not None and word.end <= phrase.start]
    explains = phrase is not None and words_of(scene.text, phrase)[0].low in _ARTICLES
    if explains and len(before) > 1 and before[-1].text == "," and is_name_word(before[-2]):
        return phrase_up_to(before[:-1], scene.text) or phrase
    return phrase


def _cut(span: Span, text: str) -> Span | None:
    span = Span(text.rfind("\n", span.start, span.end) + 1 or span.start, span.end)
    words = words_of(text, span)
    captions = [at for at, word in enumerate(words) if word.low in _CAPTIONS]
    if captions and (captions[-1] or len(words) == 1):
        words = words[captions[-1] + 1 :]
    words = _behind_time(_behind_dateline(words))
    while len(words) > 1 and (words[-1].low in _HANGING_END or _POSSESSIVE_END.fullmatch(words[-1].text)):
        words.pop()
    while len(words) > 1 and (words[0].low in _OPENING or _leads_in(words)):
        words = words[1:]
    if not words or _explains(span, words, text):
        return None
    if len(words) > 1 and words[0].low in (*RELATIVE_PRONOUNS, "what") and _names(words[1]):
        words = words[1:]
    elif is_pronoun(words[0]) and words[0].low not in _ARTICLES:
        if len(words) > 1 and words[1].low not in _WITH_PRONOUNS:
            words = words[:1]
    elif len(words) == 1 and words[0].low in NOBODY and not words[0].text.isupper():
        return None
    return Span(words[0].start, words[-1].end)


def _behind_dateline(words: list[Word]) -> list[Word]:
    """The words behind the place of a dateline: "LISSEN - Tarn Foods"."""
    for at, word in enumerate(words[:-1]):
        if at and word.text in ("-", "–", "—") and all(w.text.isupper() for w in words[:at] if w.is_word):
            return words[at + 1 :]
    return words


def _behind_time(words: list[Word]) -> list[Word]:
    """The words behind what was left of a clause before: "three hours after | Rusk", "., and | Rusk"."""
    while len(words) > 1 and words[0].low in _LEFT:
        words = words[1:]
    lows = [word.low for word in words]
    for at in range(1, min(4, len(lows) - 1)):
        if lows[at] in _SINCE and lows[at - 1] in _TIMES:
            return words[at + 1 :]
    return words


def _leads_in(words: list[Word]) -> bool:
    """Whether "at what" or "in" stands before a name that somebody took for a part of it."""
    preposition = words[0].low in _PREPOSITIONS
    return preposition and (words[1].is_name_like or (words[1].low == "what" and len(words) > 2))


def _closed(span: Span, cues: tuple[Span, ...], scene: Scene) -> Span:
    """A source that breaks off within "who …": a name without it, "a fitter who …" up to the cue."""
    text = scene.text
    words = words_of(text, span)
    opens = next((at for at, word in enumerate(words) if at and word.low in _RELATIVE), 0)
    behind = text[span.end : span.end + 2]
    cue = next((cue.start for cue in cues if cue.start >= span.end), None)
    if not opens or cue is None or behind[:1] != " " or not behind[1:].isalnum() or cue <= span.end + 1:
        return span
    if words[0].low in INDEFINITE:
        between = text[span.end : cue]
        near = len(between.split()) <= LONGEST_CLAUSE and "\n" not in between and "“" not in between
        return Span(span.start, span.end + len(between.rstrip())) if near else span
    last = opens - 1 if words[opens - 1].is_word else opens - 2
    return Span(span.start, words[max(0, last)].end)


def _with_name(span: Span, text: str) -> Span:
    """A source that breaks off behind "Mr" with the name that follows."""
    words = words_of(text, span)
    following = _NAME_BEHIND.match(text, span.end) if words and words[-1].low in HONORIFICS else None
    return Span(span.start, following.end()) if following else span


def _explains(span: Span, words: list[Word], text: str) -> bool:
    """Whether a source is the bracket behind a name: "(D-N.Y.)", "(Greens)"; or a party and a state."""
    bracketed = text[span.start] == "(" or text[max(0, span.start - 1) : span.start] == "("
    return bracketed or _PARTY.fullmatch(text, words[0].start, words[-1].end) is not None


def _names(word: Word) -> bool:
    """Whether a word behind "who" is who says it: "who police said", not "who is known"."""
    return word.is_name_like or word.low in _ARTICLES or word.low in BODIES


def _widened(span: Span, roles: tuple[Span, ...], scene: Scene) -> Span:
    """The source with the words of its phrase before it, as far as they are not what is said."""
    sentence = scene.sentence_start(scene.sentence_at(span.start))
    start = max([sentence, *(part.end for part in roles if part.end <= span.start)])
    words = words_of(scene.text, Span(start, span.end))
    inside = next((at for at, word in enumerate(words) if word.start >= span.start), 0)
    if not inside or inside > LONGEST or is_pronoun(words[inside]):
        return span
    first = _name_start(words, inside, scene.text)
    if first and words[first - 1].low in _BETWEEN:
        first = _phrase_start(words, first - 1)
    return Span(words[first].start, span.end)


def _name_start(words: list[Word], at: int, text: str) -> int:
    """Where a name begins that was marked from its middle, or from the second of two joined by "and"."""
    if words[at].low in _ARTICLES or not words[at].is_name_like:
        return at
    while at and words[at - 1].is_name_like and not stands_apart(text, words[at - 1], words[at]):
        if words[at - 1].low in NOBODY or words[at].low in HONORIFICS:
            break
        at -= 1
    joined = at > 1 and words[at - 1].low == "and" and words[at - 2].is_name_like
    return _name_start(words, at - 2, text) if joined and words[at - 2].low not in NOBODY else at


def _phrase_start(words: list[Word], preposition: int) -> int:
    """Where "the head of" begins, or the name that it explains: "Tobias Merrow, the head of"."""
    at = preposition - 1
    if at < 0 or words[at].low not in ROLE_NOUNS:
        return preposition + 1
    while at and words[at].low not in _ARTICLES and words[at - 1].is_word:
        at -= 1
    if at > 1 and words[at - 1].text == "," and words[at - 2].is_name_like:
        at -= 2
        while at and words[at - 1].is_name_like:
            at -= 1
    return at
