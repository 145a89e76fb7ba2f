"""Anything given becomes articles.

Comes in:   sources: files, folders, globs, "-", http(s) addresses.
Goes out:   a `Collection`: articles with what is certain of their outlet, date and byline, and what was
            set aside with its reason and fix.
"""

from tellings.collect.door import collect

__all__ = ["collect"]
