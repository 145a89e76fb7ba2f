from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.read.quantities import find_quantities
from tellings.read.sentences import find_sentences
from tellings.records import Quantity


def quantities(text: str) -> tuple[Quantity, ...]:
    return find_quantities(text, find_sentences(text))


def only(text: str) -> Quantity:
    (quantity,) = quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "printed", "value", "counted"),
    [
        ("The flood killed 48 civilians from one village.", "48 civilians", 48, "civilians"),
        ("Forty-eight others fled.", "Forty-eight others", 48, "others"),
        ("They found 51 injured people.", "51 injured people", 51, "people"),
        ("They held three masked US soldiers.", "three masked US soldiers", 3, "soldiers"),
        ("He named two police officers.", "two police officers", 2, "officers"),
        ("It left six dead.", "six dead", 6, "dead"),
        ("It killed 84 and hurt many.", "84", 84, ""),
        ("Two were hurt.", "Two", 2, ""),
        ("It sank two dozen boats.", "two dozen boats", 24, "boats"),
        ("A hundred and twenty men came.", "A hundred and twenty men", 120, "men"),
        ("It sent 1,200 troops.", "1,200 troops", 1200, "troops"),
        ("It has 1.5 million voters.", "1.5 million voters", 1_500_000, "voters"),
        ("He met four of the guards.", "four of the guards", 4, "guards"),
        ("It struck 16 Republicans.", "16 Republicans", 16, "republicans"),
        ("One person was hurt.", "One person", 1, "person"),
        ("He saw one injured woman.", "one injured woman", 1, "woman"),
        ("Five two-storey houses fell.", "Five two-storey houses", 5, "houses"),
    ],
)
def test_a_count_names_what_is_counted(text: str, printed: str, value: float, counted: str) -> None:
    quantity = quantities(text)[0]
    assert quantity.span.words_in(text) == printed
    assert (quantity.low, quantity.high, quantity.unit, quantity.counted) == (value, value, "", counted)
    assert not quantity.approximate


@pytest.mark.parametrize(
    ("text", "low", "high", "approximate"),
    [
        ("at least 40 boats", 40, None, False),
        ("more than 40 boats", 40, None, False),
        ("no fewer than 40 boats", 40, None, False),
        ("over forty boats", 40, None, False),
        ("40 or more boats", 40, None, False),
        ("40-plus boats", 40, None, False),
        ("up to 40 boats", None, 40, False),
        ("as many as 40 boats", None, 40, False),
        ("fewer than 40 boats", None, 40, False),
        ("nearly 40 boats", 40, 40, True),
        ("some 40 boats", 40, 40, True),
        ("at least some 40 boats", 40, None, True),
        ("40 boats or so", 40, 40, False),
        ("40 or so boats", 40, 40, True),
        ("between 30 and 40 boats", 30, 40, False),
        ("30 to 40 boats", 30, 40, False),
        ("30-40 boats", 30, 40, False),
        ("two or three boats", 2, 3, False),
        ("dozens of boats", 24, None, True),
        ("hundreds of boats", 200, None, True),
        ("tens of thousands of boats", 20_000, None, True),
        ("several hundred boats", 200, None, True),
        ("half a million boats", 500_000, 500_000, True),
    ],
)
def test_bounds_are_kept(text: str, low: float | None, high: float | None, approximate: bool) -> None:
    whole = f"They saw {text} there."
    quantity = only(whole)
    assert (quantity.low, quantity.high, quantity.approximate) == (low, high, approximate)
    assert quantity.counted == "boats"
    assert text.removesuffix(" or so") == quantity.span.words_in(whole)


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("a 40-metre-deep shaft", 40, "m"),
        ("30cm wide", 0.3, "m"),
        ("a 40m dry well", 40, "m"),
        ("12 inches of snow", 0.3048, "m"),
        ("ten miles away", 16093.44, "m"),
        ("winds of 40mph", 64.37376, "km/h"),
        ("60 miles an hour", 96.56064, "km/h"),
        ("80 kilometres per hour", 80, "km/h"),
        ("a 12,000-pound whale", 5443.10844, "kg"),
        ("$284 billion", 284e9, "USD"),
        ("£3m", 3e6, "GBP"),
        ("30 euros", 30, "EUR"),
        ("2 million pounds", 2e6, "GBP"),
        ("tens of thousands of dollars", 20_000, "USD"),
        ("7.4 percent", 7.4, "percent"),
        ("7.4% in all", 7.4, "percent"),
        ("a third of the fleet", 33.33, "percent"),
        ("two-thirds of voters", 66.67, "percent"),
        ("half of the fleet", 50, "percent"),
        ("two and a half years", 2.5, "year"),
        ("a two-day visit", 2, "day"),
        ("a 42-year-old man", 42, "year-old"),
        ("a boy aged 6", 6, "year-old"),
        ("Anna Lund, 42, fled", 42, "year-old"),
    ],
)
def test_units_are_brought_to_one(text: str, value: float, unit: str) -> None:
    quantity = only(f"It was {text}.")
    assert quantity.low == pytest.approx(value)
    assert quantity.unit == unit


def test_one_multiplier_counts_for_both_ends_of_a_range() -> None:
    quantity = only("It reached 30 to 40 million voters.")
    assert (quantity.low, quantity.high) == (30e6, 40e6)
    money = only("It cost $1 billion to $2 billion.")
    assert (money.low, money.high, money.unit) == (1e9, 2e9, "USD")


def test_a_rise_from_one_figure_to_another_is_no_range() -> None:
    assert [q.low for q in quantities("The toll rose from 30 to 40.")] == [30, 40]


def test_a_share_names_of_what() -> None:
    assert only("About 60 percent of voters stayed.").counted == "voters"
    assert only("It lost a third of the fleet.").counted == "fleet"


@pytest.mark.parametrize(
    "text",
    [
        "It began at 5.10am, at 6 p.m. and around 17:40.",
        "The dam broke on Oct. 12, 2015, and again in 2016.",
        "Call 555-2010 or 020 7946 0018.",
        "It shut the A6 and the M25.",
        "A Boeing 737 and an F-16 landed beside M1A1 tanks.",
        "See www.torvik.org/2031/40 for version 2.1 of it.",
        "Flight 370 left Gate 12 for No. 4 dock, page 7.",
        "He came 42nd, and she 3rd.",
        "The two said so, and one of the men left.",
        "The six-party talks ended one way.",
        "Torvik won 2-1 on May 22 and 23.",
        "The shop is open 24/7.",
        "A person came.",
        "1. Open it\n2. Close it",
        "(42)",
        "The second half of the match was dull.",
    ],
)
def test_what_counts_nothing_is_no_quantity(text: str) -> None:
    assert [quantity.span.words_in(text) for quantity in quantities(text)] == []


FRAGMENTS = st.sampled_from(
    ["at least ", "48", "1,200", "forty", "-", "two", " and ", " a half", "million", " ",
     "$", "£3m", "%", "percent", "of ",
     "the ", "boats", "dozens", "tens of ", "thousands", "half ",
     "30 to 40", "42-year-old", "Oct. 4", ".", "\n", "6pm", "(", ")"]
)  # fmt: skip


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.text(max_size=100), st.lists(FRAGMENTS, max_size=40).map("".join)))
def test_quantities_are_in_order_and_never_overlap(text: str) -> None:
    place = 0
    for quantity in quantities(text):
        assert place <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.low is not None or quantity.high is not None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        place = quantity.span.end


@pytest.mark.parametrize(
    "text",
    ["1 " * 20_000, "two " * 30_000, "dozens of " * 10_000, "1-" * 30_000, "at least " * 9_000, "9" * 200_000,
     "48 civilians and " * 8_000, "1,111" * 30_000, "$" * 50_000, " " * 300_000, "a third of the " * 10_000],
)  # fmt: skip
def test_hostile_text_takes_no_more_than_its_length(text: str) -> None:
    quantities(text)


def test_how_long_something_has_gone_on_is_a_quantity_as_well_as_a_date() -> None:
    assert only("Divers have searched the lock for more than three days.").unit == "day"
    assert quantities("The pier was shut three days ago.") == ()


def test_a_figure_that_may_be_two_is_left_out() -> None:
    assert not [q for q in quantities("Some 1, 600 officers were sent.") if q.low in (1.0, 600.0, 1600.0)]
