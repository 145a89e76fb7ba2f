"""Words that give a cause, and words for where something began, as data.

Comes in:   nothing.
Goes out:   tuples of lower-case words; each group is opened by an example sentence.
"""

from __future__ import annotations

# "A heater had caused the fire", "the fire was sparked by a cigarette".
CAUSING: tuple[str, ...] = ("caused", "ignited", "sparked", "started", "triggered")

# "Human error caused the crash": may be what another account tells in other words.
VAGUE_CAUSES: tuple[str, ...] = (
    "accident",
    "act",
    "arson",
    "attack",
    "carelessness",
    "combination",
    "conditions",
    "error",
    "event",
    "factors",
    "failure",
    "he",
    "incident",
    "it",
    "man",
    "negligence",
    "people",
    "person",
    "problem",
    "she",
    "someone",
    "something",
    "suspect",
    "that",
    "they",
    "this",
    "which",
    "who",
    "woman",
)

# "A short circuit", "faulty wiring": causes of one kind, in whatever words.
KINDS_OF_CAUSE: tuple[tuple[str, ...], ...] = (
    (
        "electrical",
        "cable",
        "cables",
        "circuit",
        "electric",
        "electricity",
        "electrics",
        "wire",
        "wires",
        "wiring",
    ),
    ("gas", "butane", "propane"),
    ("cigarette", "cigarettes", "smoking"),
    ("lightning", "storm", "thunderstorm"),
    ("candle", "candles"),
    ("firework", "fireworks", "flare", "flares", "pyrotechnics"),
)

# "The fire broke out in a kitchen".
BEGINNING: tuple[str, ...] = ("begin", "broke", "originate", "start")

# "In the kitchen", "in a laundry room": rooms of which none is part of another.
ROOMS: frozenset[str] = frozenset(
    (
        "bakery",
        "bar",
        "bathroom",
        "bedroom",
        "boiler",
        "cafeteria",
        "canteen",
        "cockpit",
        "dormitory",
        "engine",
        "garage",
        "kitchen",
        "laundry",
        "library",
        "lobby",
        "sauna",
        "stairwell",
        "storeroom",
        "workshop",
    )
)

# "On the ground floor".
FLOORS: frozenset[str] = frozenset(
    (
        "eighth",
        "fifth",
        "first",
        "fourth",
        "ground",
        "ninth",
        "second",
        "seventh",
        "sixth",
        "tenth",
        "third",
        "top",
        "upper",
    )
)
