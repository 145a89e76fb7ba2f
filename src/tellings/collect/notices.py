"""Whether a text is an article, or only a menu or a notice.

Comes in:   the text of a page or a record.
Goes out:   how many words stand in sentences that are no notice.
"""

from __future__ import annotations

import re

from tellings.languages.en.pages import NOTICE_PHRASES

_SENTENCE = re.compile(r"[^.!?\n]+[.!?]*")
_CHARACTERS_READ = 100_000


def words_of_story(text: str) -> int:
    """Words in the sentences of a text: short lines without a full stop and notices are passed over.

    "Subscribe to continue reading." is a notice; "Home", "World" are a menu.
    """
    words = 0
    for sentence in _SENTENCE.findall(text[:_CHARACTERS_READ]):
        count = len(sentence.split())
        if count >= (4 if sentence[-1] in ".!?" else 15) and not is_notice(sentence):
            words += count
    return words


def is_only_notice(text: str) -> bool:
    """Whether a text asks to subscribe, to log in or to accept cookies, and says nothing else."""
    return words_of_story(text) < 10 and is_notice(text[:_CHARACTERS_READ])


def is_notice(sentence: str) -> bool:
    """Whether a sentence speaks of the page and its reader."""
    lowered = sentence.lower()
    return any(phrase in lowered for phrase in NOTICE_PHRASES)
