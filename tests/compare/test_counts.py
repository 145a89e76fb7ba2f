"""Vague counts, counts that are exceeded, and how often something was done."""

from __future__ import annotations

import pytest

from tellings.compare import compare
from tellings.compare.assertions import find_assertions
from tellings.compare.conflicts.figures import find_figures
from tellings.compare.conflicts.numbers import find_numbers


def numbers(told, nature=None):
    return [
        [side.value for side in c.sides]
        for c in told.conflicts
        if c.kind == "number" and (c.nature == nature if nature else c.nature != "different-scope")
    ]


def hurt(account, words, low, high=None, day="04", **more):
    text = f"The blast at the Kessel lock wounded {words} on Tuesday, the harbour board of Merrow said."
    quantity = {"low": low, "high": high, "counted": "people", **more}
    return account(text, published=f"2031-05-{day}", quantities={words: quantity})


def test_a_vague_word_covers_the_number_that_another_gives(story, account):
    told = compare(
        story(
            hurt(account, "scores of people", 40, approximate=True),
            hurt(account, "53 people", 53, 53, "05"),
        )
    )
    assert numbers(told) == []


def test_a_vague_word_that_cannot_be_meant_of_the_number_is_news(story, account):
    told = compare(
        story(
            hurt(account, "20 people", 20, 20),
            hurt(account, "scores of people", 40, approximate=True, day="05"),
        )
    )
    assert numbers(told, "update") == [["20 people", "scores of people"]]


def test_a_vague_word_is_no_side_of_a_contradiction_of_numbers(story, account):
    told = compare(
        story(
            hurt(account, "dozens of people", 24, approximate=True, day="06"),
            hurt(account, "64 people", 64, 64, "05"),
            hurt(account, "51 people", 51, 51, "06"),
        )
    )
    assert numbers(told) == [["64 people", "51 people"]]


@pytest.mark.parametrize(
    ("printed", "exact", "clash"),
    [
        ("51", 51, True),
        ("213 million", 213_000_000, True),
        ("50", 50, False),
        ("1,200", 1_200, False),
        ("250,000", 250_000, False),
        ("1,235", 1_235, False),
        ("2.3 million", 2_300_000, False),
    ],
)
def test_more_than_a_number_is_not_that_number_unless_it_is_round(story, account, printed, exact, clash):
    told = compare(
        story(
            hurt(account, f"{printed} people", exact, exact),
            hurt(account, f"more than {printed} people", exact, None),
        )
    )
    assert bool(numbers(told, "contradiction")) == clash


@pytest.mark.parametrize(
    ("printed", "sum_", "clash"),
    [("$253,400", 253_400, False), ("$251,312", 251_312, True), ("$250,000", 250_000, False)],
)
def test_a_sum_that_ends_in_noughts_may_be_short_for_more(story, account, printed, sum_, clash):
    told = [
        account(
            f"The harbour board of Merrow lost {words} in the fire at the Kessel lock, it said.",
            quantities={words: {"low": sum_, "high": high, "unit": "USD"}},
        )
        for words, high in ((printed, sum_), (f"more than {printed}", None))
    ]
    assert bool(numbers(compare(story(*told)), "contradiction")) == clash


def test_at_least_a_number_may_be_that_number(story, account):
    told = compare(story(hurt(account, "51 people", 51, 51), hurt(account, "at least 51 people", 51, None)))
    assert numbers(told) == []


OTHERS = "The lock keepers of Merrow met at the Kessel town hall.\nA ferry left at noon for the islands."
ONCE = "Torvald had twice been searched by the harbour police of Merrow before the fire, Brill said."


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        ("Torvald was searched several times by the harbour police of Merrow before the fire.", True),
        ("Torvald was searched three times by the harbour police of Merrow before the fire.", True),
        ("Torvald was repeatedly searched by the harbour police of Merrow before the fire.", False),
        ("Torvald was searched two times by the harbour police of Merrow before the fire.", False),
        ("Harbour police of Merrow searched a ship three times as long as that of Torvald.", False),
        (
            "Torvald was searched by the harbour police of Merrow and fined three times before the fire.",
            False,
        ),
    ],
)
def test_how_often_something_was_done_is_compared(story, other, clash):
    told = compare(story(f"{ONCE}\n{OTHERS}", f"{other}\n{OTHERS}"))
    assert bool(numbers(told)) == clash


class Close:
    """Neighbours none of which tells the same as another, though all are close in meaning."""

    def allies(self, assertion):
        return [assertion]

    def same(self, one, other):
        return 0.1

    def cosine(self, one, other):
        return 0.55


def fall(account, text, words, low, **more):
    return account(text, quantities={words: {"low": low, "high": low, "unit": "m", **more}})


FELL = (
    "The boy who climbed the harbour wall of Merrow fell 12 feet, and was pulled out of the basin by divers."
)


@pytest.mark.parametrize(
    ("other", "clash"),
    [
        (
            "Parents in Merrow asked how a boy could have climbed a harbour wall from which he fell 15ft.",
            True,
        ),
        ("The harbour wall of Merrow, from which divers had pulled the boy, is 15ft high.", False),
        ("The price of cod in the harbour hall of Kessel fell 15ft short of what was hoped.", False),
    ],
)
def test_lengths_told_of_one_fall_are_compared_where_the_rest_is_told_otherwise(story, account, other, clash):
    pool = find_assertions(story(fall(account, FELL, "12 feet", 3.66), fall(account, other, "15ft", 4.57)))
    assert bool(list(find_numbers(pool, find_figures(pool), Close()))) == clash


def aged(account, *lines):
    ages = {f"{n}-year-old": {"low": n, "high": n, "unit": "year-old"} for n in (3.0, 4.0)}
    given = {words.replace(".0", ""): value for words, value in ages.items()}
    text = "\n".join(lines)
    return account(text, quantities={words: value for words, value in given.items() if words in text})


def test_the_age_of_a_boy_of_another_year_beside_his_own_hides_no_conflict(story, account):
    line = "A {}-year-old boy fell into the seal pool of the Merrow zoo and was pulled out by keepers."
    before = (
        "In 1996, a 3-year-old boy fell into the seal pool of the Kessel zoo and was pulled out by divers."
    )
    told = compare(story(aged(account, line.format(4), before), aged(account, line.format(3))))
    assert numbers(told, "contradiction") == [["4-year-old", "3-year-old"]]
