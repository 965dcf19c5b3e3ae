"""A new outbox row wakes the relay by itself, whoever writes it, once per statement."""

from django.db import migrations

WAKE = """
CREATE FUNCTION core_wake_relay() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN PERFORM pg_notify('gpv_outbox', ''); RETURN NULL; END $$;
CREATE TRIGGER core_outbox_wakes_relay AFTER INSERT ON core_outboxmessage
FOR EACH STATEMENT EXECUTE FUNCTION core_wake_relay();
"""

SLEEP = """
DROP TRIGGER core_outbox_wakes_relay ON core_outboxmessage;
DROP FUNCTION core_wake_relay();
"""


class Migration(migrations.Migration):
    """Nobody who adds a message can forget to say so."""

    dependencies = [("core", "0001_foundation")]
    operations = [migrations.RunSQL(WAKE, SLEEP)]
