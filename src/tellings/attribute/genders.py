"""What the pronouns behind a name show of a person whose name shows no gender.

Comes in:   the pages of a story and who is mentioned where.
Goes out:   the gender of each such person, where the pronouns that can only be theirs agree.

"Velda called for calm after the death of her cousin" counts; a pronoun behind a second name, behind a word
for somebody else ("Velda's brother said he") or within a quotation does not.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tellings.attribute.mentions import Gender, NameMention, gender_of_word
from tellings.attribute.printed_roles import ROLE_NOUNS
from tellings.attribute.runs import Page
from tellings.attribute.words import singular
from tellings.languages.en.sources import FEMALE_PRONOUNS, MALE_PRONOUNS, PERSON_NOUNS, UNNAMED_PEOPLE
from tellings.records import Span

FEWEST = 2
"""Pronouns that must show a gender."""
AGREEING = 0.75
"""The part of them that must show the same one."""
FURTHEST = 25
"""Words behind a name that are looked at."""
_MARKS = frozenset("\"“”„«»‘’'")
_OTHERS = ROLE_NOUNS | frozenset((*PERSON_NOUNS, *UNNAMED_PEOPLE))
_SHOWN: dict[str, Gender] = {
    **dict.fromkeys(MALE_PRONOUNS, "male"),
    **dict.fromkeys(FEMALE_PRONOUNS, "female"),
}

Named = Sequence[tuple[Span, int, NameMention]]
"""The mentions of an article in order of place, each with the number of its person."""


def shown_genders(pages: Sequence[Page], named: Mapping[str, Named], unknown: set[int]) -> dict[int, Gender]:
    """The gender of each of the persons `unknown` that the pronouns of the story show."""
    shown: dict[int, Counter[Gender]] = defaultdict(Counter)
    for page in pages:
        here = named[page.reading.article.id]
        starts = [span.start for span, _, _ in here]
        for at, (span, number, mention) in enumerate(here):
            if number not in unknown or mention.possessive:
                continue
            end = starts[at + 1] if at + 1 < len(here) else len(page.reading.article.text)
            for gender in _behind(page, span, end, alone=_opens(page, span, starts)):
                shown[number][gender] += 1
    return {number: agreed for number, count in shown.items() if (agreed := _agreed(count)) is not None}


def _agreed(count: Counter[Gender]) -> Gender | None:
    likeliest, most = count.most_common(1)[0]
    total = sum(count.values())
    return likeliest if total >= FEWEST and most >= AGREEING * total else None


def _opens(page: Page, span: Span, starts: Sequence[int]) -> bool:
    """Whether nobody else is named before a name in its sentence."""
    sentence = _sentence(page, span.start)
    return bisect_left(starts, sentence.start) == bisect_left(starts, span.start)


def _sentence(page: Page, place: int) -> Span:
    sentences = page.reading.sentences
    at = bisect_left(sentences, place + 1, key=lambda each: each.span.start) - 1
    return sentences[max(0, at)].span if sentences else Span(0, 0)


def _behind(page: Page, span: Span, end: int, *, alone: bool) -> Iterator[Gender]:
    """The gender of the first pronoun behind a name in its sentence, and of one that opens the next."""
    if not alone:
        return
    sentence = _sentence(page, span.start)
    first = bisect_left(page.words, span.end, key=lambda word: word.start)
    for word in page.words[first : first + FURTHEST]:
        if word.start >= min(end, sentence.end) or word.text in _MARKS or _is_another(word.low):
            break
        if word.low in _SHOWN:
            yield _SHOWN[word.low]
            break
    behind = bisect_left(page.words, sentence.end, key=lambda word: word.start)
    opening = page.words[behind : behind + 1]
    if opening and end > opening[0].start and opening[0].low in ("he", "she"):
        yield _SHOWN[opening[0].low]


def _is_another(word: str) -> bool:
    return singular(word) in _OTHERS or gender_of_word(singular(word)) is not None
