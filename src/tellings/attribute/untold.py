"""Verbs that may report and here report nothing said.

Comes in:   an attribution and the text.
Goes out:   whether it tells of something else: what somebody would not say ("refused to give details"), what
            pictures show, what is only supposed, what a thing stirs up ("fuelled criticism of"), what a
            word refers to, whom an account cites, what was won or asked.
"""

from __future__ import annotations

from collections.abc import Sequence

from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.verbs import bases
from tellings.attribute.words import Word, singular, words_of
from tellings.languages.en.calendar import MONTHS, WEEKDAYS
from tellings.languages.en.cues import (
    ASKED,
    BE_FORMS,
    CLAIMED_THINGS,
    HEARD,
    PICTURES,
    SHOWING_VERBS,
    SHOWN_BY_EVENTS,
    STAYING_UNNAMED,
    STIRRED_UP,
    STIRRING_VERBS,
    SUPPOSED,
    TELLING_EVENTS,
    WITHHELD,
    WITHHOLDING_VERBS,
)
from tellings.languages.en.sources import DEFINITE, INDEFINITE, PHRASE_BREAKS, POSSESSIVE, UNNAMED_PEOPLE
from tellings.records import Attribution, Span

MOST_REFERRED = 8
"""Words of what a word refers to; more tell something of it."""
_ASKED, _CLAIMED, _UNNAMED = frozenset(ASKED), frozenset(CLAIMED_THINGS), frozenset(STAYING_UNNAMED)
_ARTICLES = frozenset((*DEFINITE, *INDEFINITE, *POSSESSIVE))
_BREAKS = frozenset(PHRASE_BREAKS)
_CHARGED = frozenset(("over", "with"))
_NEGATORS = frozenset(("never", "nor", "not", "without"))
_PEOPLE = ROLE_NOUNS | frozenset(UNNAMED_PEOPLE)
_PICTURES, _STIRRED = frozenset(PICTURES), frozenset(STIRRED_UP)
_BE, _SUPPOSED, _HEARD = frozenset(BE_FORMS), frozenset(SUPPOSED), frozenset(HEARD)
_SHOWING, _STIRRING = frozenset(SHOWING_VERBS), frozenset(STIRRING_VERBS)
_EVENTS, _BY_EVENTS = frozenset(TELLING_EVENTS), frozenset(SHOWN_BY_EVENTS)
_CALENDAR, _POSSIBLY = frozenset((*MONTHS, *WEEKDAYS)), frozenset(("could", "might"))
_NAMING = frozenset(("brand", "dub", "label", "nickname"))
_WITHHELD, _WITHHOLDING = frozenset(WITHHELD), frozenset(WITHHOLDING_VERBS)


def tells_nothing_said(attribution: Attribution, text: str) -> bool:
    """Whether the verb does something else than report."""
    source, cue, content = (
        [word for span in spans for word in words_of(text, span) if word.is_word]
        for spans in (attribution.source, attribution.cue, attribution.content)
    )
    if not content:
        return True
    told = [word.low for word in content]
    verbs = {base for word in cue for base in bases(word.low)}
    return (
        _is_something_else(verbs, bool(source), told)
        or _is_hearer(attribution, verbs, told, text)
        or _is_withheld([word.low for word in cue], told)
        or _stays_unnamed(attribution, verbs, told, text)
        or _is_picture(verbs, _what_shows(attribution, source, text), told)
        or _is_shown_by_event(verbs, source)
        or _is_supposed(attribution, cue, told, text)
        or _is_stirred(attribution, verbs, cue)
        or _only_refers(verbs, told)
        or _only_seems([word.low for word in cue], verbs)
        or _is_named_so(attribution, verbs, cue, text)
        or _is_yours(attribution, text)
    )


def _is_something_else(verbs: set[str], named: bool, told: Sequence[str]) -> bool:
    """ "Asked whether he would go, Orlow laughed"; "claimed his first title"; "was charged with fraud"."""
    if "ask" in verbs and not named and (told[0] in _ASKED or "about" in verbs):
        return True
    if "charge" in verbs and (told[0] in _CHARGED or not verbs.isdisjoint(_CHARGED)):
        return True
    return "claim" in verbs and singular(_head(told)) in _CLAIMED


def _is_hearer(attribution: Attribution, verbs: set[str], told: Sequence[str], text: str) -> bool:
    """Whether two words right behind "told" are whom it was told to: “It holds,” she told | the fitter."""
    if "tell" not in verbs:
        return False
    cue, words = attribution.cue[-1], attribution.content[0]
    directly = cue.end <= words.start and not text[cue.end : words.start].strip()
    return directly and len(attribution.content) == 1 and len(told) == 2 and told[0] in _ARTICLES


def _is_withheld(cue: Sequence[str], told: Sequence[str]) -> bool:
    """ "Did not say | who paid", "declined | to discuss it", "asked not | to be named"."""
    at = next((n for n, word in enumerate(cue) if _denies(word)), -1)
    asking = {"ask", "request"} & {base for word in cue for base in bases(word)}
    if asking and (at >= 0 or told[0] == "not"):
        return not _UNNAMED.isdisjoint(told[:5])
    behind = [*cue[at + 1 :], *told[:2]] if at >= 0 else []
    return any(base in _WITHHELD for word in behind for base in bases(word))


def _stays_unnamed(attribution: Attribution, verbs: set[str], told: Sequence[str], text: str) -> bool:
    """ "Asked not | to be named", the "not" marked with neither."""
    if verbs.isdisjoint(("ask", "request")) or attribution.cue[-1].end > attribution.content[0].start:
        return False
    between = text[attribution.cue[-1].end : attribution.content[0].start].split()
    return "not" in between and not _UNNAMED.isdisjoint(told[:5])


def _denies(word: str) -> bool:
    return word in _NEGATORS or word.endswith("n't") or any(base in _WITHHOLDING for base in bases(word))


def _what_shows(attribution: Attribution, source: Sequence[Word], text: str) -> Sequence[Word]:
    """The source's words; for "that" of "a photo that showed" those before it."""
    if not attribution.cue or any(word.low not in ("that", "which") for word in source):
        return source
    end = attribution.cue[0].start
    before = [word for word in words_of(text, Span(max(0, end - 40), end)) if word.is_word]
    return before[-3:] if before and before[-1].low in ("that", "which") else source


def _is_picture(verbs: set[str], source: Sequence[Word], told: Sequence[str]) -> bool:
    """ "A video showed | people on a fence", "posted | three photos of her"."""
    if _SHOWING.isdisjoint(verbs):
        return False
    shown = any(singular(word.low) in _PICTURES for word in source)
    by_somebody = any(word.low == "by" for word in source)
    return (shown and not by_somebody) or singular(_head(told)) in _PICTURES


def _is_shown_by_event(verbs: set[str], source: Sequence[Word]) -> bool:
    """ "The removal | suggests | that the rules were broken": the outlet concludes it."""
    lows = [word.low for word in source]
    return bool(lows) and singular(_head(lows)) in _EVENTS and not verbs.isdisjoint(_BY_EVENTS)


def _is_supposed(attribution: Attribution, cue: Sequence[Word], told: Sequence[str], text: str) -> bool:
    """ "The crash is believed | to be the first", "people were told | to stay away": nobody says by whom."""
    if not cue:
        return False
    passive = any(word.low in _BE for word in cue)
    leads = cue[-1].low == "to" or any(_opens_with_to(part.words_in(text)) for part in attribution.content)
    verbs = {word.low for word in cue}
    if not verbs.isdisjoint(_SUPPOSED):
        return leads or (passive and not attribution.source and told[0] != "that")
    unanswered = "contacted" in verbs or leads or not attribution.source
    return passive and not verbs.isdisjoint(_HEARD) and unanswered


def _opens_with_to(words: str) -> bool:
    return words.lower().startswith(("to ", "as "))


def _is_stirred(attribution: Attribution, verbs: set[str], cue: Sequence[Word]) -> bool:
    """ "The visit fuelled criticism of": what stands before such a verb has said nothing."""
    if _STIRRING.isdisjoint(verbs) or not any(singular(word.low) in _STIRRED for word in cue):
        return False
    return not attribution.source or attribution.source[0].start < cue[0].start


def _only_refers(verbs: set[str], told: Sequence[str]) -> bool:
    """ "Referring to | his deputy", "citing | two officials"."""
    if "referring" in verbs:
        return len(told) <= MOST_REFERRED
    return "cite" in verbs and singular(_head(told)) in _PEOPLE


def _only_seems(cue: Sequence[str], verbs: set[str]) -> bool:
    """ "Which seems | to be", "that could order | them to": nobody has said it; nor does "January"."""
    if cue and all(word in _CALENDAR for word in cue):
        return True
    if verbs & {"appear", "seem"}:
        return True
    return bool(cue) and cue[0] in _POSSIBLY and not any(_denies(word) for word in cue)


def _is_named_so(attribution: Attribution, verbs: set[str], cue: Sequence[Word], text: str) -> bool:
    """ "The glasses | were dubbed | “creepy”": what bears a name does not give it."""
    if not attribution.source or not cue or attribution.source[0].start > cue[0].start:
        return False
    between = words_of(text, Span(attribution.source[-1].end, cue[-1].end))
    return not _NAMING.isdisjoint(verbs) and any(word.low in _BE for word in between)


def _is_yours(attribution: Attribution, text: str) -> bool:
    """ "You'd | think | they would": the reader is no source."""
    if not attribution.cue or attribution.source:
        return False
    before = words_of(text, Span(max(0, attribution.cue[0].start - 8), attribution.cue[0].end))
    return any(word.low.partition("'")[0] == "you" for word in before[:3])


def _head(told: Sequence[str]) -> str:
    """The last word of a noun phrase that words begin with: "title" of "his first title in the cup"."""
    end = next((at for at, word in enumerate(told) if at and word in _BREAKS), len(told))
    return told[end - 1]
