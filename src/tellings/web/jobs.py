"""Work that takes a while: adding articles, comparing a story.

Comes in:   parcels of articles, and names of stories.
Goes out:   a `Progress` for each job, at any time. One thread works through them in order, so that nobody
            waits for a page meanwhile. Every article goes in whole or not at all; `finish` lets what was
            handed in go in before the program ends.
"""

from __future__ import annotations

import logging
import secrets
import threading
from collections import OrderedDict, deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import Literal

from tellings.errors import NotInLibrary, TellingsError
from tellings.records import SetAside
from tellings.store import Library
from tellings.store.views import Placed
from tellings.web.intake import Parcel

Kind = Literal["add", "compare"]
State = Literal["waiting", "working", "done", "failed", "stopped"]

_REMEMBERED = 500
MOST_WAITING = 100
_LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """What a story rests on, in numbers."""

    articles: int
    origins: int | None
    conflicts: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far a job has come. `ahead` jobs are done before it; `before` and `after` count its story."""

    id: str
    kind: Kind
    state: State = "waiting"
    step: str | None = None
    done: int = 0
    total: int = 0
    ahead: int = 0
    placed: tuple[Placed, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    stories: tuple[str, ...] = ()
    before: Counts | None = None
    after: Counts | None = None
    error: str | None = None
    fix: str | None = None

    @property
    def over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state not in ("waiting", "working")

    def count(self, outcome: str) -> int:
        """How many articles came out like this."""
        return sum(one.outcome == outcome for one in self.placed)


class TooMuchWaiting(TellingsError):
    """The queue is full."""


class _Stopped(Exception):
    """The program ends; the job leaves off between two articles."""


@dataclass(slots=True)
class _Job:
    progress: Progress
    work: Callable[[_Job], None]
    story: str | None = None
    parcel: Parcel | None = None
    lock: threading.Lock = field(default_factory=threading.Lock)

    def note(self, **changes: object) -> None:
        with self.lock:
            self.progress = replace(self.progress, **changes)  # type: ignore[arg-type]


class Jobs:
    """The queue, and the thread that works through it. `start` begins, `finish` or `stop` ends."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._jobs: OrderedDict[str, _Job] = OrderedDict()
        self._waiting: deque[_Job] = deque()
        self._current: _Job | None = None
        self._changed = threading.Condition()
        self._finishing = self._stopping = False
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        """Begins to work, if it has not begun."""
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="tellings-jobs", daemon=True)
            self._thread.start()

    # ------------------------------------------------------------ what comes in

    def add(self, parcel: Parcel) -> str:
        """Articles for the library; the job's id. Raises `TooMuchWaiting`."""
        return self._queue(_Job(Progress(id=_new_id(), kind="add"), self._add, parcel=parcel))

    def compare(self, story: str, before: Counts | None = None) -> str:
        """A story whose dossier is out of date; the id of the job, perhaps of one that waits already."""
        with self._changed:
            for job in self._waiting:
                if job.story == story:
                    return job.progress.id
            current = self._current
            if before is None and current and current.story == story and not current.progress.over:
                return current.progress.id
        progress = Progress(id=_new_id(), kind="compare", stories=(story,), before=before)
        return self._queue(_Job(progress, self._compare, story=story))

    # ------------------------------------------------------------ what comes out

    def progress(self, id: str) -> Progress | None:
        """How far a job has come; None for one that nobody remembers."""
        with self._changed:
            job = self._jobs.get(id)
            if job is None:
                return None
            ahead = self._waiting.index(job) + (self._current is not None) if job in self._waiting else 0
            return replace(job.progress, ahead=ahead)

    @property
    def left(self) -> int:
        """Sendings of articles that are not all in yet."""
        with self._changed:
            waiting = [*self._waiting, *([self._current] if self._current else [])]
            return sum(job.parcel is not None for job in waiting)

    # ------------------------------------------------------------ the end

    def finish(self, patience: float | None = None) -> None:
        """Returns when all articles that were handed in are in; comparing is left to the next reader.

        With `patience` it waits no longer than so many seconds.
        """
        with self._changed:
            self._finishing = True
            self._changed.notify_all()
        if self._thread is not None:
            self._thread.join(patience)

    def stop(self, patience: float | None = None) -> None:
        """Leaves off after the article that is going in now; what else was handed in is left."""
        self._stopping = True
        with self._changed:
            self._waiting.clear()
        self.finish(patience)

    # ------------------------------------------------------------ the work

    def _queue(self, job: _Job) -> str:
        with self._changed:
            if len(self._waiting) >= MOST_WAITING or self._finishing:
                raise TooMuchWaiting(
                    "Too much is waiting already, or the program is about to end; nothing was taken.",
                    fix="Try again in a few minutes.",
                )
            self._jobs[job.progress.id] = job
            while len(self._jobs) > _REMEMBERED:
                self._jobs.popitem(last=False)
            self._waiting.append(job)
            self._changed.notify_all()
        return job.progress.id

    def _work(self) -> None:
        while (job := self._next()) is not None:
            try:
                job.note(state="working")
                job.work(job)
                job.note(state="done")
            except _Stopped:
                job.note(
                    state="stopped", error="The program was ended meanwhile.", fix="Send the rest again."
                )
            except TellingsError as error:
                job.note(state="failed", error=error.message, fix=error.fix)
            except Exception:
                _LOG.exception("a job failed")
                job.note(
                    state="failed", error="Something went wrong.", fix="The program's own log says what."
                )
            finally:
                if job.parcel is not None:
                    job.parcel.close()
                with self._changed:
                    self._current = None

    def _next(self) -> _Job | None:
        with self._changed:
            while not self._waiting:
                if self._finishing:
                    return None
                self._changed.wait()
            self._current = self._waiting.popleft()
            return self._current

    def _notice(self, job: _Job) -> Callable[[str, int, int], None]:
        def notice(step: str, done: int, total: int) -> None:
            if self._stopping:
                raise _Stopped
            job.note(step=step, done=done, total=total)

        return notice

    def _add(self, job: _Job) -> None:
        assert job.parcel is not None
        notice = self._notice(job)
        given = list(job.parcel.articles(notice))
        notice("add", 0, len(given))
        for done, one in enumerate(self._library.keep(given), 1):
            if isinstance(one, SetAside):
                job.note(set_aside=(*job.progress.set_aside, one))
            else:
                touched = dict.fromkeys((*job.progress.stories, *one.stories))
                job.note(placed=(*job.progress.placed, one), stories=tuple(touched))
            notice("add", done, len(given))
        if not self._finishing:
            with suppress(_Stopped):
                self._library.refresh(job.progress.stories, on_progress=self._until_finishing(job))
        job.note(stories=self._still_there(job.progress.stories))

    def _compare(self, job: _Job) -> None:
        if self._finishing:
            raise _Stopped
        assert job.story is not None
        job.note(step="compare", done=0, total=1)
        self._library.show(job.story)
        job.note(done=1, after=counts_of(self._library, job.story))

    def _until_finishing(self, job: _Job) -> Callable[[str, int, int], None]:
        """Comparing ends when the program does; the articles are in, and the next reader compares."""
        notice = self._notice(job)

        def checked(step: str, done: int, total: int) -> None:
            notice(step, done, total)
            if self._finishing and done < total:
                raise _Stopped

        return checked

    def _still_there(self, stories: tuple[str, ...]) -> tuple[str, ...]:
        """These stories under the names that they have now: two may have become one."""
        names: dict[str, None] = {}
        for story in stories:
            try:
                names[self._library.story(story).id] = None
            except NotInLibrary:
                continue
        return tuple(names)


def counts_of(library: Library, story: str) -> Counts:
    """The counts of a story as it stands."""
    row = library.story(story)
    return Counts(articles=row.articles, origins=row.origins, conflicts=row.conflicts)


def _new_id() -> str:
    return secrets.token_urlsafe(9)
