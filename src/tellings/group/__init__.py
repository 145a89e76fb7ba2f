"""Readings become stories.

Comes in:   readings of articles, which may tell of several events.
Goes out:   `Grouped` records, one a story.
"""

from tellings.group.door import group

__all__ = ["group"]
