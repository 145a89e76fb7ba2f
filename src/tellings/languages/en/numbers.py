"""Numbers as words, as data.

Comes in:   nothing.
Goes out:   tables from lower-case words to values, and sorted tuples of words that bound a number.
"""

from __future__ import annotations

# "forty-eight people": words that add up.
SMALL_NUMBERS: dict[str, int] = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8,
    "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15,
    "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40,
    "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip

# "two dozen boats", "1.5 million": words that multiply.
MULTIPLIERS: dict[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 1_000, "k": 1_000, "million": 1_000_000, "mn": 1_000_000,
    "mln": 1_000_000, "m": 1_000_000, "billion": 1_000_000_000, "bn": 1_000_000_000, "b": 1_000_000_000,
    "trillion": 1_000_000_000_000, "tn": 1_000_000_000_000,
}  # fmt: skip

# "dozens were hurt": at least two of them, no upper bound.
PLURAL_NUMBERS: dict[str, int] = {
    "dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2_000, "millions": 2_000_000,
    "billions": 2_000_000_000, "trillions": 2_000_000_000_000,
}  # fmt: skip

# "a third of the fleet", "half the town".
FRACTIONS: dict[str, float] = {
    "half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "sixth": 1 / 6, "eighth": 1 / 8,
    "tenth": 1 / 10,
    "thirds": 1 / 3, "quarters": 1 / 4, "fifths": 1 / 5, "sixths": 1 / 6, "eighths": 1 / 8, "tenths": 1 / 10,
}  # fmt: skip

# "at least 40": no fewer.
AT_LEAST: tuple[str, ...] = (
    "above", "at least", "at the very least", "exceeding", "in excess of", "more than", "no fewer than",
    "no less than",
    "not less than", "over", "upward of", "upwards of", "well over",
)  # fmt: skip

# "more than 40", but not "at least 40": of these 40 is too few.
EXCEEDING: tuple[str, ...] = ("exceeding", "in excess of", "more than", "over", "well over")

# "up to 40": no more.
AT_MOST: tuple[str, ...] = (
    "a maximum of", "as few as", "as little as", "as many as", "as much as", "at most", "below", "fewer than",
    "less than", "no more than", "not more than", "under", "up to",
)  # fmt: skip

# "nearly 40", "some 40".
ABOUT: tuple[str, ...] = (
    "about", "almost", "approximately", "around", "close to", "an estimated", "estimated", "just over",
    "just under", "nearly", "roughly", "some",
)  # fmt: skip
