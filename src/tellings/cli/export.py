"""`tellings export`: the library as JSON lines."""

from __future__ import annotations

import json as json_lines

from tellings.cli.running import epilog, put
from tellings.cli.store import Store, opened

EPILOG = epilog("tellings export > articles.jsonl", "tellings export --store desk.db | tellings add -")


def export(store: Store = None) -> None:
    """Print every article of the library, one JSON object a line.

    Each holds its text, what is known of it, its story and its earlier versions; tellings add takes them
    again.
    """
    with opened(store) as library:
        for row in library.export():
            put(json_lines.dumps(row, ensure_ascii=False))
