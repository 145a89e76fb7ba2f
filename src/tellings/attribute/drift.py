"""How the words of one utterance differ from telling to telling.

Comes in:   the statements of one utterance, and the texts.
Goes out:   `Drift`s, each with exact words in both statements.

Every article's telling is held against the fullest quotation of the story. Quotation marks, capitals,
punctuation, spelling habits and figures for number words are not drift.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher

from tellings.attribute.contents import Content, content_of
from tellings.attribute.likeness import in_order
from tellings.attribute.quotes import quoted_spans
from tellings.attribute.retitled import is_retitled
from tellings.attribute.told_words import ToldWord, of_pieces, told_words
from tellings.attribute.wording import Telling, departures
from tellings.records import Drift, Span, Statement

TOLD_TWICE = 0.8
"""The part of a statement's words that stands in another one of its article which tells the same again."""
OWN_WORDS = 0.75
"""A report whose words stand, to this part, in the quotation, in order, is no paraphrase of it."""
FEWEST_QUOTED = 3
"""Words within marks, in a sentence of the outlet's own, that are compared word by word."""

_Article = Sequence[Statement]
_Texts = Mapping[str, str]


def drift_among(statements: Sequence[Statement], texts: _Texts) -> tuple[Drift, ...]:
    """The drift between the fullest telling and the tellings of the other articles; `texts` by article id."""
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    whole = max(by_article.values(), key=lambda told: _fullness(told, texts))
    found: list[Drift] = []
    for told in by_article.values():
        if told is not whole:
            found += _drift_of(told, whole, texts)
    return tuple(found)


def _fullness(told: _Article, texts: _Texts) -> tuple[int, int, int]:
    """How directly an article tells the words, how many of them, and how few it adds."""
    form = max(_directness(statement) for statement in told)
    text = texts[told[0].article]
    words = told_words(_once([s for s in told if _directness(s) == form], text), text)
    added = sum(word.bracketed for word in words)
    return form, len(words) - added, -added


def _directness(statement: Statement) -> int:
    return ("indirect", "mixed", "direct").index(statement.form)


def _drift_of(told: _Article, whole: _Article, texts: _Texts) -> Iterator[Drift]:
    text, other_text = texts[told[0].article], texts[whole[0].article]
    spoken = _once([s for s in whole if s.form == "direct"], other_text)
    if spoken:
        there = Telling(told_words(spoken, other_text), other_text)
        direct = _once([s for s in told if s.form == "direct"], text)
        if direct:
            yield from departures(Telling(told_words(direct, text), text), there)
        else:
            for statement in told:
                pieces = _pieces(statement, text)
                if pieces:
                    yield from departures(Telling(pieces, text), there)
            yield from _paraphrased(told, spoken, texts)
    yield from _retitled(told, whole, texts)


def _once(told: _Article, text: str) -> list[Statement]:
    """An article's statements without those whose words stand in another one of it too.

    The longest one is kept, and of equals the last: the words of a headline stand in the text again.
    """
    keys = {s.id: [word.key for word in told_words([s], text)] for s in told}
    kept: list[Statement] = []
    for statement in sorted(told, key=lambda s: (-len(keys[s.id]), -s.content[0].start)):
        words = keys[statement.id]
        if words and not any(_holds(keys[other.id], words) for other in kept):
            kept.append(statement)
    return sorted(kept, key=lambda s: s.content[0])


def _holds(longer: Sequence[str], words: Sequence[str]) -> bool:
    blocks = SequenceMatcher(None, longer, words, autojunk=False).get_matching_blocks()
    least = min(2, len(words))
    return sum(block.size for block in blocks if block.size >= least) >= TOLD_TWICE * len(words)


def _pieces(statement: Statement, text: str) -> list[ToldWord]:
    """The words that a mixed statement gives within marks."""
    if statement.form != "mixed":
        return []
    marked = [span for part in statement.content for span in quoted_spans(text, part)]
    words = of_pieces(marked, statement, text)
    return words if len(words) >= FEWEST_QUOTED else []


def _paraphrased(told: _Article, spoken: _Article, texts: _Texts) -> Iterator[Drift]:
    """What an article puts in its own words, once; a report in the words of the quotation is left out."""
    longest = max(told, key=lambda s: sum(part.end - part.start for part in s.content))
    here = content_of(longest, texts[longest.article])
    near = max(spoken, key=lambda s: len(content_of(s, texts[s.article]).terms & here.terms))
    there = content_of(near, texts[near.article])
    if here.words and _in_order(here, there) < OWN_WORDS:
        yield Drift(
            kind="paraphrased",
            statement=longest.id,
            span=_longest(longest),
            other_statement=near.id,
            other_span=_longest(near),
        )


def _in_order(here: Content, there: Content) -> float:
    return in_order(here, there) if there.words else 0.0


def _longest(statement: Statement) -> Span:
    return max(statement.content, key=lambda part: part.end - part.start)


def _retitled(told: _Article, whole: _Article, texts: _Texts) -> Iterator[Drift]:
    """The words are another one's, or their speaker's title is another; once for an article."""
    for one in told:
        for other in whole:
            if one.source and other.source and is_retitled(one, other, texts):
                yield Drift(
                    kind="retitled",
                    statement=one.id,
                    span=one.source[0],
                    other_statement=other.id,
                    other_span=other.source[0],
                )
                return
