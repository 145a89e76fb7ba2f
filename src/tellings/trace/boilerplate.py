"""What in an article's text is not the article.

Comes in:   an `Article`, its text whole: menus, picture credits, comment forms and all.
Goes out:   spans of boilerplate, in order, not overlapping. They mark; nothing is cut out.
Left open:  captions that carry no credit: by their words alone they cannot be told from a short sentence
            of the report, and to lose a sentence costs more than to keep a caption.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from tellings.languages.en.agencies import AGENCIES, PICTURE_AGENCIES
from tellings.languages.en.boilerplate import OPENINGS, WHOLE_LINES, WITHIN_LINES, WRITERS
from tellings.records import Article, Span
from tellings.trace.galleries import (
    LONGEST_LABEL,
    closing_links,
    names_of_galleries,
    numbered_pictures,
    titled_pictures,
)

LONGEST_NOTICE = 1200
"""Characters of the longest line taken for a notice as a whole."""

_CLOSING, _FEWEST_ABOVE = 3, 4
"""Lines at the end in which an article says who wrote it, and lines there must be above."""
_LINE = re.compile(r"[^\n\r]+")
_NO_WORDS = re.compile(r"[\W_]+")
_ENDS_LIKE_A_SENTENCE = re.compile(r"[.!?:;,][\"'”’)\]]*$|[\"”’]$")
_MENU = re.compile(r"\s*[\w&' -]{2,25}(?:\s+[/>»|›]\s+[\w&' -]{2,25}){2,8}\s*")
_WORD = re.compile(r"\w+")


def find_boilerplate(article: Article) -> tuple[Span, ...]:
    """Spans of `article.text` that are not part of the story."""
    lines = _lines(article)
    found: list[Span] = []
    found += numbered_pictures(article.text, lines)
    repeated = _repeated_labels(article, lines)
    for line in lines:
        words = line.words_in(article.text)
        if line in repeated or _is_notice(words):
            found.append(line)
        else:
            found += [Span(line.start + s, line.start + e) for s, e in _notices_within(words)]
    found += names_of_galleries(article.text, lines)
    found += titled_pictures(article.text, lines)
    found += closing_links(article.text, lines)
    found += _who_wrote_it(article.text, lines)
    return merged(found)


def merged(spans: list[Span]) -> tuple[Span, ...]:
    """The same characters as spans in order, none overlapping another."""
    out: list[Span] = []
    for span in sorted(spans):
        if out and span.start <= out[-1].end:
            out[-1] = Span(out[-1].start, max(out[-1].end, span.end))
        elif span.start < span.end:
            out.append(span)
    return tuple(out)


def _lines(article: Article) -> list[Span]:
    """The lines that hold words, without the space around them. The headline is no candidate."""
    lines = [_trimmed(article.text, m.start(), m.end()) for m in _LINE.finditer(article.text)]
    lines = [line for line in lines if line.start < line.end]
    headline = (article.title or "").strip()
    return lines[1:] if lines and lines[0].words_in(article.text) == headline else lines


# ---------------------------------------------------------------- one line


def _is_notice(line: str) -> bool:
    """Whether the whole line is boilerplate."""
    if len(line) > LONGEST_NOTICE:
        return _says_itself_again(line)
    if not re.search(r"[A-Za-z0-9]", line):
        return _NO_WORDS.fullmatch(line) is not None and not re.search(r"[^\W_]", line)
    return bool(
        (len(line) <= LONGEST_LABEL and (_whole().fullmatch(line) or _credit_line().fullmatch(line)))
        or _opening().match(line)
        or (len(line) <= LONGEST_LABEL and _MENU.fullmatch(line))
        or _is_credited_label(line)
        or _says_itself_again(line)
    )


def _notices_within(line: str) -> Iterator[tuple[int, int]]:
    """Boilerplate at the beginning, end or in the midst of a line that is otherwise the article's."""
    for match in _within().finditer(line):
        yield match.span()
    if len(line) <= 2 * LONGEST_LABEL:
        head = _credit_head().match(line)
        if head and not _ENDS_LIKE_A_SENTENCE.search(line):
            yield head.span(1)
        tail = _credit_tail().search(line)
        if tail:
            yield tail.span(1)


def _is_credited_label(line: str) -> bool:
    """A label with its credit ("Lighthouse at dusk / AP", "The quay on Monday (File photo by TASS)")."""
    if len(line) > LONGEST_LABEL:
        return False
    return bool(
        re.fullmatch(rf"[^.!?;“\"]{{3,120}} / (?:{_names()})", line) or _closing_credit().fullmatch(line)
    )


def _says_itself_again(line: str) -> bool:
    """Labels of a graphic or a gallery: most of the line's runs of five words come twice or more.

    Saved pages hold a map's labels once for each screen size.
    """
    words = [w.lower() for w in _WORD.findall(line)]
    if not 16 <= len(words) <= 4000:
        return False
    runs = [tuple(words[i : i + 5]) for i in range(len(words) - 4)]
    counts = Counter(runs)
    return sum(counts[run] > 1 for run in runs) >= 0.55 * len(runs)


# ---------------------------------------------------------------- several lines


def _repeated_labels(article: Article, lines: list[Span]) -> set[Span]:
    """Lines printed twice or more that are no sentence: captions, link titles, labels.

    The headline may come again above the text, so it is left alone.
    """
    title = (article.title or (lines[0].words_in(article.text) if lines else "")).strip()
    counts = Counter(line.words_in(article.text) for line in lines)
    return {
        line
        for line in lines
        if counts[words := line.words_in(article.text)] > 1
        and words != title
        and len(words) <= LONGEST_LABEL
        and not re.search(r"[\"“”]", words)
        and (counts[words] > 2 or not _ENDS_LIKE_A_SENTENCE.search(words))
    }


def _who_wrote_it(text: str, lines: list[Span]) -> Iterator[Span]:
    """ "Mara Lund is a reporter for The Lantern." among the last lines of what is longer than that."""
    for line in lines[max(_FEWEST_ABOVE, len(lines) - _CLOSING) :]:
        if len(line.words_in(text)) <= LONGEST_LABEL and _writers().fullmatch(line.words_in(text)):
            yield line


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


# ---------------------------------------------------------------- patterns


@cache
def _names() -> str:
    """Every supplier of pictures, longest name first."""
    names = sorted({*AGENCIES, *PICTURE_AGENCIES}, key=len, reverse=True)
    return "|".join(re.escape(name) for name in names) + "|REUTERS|REX"


@cache
def _whole() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in WHOLE_LINES), re.IGNORECASE)


@cache
def _opening() -> re.Pattern[str]:
    # "More: ..." opens a link; "more: ..." inside a sentence cannot stand at the beginning of a line.
    return re.compile("|".join(f"(?:{p})" for p in OPENINGS), re.IGNORECASE)


@cache
def _writers() -> re.Pattern[str]:
    return re.compile(WRITERS, re.IGNORECASE)


@cache
def _within() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{p})" for p in WITHIN_LINES), re.IGNORECASE)


_PERSON = r"(?:(?:[A-Z]\.|[A-Z][\w'’-]{1,20}) ){0,3}[A-Z][\w'’-]{1,20}"


@cache
def _credit_line() -> re.Pattern[str]:
    """A line that is nothing but a credit: "Jane Doe/Getty Images", "AP - AFP", "(Jane Doe / The Post)"."""
    names = _names()
    chain = (
        rf"(?:{names})(?:\s?(?:[/,&•|-]|via|or|and)\s?(?:{names}|licensors|[Cc]ontributor|Getty|FILE)){{0,3}}"
    )
    person = (
        rf"(?:{_PERSON}|Twitter/\w{{2,30}})\s?(?:/|via|[–—-]|for|,)\s?{chain}(?:\s?,? ?(?:[Ff]ile|FILE))?"
    )
    both = rf"(?:{chain}|{person})"
    return re.compile(rf"\(?{both}\)?|\({_PERSON} / (?:The )?{_PERSON}\)|{both} {both}")


@cache
def _credit_head() -> re.Pattern[str]:
    """A credit before its caption: "Getty Images The quay at noon", "AP:Associated Press The quay"."""
    names = _names()
    chain = rf"(?:{names})(?:\s?(?:[:/•|-]|\bor\b)\s?(?:{names}|licensors|[Cc]ontributor)){{0,3}}"
    return re.compile(
        rf"((?:{_PERSON} ?/ ?)?{chain}) (?=(?:[A-Z][a-z]|An? [a-z]|[A-Z]\w+ [a-z]))(?!{_TITLES})"
    )


_TITLES = (
    r"(?:News|Press|Agency|Television|TV|World|Chief|Correspondent|Editor|President|Reporter|Photographer)\b"
)


@cache
def _credit_tail() -> re.Pattern[str]:
    """A credit behind its caption: "... at the quay. Reuters", "... at the quay Jane Doe/AFP"."""
    names = _names()
    before = rf"(?:(?<=[.!?”\"'’]) |(?<=[\w”\"]) (?={_PERSON}\s?/))"
    return re.compile(rf"{before}((?:{_PERSON}\s?/\s?)?(?:{names})(?:/(?:{names})){{0,2}})$")


@cache
def _closing_credit() -> re.Pattern[str]:
    return re.compile(
        rf"[A-Z][^.!?;:©“\"()]{{8,160}} \((?:[Ff]ile )?(?:[Pp]hotos?(?: by|:)? )?(?:{_names()})(?:/"
        rf"(?:{_names()}))?\)"
    )
