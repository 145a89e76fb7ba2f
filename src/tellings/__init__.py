"""One story, several tellings.

Comes in:   articles about one event: paths, addresses, or text.
Goes out:   `Story`, a dossier in which every line is pinned to the exact words it rests on.
"""

from tellings.api import compare, group, quotes, read, stories
from tellings.dossier import Quote, Story
from tellings.errors import TellingsError
from tellings.records import Article, Cite, Reading, SetAside, Span

__version__ = "0.1.0"

__all__ = [
    "Article",
    "Cite",
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
]
