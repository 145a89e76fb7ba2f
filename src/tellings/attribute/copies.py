"""Sentences that several articles print in the same words are laid out alike.

Comes in:   the readings of a story.
Goes out:   the same readings, where the network told the attributions of two copies of a sentence apart with
            those that most copies show; of equally many, those that leave fewest of its words out.

What stands around a sentence sways the network, so copies check each other. A sentence whose attributions
reach into another one (a quotation over several sentences) neither votes nor is changed.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from tellings.attribute.words import Word, words_of
from tellings.read.closing import told_from
from tellings.read.touching import by_sentence
from tellings.records import Attribution, Form, Reading, Span

FEWEST_WORDS, MOST_WORDS = 8, 120
"""Words of a sentence whose copies are compared: a shorter one may be anybody's, a longer one is a table."""

_Place = tuple[int, int]
"""An article and a sentence of it, counted from 0."""
_Copies = dict[_Place, tuple[list[Word], Sequence[int]]]
"""The copies of one sentence: its words, and which attributions touch it."""
_Roles = tuple[tuple[int, int], ...]
_Layout = tuple[tuple[_Roles, _Roles, _Roles, Form], ...]
"""The attributions of a sentence: source, cue, content as places among its words, and the form."""


def laid_out_alike(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The readings, copies of one sentence with the same attributions."""
    copies = _copies(readings)
    changed: dict[int, list[tuple[Sequence[int], list[Attribution]]]] = defaultdict(list)
    for places in copies:
        layouts = {place: _layout(readings[place[0]], own, words) for place, (words, own) in places.items()}
        votes = Counter(layout for layout in layouts.values() if layout is not None)
        if len(votes) < 2:
            continue
        chosen = max(votes, key=lambda layout: (votes[layout], _told(layout)))
        for place, layout in layouts.items():
            if layout is not None and layout != chosen:
                words, own = places[place]
                changed[place[0]].append((own, [_attribution(each, words) for each in chosen]))
    return tuple(
        _with(reading, changed[at]) if at in changed else reading for at, reading in enumerate(readings)
    )


def _copies(readings: Sequence[Reading]) -> list[_Copies]:
    """The sentences that two articles print."""
    found: dict[tuple[str, ...], _Copies] = defaultdict(dict)
    for at, reading in enumerate(readings):
        here = by_sentence(reading.attributions, reading.sentences)
        for number, sentence in enumerate(reading.sentences):
            if sentence.span.end - sentence.span.start <= 12 * MOST_WORDS:
                words = _words(reading.article.text, sentence.span)
                if FEWEST_WORDS <= len(words) <= MOST_WORDS:
                    key = tuple(word.low for word in words)
                    found[key].setdefault((at, number), (words, here.get(number, ())))
    return [places for places in found.values() if len({at for at, _ in places}) > 1]


def _words(text: str, sentence: Span) -> list[Word]:
    """The words of a sentence behind its dateline."""
    told = Span(told_from(text, sentence), sentence.end)
    return [word for word in words_of(text, told) if word.is_word]


def _layout(reading: Reading, own: Sequence[int], words: Sequence[Word]) -> _Layout | None:
    """A sentence's attributions; None where one of them reaches beyond its words."""
    found = []
    around = Span(words[0].start - 2, words[-1].end + 3)
    for number in own:
        each = reading.attributions[number]
        if not all(around.covers(span) for span in (*each.source, *each.cue, *each.content)):
            return None
        roles = [_places(role, words) for role in (each.source, each.cue, each.content)]
        if not roles[2]:
            return None
        found.append((roles[0], roles[1], roles[2], each.form))
    return tuple(sorted(found))


def _places(spans: Sequence[Span], words: Sequence[Word]) -> _Roles:
    """First word and last word + 1 of each span."""
    places = []
    for span in spans:
        inside = [at for at, word in enumerate(words) if word.span.overlaps(span)]
        if inside:
            places.append((inside[0], inside[-1] + 1))
    return tuple(places)


def _told(layout: _Layout) -> int:
    """How many words of a sentence are told."""
    return len({at for _, _, content, _ in layout for a, b in content for at in range(a, b)})


def _attribution(each: tuple[_Roles, _Roles, _Roles, Form], words: Sequence[Word]) -> Attribution:
    source, cue, content = (
        tuple(Span(words[a].start, words[b - 1].end) for a, b in role) for role in each[:3]
    )
    return Attribution(source=source, cue=cue, content=content, form=each[3])


def _with(reading: Reading, changed: Sequence[tuple[Sequence[int], list[Attribution]]]) -> Reading:
    gone = {number for own, _ in changed for number in own}
    kept = [each for number, each in enumerate(reading.attributions) if number not in gone]
    kept += [each for _, given in changed for each in given]
    return replace(reading, attributions=tuple(sorted(kept, key=lambda each: (each.content[0], each.cue))))
