"""Numbered steps from one shape of the library to the next, run by Alembic when a library is opened.

A step is never changed once it has been released: it says what the library was then.
"""

HEAD = "0003"
"""The newest step; a library that stands elsewhere is upgraded, or is refused when the step is not known."""
