"""The commands under one name."""

from __future__ import annotations


def main() -> None:
    """Run one command."""
    raise NotImplementedError
