"""Article text with its passages marked.

Comes in:   a text and marks: spans with a kind, some of them with an anchor to jump to.
Goes out:   HTML whose text content is the article's text to the character (control characters, which no page
            may hold, are shown as replacement characters). Marks nest properly: one that crosses the end of
            another is split there, and its later pieces name the anchor of the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_LINE_ENDS = re.compile(r"\n\s*")
_ENDS = frozenset(".!?:;\"'”’)]…")


_GAP = "gap"


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `[start, end)` to mark. `title` is shown on hover; `href` makes the mark a link."""

    start: int
    end: int
    kind: str
    anchor: str | None = None
    title: str | None = None
    href: str | None = None

    @property
    def tag(self) -> str:
        """The element that it becomes."""
        return "a" if self.href else "span" if self.kind == _GAP else "mark"


@dataclass(frozen=True, slots=True)
class Marked:
    """The marked text, and the anchors that had to be split."""

    html: Markup
    split: tuple[str, ...]


def on_page(text: str) -> str:
    """The text as a page can hold it: the same length, control characters replaced."""
    return _CONTROL.sub("\N{REPLACEMENT CHARACTER}", text)


def mark_up(
    text: str, marks: Iterable[Mark], numbers: Sequence[int] = (), alone: frozenset[int] = frozenset()
) -> Marked:
    """The text with its marks, and a number at the start of each sentence in `numbers`.

    `alone` are the starts of sentences whose number is shaped to say that only this article tells them.
    """
    usable = sorted(
        (mark for mark in (*marks, *_gaps(text)) if 0 <= mark.start < mark.end <= len(text)),
        key=lambda mark: (mark.start, -mark.end, not mark.href),
    )
    pieces: list[str] = []
    split: dict[str, None] = {}
    open_marks: list[Mark] = []
    at = 0
    number_at = {start: number for number, start in reversed(list(enumerate(numbers, 1)))}
    edges = sorted({e for mark in usable for e in (mark.start, mark.end)} | set(number_at) | {len(text)})
    starting = _by_start(usable)
    for edge in edges:
        pieces.append(_escaped(text[at:edge]))
        at = edge
        pieces.extend(_close(open_marks, edge, split))
        if edge in number_at:
            lone = ' title="only here"' if edge in alone else ""
            pieces.append(
                f'<span class="n{" lone" if lone else ""}" data-n="{number_at[edge]}"{lone}></span>'
            )
        for mark in starting.get(edge, ()):
            pieces.append(_opening(mark))
            open_marks.append(mark)
    return Marked(Markup("".join(pieces)), tuple(split))


def _close(open_marks: list[Mark], edge: int, split: dict[str, None]) -> Iterator[str]:
    """Ends the marks that end here; those opened later and still running are ended and opened again."""
    lowest = next((n for n, mark in enumerate(open_marks) if mark.end <= edge), None)
    if lowest is None:
        return
    running = [mark for mark in open_marks[lowest:] if mark.end > edge]
    yield "".join(f"</{mark.tag}>" for mark in reversed(open_marks[lowest:]))
    del open_marks[lowest:]
    for mark in running:
        if mark.anchor and not mark.href:
            split[mark.anchor] = None
        yield _opening(mark, again=True)
        open_marks.append(mark)


def _by_start(marks: Iterable[Mark]) -> dict[int, list[Mark]]:
    found: dict[int, list[Mark]] = {}
    for mark in marks:
        found.setdefault(mark.start, []).append(mark)
    return found


def _opening(mark: Mark, *, again: bool = False) -> str:
    parts = [f'<{mark.tag} class="{escape(mark.kind)}{" again" if again else ""}"']
    if mark.href:
        parts.append(f' href="{escape(mark.href)}"' + (' tabindex="-1"' if again else ""))
    if mark.anchor and not again:
        parts.append(f' id="{escape(mark.anchor)}"')
    elif mark.anchor and not mark.href:
        parts.append(f' data-of="{escape(mark.anchor)}"')
    if mark.title:
        parts.append(f' title="{escape(mark.title)}"')
    return "".join(parts) + ">"


def _escaped(text: str) -> str:
    """Escaped text; a carriage return stays one."""
    return str(escape(on_page(text))).replace("\r", "&#13;")


def _gaps(text: str) -> Iterator[Mark]:
    """The white space between paragraphs, however many lines it takes.

    One line end parts paragraphs after the end of a sentence; elsewhere it may only fold a long line.
    """
    for run in _LINE_ENDS.finditer(text):
        before = text[max(0, run.start() - 3) : run.start()].rstrip()
        if run.group().count("\n") > 1 or before[-1:] in _ENDS:
            yield Mark(*run.span(), _GAP)
