"""Transcripts: every turn is its speaker's own words.

Comes in:   a reading of a text whose turns open with a name and a colon.
Goes out:   the same reading with an attribution for each sentence of each turn, and what a turn reports of
            others within it. The name is the source; there is no cue. A sentence that leans on the one before
            ("But that is not confirmed.") or asks about it is told together with it; greetings, thanks and
            what breaks off are left out.

A name in capitals, "Q" and "A" make a label wherever they open a line; a name in ordinary letters does only
where two such labels take turns. A name that opens the first line and no other is a headline's. The last turn
ends where the outlet goes on in its own voice.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from tellings.attribute.scene import Scene
from tellings.languages.en.cues import PLEASANTRIES
from tellings.languages.en.openers import LEANING_OPENERS, PRONOUN_OPENERS
from tellings.languages.en.sources import FIRST_PERSON
from tellings.records import Attribution, Reading, Span

FEWEST_TURNS = 3
"""Fewer labelled turns do not make a transcript: "WASHINGTON: ..." may open a paragraph of any article."""
LONGEST_PARAGRAPH = 3000
"""Characters of a paragraph in which an outlet may tell what somebody says."""
_LABEL = re.compile(
    r"^(?P<name>[QA]|[A-Z][A-Z.'’-]+(?: [A-Z][A-Z.'’-]*){0,4})(?:, [A-Z][A-Z ,.'’-]{1,60})?:(?=\s)",
    re.MULTILINE,
)
_PLAIN_LABEL = re.compile(r"^(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){0,3}):(?=\s)", re.MULTILINE)
LONGEST_PLEASANTRY = 7
"""Words of a greeting or of thanks."""
LONGEST_ANSWER, LONGEST_BROKEN = 2, 5
"""Words of "He was." in front of what it means, and of a turn that breaks off."""
_BREAKS_OFF = ("...", "…", "-", "–", "—")
_SENTENCE_END = re.compile(r"[.!?](?=\s|$)")
_PLEASANTRIES = frozenset(PLEASANTRIES)
_OPENER = re.compile(r"[A-Za-z']+")
_LEANING = frozenset((*LEANING_OPENERS, *PRONOUN_OPENERS))


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks, and the characters from there to the next turn."""

    name: Span
    words: Span


def is_turn(attribution: Attribution) -> bool:
    """Whether the attribution is one that `with_turns` makes: a name, words, and no cue between."""
    return bool(attribution.source) and not attribution.cue and attribution.form == "direct"


def turns_of(text: str) -> list[Turn]:
    """The turns of a transcript; none when the text is something else."""
    labels = _without_headline(list(_LABEL.finditer(text)), text)
    asked = {label["name"] for label in labels} == {"Q", "A"}
    if len(labels) < FEWEST_TURNS and not asked:
        labels = _taking_turns(list(_PLAIN_LABEL.finditer(text)))
        asked = False
    if len(labels) < FEWEST_TURNS and not asked:
        return []
    ends = [label.start() for label in labels[1:]] + [len(text)]
    return [
        Turn(Span(*label.span("name")), Span(label.end(), end))
        for label, end in zip(labels, ends, strict=True)
    ]


def _without_headline(labels: list[re.Match[str]], text: str) -> list[re.Match[str]]:
    """The labels but for a name that only opens the first line: "GENERAL ORLOW: SHUT THE PORT"."""
    opens = labels and not text[: labels[0].start()].strip()
    return (
        labels[1:] if opens and labels[0]["name"] not in {label["name"] for label in labels[1:]} else labels
    )


def _taking_turns(labels: list[re.Match[str]]) -> list[re.Match[str]]:
    """The labels that come again, where there are at least two such names."""
    often = Counter(label["name"] for label in labels)
    again = {name for name, times in often.items() if times > 1}
    return [label for label in labels if label["name"] in again] if len(again) > 1 else []


def with_turns(reading: Reading) -> Reading:
    """The reading with what the speakers of a transcript say in their own voice."""
    turns = turns_of(reading.article.text)
    if not turns:
        return reading
    turns[-1] = replace(turns[-1], words=_to_end(turns[-1].words, reading))
    labels = [turn.name for turn in turns]
    reported = [a for a in reading.attributions if a.source and not _touches(a, labels)]
    told = [*reported, *_told(turns, reading)]
    told.sort(key=lambda a: (a.content[0], a.cue))
    return replace(reading, attributions=tuple(told))


def _to_end(words: Span, reading: Reading) -> Span:
    """The last turn, up to a paragraph where the outlet itself tells what somebody says.

    What the interviewed tells of others ("My lawyer said") has an "I" or "we" beside it, or a pronoun for a
    source.
    """
    scene, text = Scene(reading), reading.article.text
    for each in reading.attributions:
        anchor = (each.cue or each.source or each.content)[0]
        start = text.rfind("\n", words.start, anchor.start) + 1
        if not words.covers(anchor) or not text[words.start : start].strip() or not each.source:
            continue
        end = text.find("\n", anchor.end, words.end)
        paragraph = Span(start, end if end >= 0 else words.end)
        named = each.source[0].words_in(text)[0].isupper() and not scene.quotation_at(anchor.start)
        if named and paragraph.end - start <= LONGEST_PARAGRAPH and not _is_own(paragraph, scene):
            return Span(words.start, start)
    return words


def _is_own(paragraph: Span, scene: Scene) -> bool:
    """Whether somebody speaks of himself outside the marks of a paragraph."""
    return any(
        word.group().lower().partition("'")[0] in FIRST_PERSON
        for word in _OPENER.finditer(scene.text, paragraph.start, paragraph.end)
        if not scene.quotation_at(word.start())
    )


def _touches(attribution: Attribution, labels: list[Span]) -> bool:
    """Whether an attribution takes a turn's label for a part of what is told."""
    spans = (*attribution.source, *attribution.content)
    return any(span.overlaps(label) for span in spans for label in labels)


def _told(turns: list[Turn], reading: Reading) -> list[Attribution]:
    """Each sentence of each turn; one that shares its line with the label begins behind it."""
    text, sentences = reading.article.text, reading.sentences
    told: list[Attribution] = []
    at = 0
    for turn in turns:
        begun: Span | None = None
        paragraph = -1
        while at < len(sentences) and sentences[at].span.end <= turn.words.start:
            at += 1
        while at < len(sentences) and sentences[at].span.start < turn.words.end:
            sentence = sentences[at].span
            start, end = max(sentence.start, turn.words.start), min(sentence.end, turn.words.end)
            words = text[start:end]
            own = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
            if own.start < own.end and not _is_unsaid(own.words_in(text)):
                goes_on = begun is not None and sentences[at].paragraph == paragraph
                if begun is not None and goes_on and _goes_with(text, begun, own):
                    own = Span(begun.start, own.end)
                    told.pop()
                begun = own
                told.append(Attribution(source=(turn.name,), cue=(), content=(own,), form="direct"))
                paragraph = sentences[at].paragraph
            at += 1
    return told


def _is_unsaid(words: str) -> bool:
    """ "Good to be with you, Ann.", "You're welcome.", "Now, I believe...": greetings, thanks, broken off."""
    lows = [word.lower().replace("’", "'") for word in _OPENER.findall(words.replace("’", "'"))]
    broken_off = len(lows) <= LONGEST_BROKEN and words.endswith(_BREAKS_OFF)
    return broken_off or (len(lows) <= LONGEST_PLEASANTRY and not _PLEASANTRIES.isdisjoint(lows))


def _goes_with(text: str, before: Span, sentence: Span) -> bool:
    """Whether a sentence of a paragraph is told with the one before: it leans on it, asks about it, or is
    what a bare "He was." answers."""
    opener = _OPENER.match(text, sentence.start, sentence.end)
    leans = opener is not None and opener.group().lower() in _LEANING
    asks = text[sentence.end - 1] == "?" and len(_SENTENCE_END.findall(before.words_in(text))) < 2
    return leans or asks or len(before.words_in(text).split()) <= LONGEST_ANSWER
