"""What waits for somebody who keeps contacts or entries: importing it registers all providers."""

from network.worklist import contacts, entries

__all__ = ["contacts", "entries"]
