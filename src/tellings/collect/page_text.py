"""The text of a page, whole where the article stands.

Comes in:   the parsed tree of a page, and the text that an extractor took out of it; or the markup of an
            article alone, as feeds hold it.
Goes out:   every block of the part of the page that holds that text, blank lines between: captions, bylines
            and "read more" lines stay in, menus, forms and footers do not.

An extractor drops captions and bylines with the menus; photo credits and misdated captions are what a reader
of several accounts wants to see. So it only says where on the page the article is.
"""

from __future__ import annotations

import html as characters
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tellings.collect.encodings import without_surrogates
from tellings.collect.page_metadata import Tree

_BLOCKS = frozenset(
    """
    address article blockquote body caption center dd details div dl dt fieldset figcaption figure
    footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr
    ul
    """.split()  # noqa: SIM905 - a list of strings would fill the screen
)
_OUTSIDE = frozenset(
    """
    aside audio button canvas dialog embed footer form head iframe input link map math menu meta nav
    noscript object option script select style svg template textarea title video
    """.split()  # noqa: SIM905 - a list of strings would fill the screen
)
_OUTSIDE_NAMES = re.compile(
    r"(?i)(?:^|[\s_-])(?:ads?|advert\w*|breadcrumbs?|comments?|cookies?|newsletters?|outbrain|paywall|popular|promos?"
    r"|recirc\w*|recommend\w*|related\w*|share\w*|sharing|sidebar|social\w*|subscribe|taboola|toolbar)(?:$|[\s_-])"
)
_TAG = re.compile(r"<[a-zA-Z/!]")
_NO_WORD = re.compile(r"[\W_]+")
# The article's part of the page may hold this many times the words the extractor took, and some more.
_MOST_TIMES, _SOME_WORDS = 1.6, 60
_SEARCHED_THROUGH = 200_000


@dataclass(frozen=True, slots=True)
class _Block:
    """A piece of text that a browser sets as a block, and whether the extractor took it."""

    element: Tree
    text: str
    taken: bool

    @property
    def words(self) -> int:
        return len(self.text.split())


def text_of_article(tree: Tree, extracted: str) -> str:
    """The blocks around the `extracted` text; that text itself where its place cannot be told."""
    was_taken = _recogniser(extracted)
    blocks = [_Block(element, text, was_taken(text)) for element, text in _blocks(tree)]
    taken = [block for block in blocks if block.taken]
    story = _of_the_headline(taken)
    # Where the extractor took several articles and one bears the headline, the others are teasers.
    most = len(extracted.split()) if len(story) == len(taken) else sum(block.words for block in story)
    place = _common_place(story)
    if place is None:
        return extracted
    articles = [element for element in place.iterancestors("article")]
    for part in (*articles[:1], place):
        kept = _within(part, blocks)
        if _fits(kept, most):
            return "\n\n".join(block.text for block in kept)
    return extracted


def text_of_markup(markup: str) -> str:
    """The words of a piece of markup that is all article, blank lines between its blocks."""
    if not _TAG.search(markup):
        return characters.unescape(markup).replace("\r\n", "\n").replace("\r", "\n").strip()
    from lxml import etree, html  # type: ignore[import-untyped]

    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(f"<body>{markup}</body>".encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return ""
    return "\n\n".join(text for _, text in _blocks(tree))


def line_of_markup(markup: object) -> str | None:
    """The words of a title or a name on one line, None where there are none."""
    if not isinstance(markup, str) or not markup.strip():
        return None
    return " ".join(text_of_markup(without_surrogates(markup[:5_000])).split())[:500] or None


def _recogniser(extracted: str) -> Callable[[str], bool]:
    """Tells whether a block is part of the extracted text: a line of it, or (in shorter texts) within one."""
    lines = {_key(line) for line in extracted.split("\n")} - {""}
    squeezed = _NO_WORD.sub("", extracted.lower()) if len(extracted) < _SEARCHED_THROUGH else ""

    def was_taken(text: str) -> bool:
        key = _key(text)
        return key in lines or (len(key) >= 20 and key in squeezed)

    return was_taken


def _of_the_headline(taken: list[_Block]) -> list[_Block]:
    """The blocks of the one article element that holds a first-level heading, if there is one; else all."""
    by_article: dict[Tree | None, list[_Block]] = {}
    for block in taken:
        outermost = next(iter(reversed([a for a in block.element.iterancestors("article")])), None)
        by_article.setdefault(outermost, []).append(block)
    headed = [a for a in by_article if a is not None and next(a.iter("h1"), None) is not None]
    return by_article[headed[0]] if len(headed) == 1 and len(by_article) > 1 else taken


def _within(part: Tree, blocks: list[_Block]) -> list[_Block]:
    inside = set(part.iter())
    return [b for b in blocks if b.element in inside and (b.taken or not _is_outside(b.element, part))]


def _fits(kept: list[_Block], most: int) -> bool:
    """Whether nearly all of the extracted words are there, and not many more."""
    there = sum(block.words for block in kept if block.taken)
    return there >= 0.9 * most and sum(block.words for block in kept) <= _MOST_TIMES * most + _SOME_WORDS


def _blocks(tree: Tree) -> Iterator[tuple[Tree, str]]:
    """The pieces of text that a browser would set as blocks, each with the block element it stands in."""
    from lxml import etree

    pieces: list[str] = []
    owners = [tree]
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        breaks = element.tag in _BLOCKS
        if breaks or element.tag == "br":
            yield from _flushed(owners[-1], pieces)
        if event == "end":
            if breaks:
                owners.pop()
            pieces.append(element.tail or "")
            continue
        if breaks:
            owners.append(element)
        if element.tag in _OUTSIDE or _is_hidden(element):
            walker.skip_subtree()
        else:
            pieces.append(element.text or "")
    yield from _flushed(tree, pieces)


def _flushed(owner: Tree, pieces: list[str]) -> Iterator[tuple[Tree, str]]:
    text = " ".join("".join(pieces).split())
    pieces.clear()
    if text:
        yield owner, text


def _is_hidden(element: Tree) -> bool:
    return element.get("hidden") is not None or "display:none" in (element.get("style") or "").replace(
        " ", ""
    )


def _is_outside(element: Tree, part: Tree) -> bool:
    """Whether an element between the block and the article's part is named as one for other things."""
    while element is not None and element is not part:
        if _OUTSIDE_NAMES.search(f"{element.get('class') or ''} {element.get('id') or ''}"):
            return True
        element = element.getparent()
    return False


def _common_place(taken: list[_Block]) -> Tree | None:
    """The innermost element that holds nearly all of the words taken."""
    held: Counter[Tree] = Counter()
    for block in taken:
        held[block.element] += block.words
        for ancestor in block.element.iterancestors():
            held[ancestor] += block.words
    total = sum(block.words for block in taken)
    holding = [element for element, words in held.items() if words >= 0.95 * total]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _key(line: str) -> str:
    """The letters and digits of a line, by which an extracted line and a block are known to be the same."""
    return _NO_WORD.sub("", line.lower())[:120]
