"""Readings become stories.

Comes in:   readings of articles, which may tell of several events.
Goes out:   `Grouped` records, one a story.

`group_articles` does the same for bare `Article` records and returns a story id for each, in the order given
("story-1", …). It works from words and dates alone, needs no reading and no learned model, and takes a few
milliseconds an article: `tellings group` uses it, since there only the ids are printed.
"""

from tellings.group.door import group, group_articles

__all__ = ["group", "group_articles"]
