"""How the words of one utterance differ from telling to telling.

Comes in:   the statements of one utterance, the texts and the pronoun list.
Goes out:   `Drift`s, each with exact words in both statements.

Every article's telling is held against the fullest quotation of the story. Quotation marks, case at the
start and punctuation at the end are not drift.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tellings.attribute.phrases import PRONOUNS
from tellings.attribute.told_words import ToldWord, aligned, bracketed_runs, hull, told_words
from tellings.attribute.words import fold
from tellings.records import Drift, DriftKind, Span, Statement

LEAST_ALIGNED = 0.4
"""Two quotations that share less of the shorter one are parts of one utterance, not tellings of one part."""


@dataclass(frozen=True, slots=True)
class _Texts:
    by_article: Mapping[str, str]

    def source(self, statement: Statement) -> str:
        return (
            fold(statement.source[0].words_in(self.by_article[statement.article])) if statement.source else ""
        )


def drift_among(statements: Sequence[Statement], texts: Mapping[str, str]) -> tuple[Drift, ...]:
    """The drift between the fullest telling and the tellings of the other articles; `texts` by article id."""
    whole = max(statements, key=lambda s: (_directness(s), _unbracketed(s, texts[s.article])))
    by_article: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        by_article[statement.article].append(statement)
    del by_article[whole.article]
    found: list[Drift] = []
    for told in by_article.values():
        direct = [s for s in told if s.form == "direct"]
        if whole.form == "direct" and direct:
            found += _word_by_word(direct, whole, texts)
        if not direct or whole.form != "direct":
            found += (
                _drift("paraphrased", s, _longest(s), whole, _longest(whole))
                for s in told
                if s.form != whole.form
            )
        found += _retitled(told, whole, _Texts(texts))
    return tuple(found)


def _directness(statement: Statement) -> int:
    return ("indirect", "mixed", "direct").index(statement.form)


def _unbracketed(statement: Statement, text: str) -> tuple[int, int]:
    """How many words are told as said; of equals the one without additions comes first."""
    words = told_words([statement], text)
    added = sum(word.bracketed for word in words)
    return len(words) - added, -added


def _longest(statement: Statement) -> Span:
    return max(statement.content, key=lambda part: part.end - part.start)


def _drift(kind: DriftKind, one: Statement, span: Span, whole: Statement, other_span: Span) -> Drift:
    return Drift(kind=kind, statement=one.id, span=span, other_statement=whole.id, other_span=other_span)


def _word_by_word(told: Sequence[Statement], whole: Statement, texts: Mapping[str, str]) -> Iterator[Drift]:
    """Cuts, changes and insertions of one article's quotations, put one after another."""
    here = told_words(told, texts[told[0].article])
    there = [word for word in told_words([whole], texts[whole.article]) if not word.bracketed]
    plain = [word for word in here if not word.bracketed]
    if not plain or not there:
        return
    codes, common = aligned(plain, there)
    if common < LEAST_ALIGNED * min(len(plain), len(there)):
        return
    for number, (tag, a1, a2, b1, b2) in enumerate(codes):
        if tag == "replace":
            for first, last in _by_statement(plain, a1, a2):
                yield _drift(
                    "changed",
                    plain[first].statement,
                    hull(plain, first, last),
                    whole,
                    hull(there, b1, b2 - 1),
                )
        elif tag == "insert":
            beside = plain[min(a1, len(plain) - 1)]
            yield _drift("cut", beside.statement, beside.word.span, whole, hull(there, b1, b2 - 1))
        elif tag == "delete" and 0 < number < len(codes) - 1:
            beside = there[min(b1, len(there) - 1)]
            for first, last in _by_statement(plain, a1, a2):
                yield _drift(
                    "inserted", plain[first].statement, hull(plain, first, last), whole, beside.word.span
                )
    text = texts[told[0].article]
    for statement, span, anchor in bracketed_runs(here, there, text):
        yield _drift("inserted", statement, span, whole, anchor)


def _by_statement(words: Sequence[ToldWord], start: int, end: int) -> Iterator[tuple[int, int]]:
    """Ranges (first, last) of words `[start, end)`, cut where another statement begins."""
    first = start
    for at in range(start + 1, end + 1):
        if at == end or words[at].statement is not words[first].statement:
            yield first, at - 1
            first = at


def _retitled(told: Sequence[Statement], whole: Statement, texts: _Texts) -> Iterator[Drift]:
    """The words are another one's, or their speaker goes by another name or title; once for an article."""
    if not whole.source:
        return
    for one in told:
        if one.source and _is_retitled(one, whole, texts):
            yield _drift("retitled", one, one.source[0], whole, whole.source[0])
            return


def _is_retitled(one: Statement, whole: Statement, texts: _Texts) -> bool:
    here, there = (set(texts.source(s).replace("[", "").replace("]", "").split()) for s in (one, whole))
    if here == there or (here | there) <= PRONOUNS:
        return False
    if one.speaker != whole.speaker:
        return one.speaker is not None and whole.speaker is not None
    return not (here <= there or there <= here) and not ((here | there) & PRONOUNS)
