"""What cannot be read at all."""


class NotATable(Exception):
    """The bytes hold no table we can read; the message is a sentence for the person who sent it."""
