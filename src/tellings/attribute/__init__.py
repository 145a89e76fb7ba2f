"""Who said what.

Comes in:   a `Traced` story.
Goes out:   an `Attributed` story: speakers under all their names, statements, and utterances with their
            drift.
"""

from tellings.attribute.door import attribute

__all__ = ["attribute"]
