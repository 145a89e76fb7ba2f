"""Where an article says its information comes from.

Comes in:   an `Article`, its sentences, its boilerplate.
Goes out:   `Credit` records: the agency or outlet as printed, the kind of credit, and the words that give
            it. Credits for pictures are kept apart under the kind "photo".
Left open:  people, police and ministries: they are speakers, and `attribute` reads them. Social platforms,
            unless nobody but "users" or "witnesses" is named for what stands there: they are where words
            stand, not who vouches for them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tellings.languages.en.crediting import OWN_FINDING
from tellings.records import Article, Credit, CreditKind, Sentence, Span
from tellings.trace import credit_patterns as patterns
from tellings.trace.bodies import name_key, same_body
from tellings.trace.datelines import find_datelines
from tellings.trace.names import PressName, find_press_names

REACH = 160
"""Characters before and behind a name in which crediting words are looked for."""

_RESEARCH = r"\b(?:findings|paper|peer-reviewed|research|researchers|results|scientists?|study|studies)\b"


def find_credits(
    article: Article,
    sentences: Sequence[Sentence],
    boilerplate: Sequence[Span],
    agencies: frozenset[str] = frozenset(),
    outlets: frozenset[str] = frozenset(),
) -> tuple[Credit, ...]:
    """Every agency and outlet that the article credits, in order; one credit for a name and a place.

    `agencies` are names that the datelines of the story show to be those of agencies, `outlets` names that
    the story uses as those of outlets.
    """
    text = article.text
    printed = find_press_names(text, agencies, outlets)
    names = [n for n in printed if not is_own_name(n.name, article)]
    found = [*_signed_lines(text, article), *_reported(text, names, sentences, boilerplate)]
    found += _sites(text, sentences, boilerplate)
    found += _posts(text, boilerplate)
    found += _pictures(text, boilerplate, found)
    kept = {
        (c.kind == "photo", name_key(c.name), c.span.start): c
        for c in found
        if not is_own_name(c.name, article)
    }
    own = [n for n in printed if n not in names]
    return _with_full_names(
        sorted((*kept.values(), *_own_reports(text, own)), key=lambda c: (c.span, c.name)), names
    )


def is_own_name(name: str, article: Article) -> bool:
    """Whether the name is that of the outlet the article itself stands in.

    The outlet may be a name or an address: "The New York Times", "nytimes.com" and "nyt" are one, and so are
    "Union Wire Service" and "UWS", "Ocean" and "Ocean News".
    """
    return _is_name_of(name, article.outlet or "", re.sub(r"^https?://|/.*$", "", article.url or ""))


@lru_cache(maxsize=65536)
def _is_name_of(name: str, outlet: str, site: str) -> bool:
    known = [w for w in (outlet, site) if w]
    key = name_key(name).split()
    if not key or not known:
        return False
    forms = {"".join(key), "".join(key) + "news", "".join(w[0] for w in key[:-1]) + key[-1]}
    forms |= {"".join(w[0] for w in key)} if len(key) > 2 else set()
    own = {_squashed(k) for k in known} | {
        part for k in known for part in k.lower().split(".") if len(part) > 2
    }
    initials = "".join(word[0] for word in name_key(outlet).split())
    own |= {initials} if len(initials) > 2 else set()
    return any(f in own or (len(f) > 4 and any(o.endswith(f) for o in own)) for f in forms)


def _squashed(outlet: str) -> str:
    return re.sub(r"^the|[^a-z0-9]", "", outlet.lower())


# ---------------------------------------------------------------- crediting words in a sentence


def _reported(
    text: str, names: Sequence[PressName], sentences: Sequence[Sentence], boilerplate: Sequence[Span]
) -> Iterator[Credit]:
    """Names beside crediting words, and those joined to them: "told the Bugle and the Herald"."""
    joined: Span | None = None
    waiting: list[PressName] = []
    for name in names:
        if any(name.span.overlaps(b) for b in boilerplate):
            continue
        if not (waiting and _is_joined(text, waiting[-1].span.end, name.span.start)):
            waiting = []
        if joined and not _is_joined(text, joined.end, name.span.start):
            joined = None
        credit, leads = _credit_of(text, name, sentences)
        if credit is None and joined is not None:
            credit, leads = _credit(name, Span(joined.start, name.span.end)), True
        if credit is None:
            waiting.append(name)
            continue
        if not leads:
            yield from (_credit(other, Span(other.span.start, credit.span.end)) for other in waiting)
        yield credit
        waiting, joined = [], credit.span if leads else None


def _credit(name: PressName, span: Span) -> Credit:
    return Credit(name=name.name, kind="cited-report", span=span)


def _is_joined(text: str, end: int, start: int) -> bool:
    """Whether a name that ends and one that starts there are of one list: "the Bugle and The Lantern"."""
    return patterns.joining().fullmatch(text, end, start) is not None


def _credit_of(text: str, name: PressName, sentences: Sequence[Sentence]) -> tuple[Credit | None, bool]:
    """The credit that the words beside a name give, if any; and whether they stand before it."""
    sentence = _around(text, name.span, sentences)
    before = _amid(text, max(sentence.start, name.span.start - REACH), name.span.start)
    behind = text[name.span.end : min(sentence.end, name.span.end + REACH)].replace("\xa0", " ")
    begins = patterns.before().search(before)
    ends = patterns.behind().match(behind)
    if name.kind == "outlet" and _is_of_science(name.name, sentence.words_in(text)):
        return None, False
    if begins and not _is_about(before, behind):
        start = name.span.start - len(before) + begins.start(1)
        return _credit(name, Span(start, name.span.end)), True
    if ends:
        return _credit(name, Span(name.span.start, name.span.end + ends.end())), False
    return None, False


def _amid(text: str, start: int, end: int) -> str:
    """The words as they would stand amid a sentence: "According to" is "according to"."""
    words = text[start:end].replace("\xa0", " ")
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _is_of_science(name: str, sentence: str) -> bool:
    """ "The paper, published in The Tidal Journal": a journal in which research stands, and no newspaper."""
    return name.endswith("Journal") and bool(re.search(_RESEARCH, sentence))


def _own_reports(text: str, own: Sequence[PressName]) -> Iterator[Credit]:
    """An outlet that names itself for an earlier report or a reporter of its own."""
    for name in own:
        before = text[max(0, name.span.start - REACH) : name.span.start]
        behind = text[name.span.end : name.span.end + REACH]
        begins, ends = patterns.own_before().search(before), patterns.own_behind().match(behind)
        if begins and ends:
            start = name.span.start - len(before) + begins.start()
            yield Credit(name=name.name, kind="cited-report", span=Span(start, name.span.end + ends.end()))
        elif sent := patterns.own_reporter().match(behind) or re.match(OWN_FINDING, behind):
            span = Span(name.span.start, name.span.end + sent.end())
            yield Credit(name=name.name, kind="cited-report", span=span)


def _is_about(before: str, behind: str) -> bool:
    """ "The president of Harbour TV": the name is part of somebody's title, not the place of the words."""
    title = re.search(
        r"\b(?:chief|president|director|owner|head|founder|editor) (?:of|at|for) (?:the )?$", before
    )
    return bool(title or (re.search(r"\ban? (?:local )?$", before) and re.match(r" station\b", behind)))


def _sites(text: str, sentences: Sequence[Sentence], boilerplate: Sequence[Span]) -> Iterator[Credit]:
    """ "As reported by tideWatch24": a site whose name only the crediting words make one."""
    for match in patterns.before_site().finditer(text):
        name = Span(*match.span(1))
        if not any(name.overlaps(b) for b in boilerplate):
            yield Credit(name=name.words_in(text), kind="cited-report", span=Span(*match.span()))


def _posts(text: str, boilerplate: Sequence[Span]) -> Iterator[Credit]:
    """ "On Birdsong, witnesses posted": what users without a name put on a platform."""
    for match in patterns.posted().finditer(text):
        place = Span(*match.span())
        if not any(place.overlaps(b) for b in boilerplate):
            name = next(group for group in match.groups() if group)
            yield Credit(name=name, kind="cited-report", span=place)


def _around(text: str, place: Span, sentences: Sequence[Sentence]) -> Span:
    """The sentence (or, where there is none, the line) that holds a place."""
    at = bisect_right(sentences, place.start, key=lambda s: s.span.start) - 1
    if at >= 0 and sentences[at].span.end > place.start:
        return Span(sentences[at].span.start, max(sentences[at].span.end, place.end))
    end = text.find("\n", place.end)
    return Span(text.rfind("\n", 0, place.start) + 1, len(text) if end < 0 else end)


# ---------------------------------------------------------------- lines that sign


def _signed_lines(text: str, article: Article) -> Iterator[Credit]:
    """Datelines, bylines, copyright and source lines."""
    for span, name in find_datelines(text):
        yield Credit(name=name, kind="wire", span=span)
    for kind, pattern in patterns.signatures():
        for match in pattern.finditer(text):
            yield from _listed(text, Span(*match.span()), Span(*match.span(1)), kind)
    lines = [Span(*m.span()) for m in re.finditer(r"[^\s\n][^\n]*", text)]
    for place, line in enumerate(lines):
        words = line.words_in(text).strip()
        at_end = place >= len(lines) - 2 and re.search(r"[.!?”\"]\s*$", lines[place - 1].words_in(text))
        at_top = place <= 2
        if (at_end or at_top) and len(words) <= 80 and patterns.agencies_alone().fullmatch(words.strip("()")):
            yield from _listed(text, line, line, "wire" if at_end else "byline-agency")


def _listed(text: str, whole: Span, place: Span, kind: CreditKind) -> Iterator[Credit]:
    """A credit for each name in a list ("AP - AFP", "Reuters and AFP"), or for the words as they stand."""
    words = place.words_in(text)
    names = [n for n in find_press_names(words) if n.kind != "unnamed"]
    if re.search(r"(?i)\bagencies\b|\bwires?\b", words):
        yield Credit(name=words.strip(" ().,|"), kind=kind, span=whole)
        names = [n for n in names if n.kind == "agency"]
    for name in names:
        yield Credit(name=name.name, kind=kind, span=whole)


# ---------------------------------------------------------------- pictures


def _pictures(text: str, boilerplate: Sequence[Span], others: Sequence[Credit]) -> list[Credit]:
    signed = [c.span for c in others if c.kind != "cited-report"]
    found = []
    for span in boilerplate:
        if any(span.overlaps(s) for s in signed):
            continue
        words = span.words_in(text)[:4000]
        for match in patterns.picture_agencies().finditer(words):
            place = Span(span.start + match.start(), span.start + match.end())
            found.append(Credit(name=match.group(), kind="photo", span=place))
    for match in patterns.given_by().finditer(text):
        found.append(Credit(name=match.group(1), kind="photo", span=Span(*match.span())))
    return found


# ---------------------------------------------------------------- one body, one name


def _with_full_names(credits: Sequence[Credit], names: Sequence[PressName]) -> tuple[Credit, ...]:
    """The fullest form of each name that the article prints, the same for all its credits."""
    printed = list(dict.fromkeys([c.name for c in credits] + [n.name for n in names if n.kind != "unnamed"]))
    full = {c.name: _fullest(c.name, printed) for c in credits if c.kind != "photo"}
    return tuple(
        Credit(name=full.get(c.name, c.name) if c.kind != "photo" else c.name, kind=c.kind, span=c.span)
        for c in credits
    )


def _fullest(name: str, printed: Sequence[str]) -> str:
    fuller = [p for p in printed if same_body(name, p) and len(p) > len(name)]
    full = max(fuller, key=len, default=name)
    hyphened = [p for p in printed if "-" in p and name_key(p) == name_key(full)]
    return max(hyphened, key=len, default=full)
