from __future__ import annotations

import json
import signal
from dataclasses import replace

import httpx
import pytest

from tellings.collect.poll import Poller
from tellings.collect.poll_memory import Memory, StateInMemory
from tellings.collect.stopping import stopping
from tellings.records import Article, SetAside

from .feeds import PARAGRAPHS, RULES, Endless, FakeClock, SmallWeb, item, page, rss

FEED = "https://maren.example/news.rss"
OTHER = "https://ansel.example/news.rss"
HOUR, DAY = 3_600.0, 86_400.0


class Desk:
    """A poller over a small web, with a clock and a state of its own."""

    def __init__(self) -> None:
        self.web, self.clock, self.state = SmallWeb(), FakeClock(), StateInMemory()
        self.feeds = [FEED]
        self.rules = RULES

    def poller(self) -> Poller:
        return Poller(
            self.feeds,
            self.state,
            rules=self.rules,
            clock=self.clock,
            transport=httpx.MockTransport(self.web),
            chance=lambda: 0.5,
        )

    def once(self) -> tuple[list[Article], list[SetAside]]:
        with self.poller() as poller:
            return sorted_out(list(poller.poll_once()))

    def memory(self, feed: str = FEED) -> Memory:
        # What is kept must survive being written as JSON.
        return Memory.of(json.loads(json.dumps(self.state.records[feed])))


def sorted_out(found: list[Article | SetAside]) -> tuple[list[Article], list[SetAside]]:
    articles = [one for one in found if isinstance(one, Article)]
    return articles, [one for one in found if isinstance(one, SetAside)]


@pytest.fixture
def desk() -> Desk:
    return Desk()


def short(number: int) -> str:
    """An item whose whole text is behind its link."""
    return item(number, body=f"<description>{PARAGRAPHS[0]} ({number})</description>")


def test_new_items_come_once(desk: Desk) -> None:
    desk.web.pages[FEED] = rss(item(1), item(2))
    articles, gone = desk.once()
    assert [article.title for article in articles] == ["Search goes on, day 1", "Search goes on, day 2"]
    assert articles[0].path == f"{FEED}:1"
    assert gone == []
    desk.web.pages[FEED] = rss(item(3), item(1), item(2))
    assert [article.url for article in desk.once()[0]] == ["https://maren.example/3"]


def test_the_same_item_under_new_ids_comes_once(desk: Desk) -> None:
    for turn in range(3):
        desk.web.pages[FEED] = rss(
            *(item(1, id=f"{turn}-{n}", link=f"https://maren.example/1?{turn}{n}") for n in range(20))
        )
        articles, gone = desk.once()
        assert len(articles) == (turn == 0)
        assert len(gone) == (turn == 0)


def test_items_that_share_one_id_all_come(desk: Desk) -> None:
    desk.web.pages[FEED] = rss(*(item(n, id="the feed") for n in range(5)))
    assert len(desk.once()[0]) == 5


def test_an_edited_item_comes_again(desk: Desk) -> None:
    desk.web.pages[FEED] = rss(item(1))
    desk.once()
    desk.web.pages[FEED] = rss(item(1, title="Search is called off"))
    assert [article.title for article in desk.once()[0]] == ["Search is called off"]
    assert desk.once()[0] == []


def test_a_feed_is_asked_whether_it_changed(desk: Desk) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.headers.get("if-none-match") == '"v1"':
            assert request.headers["if-modified-since"] == "Mon, 04 Mar 2024 10:00:00 GMT"
            return httpx.Response(304)
        headers = {"etag": '"v1"', "last-modified": "Mon, 04 Mar 2024 10:00:00 GMT"}
        return httpx.Response(200, content=rss(item(1)).encode(), headers=headers)

    desk.web.pages[FEED] = answer
    assert len(desk.once()[0]) == 1
    assert desk.once() == ([], [])
    assert desk.memory().failures == 0


def test_robots_txt_is_read_once_and_obeyed(desk: Desk) -> None:
    desk.web.pages["https://maren.example/robots.txt"] = httpx.Response(
        200, text="User-agent: *\nDisallow: /private\nCrawl-delay: 20"
    )
    desk.web.pages[FEED] = rss(item(1, link="https://maren.example/private/1", body=""), short(2), short(3))
    desk.web.pages["https://maren.example/2"] = page(2)
    desk.web.pages["https://maren.example/3"] = page(3)
    articles, gone = desk.once()
    assert len(articles) == 2
    assert "robots.txt of maren.example" in gone[0].reason
    assert desk.web.paths == ["maren.example/news.rss", "maren.example/2", "maren.example/3"]
    assert len(desk.web.asked) == 4
    # The feed, the page that is closed, and two others: three waits, the first before robots.txt was known.
    assert desk.clock.passed == pytest.approx(2.0 + 20.0 + 20.0)


def test_a_summary_is_followed_to_its_page(desk: Desk) -> None:
    source = "<source url='https://islandradio.example/'>Island Radio</source>"
    desk.web.pages[FEED] = rss(item(1, body=f"<description>{PARAGRAPHS[0]}</description>", more=source))
    desk.web.pages["https://maren.example/1"] = page(1)
    ((article,), _) = desk.once()
    assert PARAGRAPHS[2] in article.text
    assert article.outlet == "Island Radio"
    assert article.published == "2024-03-04T10:00:00+00:00"


def test_a_page_that_fails_is_tried_three_times_although_the_feed_did_not_change(desk: Desk) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers.get("if-none-match"))
        return httpx.Response(200, content=rss(short(1)).encode(), headers={"etag": '"v1"'})

    desk.web.pages[FEED] = answer
    desk.web.pages["https://maren.example/1"] = 503
    reasons = [gone.reason for _ in range(4) for gone in desk.once()[1]]
    assert len(reasons) == 3
    assert all("It answers 503" in reason for reason in reasons)
    assert asked == [None, None, None, '"v1"']


def test_a_page_that_is_missing_is_told_once(desk: Desk) -> None:
    desk.web.pages[FEED] = rss(short(1))
    assert "It answers 404" in desk.once()[1][0].reason
    assert desk.once() == ([], [])


def test_no_more_pages_are_fetched_in_one_go_than_allowed_and_the_rest_next_time(desk: Desk) -> None:
    desk.rules = replace(RULES, max_linked=2)
    desk.web.pages[FEED] = rss(*(short(n) for n in range(5)))
    desk.web.pages.update({f"https://maren.example/{n}": page(n) for n in range(5)})
    assert [len(desk.once()[0]) for _ in range(4)] == [2, 2, 1, 0]


def test_a_failing_feed_is_asked_ever_more_rarely(desk: Desk) -> None:
    desk.web.pages[FEED] = 500
    waits = []
    for _ in range(9):
        desk.clock.pass_by(8 * DAY)
        desk.once()
        waits.append(desk.memory().wait / HOUR)
    assert waits == [0.5, 1, 2, 4, 8, 16, 24, 24, 24]
    desk.clock.pass_by(HOUR)
    _, (gone,) = desk.once()
    assert "left alone for 23 hours" in gone.reason
    desk.clock.pass_by(DAY)
    desk.web.pages[FEED] = rss(item(1))
    assert len(desk.once()[0]) == 1
    assert desk.memory().failures == 0


def test_a_failing_feed_is_not_told_every_time(desk: Desk) -> None:
    desk.web.pages[FEED] = 500
    told = []
    for _ in range(16):
        desk.clock.pass_by(8 * DAY)
        told += desk.once()[1]
    assert len(told) == 5
    assert "failed 16 times in a row" in told[-1].reason


@pytest.mark.parametrize("value", ["7200", "Tue, 05 Mar 2024 02:53:20 GMT"])
def test_a_host_that_asks_to_be_left_alone_is(value: str, desk: Desk) -> None:
    desk.feeds = [FEED, "https://maren.example/sport.rss", OTHER]
    desk.web.pages[FEED] = httpx.Response(429, headers={"retry-after": value})
    desk.web.pages[OTHER] = rss(item(1))
    desk.rules = replace(RULES, at_once=1)
    articles, gone = desk.once()
    assert len(articles) == 1
    assert "It answers 429 Too Many Requests. It is asked again in 2 hours." in gone[0].reason
    assert "asks to be left alone" in gone[1].reason
    assert desk.web.paths == ["maren.example/news.rss", "ansel.example/news.rss"]


def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(desk: Desk) -> None:
    desk.web.pages[FEED] = httpx.Response(301, headers={"location": OTHER})
    desk.web.pages[OTHER] = rss(item(1))
    (articles, (gone,)) = desk.once()
    assert len(articles) == 1
    assert f"moved for good to {OTHER}" in gone.reason
    assert desk.once() == ([], [])
    assert desk.web.paths == ["maren.example/news.rss", "ansel.example/news.rss", "ansel.example/news.rss"]


def test_a_feed_that_moved_for_a_while_is_asked_at_its_own_address(desk: Desk) -> None:
    desk.web.pages[FEED] = httpx.Response(302, headers={"location": OTHER})
    desk.web.pages[OTHER] = rss(item(1))
    desk.once()
    assert desk.memory().moved_to is None


def test_a_new_address_that_fails_is_given_up_for_the_old(desk: Desk) -> None:
    desk.web.pages[FEED] = httpx.Response(301, headers={"location": OTHER})
    desk.web.pages[OTHER] = rss(item(1))
    desk.once()
    desk.web.pages.update({FEED: rss(item(2)), OTHER: 404})
    for _ in range(6):
        desk.clock.pass_by(8 * DAY)
        articles, _ = desk.once()
    assert len(articles) == 1


def test_a_feed_that_is_gone_is_told_and_asked_no_more(desk: Desk) -> None:
    desk.web.pages[FEED] = 410
    for _ in range(2):
        _, (gone,) = desk.once()
        assert "gone for good (410)" in gone.reason
    assert len(desk.web.paths) == 1
    with desk.poller() as poller:
        assert len(list(poller.poll())) == 1


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (page(1), "web page, not a feed"),
        ("", "empty"),
        ("<rss", "XML is broken"),
        (rss(more="x" * 2_000_001), "more than 2 MB"),
        (
            httpx.Response(200, stream=Endless(), headers={"content-type": "application/rss+xml"}),
            "more than 2 MB",
        ),
        (httpx.Response(301, headers={"location": "http://127.0.0.1/"}), "private or local"),
        (httpx.Response(301, headers={"location": "file:///etc/passwd"}), "Only http and https"),
        (httpx.Response(301, headers={"location": FEED}), "redirects more than 5 times"),
        (httpx.Response(200, content=b"...", headers={"content-type": "video/mp4"}), "video/mp4"),
    ],
)
def test_a_bad_feed_is_told_and_the_others_still_read(answer: object, reason: str, desk: Desk) -> None:
    desk.feeds = [FEED, OTHER]
    desk.web.pages.update({FEED: answer, OTHER: rss(item(1))})
    articles, (gone,) = desk.once()
    assert gone.path == FEED
    assert reason in gone.reason
    assert [article.url for article in articles] == ["https://maren.example/1"]


def test_a_feed_on_a_private_address_is_never_asked(desk: Desk) -> None:
    desk.rules = replace(RULES, resolve=lambda host, port: ["192.168.1.1"])
    assert "private or local" in desk.once()[1][0].reason
    assert desk.web.asked == []


def test_an_empty_feed_is_no_failure(desk: Desk) -> None:
    desk.web.pages[FEED] = rss()
    assert desk.once() == ([], [])
    assert desk.memory().failures == 0


def test_text_of_another_language_is_set_aside(desk: Desk) -> None:
    german = (
        "Die Rettungskräfte suchten in der Nacht nach zwei Seeleuten, die seit Sonntag vermisst werden. " * 12
    )
    desk.web.pages[FEED] = rss(item(1, body=f"<content:encoded>{german}</content:encoded>"))
    assert "not English" in desk.once()[1][0].reason


@pytest.mark.parametrize("day", ["1970-01-01", "2099-01-01"])
def test_a_date_that_cannot_be_is_told_and_the_article_kept(day: str, desk: Desk) -> None:
    desk.web.pages[FEED] = rss(item(1, date=f"{day}T00:00:00Z"))
    (article,), (gone,) = desk.once()
    assert article.published is None
    assert f"{day}, which cannot be" in gone.reason


def test_an_item_is_given_again_to_who_was_killed_while_having_it(desk: Desk) -> None:
    desk.web.pages[FEED] = rss(item(1), item(2), item(3))
    with desk.poller() as poller:
        having = poller.poll_once()
        first, second = next(having), next(having)
        having.close()  # type: ignore[attr-defined] # as a kill would
    assert isinstance(first, Article)
    assert isinstance(second, Article)
    assert [article.url for article in desk.once()[0]] == [second.url, "https://maren.example/3"]


def test_stopping_ends_between_two_items_and_loses_none(desk: Desk) -> None:
    desk.web.pages[FEED] = rss(item(1), item(2), item(3))
    with desk.poller() as poller:
        had = []
        for one in poller.poll():
            had.append(one)
            poller.stop()
    assert len(had) == 1
    assert len(desk.once()[0]) == 2


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_stops_and_is_then_as_it_was(number: signal.Signals, desk: Desk) -> None:
    before = signal.getsignal(number)
    desk.web.pages[FEED] = rss(item(1), item(2))
    had = []
    with desk.poller() as poller, stopping(poller.stop):
        for one in poller.poll():
            had.append(one)
            signal.raise_signal(number)
    assert len(had) == 1
    assert signal.getsignal(number) is before


def test_each_feed_is_polled_again_when_it_is_due(desk: Desk) -> None:
    desk.feeds = [FEED, OTHER]
    desk.web.pages.update({FEED: rss(), OTHER: rss(more="<ttl>120</ttl>")})
    asked = desk.web.paths
    with desk.poller() as poller:

        def stop_after_a_day() -> None:
            if desk.clock.passed > DAY:
                poller.stop()

        desk.clock.on_wait = stop_after_a_day
        assert list(poller.poll()) == []
    asked = desk.web.paths
    assert asked.count("maren.example/news.rss") == pytest.approx(24 * 4, abs=2)
    assert asked.count("ansel.example/news.rss") == pytest.approx(12, abs=1)


@pytest.mark.parametrize("jump", [-400 * DAY, 400 * DAY])
def test_a_clock_that_jumps_while_polling_changes_nothing(jump: float, desk: Desk) -> None:
    desk.web.pages[FEED] = rss()
    with desk.poller() as poller:

        def jumping() -> None:
            desk.clock.wall += jump
            if desk.clock.passed > 10 * HOUR:
                poller.stop()

        desk.clock.on_wait = jumping
        assert list(poller.poll()) == []
    assert len(desk.web.paths) == pytest.approx(40, abs=2)


def test_a_clock_that_was_set_back_between_two_runs_makes_no_wait_longer(desk: Desk) -> None:
    desk.web.pages[FEED] = 500
    desk.once()
    wait = desk.memory().wait
    desk.clock.wall -= 400 * DAY
    assert desk.memory().seconds_left(desk.clock.now()) == wait


@pytest.mark.parametrize(
    "record",
    [
        None,
        [],
        {"layout": 99},
        {"layout": 1, "wait": -5, "checked": "yesterday", "failures": "many", "seen": [1], "contents": {}},
        {
            "layout": 1,
            "wait": 1e300,
            "checked": float("nan"),
            "seen": {"a": "b", "c": [1, 2]},
            "tries": {"x": []},
        },
    ],
)
def test_a_record_that_makes_no_sense_is_as_none(record: object, desk: Desk) -> None:
    desk.state.records[FEED] = record  # type: ignore[assignment]
    desk.web.pages[FEED] = rss(item(1))
    assert len(desk.once()[0]) == 1


def test_what_is_kept_of_a_feed_stays_small_however_long_it_is_polled(desk: Desk) -> None:
    from tellings.collect.feed import FeedItem

    memory = Memory()
    for number in range(30_000):
        memory.saw(FeedItem(number=1, id=str(number), title=f"Day {number}"))
        memory.told[str(number)] = None
        memory.tries[str(number)] = 1
    kept = Memory.of(memory.record())
    assert len(json.dumps(memory.record())) < 600_000
    assert not kept.is_new(FeedItem(number=1, id="29999", title="Day 29999"))


def test_an_item_that_stays_in_the_feed_is_never_forgotten() -> None:
    from tellings.collect.feed import FeedItem

    stays = FeedItem(number=1, id="pinned", title="About this feed")
    memory = Memory()
    memory.saw(stays)
    for number in range(20_000):
        memory.saw(FeedItem(number=1, id=str(number), title=f"Day {number}"))
        if number % 1_000 == 0:
            assert not memory.is_new(stays)
            memory = Memory.of(memory.record())
