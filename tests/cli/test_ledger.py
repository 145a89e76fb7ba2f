import pytest

from tellings.cli.ledger import edits_of, read_owners
from tellings.errors import NoSuchArticle, UnreadableSource


def test_owners_are_read_from_lines_with_or_without_a_heading(tmp_path):
    file = tmp_path / "owners.csv"
    file.write_text(
        '\ufeffOutlet,Owner\n"Harrow Daily, The",Lowe Press\n\nIsles Weekly,Lowe Press,since 1998\n'
    )
    assert read_owners(file) == {"Harrow Daily, The": "Lowe Press", "Isles Weekly": "Lowe Press"}


@pytest.mark.parametrize(
    "text", ['{"Harrow Daily": "Lowe Press"}', '[{"outlet": "Harrow Daily", "owner": "Lowe Press"}]']
)
def test_owners_are_read_from_json(tmp_path, text):
    file = tmp_path / "owners.json"
    file.write_text(text)
    assert read_owners(file) == {"Harrow Daily": "Lowe Press"}


@pytest.mark.parametrize(
    "text",
    ["", "Harrow Daily\n", ",Lowe Press\n", '{"Harrow Daily": 3}', "{", '["x"]', "[" * 5000],
)
def test_a_file_that_names_no_owner_is_refused_by_name(tmp_path, text):
    file = tmp_path / "owners.csv"
    file.write_text(text)
    with pytest.raises(UnreadableSource) as refused:
        read_owners(file)
    assert "owners.csv" in refused.value.message
    assert "outlet,owner" in refused.value.fix


def test_a_missing_file_of_owners_is_refused_by_name(tmp_path):
    with pytest.raises(UnreadableSource, match=r"none\.csv cannot be read"):
        read_owners(tmp_path / "none.csv")


@pytest.mark.parametrize("words", ["AB", "A=", "=B", ""])
def test_a_pair_without_two_names_is_refused(words):
    with pytest.raises(NoSuchArticle) as refused:
        edits_of([words], [], None)
    assert "--link A=B" in refused.value.fix


def test_pairs_and_owners_become_edits(tmp_path):
    edits = edits_of(["C = A"], ["B=A"], None)
    assert (edits.link, edits.unlink, edits.owners) == ([("C", "A")], [("B", "A")], {})
