"""What can go wrong, each with its fix.

TellingsError
├── SourceError          a source cannot be used; the others still are
│   ├── UnreadableSource     no such file, no permission, not text, too large, broken
│   ├── NoArticleText        a page that is only a menu, a notice or nothing
│   ├── OtherLanguage        text of another language than English
│   └── FetchRefused         an address that may not or cannot be fetched
├── NothingToCompare     no article is left
├── NoSuchSpeaker        nobody of that name is reported to say anything
├── NoSuchArticle        a change to the origins names an article that is not there
├── NoSuchOrigin         the story rests on no origin of that name
├── ModelMissing         the weights are not where they should be
├── CannotWrite          a report could not be written; nothing half-written is left
├── CannotServe          the reading room cannot be opened as asked
└── LibraryError         the library cannot be used as asked; what is in it is as it was
    ├── NoSuchLibrary        the address leads to no library, or to one that may not be opened
    ├── LibraryTooNew        a newer version of tellings has made or upgraded it
    ├── LibraryBusy          another program keeps it locked
    ├── LibraryFull          the disk is full
    ├── LibraryDamaged       the file is no library, or is broken
    ├── LibraryLost          the connection to the database is gone
    ├── NotInLibrary         no such article, story, speaker or correction
    └── CannotCorrect        a correction that makes no sense as given
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


class NoSuchArticle(TellingsError):
    """A change to the origins names an article that is not there, or is not the only one of its name."""


class NoSuchOrigin(TellingsError):
    """The story rests on no origin of that name, or on several."""


class ModelMissing(TellingsError):
    """The weights are not where they should be."""


class CannotWrite(TellingsError):
    """A report could not be written; nothing half-written is left."""


class CannotServe(TellingsError):
    """The reading room cannot be opened as asked."""


class LibraryError(TellingsError):
    """The library cannot be used as asked; what is in it is as it was."""


class NoSuchLibrary(LibraryError):
    """The address leads to no library, or to one that may not be opened."""


class LibraryTooNew(LibraryError):
    """A newer version of tellings has made or upgraded it."""


class LibraryBusy(LibraryError):
    """Another program keeps it locked."""


class LibraryFull(LibraryError):
    """The disk is full."""


class LibraryDamaged(LibraryError):
    """The file is no library, or is broken."""


class LibraryLost(LibraryError):
    """The connection to the database is gone."""


class NotInLibrary(LibraryError):
    """No such article, story, speaker or correction."""


class CannotCorrect(LibraryError):
    """A correction that makes no sense as given."""
