"""Dates that a text gives, resolved to a day, a month or a year.

Comes in:   a text, its sentences, the day of its publication if that is known.
Goes out:   `Date`s in order of place.
"""

from tellings.read.dates.find import bare_weekdays, find_dates

__all__ = ["bare_weekdays", "find_dates"]
