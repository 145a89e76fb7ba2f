"""The command line: each command opens, calls a room, and prints."""
