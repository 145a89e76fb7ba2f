"""Sources that are broken, or made to break who reads them: each is told, and the rest goes in."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.collect.archives import Warc, gzipped_zeros, wacz
from tests.collect.feeds import item, page, rss

from tellings.store import Library

from .texts import GATE

CAPTURED = "https://maren.example/captured"


@pytest.mark.models
def test_bad_sources_are_told_and_the_rest_goes_in(library: Library, tmp_path: Path) -> None:
    same = [item(1, id=f"{n}", link=f"https://maren.example/?from={n}") for n in range(9)]
    given = {
        "page.rss": page(9).encode(),
        "empty.rss": b"",
        "same.rss": rss(*same).encode(),
        "dates.rss": rss(item(2, date="1970-01-01T00:00:00Z"), item(3, date="2099-01-01T00:00:00Z")).encode(),
        "cut.warc.gz": Warc().response(CAPTURED, page(4)).response(CAPTURED + "/2", page(5)).bytes()[:-200],
    }
    for name, data in given.items():
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.rss").open("wb") as file:
        file.truncate(300_000_000)
    good = Warc().response(f"{CAPTURED}/6", page(6)).bytes()
    wacz(tmp_path / "bomb.wacz", {"archive/a.warc.gz": good, "archive/z.warc.gz": gzipped_zeros(200_000_000)})
    wacz(tmp_path / "out.wacz", {"archive/a.warc.gz": good, "../../etc/x.warc.gz": good})
    (tmp_path / "gate.txt").write_text(GATE, encoding="utf-8")
    added = library.add([tmp_path], compare=False)
    told = [(gone.path, gone.reason) for gone in added.set_aside]
    for path, reason in {
        "page.rss": "web page, not a feed",
        "empty.rss": "empty",
        "huge.rss": "more than",
        "bomb.wacz/archive/z.warc.gz": "unpacks to more than",
        "out.wacz/../../etc/x.warc.gz": "leads out of the archive",
        "cut.warc.gz:3": "breaks off here",
        "dates.rss:1": "1970-01-01, which cannot be",
        "dates.rss:2": "2099-01-01, which cannot be",
        "same.rss": "8 of its 9 items repeat the words of others",
    }.items():
        assert [why for where, why in told if where == str(tmp_path / path) and reason in why], (path, told)
    assert added.count("new") == len(list(library.export())) == 6
    assert library.check() == ()
    assert library.add([tmp_path], compare=False).count("known") == 6
