"""The words of an article, as text reuse sees them.

Comes in:   a `Reading` and its boilerplate.
Goes out:   `Words`: every word with its place, its folded form, whether it stands inside a quotation, and
            whether it carries content of its own (no function word, no name, no number).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tellings.records import Span

LONGEST_QUOTATION = 1500
"""Characters after which a quotation mark that nothing closes is taken for a slip."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_POST_SIGNATURE = re.compile(r" — [^\n()]{2,60}\(@\w{1,30}\)[^\n]{0,40}")
_MARK = re.compile(r"[\"“”]|\n")
_FUNCTION_WORDS_LISTED = """
a about according added after again against all also although am among an and any are aren't as at be
because been before being below between both but by can can't could did didn't do does doesn't don't
down during each few for friday from further had hadn't has hasn't have he he's her here hers him
himself his how however i i'm if in including into is isn't it it's its just last later least like made
make many may me might monday more most much must my near new no nor not now of off on once one only or
other our out over own per said same saturday say says she should since so some still such sunday than
that that's the their them then there there's these they this those though three through thursday to
told too tuesday two under until up upon us very was wasn't we wednesday well were weren't what when
where which while who whom whose why will with within without won't would yet you your
"""
_FUNCTION_WORDS = frozenset(_FUNCTION_WORDS_LISTED.split())


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one article without its boilerplate; the five tuples run in step."""

    article: str
    folded: tuple[str, ...]
    spans: tuple[Span, ...]
    quoted: tuple[bool, ...]
    content: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.folded)


def words_of(article: str, text: str, boilerplate: Sequence[Span]) -> Words:
    """The words of `text` outside `boilerplate` (spans in order)."""
    folded, spans, quoted, content = [], [], [], []
    quotations = find_quotations(text)
    mark = quote = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        while mark < len(boilerplate) and boilerplate[mark].end <= start:
            mark += 1
        if mark < len(boilerplate) and boilerplate[mark].start <= start:
            continue
        while quote < len(quotations) and quotations[quote].end <= start:
            quote += 1
        word = match.group().lower().replace("’", "'")
        folded.append(word)
        spans.append(Span(start, end))
        quoted.append(quote < len(quotations) and quotations[quote].start <= start)
        content.append(match.group()[0].islower() and len(word) > 2 and word not in _FUNCTION_WORDS)
    return Words(article, tuple(folded), tuple(spans), tuple(quoted), tuple(content))


def find_quotations(text: str) -> list[Span]:
    """Stretches inside double quotation marks, and embedded posts ("... — Jane Doe (@jane) May 3, 2019").

    A quotation that its paragraph does not close ends with it, as the next paragraph opens it anew; unless
    the next line goes straight on to a closing mark.
    """
    posts = [Span(text.rfind("\n", 0, m.start()) + 1, m.end()) for m in _POST_SIGNATURE.finditer(text)]
    found: list[Span] = []
    opened: int | None = None
    marks = list(_MARK.finditer(text))
    for place, match in enumerate(marks):
        mark, at = match.group(), match.start()
        if mark == "\n" and opened is not None and _closes_later(text, marks[place + 1 : place + 3]):
            continue
        if opened is not None and (mark != "“") and at - opened <= LONGEST_QUOTATION:
            found.append(Span(opened, at if mark == "\n" else at + 1))
            opened = None
        elif mark in '"“':
            opened = at
        elif mark == "\n":
            opened = None
    return sorted([q for q in found if not any(p.overlaps(q) for p in posts)] + posts)


def _closes_later(text: str, marks: Sequence[re.Match[str]]) -> bool:
    """Whether the first quotation mark ahead closes: a word or a stop before it, none behind it."""
    mark = next((m for m in marks if m.group() != "\n"), None)
    if mark is None or mark.group() == "“":
        return False
    before, behind = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
    return mark.group() == "”" or (not before.isspace() and not behind.isalnum())
