"""The house keeps its own rules."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

import tellings

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "tellings"
MODULES = sorted(PACKAGE.rglob("*.py"))
ROOMS = ("collect", "read", "group", "trace", "attribute", "compare", "tell", "store", "web")
SUFFIXES = {".css", ".gz", ".j2", ".js", ".json", ".md", ".npz", ".onnx", ".py", ".svg", ".typed"}
FOUNDATIONS = {"records", "errors", "events", "languages", "models", "settings"}


def parsed(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


def room_of(module: Path) -> str:
    return module.relative_to(PACKAGE).parts[0].removesuffix(".py")


def tellings_imports(module: Path) -> set[str]:
    """The first names after `tellings.` in the module's imports, wherever they stand."""
    found = set()
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "tellings":
            found |= {f"tellings.{name.name}" for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return {name.split(".")[1] for name in found if name.startswith("tellings.")}


def test_public_names_are_listed_in_order_and_importable() -> None:
    assert list(tellings.__all__) == sorted(tellings.__all__)
    for name in tellings.__all__:
        assert getattr(tellings, name) is not None


def test_the_version_is_the_one_that_is_installed() -> None:
    stated = re.search(r'^version = "(.+)"$', (ROOT / "pyproject.toml").read_text(), re.M)
    assert stated is not None
    assert tellings.__version__ == stated[1]


def test_the_package_holds_no_notes_left_behind() -> None:
    held = [path for path in PACKAGE.rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert [str(path) for path in held if path.suffix not in SUFFIXES] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_every_module_says_what_it_is(module: Path) -> None:
    assert ast.get_docstring(parsed(module)), f"{module} has no docstring"


@pytest.mark.parametrize("room", ROOMS)
def test_every_door_says_what_comes_in_and_what_goes_out(room: str) -> None:
    said = ast.get_docstring(parsed(PACKAGE / room / "__init__.py")) or ""
    assert "Comes in:" in said
    assert "Goes out:" in said


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_never_imports_a_later_one(room: str) -> None:
    allowed = FOUNDATIONS | set(ROOMS[: ROOMS.index(room) + 1])
    if room == "tell":
        allowed |= {"dossier"}
    if room == "store":
        allowed |= {"dossier", "verify", "__version__"}
    if room == "web":
        allowed |= {"dossier", "__version__"}
    for module in MODULES:
        if room_of(module) == room:
            assert tellings_imports(module) <= allowed, f"{module} reaches too far"


def test_the_vocabulary_and_the_words_import_nothing_of_the_rooms() -> None:
    for module in MODULES:
        if room_of(module) in FOUNDATIONS:
            assert tellings_imports(module) <= FOUNDATIONS, f"{module} reaches into a room"


OUTSIDE = {
    "httpx",
    "os",
    "requests",
    "shutil",
    "socket",
    "sqlite3",
    "subprocess",
    "tempfile",
    "urllib.request",
}


def test_only_collect_store_web_and_the_command_line_touch_the_outside() -> None:
    for module in MODULES:
        if room_of(module) in {"collect", "store", "web", "cli", "models", "api", "settings"}:
            continue
        for node in ast.walk(parsed(module)):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not OUTSIDE & set(names), f"{module} imports {OUTSIDE & set(names)}"


def test_only_web_and_the_command_that_serves_it_need_the_libraries_of_the_reading_room() -> None:
    for module in MODULES:
        if room_of(module) == "web" or module.name == "serving.py":
            continue
        for node in ast.walk(parsed(module)):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            outside = {name.split(".")[0] for name in names}
            assert not outside & {"fastapi", "starlette", "uvicorn", "anyio"}, f"{module} needs the extra web"


def test_importing_tellings_loads_no_heavy_library() -> None:
    heavy = "onnxruntime trafilatura httpx datasketch jinja2 py3langid torch lxml sqlalchemy fastapi uvicorn"
    loaded = subprocess.run(
        [
            sys.executable,
            "-c",
            f"import sys, tellings; print(*(n for n in '{heavy}'.split() if n in sys.modules))",
        ],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()
    assert loaded == []


def test_the_wheel_holds_the_weights_and_the_templates_and_nothing_of_the_tests(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(tmp_path)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    names = zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist()
    assert "tellings/py.typed" in names
    data = [path for path in PACKAGE.rglob("*.*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    for path in data:
        assert path.relative_to(ROOT / "src").as_posix() in names
    assert all(name.startswith(("tellings/", "tellings-")) for name in names)
