"""The digests that a packaged web archive states of its parts.

Comes in:   its `datapackage.json` and `datapackage-digest.json`.
Goes out:   whether the bytes of a part are those that were packaged.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from typing import Any

_ALGORITHMS = ("sha256", "sha512", "md5")
_PACKAGE, _OF_PACKAGE = "datapackage.json", "datapackage-digest.json"


class Digests:
    """What is stated, by the name of the part. `problem` says what is wrong with the statement itself."""

    def __init__(self, read: Callable[[str], bytes | None]) -> None:
        self.problem: str | None = None
        package = read(_PACKAGE)
        self._stated = _stated(_json(package))
        of_package = _json(read(_OF_PACKAGE)).get("hash")
        if package is not None and not _agree(of_package, [package]):
            self.problem = (
                f"The digest of its {_PACKAGE} is not the one that {_OF_PACKAGE} states: it was changed "
                "after the capture. Its pages are read all the same."
            )

    def states(self, part: str) -> bool:
        """Whether there is a digest to compare with."""
        return part in self._stated

    def agree(self, part: str, blocks: Iterable[bytes]) -> bool:
        """Whether the bytes of a part have the digest stated."""
        return _agree(self._stated.get(part), blocks)


def _stated(package: dict[str, Any]) -> dict[str, str]:
    resources = package.get("resources")
    return {
        str(resource["path"]): resource["hash"]
        for resource in (resources if isinstance(resources, list) else [])
        if isinstance(resource, dict) and "path" in resource and _known(resource.get("hash"))
    }


def _agree(stated: object, blocks: Iterable[bytes]) -> bool:
    if not _known(stated):
        return True
    algorithm, _, digest = str(stated).partition(":")
    actual = hashlib.new(algorithm, usedforsecurity=False)
    for block in blocks:
        actual.update(block)
    return actual.hexdigest() == digest.strip().lower()


def _known(stated: object) -> bool:
    return isinstance(stated, str) and stated.partition(":")[0] in _ALGORITHMS


def _json(data: bytes | None) -> dict[str, Any]:
    try:
        value = json.loads(data or b"")
    except (ValueError, RecursionError):
        return {}
    return value if isinstance(value, dict) else {}
