"""Which outlet published an article, where that is certain.

Comes in:   an address, a domain, or a text.
Goes out:   the outlet's name, or None.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import urlsplit

from tellings.languages.en.outlets import OUTLET_NOUNS, OUTLETS

_NAME = r"(?P<name>[A-Z][\w.&'’ -]{1,50}?)"
# "Harbour TV's website can also be accessed at the following alternate addresses".
_OWN_SITE = re.compile(
    r"(?P<name>[A-Z][\w.&-]*(?: [A-Z][\w.&-]*){0,4})['’]s? (?:web ?)?site can (?:also )?be "
    r"(?:accessed|reached) (?:at|through|via|using) (?:the following|these|our|other)\b"
)
# "Copyright © 2017 The Harbour Post. All rights reserved." as a line of its own.
_COPYRIGHT = re.compile(
    r"(?:(?i:copyright) ?)?(?:©|\(c\)|\(C\)|(?i:copyright)) ?(?:\d{4} ?[-–] ?)?(?:19|20)\d\d,? (?i:by )?"
    rf"{_NAME},?(?: (?:Ltd|Limited|Inc|LLC|plc|PLC)\.?)?(?:[.,|;] ?(?i:all rights reserved).{{0,40}})?\.?"
)
# "Harbour Post and agencies", "By Harbour Post staff and agencies": the house credits itself first.
_HOUSE_CREDIT = re.compile(
    r"(?:By )?(?:the )?"
    rf"{_NAME}(?:(?: staff| reporters?)?,? (?:and|with) (?:news )?agencies|/(?:news )?agencies)\.?"
)
_LINES_READ = 12


def of_address(url: str | None) -> str | None:
    """The outlet that publishes at an address: a well-known name, else the domain without "www."."""
    domain = host(url)
    return outlet_of_domain(domain) if looks_like_domain(domain) else None


def well_known(domain: str) -> str | None:
    """The name of a well-known outlet by its domain or a sub-domain of it."""
    labels = domain.lower().strip(". ").split(".")
    for start in range(len(labels) - 1):
        if name := _table().get(".".join(labels[start:])):
            return name
    return None


def outlet_of_domain(domain: str) -> str:
    """The well-known outlet of a domain, else the domain itself without "www."."""
    bare = domain.strip().lower()
    return well_known(bare) or re.sub(r"^www\d?\.", "", bare)


def looks_like_domain(name: str) -> bool:
    """Whether a name is a domain: "www.example.org", not "Example"."""
    return re.fullmatch(r"(?i)(?:[a-z0-9-]{1,63}\.){1,6}[a-z]{2,24}", name.strip()) is not None


def stated_in(text: str) -> str | None:
    """The outlet that the last or first lines of a text name as their own, None when none surely does."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    for line in reversed(lines[-_LINES_READ:]):
        if named := _stated_by(line):
            return named
    for line in lines[:3]:
        if (found := _HOUSE_CREDIT.fullmatch(line)) and _is_outlet(found["name"]):
            return found["name"].strip()
    return None


def _stated_by(line: str) -> str | None:
    if len(line) > 240:
        return None
    if found := _OWN_SITE.match(line):
        return found["name"].strip()
    if found := _HOUSE_CREDIT.fullmatch(line):
        return found["name"].strip() if _is_outlet(found["name"]) else None
    if (found := _COPYRIGHT.fullmatch(line)) and not _supplies_others(found["name"]):
        return found["name"].strip()
    return None


def _is_outlet(name: str) -> bool:
    """A name with the word of an outlet in it, or with inner capitals, is not that of a reporter."""
    if _supplies_others(name):
        return False
    words = name.split()
    if any(word.lower() in OUTLET_NOUNS for word in words):
        return True
    return len(words) == 1 and re.match(r"[A-Z]{2,}", words[0]) is not None


def _supplies_others(name: str) -> bool:
    """An agency's own copyright line travels with its text, and says nothing of who prints it."""
    from tellings.languages.en.agencies import AGENCIES

    bare = re.sub(r"^the ", "", name.strip().lower())
    return bare in {agency.lower() for agency in AGENCIES} or "getty" in bare


def host(url: str | None) -> str:
    """The host of an address, "" where there is none."""
    try:
        return (urlsplit(url).hostname or "") if url and "://" in url else ""
    except ValueError:
        return ""


@lru_cache(maxsize=1)
def _table() -> dict[str, str]:
    return dict(OUTLETS)
