"""What agrees, what cannot all be true, and who leaves what out.

Comes in:   an `Attributed` story.
Goes out:   a `Compared` story: claims aligned over articles, conflicts with reasons, naming, coverage.
Left open:  who is right; the accounts are set side by side.
"""

from tellings.compare.door import compare

__all__ = ["compare"]
