"""What boot tells the person at the terminal."""

import sys


class Trouble(Exception):
    """Boot cannot go on; the message is the one sentence that the person reads."""


def say(text: str) -> None:
    print(f"[gpv] {text}", flush=True)


def show(text: str) -> None:
    """Print what others wrote; a letter that the terminal cannot show becomes a question mark."""
    encoding = sys.stdout.encoding or "ascii"
    print(text.encode(encoding, "replace").decode(encoding), flush=True)
