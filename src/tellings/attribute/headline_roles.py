"""Who a headline's "Police Union Chief" is.

Comes in:   the attributions of an article, their speakers, and the scene.
Goes out:   which statement of a headline, told by somebody it only describes, has the speaker of which below:
            the first told by "a police union boss", or in whose words what the headline quotes is found.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tellings.attribute.phrases import Phrase, take_phrase_apart
from tellings.attribute.printed_roles import ROLE_NOUNS, written_out
from tellings.attribute.quotes import quoted_spans
from tellings.attribute.scene import Key, Scene
from tellings.attribute.words import words_of
from tellings.records import Attribution, Span

LEAD = 4
"""Paragraphs below a headline in which it is told who is meant."""
SHARED = 2
"""Words of two descriptions that are the same."""
SHORTEST = 5
"""Letters of a single quoted word that is found again."""
_DESCRIBED = ("office", "unnamed")


def named_below(
    attributions: Sequence[Attribution], meant: Sequence[Key | None], scene: Scene
) -> Iterator[tuple[int, int]]:
    """The place of each such statement of the headline, with that of the statement below."""
    end = len(scene.reading.article.title or "")
    below = [at for at, each in enumerate(attributions) if _is_in_lead(each, end, scene) and meant[at]]
    for at, each in enumerate(attributions):
        key = meant[at]
        if key is None or key[0] not in _DESCRIBED or not each.source or each.source[0].end > end:
            continue
        phrase = take_phrase_apart(scene.text, each.source[0])
        if phrase is None or phrase.plural or phrase.head not in ROLE_NOUNS:
            continue
        for other in below:
            if _describe_one(phrase, attributions[other], scene) or _quotes(
                each, attributions[other], end, scene
            ):
                yield at, other
                break


def _is_in_lead(each: Attribution, end: int, scene: Scene) -> bool:
    if not each.source or each.source[0].start < end or each.content[0].start < end:
        return False
    return scene.paragraph_at(each.content[0].start) - scene.paragraph_at(max(0, end - 1)) <= LEAD


def _describe_one(phrase: Phrase, other: Attribution, scene: Scene) -> bool:
    """Whether a source below describes somebody in the headline's words, without a name."""
    lower = take_phrase_apart(scene.text, other.source[0])
    if lower is None or lower.plural or not lower.is_indefinite:
        return False
    return len(_told(phrase) & _told(lower)) >= SHARED


def _told(phrase: Phrase) -> frozenset[str]:
    return frozenset(written_out(word) for word in (*phrase.modifiers, phrase.head))


def _quotes(each: Attribution, other: Attribution, end: int, scene: Scene) -> bool:
    """Whether all that the headline quotes is found in what one person is quoted with below."""
    quoted = [_folded(span, scene) for span in quoted_spans(scene.text, Span(0, end))]
    told = " ".join(_folded(part, scene) for part in other.content)
    if not quoted or any(len(words.strip()) < SHORTEST for words in quoted):
        return False
    return all(words in told for words in quoted) and any(part.end <= end for part in each.content)


def _folded(span: Span, scene: Scene) -> str:
    return f" {' '.join(word.low for word in words_of(scene.text, span) if word.is_word)} "
