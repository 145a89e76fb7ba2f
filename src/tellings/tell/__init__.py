"""A story becomes something to read.

Comes in:   a `Compared` story.
Goes out:   a `Story` dossier with brief and timeline, and its renderings: terminal, JSON, Markdown, HTML.
"""

from tellings.tell.door import tell

__all__ = ["tell"]
