"""`tellings watch`: feeds, read for weeks."""

from __future__ import annotations

from typing import Annotated

import typer

from tellings.cli.logs import Log
from tellings.cli.running import FAILED, epilog, put_text, say, say_set_aside
from tellings.cli.store import Store, opened
from tellings.records import SetAside

_A_DAY = 86_400.0
EPILOG = epilog("tellings watch feeds.opml", "tellings watch --once https://example.org/feed")


def watch(
    feeds: Annotated[
        list[str], typer.Argument(metavar="FEEDS", help="Lists of feeds (OPML) and addresses of feeds.")
    ],
    store: Store = None,
    every: Annotated[
        float, typer.Option(metavar="MINUTES", min=1, help="How often each feed is asked at most.")
    ] = 15,
    once: Annotated[bool, typer.Option("--once", help="Ask each feed once, and leave.")] = False,
    log: Log = None,
) -> None:
    """Keep the library up to date with feeds, until Ctrl-C.

    A feed is asked whether it changed, at its host's pace and after its robots.txt; one that fails is asked
    ever more rarely. What was read is noted in the library: stop it at any time, and start it again.
    Stories are compared when they are shown. A database that restarts or stays locked for a while is waited
    for, a day at most.
    """
    from tellings.collect.poll import Poller
    from tellings.collect.stopping import stopping
    from tellings.collect.subscriptions import feeds_of

    with opened(store, must_exist=False, log=log, persistence=_A_DAY) as library:
        listed = feeds_of(feeds)
        say_set_aside(listed.set_aside)
        if not listed.feeds:
            say("There is no feed to watch. Give addresses of feeds, or a list of them (OPML).")
            raise typer.Exit(FAILED)
        with Poller(listed.feeds, library.feeds, every=60 * every) as poller, stopping(poller.stop):
            for one in library.keep(poller.poll_once() if once else poller.poll()):
                if isinstance(one, SetAside):
                    say_set_aside([one])
                elif one.outcome != "known":
                    put_text(f"{one.article} {one.outcome} · {' '.join(one.stories)}\n")
