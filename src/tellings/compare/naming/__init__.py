"""One thing, named differently by different articles.

Comes in:   the `Alignment` of a story's assertions.
Goes out:   `Naming`s: for each concept its names as printed, how often each article uses them in its own
            voice and inside quotations, and where; the most telling differences first, at most eighty."""

from tellings.compare.naming.all import find_naming

__all__ = ["find_naming"]
