"""The text of a page, whole where the article stands.

Comes in:   the parsed tree of a page, and the text that an extractor took out of it.
Goes out:   every block of the part of the page that holds that text, blank lines between: captions, bylines
            and "read more" lines stay in, menus, forms and footers do not.

An extractor drops captions and bylines with the menus; photo credits and misdated captions are what a reader
of several accounts wants to see. So it only says where on the page the article is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

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
_NO_WORD = re.compile(r"[\W_]+")
# The article's part of the page may hold this many times the words the extractor took, and some more.
_MOST_TIMES, _SOME_WORDS = 1.6, 60


def text_of_article(tree: Tree, extracted: str) -> str:
    """The blocks around the `extracted` text; that text itself where its place cannot be told."""
    wanted = {key: len(line.split()) for line in extracted.split("\n") if (key := _key(line))}
    blocks = list(_blocks(tree))
    place = _common_place([(element, wanted[_key(text)]) for element, text in blocks if _key(text) in wanted])
    if place is None:
        return extracted
    articles = [element for element in place.iterancestors("article")]
    for part in (*articles[:1], place):
        kept = _blocks_within(part, blocks, wanted)
        if _fits(kept, wanted):
            return "\n\n".join(kept)
    return extracted


def _blocks_within(part: Tree, blocks: list[tuple[Tree, str]], wanted: dict[str, int]) -> list[str]:
    within = set(part.iter())
    return [
        text
        for element, text in blocks
        if element in within and (_key(text) in wanted or not _is_outside(element, part))
    ]


def _fits(kept: list[str], wanted: dict[str, int]) -> bool:
    """Whether nearly all of the extracted text is there, and not much more."""
    extracted = sum(wanted.values())
    there = sum(wanted[key] for key in {_key(text) for text in kept} & wanted.keys())
    words = sum(len(text.split()) for text in kept)
    return there >= 0.9 * extracted and words <= _MOST_TIMES * extracted + _SOME_WORDS


def _blocks(tree: Tree) -> Iterator[tuple[Tree, str]]:
    """The pieces of text that a browser would set as blocks, each with the block element it stands in."""
    from lxml import etree  # type: ignore[import-untyped]

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


def _common_place(found: list[tuple[Tree, int]]) -> Tree | None:
    """The innermost element that holds nearly all of the words found."""
    held: Counter[Tree] = Counter()
    for element, words in found:
        held[element] += words
        for ancestor in element.iterancestors():
            held[ancestor] += words
    total = sum(words for _, words in found)
    holding = [element for element, words in held.items() if words >= 0.95 * total]
    return max(holding, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def _key(line: str) -> str:
    """The letters and digits of a line, by which an extracted line and a block are known to be the same."""
    return _NO_WORD.sub("", line.lower())[:120]
