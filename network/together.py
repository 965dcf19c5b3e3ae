"""Keeps the entries of one region side by side on the disk, so that its pages read few blocks."""

from django.db import connection


def put_regions_together() -> None:
    """Order entries and their hours by region; takes about a second, in which readers wait.

    Raises ``OperationalError`` when the tables are in use for seconds on end.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT network_put_regions_together()")
