from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.read.pieces import cut


def quoted(text: str) -> str:
    """The pieces that stand inside quotation marks, joined."""
    pieces = cut(text)
    inside = [text[a:b] for a, b, q in zip(pieces.starts, pieces.ends, pieces.quote, strict=True) if q]
    return " ".join(inside)


def test_offsets_point_at_the_words_as_printed():
    text = "Gen. Brandt of KARVIA said:\n\n“Nāo.”"
    pieces = cut(text)
    assert "".join(text[a:b] for a, b in zip(pieces.starts, pieces.ends, strict=True)) == "".join(
        text.split()
    )


def test_capitals_digits_and_line_breaks_survive_an_uncased_vocabulary():
    text = "KARVIA said 48\n\nNo"
    pieces = cut(text)
    first = {text[a:b]: i for i, (a, b) in enumerate(zip(pieces.starts, pieces.ends, strict=True))}
    assert pieces.shape[first["48"]] == 4
    assert pieces.shape[0] == 2
    assert pieces.gap[first["No"]] == 2
    assert pieces.gap[first["said"]] == 1


def test_straight_curly_low_and_angled_marks_all_open_a_quotation():
    for opener, closer in ('""', "“”", "„“", "«»"):
        assert quoted(f"He said {opener}no way{closer} twice.") == f"{opener} no way {closer}"


def test_single_marks_quote_but_apostrophes_do_not():
    assert quoted("The minister's aide said 'no way' on the ministers' steps.") == "' no way '"
    assert quoted("It’s the ministers’ view, isn’t it?") == ""


def test_a_quotation_over_two_paragraphs_with_opening_marks_only_ends_with_each_paragraph():
    assert quoted("“One line\n\n“two lines” and no more.") == "“ One line “ two lines ”"


def test_ten_thousand_open_marks_are_read_in_no_time():
    assert len(cut("“" * 10_000)) == 10_000


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_pieces_lie_in_order_within_any_text(text: str):
    pieces = cut(text)
    assert all(0 <= a <= b <= len(text) for a, b in zip(pieces.starts, pieces.ends, strict=True))
    assert all(a <= b for a, b in zip(pieces.starts, pieces.starts[1:], strict=False))
