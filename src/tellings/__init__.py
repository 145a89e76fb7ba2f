"""One story, several tellings.

Comes in:   articles about one event: paths, addresses, or text.
Goes out:   `Story`, a dossier in which every line is pinned to the exact words it rests on.
"""

from typing import TYPE_CHECKING

from tellings.api import compare, group, quotes, read, stories, without
from tellings.dossier import Quote, Story
from tellings.errors import TellingsError
from tellings.ledger import LedgerEdits
from tellings.records import Article, Cite, Reading, SetAside, Span

if TYPE_CHECKING:
    from tellings.store import Library

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Cite",
    "LedgerEdits",
    "Library",
    "Quote",
    "Reading",
    "SetAside",
    "Span",
    "Story",
    "TellingsError",
    "__version__",
    "compare",
    "group",
    "quotes",
    "read",
    "stories",
    "without",
]


def __getattr__(name: str) -> object:
    """The library brings a database's tools along, so it is loaded when it is first asked for."""
    if name == "Library":
        from tellings.store import Library

        return Library
    raise AttributeError(f"module 'tellings' has no attribute {name!r}")
