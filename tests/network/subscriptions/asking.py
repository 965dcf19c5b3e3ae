"""Asking for new editions, and an edition to be told of."""

import re

from django.test import Client

ADDRESS = "praxis@example.org"


def ask(client, email=ADDRESS, **more):
    """An outside address asks for new editions."""
    return client.post("/kontakte/abonnieren/anmelden/", {"email": email, **more})


def link_in(mail, name):
    """The address below ``/l/`` of that purpose in the mail."""
    text = mail.get_body(("plain",)).get_content()
    return re.search(rf"/l/{name}/[\w-]+/", text)[0]


def publish(people):
    """The coordination publishes the next edition."""
    client = Client()
    client.force_login(people.coordinator)
    return client.post("/kontakte/ausgaben/neu/")
