"""The lock file for development.

Comes in:   the environment that runs this, with tellings[dev] installed.
Goes out:   on standard output, the exact versions of what tellings[dev] needs, directly or not, one a line,
            without any place on this machine. `make lock` writes them to requirements-dev.lock, which every
            installation of the Makefile takes as constraints.
"""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, distribution

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

HEAD = """\
# Exact versions for development and continuous integration, taken as constraints by the Makefile.
# Written by `make lock` from a working environment; the ranges that users get are in pyproject.toml."""
ROOT = Requirement("tellings[dev]")


def locked(root: Requirement = ROOT) -> dict[str, str]:
    """Name and version of everything that `root` needs and that is installed, sorted by name."""
    versions: dict[str, str] = {}
    seen: set[tuple[str, str]] = set()
    waiting = [root]
    while waiting:
        wanted = waiting.pop()
        name = canonicalize_name(wanted.name)
        for extra in {"", *wanted.extras}:
            if (name, extra) in seen:
                continue
            seen.add((name, extra))
            try:
                found = distribution(name)
            except PackageNotFoundError:  # needed on another system or Python only
                continue
            versions[name] = found.version
            needs = map(Requirement, found.requires or [])
            waiting.extend(r for r in needs if r.marker is None or r.marker.evaluate({"extra": extra}))
    del versions[canonicalize_name(root.name)]
    return dict(sorted(versions.items()))


if __name__ == "__main__":
    print("\n".join([HEAD, *(f"{name}=={version}" for name, version in locked().items())]))
