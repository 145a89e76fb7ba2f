"""Which names of the press name one body.

Comes in:   names as printed.
Goes out:   keys under which two ways of printing one name meet ("AP", "The Associated Press").
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tellings.languages.en.agencies import AGENCIES, SAME_AGENCY


@lru_cache(maxsize=4096)
def name_key(name: str) -> str:
    """The same for two ways of printing one name: "the Associated Press", "AP"."""
    plain = re.sub(r"^(?:the|a) |\.(?:com|org|net|co\.uk)$", "", name.lower().replace("’", "'").strip())
    plain = re.sub(r"[^\w ]+", " ", plain)
    plain = " ".join(plain.split())
    return _agency_keys().get(plain, plain)


def is_agency(name: str, more: frozenset[str] = frozenset()) -> bool:
    """Whether the name is that of a news agency: of the list, or one of `more`."""
    key = name_key(name)
    return key in _agency_names() or any(key == name_key(other) for other in more)


def same_body(short: str, full: str) -> bool:
    """Whether `short` is a shorter form of `full` ("the Times" for "The New York Times", "Fars")."""
    one, other = name_key(short), name_key(full)
    if one == other:
        return True
    a, b = one.split(), other.split()
    if not a or len(a) >= len(b):
        return one.replace(" ", "") == other.replace(" ", "")
    if len(a) == 1 and a[0] in {"news", "tv", "radio", "press", "daily", "bbc", "abc", "cbs", "nbc", "sky"}:
        return a[0] in {"bbc", "abc", "cbs", "nbc", "sky"} and b[:1] == a
    initials = "".join(w[0] for w in b)
    return b[-len(a) :] == a or b[: len(a)] == a or (len(a) == 1 and len(b) > 1 and a[0] == initials)


@cache
def _agency_keys() -> dict[str, str]:
    return {
        form.lower().replace("-", " "): forms[0].lower().replace("-", " ")
        for forms in SAME_AGENCY
        for form in forms
    }


@cache
def _agency_names() -> frozenset[str]:
    return frozenset(name_key(a) for a in AGENCIES)
