"""What belongs to one region can be put side by side on the disk, by the worker, without owning it.

Entries scatter as they come in and change, and a page of one region then reads a block for each.
"""

from django.db import migrations

from core.database import WORKER

# nobody waits longer than these seconds for it, nor behind it; the next week tries again
TOGETHER = f"""
CREATE FUNCTION network_put_regions_together() RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp SET lock_timeout = '3s' AS $$
BEGIN
    CLUSTER network_service USING network_service_list;
    CLUSTER network_openingspan USING network_span_day;
    ANALYZE network_service, network_openingspan;
END $$;
REVOKE ALL ON FUNCTION network_put_regions_together() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION network_put_regions_together() TO {WORKER};
"""


class Migration(migrations.Migration):
    dependencies = [("network", "0012_saved_searches")]

    operations = [
        migrations.RunSQL(TOGETHER, "DROP FUNCTION network_put_regions_together();"),
    ]
