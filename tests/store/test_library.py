"""What a library does, on both kinds of database."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from tellings.errors import CannotCorrect, CannotWrite, NotInLibrary
from tellings.records import Article, SetAside
from tellings.store import Library
from tellings.store.views import Placed

from . import server as postgres
from .conftest import VECTORS
from .made import meaning, reading_of
from .texts import GATE, GATE_EDITED, GATE_LATER, GATE_OWN, HONEY, HONEY_TOO

WIRE = {"url": "https://norvik.example/gate", "outlet": "Norvik", "published": "2024-06-04"}
OWN = {"url": "https://post.example/canal", "outlet": "The Post", "published": "2024-06-06"}
LATER = {"url": "https://post.example/inquiry", "outlet": "The Post", "published": "2024-06-10"}
ORLO = ("board chief Hana Orlo", "told", '"The gate was inspected in May and it was sound in May,"')


def add_gate(library: Library) -> str:
    """Two accounts of the burst gate; the name of their story."""
    library.add_reading(reading_of(GATE, said=ORLO, **WIRE))
    placed = library.add_reading(reading_of(GATE_OWN, **OWN))
    return placed.stories[0]


# ---------------------------------------------------------------- what goes in comes out


def test_an_article_comes_back_as_it_went_in(library: Library) -> None:
    given = Article(
        id="",
        text=GATE + "\ud800 “€” \u2028",
        path="wire.txt",
        title="Lock gate",
        byline="Ana Brandsma",
        based_on=("Norvik",),
        **WIRE,  # type: ignore[arg-type]
    )
    placed = library.add_reading(replace(reading_of(GATE), article=given))
    assert library.article(placed.article).article == replace(given, id=placed.article)


def test_the_same_address_with_the_same_words_is_there_already(library: Library) -> None:
    first = library.add_reading(reading_of(GATE, **WIRE))
    again = library.add_reading(
        reading_of(GATE.replace("\n\n", "\n"), url="http://www.norvik.example/gate/?utm_source=x#top")
    )
    assert (first.outcome, again.outcome, again.article) == ("new", "known", first.article)
    assert again.stories == ()


def test_the_same_words_under_another_address_of_the_outlet_are_one_article(library: Library) -> None:
    first = library.add_reading(reading_of(GATE, **WIRE))
    amp = library.add_reading(reading_of(GATE, url="https://norvik.example/amp/gate", outlet="Norvik"))
    assert amp.article == first.article
    edited = library.add_reading(reading_of(GATE_EDITED, url="https://norvik.example/amp/gate"))
    assert (edited.outcome, edited.article) == ("version", first.article)


def test_the_same_words_in_two_outlets_are_two_articles_of_one_story(library: Library) -> None:
    first = library.add_reading(reading_of(GATE, **WIRE))
    other = library.add_reading(reading_of(GATE, **OWN))
    assert other.outcome == "new"
    assert other.stories == first.stories


def test_articles_without_an_address_are_known_by_their_words(library: Library) -> None:
    library.add_reading(reading_of(GATE, path="a.txt"))
    assert library.add_reading(reading_of(GATE, path="b.txt")).outcome == "known"
    assert library.add_reading(reading_of(GATE_EDITED, path="a.txt")).outcome == "new"


def test_what_was_added_is_there_when_the_library_is_opened_again(library: Library, address: str) -> None:
    story = add_gate(library)
    library.close()
    with Library.open(address) as again:
        assert [article.outlet for article in again.articles(story)] == ["Norvik", "The Post"]


@pytest.mark.models
def test_sources_are_collected_read_and_compared(library: Library, tmp_path: Path) -> None:
    (tmp_path / "gate.txt").write_text(GATE, encoding="utf-8")
    (tmp_path / "own.txt").write_text(GATE_OWN, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    steps: set[str] = set()
    added = library.add([str(tmp_path)], on_progress=lambda step, done, total: steps.add(step))
    assert (added.count("new"), len(added.stories)) == (2, 1)
    assert isinstance(added.set_aside[0], SetAside)
    assert {"collect", "add", "compare"} <= steps
    assert library.stories()[0].origins == len(library.show(added.stories[0]).origins)
    assert library.add([str(tmp_path)]).count("known") == 2


# ---------------------------------------------------------------- versions


def test_an_edited_article_is_a_new_version_and_not_a_second_article(library: Library) -> None:
    story = add_gate(library)
    edited = library.add_reading(reading_of(GATE_EDITED, **WIRE))
    assert (edited.outcome, edited.stories) == ("version", (story,))
    assert [(v.number, v.counts) for v in library.versions("a1")] == [(1, False), (2, True)]
    assert library.article("a1").article.text == GATE_EDITED
    assert library.add_reading(reading_of(GATE, **WIRE)).outcome == "known"
    assert [library.version("a1", number).text for number in (1, 2)] == [GATE, GATE_EDITED]
    with pytest.raises(NotInLibrary, match="no version 3 of article a1"):
        library.version("a1", 3)


def test_a_version_published_before_the_one_that_counts_is_only_kept(library: Library) -> None:
    library.add_reading(reading_of(GATE_EDITED, **WIRE | {"published": "2024-06-05T10:00"}))
    library.add_reading(reading_of(GATE, **WIRE | {"published": "2024-06-04T10:00"}))
    assert library.article("a1").article.text == GATE_EDITED
    assert [(v.number, v.counts) for v in library.versions("a1")] == [(2, False), (1, True)]


def test_an_edit_tells_what_it_added_changed_and_dropped_and_which_claims_that_touches(
    library: Library,
) -> None:
    add_gate(library)
    cut = GATE_EDITED.replace(
        "Nobody was hurt when the gate burst, a spokesman for the fire brigade said on Tuesday evening.\n", ""
    )
    library.add_reading(reading_of(cut, **WIRE))
    (edit,) = library.edits("a1")
    kinds = {change.kind: change for change in edit.changes}
    assert "65 houses" in str(kinds["changed"].words_after) + str(edit.changes[0].words_after)
    assert "Nobody was hurt" in str(kinds["dropped"].words_before)
    assert "closed the canal to ships" in str(kinds["added"].words_after)
    claims = {claim.id for claim in library.show("s1").claims}
    assert any(change.claims for change in edit.changes)
    assert all(set(change.claims) <= claims for change in edit.changes)


def test_the_words_of_an_older_version_are_found_no_more(library: Library) -> None:
    library.add_reading(reading_of(GATE, **WIRE))
    library.add_reading(reading_of(GATE.replace("spokesman", "speaker"), **WIRE))
    assert library.search('"speaker for the fire brigade"')
    assert not library.search('"spokesman for the fire brigade"')


# ---------------------------------------------------------------- stories


def test_articles_of_one_event_make_one_story_and_others_another(library: Library) -> None:
    gate = add_gate(library)
    honey = library.add_reading(reading_of(HONEY, published="2024-02-02")).stories[0]
    assert honey != gate
    assert library.add_reading(reading_of(HONEY_TOO, published="2024-02-03")).stories == (honey,)
    assert [row.id for row in library.stories()] == [honey, gate]
    assert [row.articles for row in library.stories()] == [2, 2]


def test_a_late_article_stands_in_its_place_in_time(library: Library) -> None:
    library.add_reading(reading_of(GATE_LATER, **LATER))
    library.add_reading(reading_of(GATE_OWN, **OWN))
    story = library.add_reading(reading_of(GATE, **WIRE)).stories[0]
    assert [article.published for article in library.articles(story)] == [
        "2024-06-04",
        "2024-06-06",
        "2024-06-10",
    ]
    row = library.story(story)
    assert (row.first, row.last) == ("2024-06-04", "2024-06-10")


def test_two_stories_become_one_when_an_article_brings_them_together(library: Library) -> None:
    one = "Barge crew lost at Merrow\n\nDivers sought skipper Ode Lunt and deckhand Vik Sarn."
    two = "Dredging of Arle canal halted\n\nEngineers halted dredging and drained a cofferdam."
    both = "\n\n".join([one, two, one.lower(), two.lower()])
    library.add_reading(reading_of(one, published="2024-05-01"))
    library.add_reading(reading_of(two, published="2024-05-01"))
    assert [row.articles for row in library.stories()] == [1, 1]
    library.add_reading(reading_of(both, published="2024-05-02"))
    assert [row.articles for row in library.stories()] == [3]
    assert library.story("s1").id == library.story("s2").id


def test_a_story_is_compared_again_only_when_it_has_changed(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("tellings.store.answers")

    drawn: list[int] = []
    draw_up = module.draw_up

    def counted(story: int, *rest: object) -> object:
        drawn.append(story)
        return draw_up(story, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(module, "draw_up", counted)
    add_gate(library)
    library.add_reading(reading_of(HONEY))
    first = library.show("s1")
    assert library.show("s1") == first
    assert drawn == [1]
    assert library.refresh() == ("s2",)
    library.add_reading(reading_of(GATE_LATER, **LATER))
    assert library.refresh() == ("s1",)
    assert drawn == [1, 2, 1]
    assert [article.id for article in library.show("s1").articles] == ["a1", "a2", "a4"]


def test_the_pair_model_reads_only_what_is_new_in_a_story(address: str) -> None:
    read: list[tuple[str, str]] = []

    def model(pairs: Sequence[tuple[str, str]]) -> NDArray[np.float32]:
        read.extend(pairs)
        found = np.full((len(pairs), 3), 0.05, np.float32)
        found[:, 0] = [len(set(one.split()) & set(two.split())) / 20 for one, two in pairs]
        return found

    with Library.open(address, pair_model=("made", model)) as library:
        story = add_gate(library)
        library.show(story)
        first = set(read)
        library.link("a2", "a1")
        library.show(story)
        assert len(read) == len(first) > 0
        library.add_reading(reading_of(GATE_LATER, **LATER))
        again = library.show(story)
        assert len(read) == len(set(read)) > len(first)
        before = len(read)
    with Library.open(address, pair_model=("other", model)) as library:
        library.take_back(1)
        library.link("a2", "a1")
        assert library.show(story) == again
        assert len(read) > before


def test_a_dossier_of_the_library_cites_what_stands_there(library: Library) -> None:
    from tellings.verify import verify

    add_gate(library)
    library.show("s1")
    assert verify(library.show("s1").model_dump_json()).misses == ()


def test_stories_can_be_listed_in_parts_and_from_a_day_on(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(HONEY, published="2024-02-02"))
    assert [row.id for row in library.stories(most=1)] == ["s2"]
    assert [row.id for row in library.stories(most=1, skip=1)] == ["s1"]
    assert [row.id for row in library.stories(since="2024-06-01")] == ["s1"]


def test_stories_are_chosen_by_outlet_words_size_and_contradictions(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(HONEY, outlet="Tarn Times", published="2024-02-02"))

    def listed(**wanted: Any) -> list[str]:
        rows = library.stories(**wanted)
        assert library.count_stories(**wanted) == len(rows)
        return [row.id for row in rows]

    assert listed() == ["s2", "s1"]
    assert listed(outlet="tarn times") == ["s2"]
    assert listed(outlet="The Gazette") == []
    assert listed(words="barges adrift") == ["s1"]
    assert listed(words='"every cellar"') == ["s1"]
    assert listed(words="barges honey") == []
    assert listed(until="2024-02-02") == ["s2"]
    assert listed(since="2024-06-06", until="2024-06-30") == ["s1"]
    assert listed(least=2) == ["s1"]
    assert listed(with_conflicts=True) == []
    library.add_reading(reading_of(GATE_LATER + "\nThe gate had burst on Monday, June 3, 2024.\n", **LATER))
    contradictions = [c for c in library.show("s1").conflicts if c.nature == "contradiction"]
    assert listed(with_conflicts=True) == (["s1"] if contradictions else [])
    assert [row.id for row in library.stories(order="largest")] == ["s1", "s2"]
    assert [row.id for row in library.stories(order="latest")] == ["s1", "s2"]


def test_a_story_in_the_list_tells_its_outlets_and_on_which_days_it_was_told(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(GATE_LATER, outlet="Norvik", published="2024-06-06T18:00"))
    (row,) = library.stories()
    assert row.outlets == ("Norvik", "The Post")
    assert row.activity == (("2024-06-04", 1), ("2024-06-06", 2))
    assert row.title == GATE.partition("\n")[0]


def test_the_last_dossier_can_be_had_at_once_and_says_whether_it_is_current(library: Library) -> None:
    add_gate(library)
    assert library.kept("s1") is None
    shown = library.show("s1")
    kept = library.kept("s1")
    assert kept is not None
    assert (kept.dossier, kept.current) == (shown, True)
    library.add_reading(reading_of(GATE_LATER, **LATER))
    kept = library.kept("s1")
    assert kept is not None
    assert (kept.dossier, kept.current) == (shown, False)
    library.add_reading(reading_of(GATE_EDITED, **WIRE))
    assert library.kept("s1") is None


def test_many_threads_may_ask_one_library_while_it_grows(library: Library) -> None:
    add_gate(library)

    def ask(turn: int) -> int:
        if turn % 8 == 0:
            library.add_reading(reading_of(HONEY.replace("Tarn", f"Tarn{turn}"), path=f"{turn}.txt"))
        assert library.search("gate burst")[0].story == "s1"
        assert library.stories(order="latest")[0].id == "s1"
        return len(library.show("s1").articles)

    with ThreadPoolExecutor(max_workers=16) as threads:
        assert set(threads.map(ask, range(32))) == {2}
    assert library.check() == ()


def test_how_much_there_is_can_be_counted(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(HONEY))
    library.refresh()
    library.link("a2", "a1")
    counts = library.counts()
    assert (counts.articles, counts.stories, counts.outlets, counts.corrections) == (3, 2, 2, 1)
    assert counts.statements >= 1
    assert sum(row.statements for row in library.speakers()) == counts.statements
    (orlo,) = library.speakers("Orlo")
    assert (orlo.name, orlo.stories) == ("Hana Orlo", 1)
    assert len(library.speakers(most=1)) == 1
    assert library.speakers("Nemo") == ()


# ---------------------------------------------------------------- search


def test_sentences_are_found_by_their_words(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(HONEY, outlet="Tarn Times", published="2024-02-02"))
    hit = library.search("barges adrift flooding")[0]
    assert (hit.article, hit.story) == ("a1", "s1")
    assert hit.words == GATE[hit.span.start : hit.span.end]
    assert "three barges adrift and flooding 40 houses" in hit.words


def test_a_phrase_in_quotation_marks_must_stand_so(library: Library) -> None:
    add_gate(library)
    assert [hit.article for hit in library.search('"every cellar"')] == ["a2"]
    assert library.search('"cellar every"') == ()


def test_sentences_are_found_by_what_they_mean(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    add_gate(library)
    sentence = (
        "Nobody was hurt when the gate burst, a spokesman for the fire brigade said on Tuesday evening."
    )
    monkeypatch.setattr(VECTORS, "vector_of", lambda words: meaning(sentence))
    hit = library.search("injuries casualties")[0]
    assert (hit.article, hit.words) == ("a1", sentence)


def test_a_search_keeps_to_outlet_speaker_and_days(library: Library) -> None:
    add_gate(library)
    library.show("s1")
    assert {hit.article for hit in library.search("gate burst Merrow")} == {"a1", "a2"}
    assert {hit.article for hit in library.search("gate burst Merrow", outlet="the post")} == {"a2"}
    assert {hit.article for hit in library.search("gate burst Merrow", until="2024-06-04")} == {"a1"}
    assert {hit.article for hit in library.search("gate burst Merrow", since="2024-06-05")} == {"a2"}
    (said,) = library.search("gate inspected", speaker="Orlo")
    assert (said.article, said.speaker) == ("a1", "Hana Orlo")


def test_operators_of_the_index_are_taken_for_words(library: Library) -> None:
    add_gate(library)
    for hostile in ('gate" OR "', "gate AND NOT (", "words:*", "'; DROP TABLE articles; --", "^ gate", '""'):
        library.search(hostile)
    assert library.search("gate burst")


def test_what_cannot_be_looked_for_is_told(library: Library) -> None:
    add_gate(library)
    with pytest.raises(NotInLibrary, match="is no date"):
        library.search("gate", since="yesterday")
    with pytest.raises(NotInLibrary, match="Nobody called Xerxes"):
        library.search("gate", speaker="Xerxes")
    assert library.search("zymurgy") == ()


def test_what_a_speaker_said_comes_in_order_of_time(library: Library) -> None:
    add_gate(library)
    library.add_reading(
        reading_of(
            GATE_LATER,
            said=(
                "Canal board chief Hana Orlo",
                "said",
                "the three barges set adrift by the burst gate had been found",
            ),
            **LATER,
        )
    )
    library.refresh()
    told = library.speaker("Orlo")
    assert [said.article for said in told] == ["a1", "a3"]
    assert told[0].words == ORLO[2]
    assert library.speaker("Nemo") == ()


# ---------------------------------------------------------------- corrections


def test_stories_merged_by_hand_stay_one(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(HONEY))
    library.merge(["s1", "s2"])
    assert [row.articles for row in library.stories()] == [3]
    assert library.add_reading(reading_of(HONEY_TOO)).stories == ("s1",)
    assert library.story("s2").id == "s1"
    (correction,) = library.corrections()
    assert (correction.kind, library.corrections("s1")) == ("merge", (correction,))
    library.take_back(correction.id)
    assert sorted(row.articles for row in library.stories()) == [1, 3]


def test_a_story_split_by_hand_stays_split(library: Library) -> None:
    add_gate(library)
    _, new = library.split("s1", ["a2"])
    library.add_reading(reading_of(GATE_LATER, **LATER))
    stories = {name: {a.id for a in library.articles(name)} for name in ("s1", new)}
    assert "a1" in stories["s1"]
    assert "a2" in stories[new]
    with pytest.raises(CannotCorrect, match="not all of it"):
        library.split(new, [*stories[new]])


def test_a_speaker_named_by_hand_is_kept_through_edits_and_new_articles(library: Library) -> None:
    add_gate(library)
    start = GATE.index("The gate was inspected")
    library.name_speaker("a1", (start, start + 30), "Ilse Varn")
    library.add_reading(reading_of(GATE_LATER, **LATER))
    library.show("s1")
    assert [said.speaker for said in library.speaker("Varn")] == ["Ilse Varn"]
    library.add_reading(reading_of("Update\n\n" + GATE, said=ORLO, **WIRE))
    library.show("s1")
    assert [said.article for said in library.speaker("Varn")] == ["a1"]
    library.take_back(1)
    library.show("s1")
    assert library.speaker("Varn") == ()


def test_origins_are_linked_and_unlinked_by_hand(library: Library) -> None:
    add_gate(library)

    def shared() -> bool:
        return any(set(origin.articles) == {"a1", "a2"} for origin in library.show("s1").origins)

    assert not shared()
    library.link("a2", "a1")
    assert shared()
    assert len(library.show("s1").origins) == 1
    library.unlink("a2", "a1")
    assert not shared()
    assert len(library.show("s1").origins) == 2
    library.add_reading(reading_of(HONEY))
    with pytest.raises(CannotCorrect, match="not two articles of one story"):
        library.link("a1", "a3")


def test_a_conflict_that_was_rejected_does_not_come_back(library: Library) -> None:
    library.add_reading(reading_of(GATE + "\nThe gate had burst on Monday, June 4, 2024.\n", **WIRE))
    library.add_reading(reading_of(GATE_OWN, **OWN))
    before = library.show("s1").conflicts
    assert [conflict.kind for conflict in before][:1] == ["date"]
    library.reject("s1", before[0].id)
    library.add_reading(reading_of(GATE_LATER, **LATER))
    reasons = {conflict.reason for conflict in library.show("s1").conflicts}
    assert before[0].reason not in reasons
    with pytest.raises(NotInLibrary, match="no conflict x99"):
        library.reject("s1", "x99")


def test_corrections_are_exported_with_the_texts_they_speak_of(library: Library) -> None:
    add_gate(library)
    library.link("a2", "a1")
    (row,) = library.export_corrections()
    assert (row["kind"], row["article"], row["other"]) == ("link", "a2", "a1")
    assert row["texts"] == {"a1": GATE, "a2": GATE_OWN}


# ---------------------------------------------------------------- leaving, copying, checking


def test_what_is_forgotten_is_gone_from_everywhere(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(HONEY))
    library.refresh()
    library.link("a2", "a1")
    assert library.forget(["https://post.example/canal"]) == ("a2",)
    assert [article.id for article in library.show("s1").articles] == ["a1"]
    assert library.search('"every cellar"') == ()
    assert library.corrections() == ()
    assert library.forget(["s2"]) == ("a3",)
    assert [row.id for row in library.stories()] == ["s1"]
    assert library.check() == ()
    with pytest.raises(NotInLibrary, match="no article a2"):
        library.article("a2")
    with pytest.raises(NotInLibrary, match="no story s2"):
        library.show("s2")
    assert library.add_reading(reading_of(GATE_OWN, **OWN)).article == "a4"


def test_an_export_holds_every_article_with_its_versions(library: Library) -> None:
    add_gate(library)
    library.add_reading(reading_of(GATE_EDITED, **WIRE))
    rows = list(library.export())
    assert [(row["id"], row["story"]) for row in rows] == [("a1", "s1"), ("a2", "s1")]
    assert rows[0]["text"] == GATE_EDITED
    assert [version["text"] for version in rows[0]["versions"]] == [GATE]


def test_a_backup_is_the_same_library(library: Library, tmp_path: Path) -> None:
    add_gate(library)
    library.add_reading(reading_of(GATE_EDITED, **WIRE))
    library.link("a2", "a1")
    library.feeds["https://post.example/feed"] = {"etag": "x"}
    library.backup(tmp_path / "copy.db")
    assert sorted(path.name for path in tmp_path.iterdir() if "part" in path.name) == []
    with Library.open(tmp_path / "copy.db", must_exist=True) as copy:
        assert copy.check() == ()
        assert list(copy.export()) == list(library.export())
        assert copy.show("s1") == library.show("s1")
        assert copy.search("barges")[0].article == library.search("barges")[0].article
        assert dict(copy.feeds) == dict(library.feeds)
        assert copy.add_reading(reading_of(HONEY)).article == "a3"


def test_a_file_becomes_a_library_of_a_team(server: str, tmp_path: Path) -> None:
    with Library.open(tmp_path / "own.db") as own:
        add_gate(own)
        postgres.ask(server, "CREATE DATABASE team")
        own.backup(server.replace("DATABASE", "team"))
        with Library.open(server.replace("DATABASE", "team")) as team:
            assert list(team.export()) == list(own.export())
            assert team.add_reading(reading_of(HONEY)).article == "a3"
            assert team.search("honey prize")[0].article == "a3"
        with pytest.raises(CannotCorrect, match="stories in"):
            own.backup(server.replace("DATABASE", "team"))


def test_a_backup_that_cannot_be_written_leaves_nothing(library: Library, tmp_path: Path) -> None:
    add_gate(library)
    with pytest.raises(CannotWrite, match="could not be written"):
        library.backup(tmp_path / "nowhere" / "copy.db")


def test_damage_is_found_and_what_follows_from_the_articles_is_made_anew(library: Library) -> None:
    from sqlalchemy import text

    add_gate(library)
    library.refresh()
    assert library.check() == ()
    for harm, told in (
        ("UPDATE stories SET size = 7", "it counts 7 articles and has 2"),
        ("DELETE FROM passages", None),
        ("UPDATE dossiers SET body = (SELECT text FROM versions LIMIT 1)", "cannot be read back"),
    ):
        library._database.write(lambda c, harm=harm: c.execute(text(harm)))
        found = library.check()
        assert told is None or any(told in damage.what for damage in found)
        assert all(damage.can_be_made_anew for damage in found)
    assert library.check(repair=True) == ()
    assert len(library.show("s1").articles) == 2
    swap = "UPDATE versions SET text = (SELECT text FROM versions WHERE article = 2) WHERE article = 1"
    library._database.write(lambda c: c.execute(text(swap)))
    (damage, *_) = library.check()
    assert (damage.where, damage.can_be_made_anew) == ("article a1, version 1", False)


def test_the_state_of_feeds_is_kept(library: Library) -> None:
    url = "https://post.example/feed"
    library.feeds[url] = {"etag": "one", "seen": ["x"]}
    library.feeds.put(url, {"etag": "two", "seen": ["x", "y"]})
    assert dict(library.feeds) == {url: {"etag": "two", "seen": ["x", "y"]}}
    del library.feeds[url]
    assert len(library.feeds) == 0
    with pytest.raises(KeyError):
        library.feeds[url]


@pytest.mark.models
def test_what_a_poller_gives_is_kept_one_by_one(library: Library) -> None:
    asked: list[str] = []

    def poller() -> Iterator[Article | SetAside]:
        for name, item in {
            "gate": Article(id="", text=GATE, **WIRE),  # type: ignore[arg-type]
            "gone": SetAside(path="https://post.example/feed", reason="It is gone.", fix="Leave it out."),
            "edited": Article(id="", text=GATE_EDITED, **WIRE),  # type: ignore[arg-type]
        }.items():
            asked.append(name)
            yield item

    kept = library.keep(poller())
    assert (next(kept), asked) == (Placed(article="a1", outcome="new", stories=("s1",)), ["gate"])
    assert [getattr(item, "outcome", item) for item in kept] == [
        SetAside(path="https://post.example/feed", reason="It is gone.", fix="Leave it out."),
        "version",
    ]


def test_names_that_are_none_are_told(library: Library) -> None:
    for wrong in ("s9", "x", "", "-1", "s" + "9" * 30, "s1; DROP TABLE stories"):
        with pytest.raises(NotInLibrary):
            library.show(wrong)
    with pytest.raises(NotInLibrary, match="no article https"):
        library.article("https://nowhere.example/x")
