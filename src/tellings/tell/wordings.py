"""How the tellings of one utterance differ, for reading.

Comes in:   the drift of an utterance, and the dossier's places.
Goes out:   a `Departure` for each article: what it does to the words, step by step, and the two wordings with
            the differing words marked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.dossier import DriftModel
from tellings.tell.places import Pair, Places, shown
from tellings.tell.view import Departure, Piece, Step, Wording, Words

_IN_ORDER = ("cut", "changed", "inserted", "retitled", "paraphrased")
_WORDED = frozenset(("cut", "changed", "inserted"))
_MARKED: dict[bool | None, str] = {True: "with an ellipsis", False: "without saying so"}


def departures(drift: Sequence[DriftModel], at: Places) -> tuple[Departure, ...]:
    """A departure for each two articles, those that change the very words first."""
    apart: dict[tuple[str, str], list[DriftModel]] = {}
    for one in drift:
        apart.setdefault((_article(one.statement, at), _article(one.other_statement, at)), []).append(one)
    found: list[Departure] = []
    shown_for: set[frozenset[str]] = set()
    for pair, between in apart.items():
        worded = any(one.kind in _WORDED for one in between) and frozenset(pair) not in shown_for
        shown_for |= {frozenset(pair)} if worded else set()
        found.append(_departure(between, drift if worded else (), at))
    return tuple(sorted(found, key=lambda departure: not departure.wordings))


def _article(statement: str, at: Places) -> str:
    return at.statements[statement].article


def _departure(between: Sequence[DriftModel], drift: Sequence[DriftModel], at: Places) -> Departure:
    article = _article(between[0].statement, at)
    steps = sorted(between, key=lambda one: _IN_ORDER.index(one.kind))
    return Departure(
        letter=at.letters[article],
        steps=tuple(_step(one, at) for one in steps),
        wordings=_wordings(between, drift, at),
    )


def _step(drift: DriftModel, at: Places) -> Step:
    here, there = _words(drift.statement, drift.span, at), _words(drift.other_statement, drift.other_span, at)
    other = there.places[0].letter
    match drift.kind:
        case "cut":
            note = _MARKED.get(drift.marked, "")
            return Step("cuts", there, note=note, places=here.places)
        case "inserted":
            return Step("adds", here, places=there.places)
        case "changed":
            return Step("has", here, joint=f"where {other} has", other=there)
        case "paraphrased":
            return Step("puts it in its own words:", here, places=there.places)
        case "retitled":
            same = _speaker(drift.statement, at) == _speaker(drift.other_statement, at)
            lead = "calls the speaker" if same else "gives the words to"
            return Step(lead, here, joint=f"where {other} has", other=there)


def _speaker(statement: str, at: Places) -> str | None:
    return at.statements[statement].speaker


def _words(statement: str, span: Pair, at: Places) -> Words:
    place = at.place(_article(statement, at), span)
    return Words(at.words(place), (place,))


def _wordings(between: Sequence[DriftModel], drift: Sequence[DriftModel], at: Places) -> tuple[Wording, ...]:
    """The other telling above, this one below; nothing where no word differs within a quotation."""
    here, there = _article(between[0].statement, at), _article(between[0].other_statement, at)
    within = [
        one
        for one in drift
        if one.kind in _WORDED
        and {_article(one.statement, at), _article(one.other_statement, at)} == {here, there}
    ]
    return tuple(_wording(article, within, at) for article in (there, here)) if within else ()


def _wording(article: str, drift: Sequence[DriftModel], at: Places) -> Wording:
    ids = dict.fromkeys(
        statement
        for one in drift
        for statement in (one.statement, one.other_statement)
        if _article(statement, at) == article
    )
    spans = sorted({span for statement in ids for span in at.statements[statement].content})
    marks = sorted(_marks(article, drift, at))
    pieces: list[Piece] = []
    for span in spans:
        pieces += ([Piece(" … ")] if pieces else []) + list(_pieces(article, span, marks, at))
    return Wording(at.letters[article], tuple(pieces), tuple(at.place(article, span) for span in spans))


def _marks(article: str, drift: Sequence[DriftModel], at: Places) -> Iterator[tuple[Pair, str]]:
    """The words of an article that the other one cuts, changes or lacks."""
    for one in drift:
        if one.kind != "cut" and _article(one.statement, at) == article:
            yield one.span, one.kind
        if one.kind != "inserted" and _article(one.other_statement, at) == article:
            yield one.other_span, one.kind


def _pieces(article: str, span: Pair, marks: Sequence[tuple[Pair, str]], at: Places) -> Iterator[Piece]:
    """The words of a span, parted at the marks; white space is joined, and none is at the ends."""
    text, (reached, end) = at.articles[article].text, span
    parted: list[tuple[int, int, str]] = []
    for (start, stop), kind in marks:
        if reached <= start < stop <= end:
            parted += [(reached, start, ""), (start, stop, kind)]
            reached = stop
    parted.append((reached, end, ""))
    for start, stop, kind in parted:
        words = text[start:stop]
        safe = shown(words)
        before = " " if safe and words[0].isspace() and start > span[0] else ""
        after = " " if (safe or start > span[0]) and words[-1:].isspace() and stop < end else ""
        if before or safe or after:
            yield Piece(f"{before}{safe}{after}", kind)
