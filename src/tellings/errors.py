"""What can go wrong, each with its fix.

TellingsError
├── SourceError          a source cannot be used; the others still are
│   ├── UnreadableSource     no such file, no permission, not text, too large, broken
│   ├── NoArticleText        a page that is only a menu, a notice or nothing
│   ├── OtherLanguage        text of another language than English
│   └── FetchRefused         an address that may not or cannot be fetched
├── NothingToCompare     no article is left
├── NoSuchSpeaker        nobody of that name is reported to say anything
├── ModelMissing         the weights are not where they should be
└── CannotWrite          a report could not be written; nothing half-written is left
"""

from __future__ import annotations


class TellingsError(Exception):
    """Base of all; `fix` says what to do about it."""

    def __init__(self, message: str, *, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix

    def __str__(self) -> str:
        return f"{self.message}\n{self.fix}"


class SourceError(TellingsError):
    """A source cannot be used."""


class UnreadableSource(SourceError):
    """No such file, no permission, not text, too large, or broken."""


class NoArticleText(SourceError):
    """Holds no article: only a menu, a notice, or nothing."""


class OtherLanguage(SourceError):
    """Text of another language than English."""


class FetchRefused(SourceError):
    """An address that may not or cannot be fetched."""


class NothingToCompare(TellingsError):
    """No article is left to compare."""


class NoSuchSpeaker(TellingsError):
    """Nobody of that name is reported to say anything."""


class ModelMissing(TellingsError):
    """The weights are not where they should be."""


class CannotWrite(TellingsError):
    """A report could not be written; nothing half-written is left."""
