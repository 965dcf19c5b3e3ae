"""Hours know the region of their service, so that "open now" reads the hours of one region alone.

PostgreSQL itself writes the column, whoever writes the hours, and follows a service that moves.
"""

import django.db.models.deletion
from django.db import migrations, models

TRIGGERS = """
CREATE FUNCTION network_region_of_hours() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT region_id INTO NEW.region_id FROM network_service WHERE id = NEW.service_id;
    RETURN NEW;
END $$;
CREATE TRIGGER network_region_of_hours BEFORE INSERT OR UPDATE OF service_id, region_id
    ON network_openingspan FOR EACH ROW EXECUTE FUNCTION network_region_of_hours();

CREATE FUNCTION network_hours_follow() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE network_openingspan SET region_id = NEW.region_id WHERE service_id = NEW.id;
    RETURN NULL;
END $$;
CREATE TRIGGER network_hours_follow AFTER UPDATE OF region_id ON network_service FOR EACH ROW
    WHEN (OLD.region_id IS DISTINCT FROM NEW.region_id) EXECUTE FUNCTION network_hours_follow();
"""
NO_TRIGGERS = """
DROP TRIGGER network_hours_follow ON network_service;
DROP FUNCTION network_hours_follow();
DROP TRIGGER network_region_of_hours ON network_openingspan;
DROP FUNCTION network_region_of_hours();
"""
FILL = """
UPDATE network_openingspan span SET region_id = service.region_id
    FROM network_service service WHERE service.id = span.service_id;
SET CONSTRAINTS ALL IMMEDIATE;
"""


class Migration(migrations.Migration):
    dependencies = [("network", "0010_printed_sheets")]

    operations = [
        migrations.AddField(
            model_name="openingspan",
            name="region",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="network.region",
            ),
        ),
        migrations.RunSQL(FILL, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="openingspan",
            index=models.Index(fields=["region", "weekday"], name="network_span_day"),
        ),
        migrations.RunSQL(TRIGGERS, NO_TRIGGERS),
    ]
