"""How every command runs, fails and stops.

Comes in:   what a command raises: errors that carry their fix, Ctrl-C, a reader that closed the pipe.
Goes out:   a message on stderr and an exit code; never a traceback for these.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import typer

from tellings.errors import TellingsError
from tellings.records import SetAside

DONE, FAILED, USAGE, INTERRUPTED = 0, 1, 2, 130
_BREAK_LINES = str.maketrans({"\x85": "\\u0085", "\u2028": "\\u2028", "\u2029": "\\u2029"})


def epilog(*examples: str) -> str:
    """The end of a command's help: exit codes, then an example."""
    lines = "\n".join(f"  {example}" for example in examples)
    return (
        "Exit codes: 0 done; 1 nothing could be compared or found, a passage was not found again, or a file "
        "could not be written; 2 wrong usage; 130 interrupted."
        f"\n\n\b\nExample:\n{lines}"
    )


@contextmanager
def reported(usage: type[TellingsError] | tuple[type[TellingsError], ...] = ()) -> Iterator[None]:
    """Turns what goes wrong inside into a message and an exit code; `usage` errors leave with 2."""
    try:
        yield
        sys.stdout.flush()
    except TellingsError as error:
        say(error.message)
        say(error.fix)
        raise typer.Exit(USAGE if isinstance(error, usage) else FAILED) from None
    except KeyboardInterrupt:
        say("Interrupted. Nothing half-written is left behind.")
        raise typer.Exit(INTERRUPTED) from None
    except BrokenPipeError:
        # The reader (head, less) has enough; what is still buffered must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(DONE) from None
    except OSError as error:
        if error.filename is not None:
            raise
        say(f"The output could not be written: {error.strerror or error}.")
        say("Free some room or write to another place.")
        # What is left in the buffer would fail once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise typer.Exit(FAILED) from None


def say(note: str) -> None:
    """One note on stderr, with nothing in it that a terminal would obey."""
    from tellings.tell.places import shown

    for line in note.splitlines() or [""]:
        print(shown(line), file=sys.stderr)


def say_set_aside(gone: Iterable[SetAside]) -> None:
    """What could not be used, each with its reason and fix."""
    for one in gone:
        say(f"{one.path} is set aside: {one.reason} {one.fix}".rstrip())


def put(line: str) -> None:
    """One line on stdout in UTF-8, whatever the locale says, and no other line break in it."""
    sys.stdout.flush()
    sys.stdout.buffer.write(line.translate(_BREAK_LINES).encode("utf-8", "backslashreplace") + b"\n")
    sys.stdout.buffer.flush()


def put_text(text: str) -> None:
    """Text of several lines on stdout in UTF-8."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.buffer.flush()
