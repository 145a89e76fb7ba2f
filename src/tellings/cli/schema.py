"""`tellings schema`: the shape of a dossier."""

from __future__ import annotations

import json

from tellings.cli.running import epilog, put, reported

EPILOG = epilog("tellings schema > dossier.schema.json")


def schema() -> None:
    """Print the JSON Schema of the dossier.

    It is what `tellings compare --json` prints, one object for each story.
    """
    with reported():
        from tellings.dossier import Story

        put(json.dumps(Story.model_json_schema(), indent=2))
