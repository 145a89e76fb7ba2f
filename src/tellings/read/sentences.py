"""Where sentences begin and end.

Comes in:   the text of an article.
Goes out:   `Sentence`s in order: no two overlap, none begins or ends in white space, and together they cover
            every character that is not white space.

First the text is cut into paragraphs (`blocks`), then each paragraph at the stops that end a sentence. A full
stop is taken for an end unless something speaks against it: an initial, an abbreviation, an address, or a
lower-case letter after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.languages.en.abbreviations import (
    ADDRESS_ENDS,
    AFTER_A_TIME,
    BEFORE_A_NAME,
    BEFORE_A_NUMBER,
    NEVER_LAST,
    OFTEN_INSIDE,
    SAYING_AFTER_A_QUOTE,
    SENTENCE_OPENERS,
)
from tellings.read.blocks import blocks_of, trimmed
from tellings.records import Sentence, Span

_STOP = re.compile(
    r"""(?P<stop>[.!?…]+(?:\ \.)*)                                # "ended.", "what?!", "well . . ."
        (?P<close>["'”’»)\]]*(?:\s?\[\d{1,3}\])*(?:\ ["”'’]+(?=\s|$))?)  # 'he said.")', 'he said. "'
        (?P<space>\s*)""",
    re.VERBOSE,
)
_BULLET = re.compile(r"(?<=\s)[•▪●‣◦■]\s")
_OPENING = "\"'“‘«([¿¡*–—•-"
_LEAD = re.compile(rf"[{re.escape(_OPENING)}\s]*")
_WORD_BEFORE = re.compile(r"[\w.'’&/@-]+$")
_WORD_AFTER = re.compile(r"[\w'’.-]*[\w'’]")
_ACRONYM = re.compile(r"(?:[A-Za-z]\.)+[A-Za-z]|Ph\.D|[A-Z][a-z]\.[A-Z]")
_QUESTIONER = re.compile(r"(?:[A-Z][\w.'’-]*\s+){1,5}([a-z]+)\b")
_LOWER_NAME = re.compile(r"[a-z]{1,2}[A-Z]")
_LOOK_BACK = 40
_LOOK_AHEAD = 90

_NAME_NEXT = frozenset(BEFORE_A_NAME)
_NEVER_LAST = frozenset(NEVER_LAST)
_NUMBER_NEXT = frozenset(BEFORE_A_NUMBER)
_OFTEN_INSIDE = frozenset(OFTEN_INSIDE)
_OPENERS = frozenset(SENTENCE_OPENERS)
_AFTER_TIME = frozenset(AFTER_A_TIME)
_ADDRESS_ENDS = frozenset(ADDRESS_ENDS)
_SAYING = frozenset(SAYING_AFTER_A_QUOTE)


def find_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order, each with the number of its paragraph (from 0)."""
    found = []
    for paragraph, block in enumerate(blocks_of(text)):
        found += [Sentence(span=span, paragraph=paragraph) for span in _cut(text, block)]
    return tuple(found)


def _cut(text: str, block: Span) -> Iterator[Span]:
    """A block as trimmed sentences; a piece without letter or digit goes with the sentence before it."""
    pending: Span | None = None
    start = block.start
    for end in [*_ends(text, block), block.end]:
        piece = trimmed(text, start, end)
        start = end
        if not piece:
            continue
        if pending and not any(map(str.isalnum, piece.words_in(text))):
            pending = Span(pending.start, piece.end)
            continue
        if pending:
            yield pending
        pending = piece
    if pending:
        yield pending


def _ends(text: str, block: Span) -> list[int]:
    """The places inside a block at which a sentence ends."""
    ends = [bullet.start() for bullet in _BULLET.finditer(text, *block)]
    quoting, counted = False, block.start
    for stop in _STOP.finditer(text, *block):
        if stop.end() == block.end:
            break
        quoting ^= text.count('"', counted, stop.start()) % 2 == 1
        counted = stop.start()
        end = _end_at(text, stop, block, quoting)
        if end is not None:
            ends.append(end)
    return sorted(ends)


def _end_at(text: str, stop: re.Match[str], block: Span, quoting: bool) -> int | None:
    """Where the sentence ends that this stop may end: after the closing marks, or None if it goes on."""
    if not stop["space"]:
        return _end_without_space(text, stop, block, quoting)
    opening = _LEAD.match(text, stop.end(), min(block.end, stop.end() + 12))
    follows = opening.end() if opening else stop.end()
    if follows >= block.end or not (_may_begin(text, follows) or "(" in text[stop.end() : follows]):
        return None
    after = _word(_WORD_AFTER.match(text, follows, min(block.end, follows + _LOOK_AHEAD)))
    if stop["stop"] == ".":
        goes_on = _goes_on_after(text, stop, block, follows, after)
    elif set(stop["stop"]) <= set(".… "):
        goes_on = after in ("I", "I'm", "I've", "I'd", "I'll") and not stop["close"]
    else:
        goes_on = bool(stop["close"]) and _names_its_speaker(text, follows, block)
    return None if goes_on else stop.end()


def _may_begin(text: str, place: int) -> bool:
    """Whether a sentence can begin here: with no lower-case letter, unless it is a name such as "iPhone"."""
    return not text[place].islower() or _LOWER_NAME.match(text, place) is not None


def _goes_on_after(text: str, stop: re.Match[str], block: Span, follows: int, after: str) -> bool:
    """Whether the full stop only shortens the word before it, so that the sentence goes on."""
    before = _word(_WORD_BEFORE.search(text, max(block.start, stop.start() - _LOOK_BACK), stop.start()))
    bare = before.lstrip("'’").lower()
    bare = bare if bare in _NAME_NEXT or "-" not in bare else bare.rsplit("-", 1)[1]  # "R-Pa."
    opens = after[:1].isupper() and after.lower().replace("’", "'") in _OPENERS
    if not bare:
        return False
    if before.isdecimal() and len(before) < 4 and _begins_an_item(text, stop.start() - len(before), block):
        return True
    if len(before) == 1 and before.isupper():
        return not (opens and len(after) > 1)
    if bare in _NAME_NEXT:
        return bare not in ("st", "ft", "det") or not opens
    if bare in _NEVER_LAST:
        return True
    if bare in _NUMBER_NEXT:
        return text[follows].isdecimal()
    if bare in ("a.m", "p.m"):
        return after.lower().replace(".", "") in _AFTER_TIME or text[follows].isdecimal()
    if bare in _OFTEN_INSIDE or _ACRONYM.fullmatch(before):
        return not opens and not (text[follows] in _OPENING and stop["close"])
    return bool(stop["close"]) and stop["close"][0] in '"”' and _names_its_speaker(text, follows, block)


def _begins_an_item(text: str, place: int, block: Span) -> bool:
    """Whether the number here is that of an item: "1. Open the valve. 2. Close it."."""
    before = text[max(block.start, place - _LOOK_BACK) : place].rstrip(" \t\n(#")
    last = _word(_WORD_BEFORE.search(before)).rstrip(".").lower()
    return not before or (before[-1] in ".!?:;" and last not in _OFTEN_INSIDE | _NUMBER_NEXT | _NEVER_LAST)


def _end_without_space(text: str, stop: re.Match[str], block: Span, quoting: bool) -> int | None:
    """The end of a sentence glued to the next one ("left Torvik.Merrow said"), or None."""
    follows = stop.end()
    before = _word(_WORD_BEFORE.search(text, max(block.start, stop.start() - _LOOK_BACK), stop.start()))
    after = _word(_WORD_AFTER.match(text, follows, min(block.end, follows + _LOOK_AHEAD)))
    if not _is_last_word(before) or not _is_first_word(
        after, text[follows + len(after) : follows + len(after) + 1]
    ):
        return None
    straight = stop["close"].find('"')
    return follows if straight < 0 or quoting else stop.start("close") + straight


def _is_last_word(word: str) -> bool:
    """Whether a sentence can end in this word though no space follows: not "U.S", "v2" or "Mr"."""
    last = re.split(r"['’&/-]", word)[-1]
    if len(last) < 2 or last.isupper() or not last.isalnum() or last.lower() in _NAME_NEXT:
        return False
    return last.isdecimal() or not last[-1].isdecimal()


def _is_first_word(word: str, next_character: str) -> bool:
    """Whether a sentence can begin with this word though no space precedes it: not "Com", "D" or "A4"."""
    if not word[:1].isupper() or "." in word or next_character == "@" or word.lower() in _ADDRESS_ENDS:
        return False
    return next_character.isspace() if len(word) == 1 else word[1].islower() or word[1] in "'’"


def _names_its_speaker(text: str, place: int, block: Span) -> bool:
    """Whether a speaker and a verb of saying follow: '"Why now?" Mr. Lund asked'."""
    named = _QUESTIONER.match(text, place, min(block.end, place + _LOOK_AHEAD))
    return named is not None and named[1] in _SAYING and named[0].split(None, 1)[0].lower() not in _OPENERS


def _word(found: re.Match[str] | None) -> str:
    return found[0] if found else ""
