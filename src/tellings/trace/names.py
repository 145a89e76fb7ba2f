"""Names of the press in a text.

Comes in:   text.
Goes out:   `PressName` records: where a name of an agency, a paper, a station or a site stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from tellings.languages.en.agencies import (
    AGENCIES,
    OUTLETS,
    PLATFORMS,
    PRESS_HEADS,
    PRESS_NOUNS,
    PRESS_QUALIFIERS,
    UNNAMED_PRESS,
)
from tellings.languages.en.demonyms import COUNTRY_OF
from tellings.languages.en.outlets import OUTLETS as SITES
from tellings.records import Span
from tellings.trace.bodies import is_agency
from tellings.trace.call_signs import find_call_signs

PressKind = Literal["agency", "outlet", "unnamed"]

_CAPITALISED = re.compile(
    r"(?:[A-Z][\w'’&.-]*|\d{1,2}to\d[A-Z]\w*|i[A-Z]\w+)"
    r"(?:[ \xa0](?:[A-Z][\w'’&.-]*|of the(?= [A-Z])|\d{1,2}\b|de la(?= [A-Z])|della(?= [A-Z]))){0,12}"
)
_SITE = re.compile(r"\b[A-Za-z0-9][\w-]{1,30}\.(?:com|net|tv|co\.uk|ru|fr|de)\b(?!/|@)")
_COUNTRIES = frozenset(COUNTRY_OF.values())
_IN_SMALL_LETTERS = re.compile(r"(?<![\w./@-])dpa(?![\w.@-])")
_OPENERS_LISTED = """
A According Although An And As At Because But By Citing For Friday From He However If In It Later Local
Many Monday On Over Quoting Saturday She Since Some Sunday That The Their There They This Though
Thursday To Tuesday UPDATE Under We Wednesday When While With Yet
"""
_OPENERS = frozenset(_OPENERS_LISTED.split())
_INSTITUTION = re.compile(
    r"(?:Foundation|Institute|Board|Club|Cent(?:er|re)|University|Prize|Award|Building|Square)\b"
)
_PEOPLES = (
    r"[A-Z][a-z]{1,12}(?:ian|ish|ese|ean|ani|eli|aqi)|French|Czech|American|German|Mexican|Afghan|Greek|Swiss"
    r"|Dutch|Thai|US|U\.S\.|UK|EU"
)
_DEMONYM = re.compile(rf"(?:North |South )?(?:{_PEOPLES})")
_BARE_HEADS_LISTED = """
Chronicle Courant Enquirer Examiner Gazette Globe Guardian Herald Independent Inquirer Journal Mail
Observer Paper Post Register Standard Telegraph Times Tribune
"""
_BARE_HEADS = frozenset(_BARE_HEADS_LISTED.split())
_NOT_NAMES = re.compile(
    r"\b(?:Breaking News|Fake News|Social|Good News|Bad News|World News|New World|First World|Third World"
    r"|Old World"
    r"|North Star|Pop Star|Secretary|Rock Star|Press (?:Secretary|Office|Conference|Club|Release)"
    r"|Freedom of the Press"
    r"|Black Record|Disney ?World|Sea ?World|Wayne's World|Trade Record|White Mail|Royal Mail|Free Press"
    r"|Meet the Press)\b"
)


@dataclass(frozen=True, slots=True)
class PressName:
    """A name of the press, printed at `span`. `kind` "unnamed" is "local media"."""

    span: Span
    name: str
    kind: PressKind


@lru_cache(maxsize=64)
def find_press_names(
    text: str, agencies: frozenset[str] = frozenset(), outlets: frozenset[str] = frozenset()
) -> tuple[PressName, ...]:
    """Every name of an agency or outlet, and every mention of the press without a name, in order.

    `agencies` and `outlets` are names that count as such beside those of the lists; of an outlet "The Hill"
    the article is printed too.
    """
    found: dict[Span, PressName] = {}
    for match in _CAPITALISED.finditer(text):
        for name in _names_in_run(text, match.start(), match.group(), agencies):
            found[name.span] = name
    for match in _IN_SMALL_LETTERS.finditer(text):
        found[Span(*match.span())] = PressName(Span(*match.span()), match.group(), "agency")
    for outlet in outlets:
        for match in _unlisted(outlet).finditer(text):
            place = Span(*match.span(1))
            if not any(place.overlaps(s) for s in found):
                found[place] = PressName(place, match.group(1), "outlet")
    for match in _SITE.finditer(text):
        if match.group().lower() != "u.s" and text[match.start() - 1 : match.start()] not in ("/", "@", "."):
            found[Span(*match.span())] = PressName(Span(*match.span()), match.group(), "outlet")
    for match in find_call_signs(text):
        found.setdefault(Span(*match.span()), PressName(Span(*match.span()), match.group(), "outlet"))
    for match in _unnamed().finditer(text):
        if not re.match(r"(?i)social|mass|mainstream|this", match.group()):
            found[Span(*match.span())] = PressName(Span(*match.span()), match.group(), "unnamed")
    for match in _beside_noun().finditer(text):
        place = Span(*(match.span(1) if match.group(1) else match.span(2)))
        words = place.words_in(text)
        if not _is_no_name(words) and not any(place.overlaps(s) for s in found):
            found[place] = PressName(place, words, "outlet")
    return tuple(found[span] for span in sorted(found))


def _names_in_run(text: str, start: int, run: str, agencies: frozenset[str]) -> Iterator[PressName]:
    """Press names inside one run of capitalised words."""
    words = [(m.start(), m.end()) for m in re.finditer(r"[^ \xa0]+", run)]
    at = 0
    while at < len(words):
        end = _known_from(run, words, at, agencies) or _headed_from(run, words, at)
        if end is None:
            at += 1
            continue
        begin, stop = words[at][0], words[end - 1][1]
        name = run[begin:stop]
        bare = re.sub(r"(?:['’]s?|[.,])$", "", name)
        span = Span(start + begin, start + begin + len(bare))
        platform = bare in PLATFORMS
        if not platform and not _NOT_NAMES.search(run) and not _is_part(run, words, at, end):
            kind: PressKind = "agency" if is_agency(bare, agencies) else "outlet"
            yield PressName(span, _without_its_kind(bare), kind)
        at = end


def _without_its_kind(name: str) -> str:
    """ "Time Magazine" is Time; a magazine that is known by no shorter name keeps the word."""
    shorter = name.removesuffix(" Magazine")
    return shorter if shorter in _titles() else name


def _known_from(run: str, words: list[tuple[int, int]], at: int, agencies: frozenset[str]) -> int | None:
    """End (in words) of the longest known name that begins here, with the trade words behind it."""
    for end in range(min(len(words), at + 5), at, -1):
        words_here = run[words[at][0] : words[end - 1][1]]
        bare = re.sub(r"(?:['’]s?|[.,])$", "", words_here)
        if bare in _known() or bare in agencies:
            if bare != words_here:
                return end
            while end < len(words) and end - at < 5:
                word = re.sub(r"(?:['’]s?|[.,])$", "", run[words[end][0] : words[end][1]])
                if word not in PRESS_HEADS and word not in {
                    "Agency",
                    "Arabic",
                    "English",
                    "Radio",
                    "Four",
                    "2",
                    "4",
                }:
                    break
                end += 1
                if run[: words[end - 1][1]].endswith(("'s", "’s", ".")):
                    break
            return end
    return None


def _headed_from(run: str, words: list[tuple[int, int]], at: int) -> int | None:
    """End (in words) of a name that ends in a word of the trade: "The Harbour Town Gazette"."""
    first = run[words[at][0] : words[at][1]]
    if first in _OPENERS and first != "The":
        return None
    for end in range(min(len(words), at + 5), at, -1):
        last = run[words[end - 1][0] : words[end - 1][1]]
        head = _last_part(re.sub(r"(?:['’]s?|[.,])$", "", last))
        if head not in PRESS_HEADS:
            continue
        size = end - at - (first == "The")
        inner = [run[words[i][0] : words[i][1]] for i in range(at, end - 1)]
        if any(re.search(r"['’]s$|[.]$", w) and w not in {"St.", "U.S."} for w in inner):
            continue
        if not last.startswith(head) and end < len(words):
            behind = re.sub(r"['’]s?$", "", run[words[end][0] : words[end][1]])
            return end + (behind.lower() in _COUNTRIES)  # "HarbourNews Barbados"
        if size >= 2 or not last.startswith(head) or (size == 1 and head in _BARE_HEADS and first == "The"):
            return end
        if size == 1 and end - at == 1 and head in _BARE_HEADS:
            return end
    return None


def _last_part(word: str) -> str:
    """The last part of a word that is put together: "Times-News", "HarbourNews"."""
    return re.sub(r".*[a-z](?=[A-Z][a-z]+$)|.*-", "", word)


def _is_part(run: str, words: list[tuple[int, int]], at: int, end: int) -> bool:
    """Whether the name is part of another one: "Michael R. Bloomberg", "Harbour Times Foundation"."""
    if end < len(words) and _INSTITUTION.match(run[words[end][0] : words[end][1]]):
        return True
    if at == 0 or end - at > 1 or run[words[at][0] : words[end - 1][1]].isupper():
        return False
    before = run[words[at - 1][0] : words[at - 1][1]]
    return before not in _OPENERS and not re.search(r"['’]s?$", before) and not _DEMONYM.fullmatch(before)


def _is_no_name(words: str) -> bool:
    """A word that begins a sentence, a people, or a platform, beside a word of the trade by chance."""
    return (
        words in _OPENERS
        or words in PLATFORMS
        or bool(_DEMONYM.fullmatch(words))
        or words.endswith(("'s", "’s", "Day"))
    )


# ---------------------------------------------------------------- tables and patterns


@cache
def _known() -> frozenset[str]:
    return frozenset({*AGENCIES, *OUTLETS, *(f"The {a}" for a in AGENCIES)})


@cache
def _titles() -> frozenset[str]:
    return frozenset(name for _, name in SITES)


@cache
def _unnamed() -> re.Pattern[str]:
    qualifiers = "|".join(re.escape(q) for q in PRESS_QUALIFIERS)
    nouns = "|".join(sorted((re.escape(n) for n in UNNAMED_PRESS), key=len, reverse=True))
    qualifiers += "|" + "|".join(re.escape(q.capitalize()) for q in PRESS_QUALIFIERS)
    people = rf"(?:North |South )?(?:{_PEOPLES})"
    return re.compile(
        rf"\b(?:(?:(?:{qualifiers}|{people}) ){{1,3}}(?:{nouns})|"
        rf"(?:[Ll]ocal|[Ee]arlier|[Ii]nitial|[Uu]nconfirmed) reports|"
        rf"(?:[Mm]edia (?:outlets|reports)"
        rf"|[Nn]ews (?:outlets|agencies|reports)))\b(?! (?:group|company|organi|address|station|channel"
        rf"|network))"
    )


@lru_cache(maxsize=256)
def _unlisted(outlet: str) -> re.Pattern[str]:
    """An outlet as printed; one whose name begins with an article never without: "Hill" is not "The Hill"."""
    name = re.escape(outlet.removeprefix("The "))
    article = rf"\b((?:The |(?<=\bthe )){name})" if outlet.startswith("The ") else rf"\b({name})"
    return re.compile(rf"{article}\b(?! [A-Z])")


@cache
def _beside_noun() -> re.Pattern[str]:
    """A name that only the plain word beside it makes one of the press: "Tidewatch magazine"."""
    nouns = "|".join(sorted((re.escape(n) for n in PRESS_NOUNS), key=len, reverse=True))
    name = r"(?:The )?(?:[A-Z][\w'’&-]{1,25}|i[A-Z]\w{2,20})(?: [A-Z][\w'’&-]{1,25}){0,2}"
    return re.compile(
        rf"\b({name})(?:,? (?:an?|the) (?:[\w.'’-]{{2,20}} ){{0,4}}| )(?:{nouns})\b(?! (?:stations"
        rf"|channels|group)|, The [A-Z])"
        rf"|\b(?:(?:newspaper|news site|news website|news agency|magazine|broadcaster|tabloid|newswire),? "
        rf"|(?:the|a) (?:[A-Z]\w+ )?(?:daily|weekly) )({name})\b"
    )
