"""Where what is said begins and ends.

Comes in:   an attribution with the content of one statement, and the scene.
Goes out:   the same without a mark, the day of the saying or the hearer in front of the content ("said | ,
            the pier", "said | Thursday that the pier", "told | the Marlow Post they would go"), without what
            the verb is about in front of a quotation ("hailed | his crew: “They held.”"), the hearer behind
            one, and without a conjunction left at its end; a content that breaks off behind a preposition or
            an article goes on to the end of its clause.

Words within quotation marks are left as they are.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.scene import Scene
from tellings.attribute.verbs import bases, is_verbal
from tellings.attribute.words import Word, words_of
from tellings.languages.en.calendar import WEEKDAY_NAMES
from tellings.languages.en.cues import (
    BEFORE_CIRCUMSTANCES,
    CLOSING_VERBS,
    FINITE_HELPERS,
    STATING_VERBS,
    TELLING_VERBS,
)
from tellings.languages.en.function_words import REPORTING_WORDS
from tellings.languages.en.irregular import VERB_OF
from tellings.languages.en.openers import SUBJECTS
from tellings.languages.en.sources import DEFINITE, INDEFINITE, POSSESSIVE
from tellings.records import Attribution, Span

_OPENERS = (*DEFINITE, *INDEFINITE, *POSSESSIVE)
_ABOUT = re.compile(
    rf"(?P<with>about|against|for|of|on|over|toward|towards|to(?=\s+(?:{'|'.join(_OPENERS)}|[A-Z])))\s+(?=\w|[“‘\"'])"
)
_LEADING = re.compile(r"[\s,;:)\]]+|[-–—]+\s+")
_DAYS = "|".join(WEEKDAY_NAMES)
_CLAUSE = rf"\s+(?:that\s+|(?=(?:{'|'.join(SUBJECTS)}|whether)\b))"
_DAY = re.compile(
    rf"(?:on\s+)?(?:(?:late|early|earlier)\s+)?"
    rf"(?:(?:(?:last|this)\s+)?(?:{_DAYS})|today|yesterday|(?:last|this)\s+(?:week|month|year|night))"
    rf"(?:\s+(?:morning|afternoon|evening|night))?{_CLAUSE}",
    re.I,
)
_HEARER = re.compile(rf"(?:the\s+)?[A-Z][\w.&'’-]*(?:\s+[A-Z][\w.&'’-]*){{0,4}}(?i:{_CLAUSE})")
_TELLING = frozenset((*TELLING_VERBS, "tell", "telling"))
_HEARER_IN_SMALL = re.compile(
    rf"(?:the|a|an|his|her|their|its)\s+[a-z-]+(?:\s+[a-z-]+)?\s+"
    rf"(?=(?:he|she|they|it|we|I)\s+(?:{'|'.join(FINITE_HELPERS)})\b)"
)
_THAT = re.compile(r"\s(?P<that>that)\s+(?P<next>[\w’']+)")
_WORD = re.compile(r"[\w’'-]+")
_SPEECH = re.compile(r"[;:“”\n]|\s[–—]\s")
_VERBS = frozenset((*FINITE_HELPERS, *REPORTING_WORDS, *VERB_OF)) - {"that"}
_PREPOSITIONS = frozenset(BEFORE_CIRCUMSTANCES)
_LONGEST_CIRCUMSTANCES = 10
"""Words between "said" and "that" which only tell to whom, where and when."""
_COLON = re.compile(r"[^:\n\"“”„«»‘]{1,90}: (?=[\"“„«‘'])")
_STATING = frozenset((*STATING_VERBS, *CLOSING_VERBS)) - _TELLING - {"denied"}
_CLAUSES = (frozenset((*FINITE_HELPERS, *SUBJECTS)) - {"the"}) | {"to", "whether"}
"""Words of a clause, which an object or a hearer has not."""
_OPENING, _CLOSING = frozenset("\"“„«‘'"), frozenset("\"”»’'")
LONGEST_OBJECT, LONGEST_HEARER = 10, 5
"""Words of an object in front of a quotation, and of whom one is told to."""
_LEFT_OVER = re.compile(r"[\s,;]*(?:[,;]|\s(?:and|but|or|which|who|while))\s*$", re.I)
_BREAKS_OFF = re.compile(
    r"\b(?:an?|the|of|in|at|by|for|from|on|over|with|about|between|against|into|under|their|previous"
    r"|was|were|has|had|have)$|[$€£]\d[\d.,]*$",
    re.I,
)
_NEXT = re.compile(r"[.!?][\"”]\s+(?P<next>[A-Z])")
_CLAUSE_END = re.compile(r"\s+(?:and|but|or|which|who|while|as)\s|[.,;:()\n“”\"—–]")
MOST_WITH_VERB = 4
"""Words of a content that tells nothing without its verb."""
FARTHEST = 80
"""Characters that a content which breaks off may be lengthened by."""


def edged(attribution: Attribution, scene: Scene) -> Attribution:
    """The attribution with its content cut or lengthened to where it begins and ends."""
    text = scene.text
    attribution = _with_preposition(attribution, text)
    first, *rest = _without_hearer(attribution, text)
    if rest and _is_object(Span(first.start, rest[0].start), attribution, text):
        first, *rest = rest
    parts = [_from_begin(first, attribution, text), *rest]
    last = parts[-1] = _within_sentence(parts[-1], text)
    if text[last.end - 1] not in "\"”'’»":
        parts[-1] = _to_end(_without_left_over(last, text), attribution, scene)
    return replace(attribution, content=_without_agent(tuple(parts), attribution, text))


def _without_agent(content: tuple[Span, ...], attribution: Attribution, text: str) -> tuple[Span, ...]:
    """The content without who says it behind "by": branded | the offer “a joke” | by the union."""
    last, source = content[-1], attribution.source[0] if attribution.source else None
    if source is None or not last.start < source.start < last.end:
        return content
    lead, by, rest = text[last.start : source.start].rpartition(" by ")
    if not by or len(rest.split()) > 1 or not lead.strip():
        return content
    return (*content[:-1], Span(last.start, last.start + len(lead)))


def _with_preposition(attribution: Attribution, text: str) -> Attribution:
    """The attribution, the preposition of what a verb is about with its cue: called for | an end."""
    first, *rest = attribution.content
    cue = next((cue for cue in attribution.cue if 0 <= first.start - cue.end <= 1), None)
    found = _ABOUT.match(text, first.start, first.end)
    if cue is None or found is None or text[cue.end : first.start].strip():
        return attribution
    if cue.words_in(text).lower().split()[-1] in _STATING | _TELLING:
        return attribution
    cues = tuple(Span(span.start, found.end("with")) if span == cue else span for span in attribution.cue)
    return replace(attribution, cue=cues, content=(Span(found.end(), first.end), *rest))


def _from_begin(part: Span, attribution: Attribution, text: str) -> Span:
    """Without marks in front, or the day or the hearer beside a cue that stands before."""
    start = part.start
    if (match := _COLON.match(text, start, part.end)) and _is_object(Span(*match.span()), attribution, text):
        start = match.end()
    if match := _LEADING.match(text, start, part.end):
        start = match.end()
    before = [cue.words_in(text).lower().split() for cue in attribution.cue if cue.end <= start]
    start = _behind_cited(Span(start, part.end), before[-1] if before else [], text)
    telling = bool(before) and before[-1][-1] in _TELLING
    for hearer in (_HEARER, _HEARER_IN_SMALL) if telling else ():
        if match := hearer.match(text, start, part.end):
            start = match.end()
    if before and (match := _DAY.match(text, start, part.end)):
        start = match.end()
    if before and (that := _that_after_circumstances(text, Span(start, part.end), before[-1][-1])):
        start = that
    return Span(start, part.end) if start < part.end else part


def _behind_cited(part: Span, cue: Sequence[str], text: str) -> int:
    """Where what is told begins behind whom an outlet cites: "According to the Gull, citing | men, it"."""
    according = "according" in cue
    citing = text.endswith("citing ", 0, part.start) if according else cue[-1:] == ["citing"]
    comma = text.find(", " if according else ", that ", part.start, part.end) if citing else -1
    return comma + 2 if comma >= 0 else part.start


def _that_after_circumstances(text: str, part: Span, cue: str) -> int | None:
    """Where "that" begins behind whom, where or when it was said: "told the council on Friday | that …".

    No verb stands among those words, and none right behind "that": "told the man that had sold it".
    """
    if text.startswith("that ", part.start):
        return None
    for match in _THAT.finditer(text, part.start, part.end):
        lead = _WORD.findall(text[part.start : match.start()].lower())
        if lead and lead[-1] in _PREPOSITIONS:
            continue  # "at that time"
        return match.start("that") if _are_circumstances(lead, text, part, match, cue) else None
    return None


def _are_circumstances(lead: list[str], text: str, part: Span, match: re.Match[str], cue: str) -> bool:
    if not 0 < len(lead) <= _LONGEST_CIRCUMSTANCES or match["next"].lower() in _VERBS:
        return False
    if _SPEECH.search(text, part.start, match.start()):
        return False
    led = lead[0] in _PREPOSITIONS or (cue in _PREPOSITIONS and "," not in text[part.start : match.start()])
    verbs = any(word in _VERBS or (word.endswith("ed") and at) for at, word in enumerate(lead))
    return (cue in _TELLING or led) and not verbs


def _is_object(words: Span, attribution: Attribution, text: str) -> bool:
    """Whether words in front of a quotation are what the verb is about: hailed | his crew: | “They held.”"""
    cue = attribution.cue[-1] if attribution.cue else None
    if cue is None or cue.end > words.start or not words.words_in(text).rstrip().endswith(":"):
        return False
    verb = cue.words_in(text).lower().split()[-1]
    lows = words.words_in(text).lower().rstrip(": ").split()
    return verb not in _STATING and len(lows) <= LONGEST_OBJECT and _CLAUSES.isdisjoint(lows)


def _without_hearer(attribution: Attribution, text: str) -> tuple[Span, ...]:
    """The content without whom a quotation was told to: “It holds,” she told | the fitter."""
    content, cues = attribution.content, attribution.cue
    last = content[-1]
    told = bool(cues) and cues[-1].words_in(text).lower().split()[-1] in _TELLING
    behind = told and cues[-1].end <= last.start and not text[cues[-1].end : last.start].strip()
    lows = last.words_in(text).lower().split()
    quoted = len(content) > 1 and text[content[-2].end - 1] in _CLOSING
    hearer = behind and quoted and len(lows) <= LONGEST_HEARER and _CLAUSES.isdisjoint(lows)
    return content[:-1] if hearer and last.words_in(text)[0] not in _OPENING else content


def _without_left_over(part: Span, text: str) -> Span:
    words = part.words_in(text)
    if (match := _LEFT_OVER.search(words)) and match.start():
        return Span(part.start, part.start + match.start())
    return part


def _within_sentence(part: Span, text: str) -> Span:
    """A content without the few words of a next sentence: … “kill-shot.” | A tranquilizer shot."""
    ends = [found.start("next") for found in _NEXT.finditer(text, part.start, part.end)]
    if not ends or text[part.start] in _OPENING or part.words_in(text).rstrip()[-1] in '.!?"”':
        return part
    few = len(text[ends[-1] : part.end].split()) <= MOST_WITH_VERB
    return Span(part.start, part.start + len(text[part.start : ends[-1]].rstrip())) if few else part


def _to_end(part: Span, attribution: Attribution, scene: Scene) -> Span:
    """ "cleared of ice by | the harbour crews, the mayor said": as far as the comma."""
    text = scene.text
    behind = text[part.end : part.end + 2]
    if not _BREAKS_OFF.search(part.words_in(text)) or not (behind[:1] == " " and behind[1:].isalnum()):
        return part
    sentences = scene.reading.sentences
    limit = min(
        part.end + FARTHEST,
        sentences[scene.sentence_at(part.end - 1)].span.end if sentences else len(text),
        *(span.start for span in (*attribution.cue, *attribution.source) if span.start >= part.end),
    )
    match = _CLAUSE_END.search(text, part.end, limit)
    end = match.start() if match else limit
    lengthened = text[part.end : end].rstrip()
    return Span(part.start, part.end + len(lengthened)) if match or end < part.end + FARTHEST else part


def with_its_verb(attribution: Attribution, text: str) -> Attribution:
    """The attribution, a content of few words that its verb alone makes a statement with the verb.

    "Orlow has condemned | the attack" told "has condemned the attack", and not "the attack".
    """
    if len(attribution.content) != 1 or len(attribution.cue) != 1:
        return attribution
    cue, part = attribution.cue[0], attribution.content[0]
    words, verb = words_of(text, part), words_of(text, cue)
    few = max(len(verb), len(words)) <= MOST_WITH_VERB
    if not few or text[cue.end : part.start] != " " or not _is_about(words, verb):
        return attribution
    return replace(attribution, content=(Span(cue.start, part.end),))


def _is_about(words: Sequence[Word], verb: Sequence[Word]) -> bool:
    """Whether words are what a verb is about: no clause, no quotation."""
    plain = all(word.is_word or word.low == "'s" for word in words)
    nouns = words[-1:] if words[0].low in _OPENERS else []
    clause = words[0].low in ("to", "that") or any(
        word.low in _CLAUSES or (word.low in _VERBS and word not in nouns) for word in words
    )
    naming = any(base == "call" for base in bases(verb[-1].low))
    stating = verb[-1].low in _STATING | _TELLING
    return plain and not clause and not naming and not stating and is_verbal(verb)
