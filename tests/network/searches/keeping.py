"""A search that a member keeps, and entries that answer it or do not."""

import re

from network.search.index import index
from tests.factories import ServiceFactory

LIST = "/gemerkte-suchen/"
QUERY = "q=suchtberatung&gut=barrier_free"


def keep(client, query=QUERY, **more):
    """Press "Merken" on the page of that question."""
    return client.post(f"{LIST}neu/", {"query": query, "name": "Sucht", **more})


def entry(region, name="Suchtberatung Neu", **values):
    """A published entry that fits, unless ``values`` say otherwise."""
    made = ServiceFactory(region=region, name=name, **{"barrier_free": True, **values})
    index([made])
    return made


def page(client):
    """The list of what is kept."""
    return client.get(LIST).content.decode()


def text_of(mail):
    """What the mail says."""
    return mail.get_body(("plain",)).get_content().replace("\r\n", "\n")


def link_in(mail):
    """Where its mails end."""
    return re.search(r"/l/suche-ende/[\w-]+/", text_of(mail))[0]
