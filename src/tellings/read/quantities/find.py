"""All quantities of a text.

Comes in:   a text and its sentences.
Goes out:   `Quantity` records in order of place; the span covers bound, number, unit and what is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tellings.languages.en.numbers import ABOUT, AT_LEAST, AT_MOST, FRACTIONS, SMALL_NUMBERS
from tellings.languages.en.units import ATTACHED_UNITS, CURRENCY_WORDS, MEASURES
from tellings.read.quantities.amounts import AMOUNT, NEXT_AMOUNT, Amount, amount_of
from tellings.read.quantities.counted import counted_after, single_after
from tellings.read.quantities.skipped import Skipped, is_part_of_a_name, is_score
from tellings.records import Quantity, Sentence, Span

_GAP = r"\s{1,2}"


def _any(words: Sequence[str]) -> str:
    return "|".join(re.escape(word).replace(r"\ ", _GAP) for word in sorted(words, key=len, reverse=True))


_UNIT = re.compile(
    rf"(?:[\s-](?P<full>{_any([unit for unit in MEASURES if unit != '%'])})(?P<plural>s?)"
    rf"|\s?(?P<short>{_any(ATTACHED_UNITS)}))(?![\w%])(?:{_GAP}(?P<per>per|an){_GAP}hour\b)?(?P<tail>-\w+)?",
    re.IGNORECASE,
)
_CURRENCY = re.compile(
    rf"[\s-](?P<word>{_any(list(CURRENCY_WORDS))}|pound)s?\b(?:\ssterling\b)?",
    re.IGNORECASE,
)
_AGE = re.compile(r"[\s-]years?[\s-]olds?\b", re.IGNORECASE)
_AGED = re.compile(r"\b(?:aged?|age\sof|ages)\s$", re.IGNORECASE)
_NAME_AND_COMMA = re.compile(r"[A-Z][\w'’-]+,\s$")
_BOUND = re.compile(rf"(?<![\w-])(?P<bound>{_any((*AT_LEAST, *AT_MOST, *ABOUT))}){_GAP}$", re.IGNORECASE)
_BETWEEN = re.compile(r"\b(?P<word>between|from)\s$", re.IGNORECASE)
_JOINT = re.compile(r"\s(?P<word>to|and|or)\s|\s?(?P<dash>[-–—])\s?|-to-")
_MORE = re.compile(r"\+|-plus\b|\sor\smore\b|\sor\sso\b", re.IGNORECASE)
_AND_A_HALF = re.compile(r"[\s-]and[\s-]a[\s-]half\b", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:the|these|those|both|other|all|or|and|at|day|phase|part)\s$", re.IGNORECASE)
_PARTS = _any([part for part in FRACTIONS if part != "half"])
_FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<count>an?|one|two|three|four|five)[ -](?P<part>{_PARTS})|(?P<half>half))"
    r"(?=\sof\b|\sthe\b|\sits\b|\stheir\b)",
    re.IGNORECASE,
)
_ANOTHER = re.compile(r"[-–]\d")
_HALF_OF_A_GAME = re.compile(r"\b(?:first|second|latter|other|better)\s$", re.IGNORECASE)
_ONLY_JOINED = frozenset(("second", "story"))
"""Words that are a unit only in the plural or behind a hyphen: "a five-story house"."""
_LOOK_BACK = 40
_OLDEST = 120
_POUNDS_AS_MONEY = 100_000


def find_quantities(text: str, sentences: Sequence[Sentence]) -> tuple[Quantity, ...]:
    """The quantities of `text` in order of place.

    Units are normalised: "m", "m2", "kg", "litre", "km/h", "percent", currencies by their ISO code, "second"
    to "year" each by itself, "year-old" for ages; shares ("a third of the fleet") are told in percent.
    """
    return tuple(_Finder(text, sentences).quantities())


class _Finder:
    """Reads the quantities of one text."""

    def __init__(self, text: str, sentences: Sequence[Sentence]) -> None:
        self._text = text
        self._skipped = Skipped(text)
        self._starts = frozenset(sentence.span.start for sentence in sentences)

    def quantities(self) -> Iterator[Quantity]:
        """All quantities; where two overlap the earlier one stands."""
        found = [made for hit in _FRACTION.finditer(self._text) if (made := self._share(hit))]
        place = 0
        for hit in AMOUNT.finditer(self._text):
            if hit.start() >= place and (made := self._amount(hit)):
                found.append(made)
                place = made.span.end
        found.sort(key=lambda made: made.span)
        end = 0
        for made in found:
            if made.span.start >= end:
                end = made.span.end
                yield made

    def _share(self, hit: re.Match[str]) -> Quantity | None:
        """ "a third of the fleet"."""
        text = self._text
        if hit["half"] and _HALF_OF_A_GAME.search(text, max(0, hit.start() - _LOOK_BACK), hit.start()):
            return None
        count = SMALL_NUMBERS.get((hit["count"] or "one").lower(), 1)
        value = round(100 * count * FRACTIONS[(hit["half"] or hit["part"]).lower()], 2)
        counted, end = counted_after(text, hit.end(), share=True)
        return self._bounded(Amount(Span(*hit.span()), value, value), hit.start(), end, "percent", counted)

    def _amount(self, hit: re.Match[str]) -> Quantity | None:
        amount = amount_of(hit)
        if amount is None or self._skipped.holds(amount.span):
            return None
        amount, start = self._range_from(amount)
        amount = self._opened(amount)
        if age := self._age(amount, start):
            return age
        return self._measure(amount, start) or self._count(amount, start)

    def _range_from(self, first: Amount) -> tuple[Amount, int]:
        """The amount, together with the second one of a range, and where it begins: "between 30 and 40"."""
        text, start = self._text, first.span.start
        lead = _BETWEEN.search(text, max(0, start - _LOOK_BACK), start)
        word = lead["word"].lower() if lead else ""
        joint = _JOINT.match(text, first.span.end)
        hit = NEXT_AMOUNT.match(text, joint.end()) if joint else None
        second = amount_of(hit) if hit else None
        if joint is None or second is None or not self._makes_range(first, joint, second, word):
            return first, start
        low = first.low * second.scale if first.scale == 1 and second.scale >= 1000 else first.low
        low = low if low < (second.high or 0) else first.low
        span = Span(start, second.span.end)
        joined = replace(
            first, span=span, low=low, high=second.high, currency=first.currency or second.currency
        )
        return replace(joined, scale=second.scale), lead.start() if lead and word == "between" else start

    def _makes_range(self, first: Amount, joint: re.Match[str], second: Amount, lead: str) -> bool:
        if first.high is None or second.high is None or first.low >= second.high or lead == "from":
            return False
        word = joint["word"]
        if word == "and":
            return lead == "between"
        if word == "or":
            return second.low == first.low + 1
        if word == "to" or not joint["dash"]:
            return True
        return first.figures and second.figures and not is_score(self._text, first.span)

    def _opened(self, amount: Amount) -> Amount:
        """The amount with what follows the number itself: "and a half", "or more", "or so"."""
        if half := _AND_A_HALF.match(self._text, amount.span.end):
            more = amount.scale / 2 if amount.scale > 1 else 0.5
            high = None if amount.high is None else amount.high + more
            amount = replace(
                amount, span=Span(amount.span.start, half.end()), low=amount.low + more, high=high
            )
        if more_than := _MORE.match(self._text, amount.span.end):
            span, about = Span(amount.span.start, more_than.end()), more_than[0].endswith("so")
            amount = replace(amount, span=span, high=amount.high if about else None, approximate=about)
        return amount

    def _age(self, amount: Amount, start: int) -> Quantity | None:
        """ "a 42-year-old man", "aged 42", "Lund, 42, said"."""
        text, end = self._text, amount.span.end
        if old := _AGE.match(text, end):
            return self._bounded(amount, start, old.end(), "year-old", "")
        if not amount.figures or not 0 < amount.low <= _OLDEST or amount.currency:
            return None
        window = max(0, start - _LOOK_BACK)
        bracketed = text[end : end + 1] == "," and _NAME_AND_COMMA.search(text, window, start) is not None
        if bracketed or _AGED.search(text, window, start):
            return self._bounded(amount, start, end, "year-old", "")
        return None

    def _measure(self, amount: Amount, start: int) -> Quantity | None:
        """ "$284 billion", "40-metre-deep", "7.4 percent of voters"."""
        text, end = self._text, amount.span.end
        if amount.currency:
            return self._bounded(amount, start, end, amount.currency, "")
        if money := _CURRENCY.match(text, end):
            word = money["word"].lower()
            currency = CURRENCY_WORDS.get(" ".join(word.split()), "GBP")
            if word != "pound" or amount.low >= _POUNDS_AS_MONEY or money[0].endswith("sterling"):
                return self._bounded(amount, start, money.end(), currency, "")
        hit = _UNIT.match(text, end)
        if hit is None or (hit["short"] and not amount.figures):
            return None
        unit = " ".join((hit["full"] or hit["short"]).lower().split())
        if unit in _ONLY_JOINED and not hit["plural"] and hit[0][0] != "-" and amount.low > 1:
            return None
        name, factor = MEASURES.get(f"{unit} {(hit['per'] or '').lower()} hour", MEASURES[unit])
        high = None if amount.high is None else _scaled(amount.high, factor)
        scaled = replace(amount, low=_scaled(amount.low, factor), high=high)
        counted, end = counted_after(text, hit.end(), share=True) if name == "percent" else ("", hit.end())
        return self._bounded(scaled, start, end, name, counted)

    def _count(self, amount: Amount, start: int) -> Quantity | None:
        """A plain count: "48 civilians", "dozens", "Two were hurt"."""
        text, end = self._text, amount.span.end
        if text[end : end + 1].isalnum() or (
            text[end : end + 1] == "-" and text[end + 1 : end + 2].isalpha()
        ):
            return None  # "42nd", "six-party"
        if _ANOTHER.match(text, end):
            return None  # "won 2-1"
        if amount.span.words_in(text).lower() == "one":
            counted, end = single_after(text, end)
            return self._bounded(amount, start, end, "", counted) if counted else None
        counted, end = counted_after(text, end)
        if counted == "times":
            return None  # "ten times as many"
        if counted.removesuffix("s") in CURRENCY_WORDS:
            return self._bounded(amount, start, end, CURRENCY_WORDS[counted.removesuffix("s")], "")
        made = self._bounded(amount, start, end, "", counted)
        bound = made.span.start < start or (made.low != made.high and not self._is_enclosed(amount.span))
        return made if bound or not self._counts_nothing(amount, counted) else None

    def _counts_nothing(self, amount: Amount, counted: str) -> bool:
        """Whether a bare number is more likely a name, a year or a pronoun than a count."""
        text, span = self._text, amount.span
        if not amount.figures:
            pronoun = _DEFINITE.search(text, max(0, span.start - _LOOK_BACK), span.start) is not None
            return not counted and (pronoun or amount.low == 0)
        if is_part_of_a_name(text, span, counted, self._starts):
            return True
        year = 1500 <= amount.low <= 2100 and span.end - span.start == 4
        return not counted and (year or self._is_enclosed(span) or self._stands_alone(span))

    def _is_enclosed(self, span: Span) -> bool:
        """Whether the number alone stands in brackets: "(12)"."""
        before, after = self._text[max(0, span.start - 1) : span.start], self._text[span.end : span.end + 1]
        return before in ("(", "[") and after in (")", "]")

    def _stands_alone(self, span: Span) -> bool:
        """Whether nothing else stands on the line."""
        before, after = self._text[max(0, span.start - 1) : span.start], self._text[span.end : span.end + 1]
        return before in ("", "\n") and after in ("", "\n")

    def _bounded(self, amount: Amount, start: int, end: int, unit: str, counted: str) -> Quantity:
        """The quantity, with the bounds that stand before it: "at least", "some"."""
        low: float | None = amount.low
        high, approximate = amount.high, amount.approximate
        for _ in range(2):
            before = _BOUND.search(self._text, max(0, start - _LOOK_BACK), start)
            if before is None:
                break
            bound, start = " ".join(before["bound"].lower().split()), before.start()
            if bound in AT_LEAST:
                high = None
            elif bound in AT_MOST:
                low = None
            else:
                approximate = True
        return Quantity(
            span=Span(start, end), low=low, high=high, unit=unit, counted=counted, approximate=approximate
        )


def _scaled(value: float, factor: float) -> float:
    return round(value * factor, 6)
