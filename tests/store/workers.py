"""Programs that add to a library and may be killed at any moment; run as processes of their own."""

from __future__ import annotations

from collections.abc import Iterator

from tellings.records import Reading
from tellings.store import Library

from .made import reading_of

PLACES = ("Merrow", "Tarn", "Arle", "Ondria", "Varduin", "Kelmara", "Sceap", "Lunt", "Brennock", "Dunmar")
THINGS = ("ferry", "bridge", "dam", "mill", "orchard", "quarry", "viaduct", "granary", "tannery", "weir")


def readings(count: int) -> Iterator[Reading]:
    """Short reports, three of each event, and no two events alike."""
    for number in range(count):
        event, account = divmod(number, 3)
        place, thing = PLACES[event % 10], THINGS[(event * 3 + event // 10) % 10]
        words = [f"{thing}{part}" for part in ("master", "yard", "loft", "wright", "keeper", "hands")]
        names = [f"{place}{part}" for part in ("ford", "wick", "stead", "mere")]
        text = (
            f"{words[0]} of {names[0]} names {words[1]} after {words[2]}\n\n"
            f"The {words[0]} and the {words[3]} of {names[0]} met in {names[1]} on Tuesday; {words[4]} and "
            f"{words[5]} of {names[2]} stayed in the {words[1]}.\n\n"
            f"{names[3]} sent {number + 2} {words[5]} to the {words[2]}."
        )
        url = f"https://paper-{account}.example/{place}-{thing}-{event}"
        yield reading_of(text, url=url, outlet=f"Paper {account}", published=f"2024-03-{event % 28 + 1:02}")


def add(address: str, count: int, start: int = 0) -> None:
    """Adds them all, beginning at one of them, and tells of each when it is in."""
    given = list(readings(count))
    with Library.open(address, patience=60) as library:
        for reading in given[start:] + given[:start]:
            placed = library.add_reading(reading)
            print(placed.article, flush=True)
