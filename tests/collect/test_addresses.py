from __future__ import annotations

import asyncio
import ipaddress

import pytest

from tellings.collect import Rules, collect
from tellings.collect.addresses import checked_ips, is_public, parse
from tellings.errors import FetchRefused


@pytest.mark.parametrize(
    "ip",
    [
        "127.0.0.1",
        "10.1.2.3",
        "172.16.0.9",
        "192.168.1.1",
        "169.254.169.254",
        "100.64.0.1",
        "0.0.0.0",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "::1",
        "::",
        "fe80::1",
        "fc00::1",
        "fec0::1",
        "ff02::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::10.0.0.1",
        "64:ff9b::7f00:1",
        "2002:7f00:1::",
    ],
)
def test_no_private_or_special_address_is_public(ip: str) -> None:
    assert not is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize("ip", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "64:ff9b::5db8:d822"])
def test_an_address_of_the_open_internet_is_public(ip: str) -> None:
    assert is_public(ipaddress.ip_address(ip))


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        ("ftp://news.example/a", "Only http and https"),
        ("file:///etc/passwd", "Only http and https"),
        ("http://reader:secret@news.example/", "user name or password"),
        ("http://2130706433/", "no proper host name"),
        ("http://0x7f.1/", "no proper host name"),
        ("http://0177.0.0.1/", "no valid address"),
        ("http://127.1/", "no proper host name"),
        ("http:///nothing", "no proper host name"),
        ("http://news.example:99999999/", "no valid address"),
    ],
)
def test_a_strange_address_is_refused_before_anything_is_asked(address: str, reason: str) -> None:
    with pytest.raises(FetchRefused) as refused:
        parse(address)
    assert reason in refused.value.message


@pytest.mark.parametrize(
    "answer", [["10.0.0.7"], ["93.184.216.34", "127.0.0.1"], ["::ffff:192.168.0.1"], ["?"]]
)
def test_a_public_name_for_a_private_machine_is_refused(answer: list[str]) -> None:
    rules = Rules(resolve=lambda host, port: answer)
    with pytest.raises(FetchRefused, match="private or local"):
        asyncio.run(checked_ips(parse("https://news.example/"), rules))


def test_an_unknown_host_is_told_so() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    (gone,) = collect(["https://no-such-host.example/"], rules=Rules(resolve=unknown)).set_aside
    assert "No host no-such-host.example is known" in gone.reason


@pytest.mark.parametrize("address", ["http://localhost/", "http://127.0.0.1:8000/", "http://[::1]/"])
def test_the_readers_own_machine_is_never_fetched_from(address: str) -> None:
    (gone,) = collect([address]).set_aside
    assert "private or local" in gone.reason
    assert "save the page" in gone.fix
