"""The library on disk: stories that grow.

Comes in:   articles, one after another and at any time, from any number of programs at once.
Goes out:   `Library`, in one file (SQLite) or in a team's PostgreSQL: stories that keep their ids, their
            dossiers kept up to date, versions of edited articles, search, and what people corrected.
"""

from tellings.store.library import Library

__all__ = ["Library"]
