from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

from lock_gate import compared

from tellings.dossier import Story
from tellings.records import SetAside
from tellings.tell import tell


@pytest.fixture(scope="session")
def story() -> Story:
    """The dossier of the burst lock gate."""
    gone = SetAside(path="schleuse.html", reason="It is in German.", fix="Give an English account.")
    return tell(compared(), set_aside=[gone])
