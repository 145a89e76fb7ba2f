"""Which addresses may be fetched.

Comes in:   an address as given, or as a redirect names it.
Goes out:   the checked IP addresses to connect to, or `FetchRefused`.

A page on the reader's own network or machine is never fetched because some address or redirect says so.
Host names are looked up once, all their addresses are checked, and the connection goes to a checked one: a
name that answers differently the second time changes nothing.
"""

from __future__ import annotations

import asyncio
import ipaddress
import re
import socket
import threading
from typing import TYPE_CHECKING

from tellings.errors import FetchRefused

if TYPE_CHECKING:
    import httpx

    from tellings.collect.rules import Resolve, Rules

IPAddress = ipaddress.IPv4Address | ipaddress.IPv6Address

SAVE_PAGE = "Open it in a browser, save the page and give that file."
_NUMERIC_HOST = re.compile(r"(?i)(?:.*\.)?(?:\d+|0x[0-9a-f]*)\.?")
_TRANSLATED = ipaddress.IPv6Network("64:ff9b::/96")


def parse(address: str) -> httpx.URL:
    """The address, if it is a plain http(s) one with a host and without a password."""
    import httpx

    try:
        url = httpx.URL(address)
        host = url.raw_host.decode("ascii")
        if url.port is not None and not 0 < url.port < 65_536:
            raise ValueError("no such port")
    except (httpx.InvalidURL, ValueError, TypeError) as error:
        raise FetchRefused("This is no valid address.", fix="Copy it again from the browser.") from error
    if url.scheme not in ("http", "https"):
        raise FetchRefused(
            f"Only http and https addresses are fetched, not {url.scheme or 'others'}.",
            fix="Save the page and give that file.",
        )
    if url.userinfo:
        raise FetchRefused(
            "The address holds a user name or password.", fix="Give it without them, or " + _lower(SAVE_PAGE)
        )
    if not host or (_NUMERIC_HOST.fullmatch(host) and _ip(host) is None):
        raise FetchRefused("The address has no proper host name.", fix="Copy it again from the browser.")
    return url


async def checked_ips(url: httpx.URL, rules: Rules) -> list[str]:
    """The IP addresses of the host, every one of them public (or in a network that `rules` allow)."""
    host = url.raw_host.decode("ascii")
    if _ip(host) is not None:
        found = [host.strip("[]")]
    else:
        port = url.port or (443 if url.scheme == "https" else 80)
        try:
            found = await _look_up(rules.resolve or _ask_system, host, port)
        except OSError as error:
            raise FetchRefused(
                f"No host {host} is known.", fix="Check the spelling and the connection."
            ) from error
    if not found:
        raise FetchRefused(f"No host {host} is known.", fix="Check the spelling and the connection.")
    for one in found:
        if not _may_connect(one, rules.also_allow):
            raise FetchRefused(
                f"{host} is a private or local address, and those are never fetched.", fix=SAVE_PAGE
            )
    return found


def is_public(ip: IPAddress) -> bool:
    """Whether an IP address is one of the open internet, whatever IPv4 address it wraps."""
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.is_site_local:
            return False
        wrapped = _wrapped(ip)
        if wrapped is not None:
            return is_public(wrapped)
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _wrapped(ip: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if ip.ipv4_mapped is not None:
        return ip.ipv4_mapped
    if ip.sixtofour is not None:
        return ip.sixtofour
    if ip.teredo is not None:
        return ip.teredo[1]
    if ip in _TRANSLATED or int(ip) >> 32 == 0:
        return ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
    return None


def _may_connect(address: str, also_allow: tuple[str, ...]) -> bool:
    ip = _ip(address)
    if ip is None:
        return False
    return is_public(ip) or any(ip in ipaddress.ip_network(network) for network in also_allow)


def _ip(host: str) -> IPAddress | None:
    try:
        return ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        return None


def _ask_system(host: str, port: int) -> list[str]:
    answers = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(answer[4][0]) for answer in answers))


async def _look_up(resolve: Resolve, host: str, port: int) -> list[str]:
    """The answer of a resolver that may block, without keeping anyone waiting who has given up on it."""
    loop = asyncio.get_running_loop()
    answer: asyncio.Future[list[str]] = loop.create_future()

    def settle(found: list[str] | None, error: Exception | None) -> None:
        if answer.done():
            return
        if error is not None:
            answer.set_exception(error if isinstance(error, OSError) else OSError(str(error)))
        else:
            answer.set_result(found or [])

    def ask() -> None:
        found, error = None, None
        try:
            found = resolve(host, port)
        except Exception as raised:
            error = raised
        if not loop.is_closed():
            loop.call_soon_threadsafe(settle, found, error)

    threading.Thread(target=ask, daemon=True).start()
    return await answer


def _lower(sentence: str) -> str:
    return sentence[0].lower() + sentence[1:]
