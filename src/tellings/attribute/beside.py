"""The words beside a cue that name who speaks.

Comes in:   an attribution whose source is missing, cut short or in another sentence, and the scene.
Goes out:   the span of the cue's subject: "the harbour police said", "said Ann Orlow", "according to him".
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.phrases import is_pronoun, take_phrase_apart
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.runs import is_joined_particle
from tellings.attribute.scene import Scene
from tellings.attribute.undated import undated
from tellings.attribute.words import Word, fold, singular, stands_apart, words_of
from tellings.languages.en.calendar import AMBIGUOUS_MONTHS, MONTHS, WEEKDAYS
from tellings.languages.en.cues import TELLING_VERBS
from tellings.languages.en.openers import CLAUSE_OPENERS, LEANING_OPENERS
from tellings.languages.en.sources import (
    BODIES,
    DEFINITE,
    DOCUMENTS,
    INDEFINITE,
    PERSON_NOUNS,
    POSSESSIVE,
    UNNAMED_PEOPLE,
)
from tellings.languages.en.titles import ROLE_QUALIFIERS
from tellings.records import Attribution, Span

LONGEST = 12
"""Words of a subject that are looked at."""
FARTHEST_ARTICLE = 4
"""Words of any kind that may stand between an article and the last word of its phrase."""
_REACH = 1000
"""Characters on each side of a cue that are looked at, however long its sentence is."""
_BETWEEN = frozenset(
    ("also", "both", "had", "has", "have", "later", "then", "was", "were", "is", "would", "could")
)
FEWEST_BEFORE = 3
"""Words of a clause before "and": its subject, its verb and the "and"."""
_MARKS = frozenset('"“”„«»:;')
_FROM = frozenset(("at", "from", "of"))
_TO_SOURCES = frozenset(("according", "ascribed", "attributed"))
_BEHIND_CUE = frozenset(("by", "to", "from"))
_NOUNS = ROLE_NOUNS | frozenset((*BODIES, *DOCUMENTS, *PERSON_NOUNS, *UNNAMED_PEOPLE))
_OPENING = frozenset((*DEFINITE, *INDEFINITE, *POSSESSIVE))
_CALENDAR = frozenset((*MONTHS, *WEEKDAYS)) - frozenset(AMBIGUOUS_MONTHS)
_NOBODY = _CALENDAR | frozenset((*CLAUSE_OPENERS, *LEANING_OPENERS))
_OF_CLAUSES = frozenset((*CLAUSE_OPENERS, "are", "how", "is", "was", "were", "why"))
_QUALIFIERS = frozenset(ROLE_QUALIFIERS)


def with_source_beside(attribution: Attribution, scene: Scene) -> Attribution:
    """The attribution, its source mended from the words beside the cue where it names nobody there."""
    if not attribution.cue:
        return attribution
    attribution = _told_to(attribution, scene)
    cue = attribution.cue[0]
    named = [span for span in attribution.source if _names_somebody(span, scene.text)]
    here = scene.sentence_at(cue.start)
    near = [span for span in named if scene.sentence_at(span.end - 1) == here]
    if near and len(near[0].words_in(scene.text).split()) > 1:
        return attribution
    subject = subject_of(cue, attribution.content, scene)
    if subject is None or (near and not subject.overlaps(near[0])):
        return replace(attribution, source=tuple(named))
    return replace(attribution, source=(undated(subject, scene),))


def _told_to(attribution: Attribution, scene: Scene) -> Attribution:
    """The attribution without a source that stands right behind "told": who heard it did not say it."""
    cue = attribution.cue[0]
    words = fold(cue.words_in(scene.text)).split()
    hearing = words and words[-1] in TELLING_VERBS
    kept = tuple(
        span
        for span in attribution.source
        if not (hearing and span.start >= cue.end and not scene.text[cue.end : span.start].strip())
    )
    return replace(attribution, source=kept)


def _names_somebody(span: Span, text: str) -> bool:
    phrase = take_phrase_apart(text, span)
    return phrase is not None and phrase.tells


def _near(cue: Span, sentence: Span, text: str) -> Span:
    """The part of a sentence around its cue, from a white space to a white space, that holds the subject."""
    start, end = max(sentence.start, cue.start - _REACH), min(sentence.end, cue.end + _REACH)
    while sentence.start < start < cue.start and not text[start - 1].isspace():
        start += 1
    while cue.end < end < sentence.end and not text[end].isspace():
        end -= 1
    return Span(start, end)


def subject_of(cue: Span, content: Sequence[Span], scene: Scene) -> Span | None:
    """The noun phrase or pronoun right before the cue, or right behind it in "said Ann Orlow"."""
    number = scene.sentence_at(cue.start)
    if not scene.reading.sentences:
        return None
    near = _near(cue, scene.reading.sentences[number].span, scene.text)
    words = [w for w in words_of(scene.text, near) if not any(part.overlaps(w.span) for part in content)]
    before = [word for word in words if word.end <= cue.start]
    behind = [word for word in words if word.start >= cue.end]
    cue_words = cue.words_in(scene.text).split()
    if cue_words and _leads_to_source([word.lower() for word in cue_words]):
        return _phrase_from(behind, scene.text)
    named = phrase_up_to(before, scene.text) or _joined_subject(before, near, scene)
    hearing = cue_words and fold(cue_words[-1]) in TELLING_VERBS
    return named if named or hearing else _phrase_from(behind, scene.text)


def _leads_to_source(cue: Sequence[str]) -> bool:
    """Whether the source stands behind a cue: "according to", "condemned by", but not "apologized to"."""
    return cue[-1] in _BEHIND_CUE and (cue[-1] != "to" or not _TO_SOURCES.isdisjoint(cue))


def _joined_subject(before: list[Word], near: Span, scene: Scene) -> Span | None:
    """ "The army has grown and | threatened": the subject that opens the sentence, for its second verb."""
    while before and (before[-1].low in _BETWEEN or _is_adverb(before[-1])):
        before = before[:-1]
    if len(before) < FEWEST_BEFORE or before[-1].low not in ("and", "but"):
        return None
    opens = before[0].start == near.start and scene.opens_sentence(near.start)
    marked = any(word.text in _MARKS for word in before)
    return _phrase_from(before, scene.text) if opens and not marked else None


def phrase_up_to(words: list[Word], text: str) -> Span | None:
    """The phrase that ends with the last of some words, adverbs and helping verbs left out."""
    words = words[-3 * LONGEST :]
    while words and (words[-1].low in _BETWEEN or _is_adverb(words[-1])):
        words = words[:-1]
    words = _before_bracket(_before_time(words))
    if words and words[-1].text == ",":
        words = _before_apposition(words[:-1])
    if not words:
        return None
    last = words[-1]
    if is_pronoun(last):
        return last.span
    if not (is_name_word(last) or singular(last.low) in _NOUNS):
        return None
    first = _with_name_of(words, _opening(words, text), text)
    return Span(words[first].start, last.end)


def _with_name_of(words: list[Word], first: int, text: str) -> int:
    """Where "Ann Orlow of | Marlow" begins: at the name of whoever is from there."""
    named = first > 1 and words[first - 1].low in _FROM and is_name_word(words[first - 2])
    if not named or not is_name_word(words[first]):
        return first
    first -= 2
    while first and is_name_word(words[first - 1]) and not stands_apart(text, words[first - 1], words[first]):
        first -= 1
    return first


def _is_adverb(word: Word) -> bool:
    return word.low.endswith("ly") and not word.is_name_like


def _before_time(words: list[Word]) -> list[Word]:
    """ "The agencies in July concluded": the words before the day or month."""
    if len(words) > 2 and words[-1].low in _CALENDAR:
        words = words[:-1]
        return words[:-1] if words[-1].low in ("in", "on", "last", "early", "late") else words
    return words


def _before_bracket(words: list[Word]) -> list[Word]:
    """ "Senator Ann Orlow (D-N.Y.) told": the words before the bracket."""
    if not words or words[-1].text != ")":
        return words
    opens = [at for at, word in enumerate(words) if word.text == "("]
    return words[: opens[-1]] if opens else words


def _opening(words: list[Word], text: str) -> int:
    """Where the phrase that ends with the last of some words begins: at an article near by, or a name."""
    first = plain = len(words) - 1
    while first and len(words) - first < LONGEST and not stands_apart(text, words[first - 1], words[first]):
        word = words[first - 1]
        if word.low in _OPENING:
            return first - 1
        if word.low in _OF_CLAUSES:
            break
        if word.text != "." and not _belongs(word):
            if len(words) - first > FARTHEST_ARTICLE or not word.is_word:
                break
            first -= 1
            continue
        first -= 1
        if plain == first + 1:
            plain = first
    while not words[plain].is_word or words[plain].low == "'s":
        plain += 1
    return plain


def _before_apposition(words: list[Word]) -> list[Word]:
    """ "Ann Orlow, 57, said", "the fitter, who was hurt, said": the words before the first of the commas."""
    for at in range(len(words) - 1, 0, -1):
        if words[at].text == "," and (is_name_word(words[at - 1]) or singular(words[at - 1].low) in _NOUNS):
            return words[:at]
    return []


def _phrase_from(words: list[Word], text: str) -> Span | None:
    """The phrase that begins with the first of some words: a pronoun, a name, a noun with its article."""
    if not words:
        return None
    if is_pronoun(words[0]):
        return words[0].span
    last = -1
    for at, word in enumerate(words[:LONGEST]):
        if at and (stands_apart(text, words[at - 1], word) or not (word.is_word or word.low == "'s")):
            break
        opens = at == 0 and word.low in _OPENING
        if not (opens or _belongs(word)):
            break
        if is_name_word(word) or singular(word.low) in _NOUNS:
            last = at
    return Span(words[0].start, words[last].end) if last >= 0 else None


def _belongs(word: Word) -> bool:
    """Whether a word can stand within the name of a source."""
    return is_name_word(word) or word.low in _QUALIFIERS or singular(word.low) in _NOUNS or word.low == "'s"


def is_name_word(word: Word) -> bool:
    """Whether a word can be a part of a name."""
    if not word.is_word or word.low in _OPENING or word.low in _NOBODY:
        return False
    return word.is_name_like or is_joined_particle(word.text)
