from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from http.server import ThreadingHTTPServer

import pytest

from tellings.collect import Rules, collect

AddressOf = Callable[[str], str]


def only_reason(address: str, rules: Rules) -> str:
    collection = collect([address], rules=rules)
    assert collection.articles == ()
    (gone,) = collection.set_aside
    assert gone.path == address
    assert gone.fix
    return gone.reason


def test_a_page_is_fetched_and_read(address_of: AddressOf, loopback: Rules) -> None:
    (article,) = collect([address_of("fog")], rules=loopback).articles
    assert article.url == address_of("fog")
    assert article.path is None
    assert article.outlet == "Maren Post"
    assert "two trawlers collided" in article.text


def test_a_redirect_is_followed_to_the_page(address_of: AddressOf, loopback: Rules) -> None:
    (article,) = collect([address_of("moved")], rules=loopback).articles
    assert article.url == address_of("fog")


def test_the_program_says_who_it_is_and_asks_robots_first(
    address_of: AddressOf, loopback: Rules, site: ThreadingHTTPServer
) -> None:
    collect([address_of("fog")], rules=loopback)
    assert [path for path, _ in site.asked] == ["/robots.txt", "/fog"]  # type: ignore[attr-defined]
    headers = site.asked[1][1]  # type: ignore[attr-defined]
    assert headers["User-Agent"] == "tellings/0.1"
    assert headers["Host"] == f"127.0.0.1:{site.server_address[1]}"


def test_a_page_that_robots_txt_closes_is_not_asked_for(
    address_of: AddressOf, loopback: Rules, site: ThreadingHTTPServer
) -> None:
    assert "robots.txt" in only_reason(address_of("private-page"), loopback)
    assert [path for path, _ in site.asked] == ["/robots.txt"]  # type: ignore[attr-defined]


def test_the_charset_of_the_answer_counts(address_of: AddressOf, loopback: Rules) -> None:
    (article,) = collect([address_of("latin")], rules=loopback).articles
    assert "two café trawlers" in article.text


def test_plain_text_is_taken_as_it_is(address_of: AddressOf, loopback: Rules, story: str) -> None:
    (article,) = collect([address_of("plain")], rules=loopback).articles
    assert article.text == story


def test_a_compressed_page_is_unpacked(address_of: AddressOf, loopback: Rules) -> None:
    (article,) = collect([address_of("gzipped")], rules=loopback).articles
    assert "two trawlers collided" in article.text


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("gone", "404 Not Found"),
        ("picture", "image/png"),
        ("round", "redirects more than 5 times"),
        ("inwards", "private or local"),
        ("to-file", "Only http and https"),
        ("claims-2gb", "more than 1 MB"),
        ("flood", "more than 1 MB"),
        ("bomb", "more than 1 MB"),
        ("unasked-compression", "compressed as br"),
    ],
)
def test_a_bad_answer_is_named(path: str, reason: str, address_of: AddressOf, loopback: Rules) -> None:
    assert reason in only_reason(address_of(path), loopback)


@pytest.mark.parametrize("path", ["drip", "drip-headers"])
def test_a_host_that_drips_is_left_at_the_deadline(path: str, address_of: AddressOf, loopback: Rules) -> None:
    rules = replace(loopback, total_seconds=0.6)
    assert "within 0.6 seconds" in only_reason(address_of(path), rules)


def test_a_name_server_that_hangs_is_left_at_the_deadline() -> None:
    def hang(host: str, port: int) -> list[str]:
        time.sleep(3)
        return ["127.0.0.1"]

    rules = Rules(total_seconds=0.3, connect_seconds=0.2, resolve=hang)
    assert "within 0.3 seconds" in only_reason("http://slow.example/", rules)


def test_nobody_listening_is_told_as_a_failed_connection(loopback: Rules) -> None:
    assert "connection failed" in only_reason("http://127.0.0.1:9/", loopback)


def test_several_addresses_keep_their_order_and_do_not_spoil_each_other(
    address_of: AddressOf, loopback: Rules
) -> None:
    collection = collect([address_of("plain"), address_of("gone"), address_of("fog")], rules=loopback)
    assert [article.url for article in collection.articles] == [address_of("plain"), address_of("fog")]
    assert [article.id for article in collection.articles] == ["a1", "a2"]
    assert [gone.path for gone in collection.set_aside] == [address_of("gone")]


def test_a_name_that_answers_differently_the_second_time_is_still_connected_to_as_checked(
    site: ThreadingHTTPServer, loopback: Rules
) -> None:
    answers = {"robots": 0}

    def rebinding(host: str, port: int) -> list[str]:
        answers["robots"] += 1
        return ["127.0.0.1"] if answers["robots"] == 1 else ["127.0.0.2"]

    address = f"http://news.example:{site.server_address[1]}/fog"
    assert "private or local" in only_reason(address, replace(loopback, resolve=rebinding))
    # The first answer was allowed, and used for robots.txt under the name's own Host; the second was not.
    assert [path for path, _ in site.asked] == ["/robots.txt"]  # type: ignore[attr-defined]
    assert site.asked[0][1]["Host"].startswith("news.example")  # type: ignore[attr-defined]
