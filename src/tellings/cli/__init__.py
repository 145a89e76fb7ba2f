"""The command line: each command opens, calls a room, and prints.

Comes in:   the arguments of one command.
Goes out:   a report on stdout, notes on stderr, and an exit code: 0 done; 1 nothing could be compared or
            found, a passage was not found again, a file or the library could not be written; 2 wrong
            usage; 130 interrupted.
"""

from tellings.cli.app import main

__all__ = ["main"]
