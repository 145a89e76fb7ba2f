"""Numbers as figures and as words.

Comes in:   a hit of `AMOUNT` or `NEXT_AMOUNT` in a text.
Goes out:   `Amount`: the value, or the least value of "dozens" and "hundreds".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from tellings.languages.en.numbers import MULTIPLIERS, PLURAL_NUMBERS, SMALL_NUMBERS
from tellings.languages.en.units import CURRENCY_SYMBOLS
from tellings.records import Span

_LONG_MULTIPLIERS = [word for word in MULTIPLIERS if len(word) > 3]
_SHORT_MULTIPLIERS = [word for word in MULTIPLIERS if len(word) <= 3]
_SYMBOLS = "|".join(re.escape(each) for each in sorted(CURRENCY_SYMBOLS, key=len, reverse=True))
_NUMBER_WORDS = "|".join(sorted((*SMALL_NUMBERS, *_LONG_MULTIPLIERS), key=len, reverse=True))
_PLURALS = "|".join(sorted((*PLURAL_NUMBERS, "tens"), key=len, reverse=True))

_BODY = rf"""(?:
        (?:(?P<symbol>{_SYMBOLS})\s?)?(?P<digits>\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d{{1,9}}(?:\.\d+)?)(?![\d/:]|[.,]\d)
        (?:(?P<short>{"|".join(_SHORT_MULTIPLIERS)})\b|[\s-](?P<long>{"|".join(_LONG_MULTIPLIERS)})\b)?
      | (?:(?P<vague>several|a\sfew|half\sa|an?)\s)?
        (?P<words>(?:{_NUMBER_WORDS})(?:(?:-|\s(?:and\s)?)(?:{_NUMBER_WORDS})){{0,8}})\b
      | (?P<plural>{_PLURALS})(?:\sof\s(?P<plurals>thousands|millions|billions))?\b
    )"""
_FLAGS = re.VERBOSE | re.IGNORECASE
AMOUNT = re.compile(r"(?<![\w.,/:$£€\#@+–-])" + _BODY, _FLAGS)
"""A number where one may begin; `NEXT_AMOUNT` finds the second one of "30-40"."""
NEXT_AMOUNT = re.compile(_BODY, _FLAGS)


@dataclass(frozen=True, slots=True)
class Amount:
    """A number as printed: from `low` to `high` (None where open), in `currency` if a symbol precedes it.

    `scale` is the multiplier printed after it, `figures` whether it is printed in digits.
    """

    span: Span
    low: float
    high: float | None
    currency: str = ""
    scale: float = 1
    figures: bool = False
    approximate: bool = False


def amount_of(hit: re.Match[str]) -> Amount | None:
    """The amount that `AMOUNT` has found; None where it is no number after all."""
    if hit["digits"]:
        return _from_figures(hit)
    if hit["plural"]:
        return _from_plural(hit)
    return _from_words(hit)


def _from_figures(hit: re.Match[str]) -> Amount | None:
    symbol, short = (hit["symbol"] or "").upper(), (hit["short"] or "").lower()
    end = hit.end()
    if short == "m" and not symbol:
        short, end = "", hit.end("digits")  # "40m": metres
    scale = MULTIPLIERS[short or (hit["long"] or "").lower()] if short or hit["long"] else 1
    value = round(float(hit["digits"].replace(",", "")) * scale, 6)
    return Amount(Span(hit.start(), end), value, value, CURRENCY_SYMBOLS.get(symbol, ""), scale, True)


def _from_plural(hit: re.Match[str]) -> Amount | None:
    """ "dozens", "tens of thousands": at least two of them."""
    first, second = hit["plural"].lower(), (hit["plurals"] or "").lower()
    if not second:
        return (
            Amount(Span(*hit.span()), PLURAL_NUMBERS[first], None, approximate=True)
            if first != "tens"
            else None
        )
    least = 20 if first == "tens" else PLURAL_NUMBERS[first]
    return Amount(Span(*hit.span()), least * PLURAL_NUMBERS[second] / 2, None, approximate=True)


def _from_words(hit: re.Match[str]) -> Amount | None:
    value, scale, end = _value_of_words(hit["words"])
    vague = " ".join((hit["vague"] or "").lower().split())
    span = Span(hit.start(), hit.start("words") + end)
    if vague == "half a":
        return Amount(span, value / 2, value / 2, approximate=True) if scale > 1 else None
    if vague in ("several", "a few"):
        return Amount(span, value * 2, None, scale=scale, approximate=True) if scale > 1 else None
    if vague and value < min(MULTIPLIERS.values()):
        span = Span(hit.start("words"), span.end)
    return Amount(span, value, value, scale=scale)


def _value_of_words(words: str) -> tuple[float, float, int]:
    """Value, last multiplier and length of the number words at the start: "five two-storey" is 5."""
    total, part, scale, end = 0.0, 0.0, 1.0, 0
    previous = ""
    for found in re.finditer(r"[a-z]+", words.lower()):
        word = found[0]
        if word == "and":
            if previous not in MULTIPLIERS:
                break
            continue
        if word in MULTIPLIERS:
            scale = MULTIPLIERS[word]
            if scale <= 100:
                part = (part or 1) * scale
            else:
                total, part = total + (part or 1) * scale, 0.0
        else:
            value = SMALL_NUMBERS[word]
            fits = (
                not previous or previous in MULTIPLIERS or (SMALL_NUMBERS[previous] >= 20 and 0 < value < 10)
            )
            if not fits or (previous == "dozen"):
                break
            part, scale = part + value, 1.0
        previous, end = word, found.end()
    return total + part, scale, end
