"""Sources that were marked beside the words that name who speaks.

Comes in:   an attribution with the words beside its cue as its source, and the scene.
Goes out:   the attribution with whoever speaks: in "the Gull quoted him as saying" he does; in "St. Ann's
            Hospital in Marlow said" the hospital; in "Orlow Corp, the maker of the ferry, said" Orlow; and
            who "was told" something told nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tellings.attribute.beside import is_name_word, phrase_up_to
from tellings.attribute.phrases import take_phrase_apart
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.scene import Scene
from tellings.attribute.words import Word, fold, words_of
from tellings.languages.en.cues import HEARING_VERBS, PASSIVE_TELLING, TELLING_PARTICIPLES
from tellings.languages.en.openers import CLAUSE_OPENERS
from tellings.languages.en.sources import BODIES, DEFINITE, PERSON_NOUNS, PHRASE_BREAKS
from tellings.records import Attribution, Span

LONGEST_HEARD = 8
"""Words of "the pilot", and of "telling the passengers"."""
LONGEST_BEFORE = 40
"""Words of a sentence before a source that are looked at."""
_TELLING = frozenset(TELLING_PARTICIPLES)
_HEARING = frozenset(HEARING_VERBS)
_MARKS = frozenset("\"“‘'")
_QUOTING = frozenset(("cited", "cites", "citing", "quoted", "quotes", "quoting"))
_AS_SAYING = ("as", "saying")
_BE = frozenset(("am", "are", "be", "been", "being", "is", "was", "were"))
_PASSIVE_TELLING = frozenset(PASSIVE_TELLING)
_WITHIN = frozenset(("at", "from", "in", "into", "of", "on", "to"))
_FOR_WHOM = frozenset(("for", "like", "unlike"))
_JOINING = frozenset(("and", "&", "of"))
_WHOSE_PLACE = frozenset(("at", "in", "of"))
_CLAUSES = frozenset((*CLAUSE_OPENERS, "that", ",", ";", ":"))
_DEFINITE = frozenset((*DEFINITE, "its", "his", "her", "their"))
_PREPOSITIONS = frozenset(PHRASE_BREAKS)
_NOUNS = ROLE_NOUNS | frozenset((*BODIES, *PERSON_NOUNS))


def with_right_source(attribution: Attribution, scene: Scene) -> Attribution:
    """The attribution, its source put right where its words show that somebody else speaks, or nobody."""
    if not attribution.cue:
        return attribution
    attribution = _heard(_said_as_quoted(_quoted_as_saying(attribution, scene), scene), scene)
    if _hears(attribution, scene):
        return replace(attribution, source=())
    if len(attribution.source) == 1 and attribution.source[0].end <= attribution.cue[0].start:
        named = _with_what_it_describes(attribution.source[0], scene)
        source = _with_what_it_stands_in(named, attribution.cue[0], scene)
        attribution = replace(attribution, source=(source,) if source else ())
    if not attribution.source:
        subject = _of_joined_verb(attribution, scene)
        attribution = replace(attribution, source=(subject,) if subject else ())
    return attribution


def heard_telling(told: Iterable[Attribution], scene: Scene) -> Iterator[Attribution]:
    """ "He recalled | the pilot telling them: 'The bird is back'": the pilot's words within his."""
    for each in told:
        if not each.cue:
            continue
        words = words_of(scene.text, each.content[0])
        at = next((at for at, word in enumerate(words[:LONGEST_HEARD]) if word.low in _TELLING), 0)
        mark = next((n for n, word in enumerate(words[: at + LONGEST_HEARD]) if word.text in _MARKS), 0)
        if not 0 < at < mark or words[mark - 1].text not in (":", ","):
            continue
        named = phrase_up_to(words[:at], scene.text)
        if named is not None and named.start == words[0].start and all(w.is_word for w in words[: mark - 1]):
            content = Span(words[mark].start, each.content[0].end)
            yield Attribution(source=(named,), cue=(words[at].span,), content=(content,), form="direct")


def _heard(attribution: Attribution, scene: Scene) -> Attribution:
    """ "He recalled the pilot | telling | them": the pilot tells, whoever recalls it."""
    cue = attribution.cue[0]
    if fold(cue.words_in(scene.text).split()[0]) not in _TELLING:
        return attribution
    before = _before(cue.start, scene)
    named = phrase_up_to(before, scene.text) if before and before[-1].is_word else None
    verb = next((word.low for word in reversed(before) if named and word.end <= named.start), "")
    return replace(attribution, source=(named,)) if named and verb in _HEARING else attribution


def _quoted_as_saying(attribution: Attribution, scene: Scene) -> Attribution:
    """ "The Gull quoted | him | as saying | 'The pier will hold'": he says so."""
    cue = attribution.cue[-1]
    if cue.words_in(scene.text).split()[-1].lower() not in _QUOTING:
        return attribution
    behind = words_of(scene.text, Span(cue.end, min(len(scene.text), cue.end + 120)))[:12]
    at = next((n for n in range(1, len(behind) - 1) if (behind[n].low, behind[n + 1].low) == _AS_SAYING), 0)
    if not at or any(not word.is_word and word.text not in ".,-" for word in behind[:at]):
        return attribution
    last = at - 1 if behind[at - 1].is_word else at - 2
    source, frame = Span(behind[0].start, behind[last].end), Span(cue.end, behind[at + 1].end)
    kept = tuple(_without(part, frame) for part in attribution.content if not frame.covers(part))
    return replace(attribution, source=(source,), content=kept) if kept else attribution


def _said_as_quoted(attribution: Attribution, scene: Scene) -> Attribution:
    """ "The Gull quoted Orlow as | saying | it would hold": Orlow says so, and not the Gull."""
    cue = attribution.cue[0]
    before = _before(cue.start, scene)[-LONGEST_HEARD - 6 :]
    if cue.words_in(scene.text).lower() != "saying" or not before or before[-1].low != "as":
        return attribution
    at = next((n for n in range(len(before) - 1, -1, -1) if before[n].low in _QUOTING), len(before))
    named = [word for word in before[at + 1 : -1] if word.is_word]
    return replace(attribution, source=(Span(named[0].start, named[-1].end),)) if named else attribution


def only_names_whom(attribution: Attribution, scene: Scene) -> bool:
    """Whether all that is told is who is quoted: "The Gull | quoted | Orlow as", before "saying"."""
    if not attribution.cue or attribution.cue[-1].words_in(scene.text).split()[-1].lower() not in _QUOTING:
        return False
    end = attribution.content[-1].end
    words = attribution.content[-1].words_in(scene.text).lower()
    behind = scene.text[end : end + 12].lower().split()
    return (words.endswith(" as") and behind[:1] == ["saying"]) or behind[:2] == ["as", "saying"]


def _without(part: Span, frame: Span) -> Span:
    """A part of a content but for words of the frame with which it begins."""
    return (
        Span(frame.end + 1, part.end)
        if part.start < frame.end < part.end - 1 and part.overlaps(frame)
        else part
    )


def _hears(attribution: Attribution, scene: Scene) -> bool:
    """ "Coaches were told to wait", "she was warned that": whoever hears it is no source."""
    cue = attribution.cue[0]
    if not attribution.source or attribution.source[-1].end > cue.start:
        return False
    if not {word.low for word in words_of(scene.text, cue)} & _PASSIVE_TELLING:
        return False
    between = words_of(scene.text, Span(attribution.source[-1].end, cue.end))
    told = next(
        at for at, word in enumerate(between) if word.start >= cue.start and word.low in _PASSIVE_TELLING
    )
    return any(word.low in _BE for word in between[max(0, told - 3) : told])


def _before(place: int, scene: Scene) -> list[Word]:
    """The words of the sentence before a place."""
    start = max(scene.sentence_start(scene.sentence_at(place)), place - 8 * LONGEST_BEFORE)
    return words_of(scene.text, Span(start, place))[-LONGEST_BEFORE:]


def _with_what_it_describes(source: Span, scene: Scene) -> Span:
    """ "Orlow Corp, the maker of the ferry," from "the maker of the ferry,": the name with its apposition."""
    before = _before(source.start, scene)
    phrase = take_phrase_apart(scene.text, source)
    closed = scene.text[source.end - 1 : source.end] == "," or scene.text[source.end : source.end + 1] == ","
    if not closed or phrase is None or not phrase.is_definite or len(before) < 3 or before[-1].text != ",":
        return source
    if not is_name_word(before[-2]):
        return source
    named = phrase_up_to(before[:-1], scene.text)
    first = next((at for at, word in enumerate(before) if named and word.start >= named.start), 0)
    while first > 1 and before[first - 1].low in _JOINING and _goes_on(before[first - 2]):
        first -= 2
    while first and named and _goes_on(before[first - 1]):
        first -= 1
    around = before[max(0, first - 1) : first + 1]
    if named is None or any(word.low in _PREPOSITIONS or word.text == "," for word in around):
        return source
    return Span(before[first].start, source.end)


def _goes_on(word: Word) -> bool:
    return word.low == "'s" or (is_name_word(word) and word.low not in _PREPOSITIONS)


def _with_what_it_stands_in(source: Span, cue: Span, scene: Scene) -> Span | None:
    """ "St. Ann's Hospital in Marlow" from "Marlow"; nothing of "he walked to the podium, vowed".

    What stands behind such a preposition is no subject; with whom it belongs to, it is a part of one.
    """
    before = _before(source.start, scene)
    if len(before) > 1 and before[-1].low == "who" and source.words_in(scene.text)[0].islower():
        described = phrase_up_to(before[:-1], scene.text)  # "a driver who | ran a light"
        return Span(described.start, source.end) if described else source
    if len(before) == 1 and before[0].low in _FOR_WHOM:
        return None  # "For Tollund, it felt as if"
    if len(before) < 2 or before[-1].low not in _WITHIN or scene.text[before[-1].end : source.start].strip():
        return source
    if before[-1].low == "to" and before[-2].low == "according":
        return source
    direct = not any(
        word.is_name_like or not word.is_word for word in words_of(scene.text, Span(source.end, cue.start))
    )
    owner = phrase_up_to(before[:-1], scene.text) if before[-1].low in _WHOSE_PLACE and direct else None
    return Span(owner.start, source.end) if owner is not None else None


def _of_joined_verb(attribution: Attribution, scene: Scene) -> Span | None:
    """ "The captain" of "when the captain came back and said": the subject that opens the clause."""
    before = _before(attribution.cue[0].start, scene)
    if len(before) < 4 or before[-1].low != "and":
        return None
    opener = next((at for at in range(len(before) - 2, -1, -1) if before[at].low in _CLAUSES), -1)
    clause = before[opener + 1 : -1]
    for word in clause[:6]:
        if word.low in _NOUNS and clause[0].low in _DEFINITE:
            return Span(clause[0].start, word.end)
    return None
