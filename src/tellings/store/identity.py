"""Which article it is: the same page, the same words, or another.

Comes in:   an article.
Goes out:   the address it is known by, without what only tracks its readers.

An article is known by its address; one without, by its words. The same words under two addresses are one
article, unless they are known to stand in two outlets.
"""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit

from tellings.records import Article

_TRACKING = frozenset(
    [
        "fbclid",
        "gclid",
        "dclid",
        "msclkid",
        "yclid",
        "igshid",
        "mc_cid",
        "mc_eid",
        "cmpid",
        "ncid",
        "ocid",
        "smid",
        "src",
        "sref",
        "taid",
        "at_medium",
        "at_campaign",
        "xtor",
        "feedtype",
        "feedname",
        "partner",
        "ref_src",
        "guccounter",
    ]
)
_LONGEST = 2_000


def address_of(article: Article) -> str | None:
    """The host and path of its page, and what of the query tells pages apart; None without an address."""
    if not article.url:
        return None
    try:
        parts = urlsplit(article.url.strip())
        host, port = (parts.hostname or "").removeprefix("www."), parts.port
    except ValueError:
        return article.url[:_LONGEST]
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    query = [
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name.lower() not in _TRACKING and not name.lower().startswith("utm_")
    ]
    address = place + (parts.path.rstrip("/") or "/")
    return (f"{address}?{urlencode(sorted(query))}" if query else address)[:_LONGEST]
