from __future__ import annotations

from tellings.records import Span
from tellings.trace.passages import find_passages
from tellings.trace.words import Words, find_quotations, words_of

LEAD = "A crowded ferry struck a submerged barge near the northern breakwater shortly before midnight"


def words(article: str, text: str, boilerplate: tuple[Span, ...] = ()) -> Words:
    return words_of(article, text, boilerplate)


def test_an_aligned_run_points_at_the_same_words_in_both_texts() -> None:
    one, two = f"Officials confirmed it. {LEAD}, they said.", f"{LEAD}. Nothing more was known."
    found = find_passages([words("a", one), words("b", two)])
    (passage,) = found["a", "b"]
    assert passage.here.words_in(one) == LEAD
    assert passage.there.words_in(two) == LEAD
    assert passage.words == len(LEAD.split())


def test_a_changed_word_inside_a_passage_does_not_break_it() -> None:
    two = LEAD.replace("crowded ferry", "packed ferry").replace("shortly before", "just before")
    (passage,) = find_passages([words("a", LEAD), words("b", two)])["a", "b"]
    assert passage.there.words_in(two).startswith("ferry struck")
    assert passage.there.words_in(two).endswith("before midnight") or passage.words >= 7


def test_idiom_of_four_words_or_without_content_is_no_passage() -> None:
    one = words("a", "He left for the coast. It was one of those that would not have been there, he said.")
    two = words("b", "They sailed for the coast. It was one of those that would not have been, she knew.")
    assert find_passages([one, two]) == {}


def test_a_quotation_over_two_lines_is_one_until_its_mark_closes() -> None:
    text = 'He said: "It was late.\nThe lamps were out." Then he left.'
    assert [span.words_in(text) for span in find_quotations(text)] == ['"It was late.\nThe lamps were out."']


def test_boilerplate_is_not_aligned() -> None:
    text = f"{LEAD} according to the harbour office"
    assert find_passages([words("a", text, (Span(0, len(text)),)), words("b", text)]) == {}


def test_words_inside_quotations_are_counted_apart() -> None:
    one = f"He added: “{LEAD}.”"
    (passage,) = find_passages([words("a", one), words("b", f"“{LEAD},” the pilot recalled.")])["a", "b"]
    assert passage.own == 0
    assert passage.quoted > 5


def test_a_shared_run_without_a_verb_only_names_a_thing() -> None:
    one = "The letter is signed by a spokesman for the northern harbour office, Rolf Adair."
    two = "Rolf Adair, a spokesman for the northern harbour office, did not answer."
    (passage,) = find_passages([words("a", one), words("b", two)])["a", "b"]
    assert not passage.clause
    (told,) = find_passages([words("a", LEAD), words("b", f"{LEAD}, she wrote.")])["a", "b"]
    assert told.clause


def test_a_quotation_ends_with_its_paragraph_and_an_embedded_post_is_one() -> None:
    text = (
        "He said “never again\nAnd left.\nWe are fine, the crew is fine — Ann Example (@ann) May 3, "
        "2031\n“Yes,” he said."
    )
    assert [span.words_in(text) for span in find_quotations(text)] == [
        "“never again",
        "We are fine, the crew is fine — Ann Example (@ann) May 3, 2031",
        "“Yes,”",
    ]


def test_a_refrain_and_a_huge_text_cost_little() -> None:
    long = " ".join(f"w{i % 9973}" for i in range(60_000))
    find_passages(
        [words("a", "la " * 60_000), words("b", "la " * 60_000), words("c", long), words("d", long)]
    )
