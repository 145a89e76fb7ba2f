"""Who relies on whom.

Comes in:   a `Grouped` story.
Goes out:   a `Traced` story: boilerplate, credits, derivations with their shared passages, and origins
            with their reasons.
"""

from tellings.trace.door import trace

__all__ = ["trace"]
