"""Patterns of the words and lines that credit.

Comes in:   the lists of agencies, platforms and crediting words.
Goes out:   compiled patterns, each made once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from tellings.languages.en.agencies import AGENCIES, PICTURE_AGENCIES, PLATFORMS
from tellings.languages.en.crediting import (
    BEFORE_NAMES,
    BEFORE_SITES,
    BEHIND_NAMES,
    BETWEEN,
    OWN_REPORT_BEFORE,
    OWN_REPORT_BEHIND,
    OWN_REPORTER,
    PICTURE_GIVEN,
    POSTED,
)
from tellings.records import CreditKind


@cache
def before() -> re.Pattern[str]:
    """Words that credit, right before a name."""
    between = "|".join(BETWEEN)
    before = "|".join(f"(?:{p})" for p in BEFORE_NAMES)
    return re.compile(rf"({before}) (?:(?:{between}) ){{0,6}}$")


@cache
def behind() -> re.Pattern[str]:
    """Words that credit, right behind a name."""
    return re.compile("|".join(f"(?:{p})" for p in BEHIND_NAMES))


@cache
def joining() -> re.Pattern[str]:
    """What stands between two names of one list."""
    return re.compile(r"(?:,|,? (?:and|&|or)) (?:[Tt]he )?")


@cache
def own_before() -> re.Pattern[str]:
    """Words before an outlet's own name that point to a report of its own."""
    return re.compile(rf"(?:{'|'.join(OWN_REPORT_BEFORE)}) $")


@cache
def own_behind() -> re.Pattern[str]:
    """Words behind an outlet's own name that point to a report of its own."""
    return re.compile("|".join(OWN_REPORT_BEHIND))


@cache
def own_reporter() -> re.Pattern[str]:
    """An outlet's own reporter, behind its name."""
    return re.compile(OWN_REPORTER)


@cache
def posted() -> re.Pattern[str]:
    """What users or witnesses posted on a platform."""
    platforms = _alternatives(PLATFORMS)
    return re.compile("|".join(pattern.format(platforms=platforms) for pattern in POSTED))


@cache
def before_site() -> re.Pattern[str]:
    """Words that credit before a name written as one word: "on HarbourTown"."""
    words = "|".join(f"(?:{p})" for p in BEFORE_SITES)
    return re.compile(rf"(?i:{words}) ((?:\d+[a-z]+\d*|[a-z]+|[A-Z][a-z]+)[A-Z]\w{{1,20}})\b")


@cache
def signatures() -> tuple[tuple[CreditKind, re.Pattern[str]], ...]:
    """Lines that sign a text, with the kind of credit that they give."""
    agencies = _alternatives(AGENCIES)
    return (
        ("wire", re.compile(rf"(?i:copyright) (?:© ?|\(c\) ?)?\d{{4}},? (?:the |The |by )?({agencies})\b")),
        ("wire", re.compile(rf"(?m)^[^\n]{{0,160}}?\b[Uu]pdated ?: ?\d[^\n(]{{0,40}}\((({agencies})"
        rf"|Agencies)\)")),
        ("byline-agency", re.compile(r"\b[Uu]pdated ?: ?\d[^\n]{0,40}?\b[Bb]y ([Aa]gencies)\b")),
        ("byline-agency", re.compile(rf"(?m)^({agencies}) ?\| ?[Uu]pdated\b")),
        ("byline-agency", re.compile(rf"(?m)^(?:By|BY|by) [^\n.]{{0,60}}?({agencies})(?:\)| in [A-Z]\w+"
        rf"| [Cc]orrespondent)?\s*$")),
        ("byline-agency", re.compile(r"(?m)^((?:By )?[\w.'’-]{2,30}(?: [\w.'’-]{1,30}){0,3} (?:and|with) "
        r"(?:news )?[Aa]gencies)\s*$")),
        ("wire", re.compile(r"(?mi)^(?:additional|with|further) (?:reporting|material|input)s? (?:by"
        r"|from) (?:the )?([^\n.;]{2,80})")),
        ("wire", re.compile(r"(?m)^[a-z]{2,4}(?:/[a-z]{2,4}){0,4} ?\(([^()\n]{2,60})\)\s*$")),
        ("wire", re.compile(r"(?mi)^(?:this|the) (?:article|post|report|story)(?: was)? (?:first|originally) "
        r"(?:appeared|published|ran) (?:at|by|in|on) ([^\n.]{2,60})")),
        ("cited-report", re.compile(r"(?m)^Information from ?: ([^\n,]{2,80})")),
    )  # fmt: skip


@cache
def agencies_alone() -> re.Pattern[str]:
    """Agencies and nothing else."""
    names = _alternatives(AGENCIES)
    return re.compile(rf"(?:The )?(?:{names})(?: ?(?:[-–—/,&|]|and) ?(?:The )?(?:{names}))*(?: in [A-Z]\w+)?")


@cache
def picture_agencies() -> re.Pattern[str]:
    """An agency, or one that gives pictures only."""
    return re.compile(
        rf"(?<![\w’'])(?:{_alternatives((*AGENCIES, *PICTURE_AGENCIES))})\b(?! (?:News|Press|Agency))"
    )


@cache
def given_by() -> re.Pattern[str]:
    """Who gave a picture."""
    return re.compile(rf"{PICTURE_GIVEN}([A-Z][\w'’-]{{1,25}}(?: [A-Z][\w'’-]{{1,25}}){{0,4}})")


def _alternatives(names: Sequence[str]) -> str:
    return "|".join(re.escape(name) for name in sorted(set(names), key=len, reverse=True))
