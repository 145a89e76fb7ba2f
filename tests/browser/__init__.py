"""The pages as people meet them, in a browser."""

from collections.abc import Callable
from typing import Any

NewVisit = Callable[..., Any]
"""Begins a visit (`visits.Visit`) at an address."""
