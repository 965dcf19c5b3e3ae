"""What boot tells the person at the terminal."""


class Trouble(Exception):
    """Boot cannot go on; the message is the one sentence that the person reads."""


def say(text: str) -> None:
    print(f"[gpv] {text}", flush=True)
