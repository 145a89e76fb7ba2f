from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_COLLECT = """
import sys
from tellings.collect import collect
collection = collect(sys.argv[1:])
assert len(collection.articles) == 2, collection
print(sorted({"trafilatura", "httpx", "py3langid", "lxml", "asyncio"} & set(sys.modules)))
"""


def test_texts_and_records_load_no_reader_of_pages_or_addresses(tmp_path: Path, story: str) -> None:
    (tmp_path / "a.txt").write_text(story)
    (tmp_path / "b.jsonl").write_text('{"title": "Fog again in Port Maren", "text": "It came and went."}\n')
    ran = subprocess.run(
        [sys.executable, "-c", _COLLECT, str(tmp_path)], capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == "[]"
