"""Anything given becomes articles.

Comes in:   sources: files, folders, globs, "-", http(s) addresses, feeds, lists of feeds, web archives,
            texts, `Article` records. (`poll.Poller` is the door for feeds that are watched for weeks.)
Goes out:   a `Collection`: articles with what is certain of their outlet, date and byline, and what was
            set aside with its reason and fix.
Left open:  what of a text is the story and what is a menu or a caption; `trace` marks that.
"""

from tellings.collect.door import collect
from tellings.collect.rules import Rules

__all__ = ["Rules", "collect"]
