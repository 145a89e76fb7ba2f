from __future__ import annotations

import re
from typing import Any

import pytest

from tellings.store import Library
from tellings.web import Gate
from tellings.web.safety.gate import own_path
from tellings.web.safety.hosts import host_of

from .conftest import TOKEN
from .visitor import HERE, Visitor, entered

FORMS = (
    "/add",
    "/login",
    "/logout",
    "/corrections/1/undo",
    "/stories/s1/origins",
    "/stories/s1/conflicts",
    "/stories/s1/merge",
    "/stories/s1/split",
    "/articles/a1/speaker",
)
GET_TOO = ("/add", "/login", "/stories/s1/origins", "/articles/a1/speaker")
"""Where a page stands at the address of a form."""


# ---------------------------------------------------------------- headers


@pytest.mark.parametrize("path", ["/", "/nothing", "/static/style.css", "/api/stories", "/health"])
def test_every_answer_tells_the_browser_to_run_and_load_nothing_else(stranger: Visitor, path: str) -> None:
    headers = stranger.get(path).headers
    policy = dict(part.split(" ", 1) for part in headers["content-security-policy"].split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["script-src"] == policy["style-src"] == policy["form-action"] == "'self'"
    assert policy["frame-ancestors"] == policy["base-uri"] == "'none'"
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert headers["referrer-policy"] == "same-origin"


# ---------------------------------------------------------------- hosts


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8750", "127.0.0.1:8750", "[::1]:8750", "192.168.7.3"]
)
def test_the_room_answers_to_its_own_names(stranger: Visitor, host: str) -> None:
    assert stranger.get("/health", Host=host).status_code == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "localhost.evil.example", "evil.example:8750", "127.0.0.1.evil.example", "a@b", "[::1"],
)
def test_a_name_that_was_turned_to_this_machine_is_refused(stranger: Visitor, host: str) -> None:
    answer = stranger.get("/", Host=host)
    assert answer.status_code == 421
    assert "Stories" not in answer.text


def test_a_name_that_the_room_was_given_is_its_own(shut: Visitor) -> None:
    assert shut.get("/health", Host="desk.example").status_code == 200
    assert shut.get("/health", Host="Desk.Example:443").status_code == 200


@pytest.mark.parametrize(
    ("header", "host"),
    [
        ("Example.ORG.:80", "example.org"),
        ("[2001:DB8::1]:80", "2001:db8::1"),
        ("a:b", None),
        ("", None),
        (None, None),
        ("a/b", None),
        ("[::1]x", None),
    ],
)
def test_hosts_are_read_strictly(header: str | None, host: str | None) -> None:
    assert host_of(header) == host


# ---------------------------------------------------------------- forms


def test_every_address_that_takes_a_form_is_tested_here(stranger: Visitor) -> None:
    app: Any = stranger.client.app
    while not hasattr(app, "routes"):
        app = app._app
    paths = set()
    waiting = list(app.routes)
    while waiting:
        route = waiting.pop()
        waiting += getattr(getattr(route, "original_router", None), "routes", [])
        if "POST" in (getattr(route, "methods", None) or ()):
            paths.add(re.sub(r"\{name\}", "s1", re.sub(r"\{number\}", "1", route.path)))
    assert {path.replace("/articles/s1", "/articles/a1") for path in paths} == set(FORMS)


@pytest.mark.parametrize("path", FORMS)
def test_a_form_without_its_token_changes_nothing(stranger: Visitor, path: str) -> None:
    stranger.token()
    for fields in ({"other": "1"}, {"visit": ""}, {"visit": "0" * 64}, {"visit": "é"}):
        answer = stranger.client.post(path, data=fields, headers={"Origin": HERE})
        assert answer.status_code == 403, fields


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://localhost:9999"},
        {"Origin": HERE, "Sec-Fetch-Site": "cross-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "same-site"},
    ],
)
def test_a_form_from_elsewhere_changes_nothing(stranger: Visitor, path: str, headers: dict[str, str]) -> None:
    answer = stranger.client.post(path, data={"visit": stranger.token()}, headers=headers)
    assert answer.status_code == 403


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("kind", ["application/json", "text/plain", ""])
def test_only_forms_are_taken(stranger: Visitor, path: str, kind: str) -> None:
    answer = stranger.client.post(path, content=b"{}", headers={"Content-Type": kind, "Origin": HERE})
    assert answer.status_code == 415


@pytest.mark.parametrize("path", FORMS)
@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_refused(stranger: Visitor, path: str, method: str) -> None:
    answer = stranger.client.request(method, path)
    assert answer.status_code == 405
    assert "GET" in answer.headers["allow"] or "POST" in answer.headers["allow"]


@pytest.mark.parametrize("path", [path for path in FORMS if path not in GET_TOO])
def test_nothing_is_changed_by_looking(stranger: Visitor, path: str) -> None:
    assert stranger.get(path).status_code == 405


def test_the_token_of_one_visit_does_not_fit_another(stranger: Visitor, empty: Library) -> None:
    with entered(empty) as other:
        answer = stranger.client.post("/add", data={"visit": other.token()}, headers={"Origin": HERE})
    assert answer.status_code == 403


def test_the_cookie_of_a_visit_is_kept_from_scripts_and_from_other_sites(stranger: Visitor) -> None:
    cookie = stranger.get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "set-cookie" not in stranger.get("/").headers


# ---------------------------------------------------------------- the token of the room


@pytest.mark.parametrize("path", ["/", "/add", "/stories/s1", "/search?words=x", "/api", "/nothing"])
def test_without_the_token_pages_lead_to_the_login(shut: Visitor, path: str) -> None:
    answer = shut.client.get(path, headers={"Accept": "text/html"}, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/login")


@pytest.mark.parametrize("path", ["/api/stories", "/api/openapi.json", "/api/stories/s1"])
def test_without_the_token_the_api_says_401(shut: Visitor, path: str) -> None:
    answer = shut.client.get(path)
    assert answer.status_code == 401
    assert answer.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("path", [path for path in FORMS if path != "/login"])
def test_without_the_token_no_form_is_taken(shut: Visitor, path: str, empty: Library) -> None:
    assert shut.send(path, {"text": "A text", "whole": "1"}).headers["location"] == "/login"
    assert empty.counts().articles == 0


def test_the_token_opens_the_pages_until_one_leaves(shut: Visitor) -> None:
    answer = shut.send("/login", {"token": TOKEN, "next": "/corrections"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/corrections")
    assert TOKEN not in answer.headers["set-cookie"]
    assert "HttpOnly" in answer.headers["set-cookie"]
    assert "samesite=strict" in answer.headers["set-cookie"].lower()
    assert shut.get("/corrections").status_code == 200
    assert shut.client.get("/login", follow_redirects=False).headers["location"] == "/"
    shut.send("/logout", {})
    assert shut.is_shut()


def test_the_token_opens_the_api_as_a_header(shut: Visitor) -> None:
    assert shut.client.get("/api/stories", headers={"Authorization": f"Bearer {TOKEN}"}).status_code == 200
    for wrong in ("Bearer nothing", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer", "Bearer é"):
        given = {"Authorization": wrong.encode("utf-8")}
        assert shut.client.get("/api/stories", headers=given).status_code == 401


def test_a_wrong_token_opens_nothing_and_soon_none_is_looked_at(shut: Visitor) -> None:
    for _ in range(10):
        answer = shut.send("/login", {"token": "wrong"})
        assert answer.status_code == 401
        assert "not the token" in answer.text
    assert shut.send("/login", {"token": TOKEN}).status_code == 429


@pytest.mark.parametrize("pass_", ["", "0" * 64, TOKEN, "é"])
def test_a_made_up_pass_opens_nothing(shut: Visitor, pass_: str) -> None:
    cookie = f"tellings-pass={pass_}".encode()
    answer = shut.client.get("/", headers={"Cookie": cookie}, follow_redirects=False)
    assert answer.status_code == 303


def test_the_gate_does_not_tell_its_token() -> None:
    gate = Gate(TOKEN)
    assert TOKEN not in repr(gate)
    assert TOKEN not in gate.pass_


@pytest.mark.parametrize(
    "path",
    [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "javascript:alert(1)",
        "",
        "/a\nb",
        "\\\\x",
    ],
)
def test_nobody_is_led_out_of_the_room(shut: Visitor, path: str) -> None:
    assert own_path(path) == "/"
    answer = shut.send("/login", {"token": TOKEN, "next": path})
    assert answer.headers["location"] == "/"
