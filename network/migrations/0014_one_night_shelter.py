"""Rules for a "Notschlafstelle" become rules for the kind of service of that name.

Not reversible: afterwards nobody knows under which of the two names a rule was entered; taking
the migration back leaves the rules as they are.
"""

from django.db import migrations

ONE_NAME = "UPDATE network_responsibilityrule SET kind = 'shelter' WHERE kind = 'night_shelter'"


class Migration(migrations.Migration):
    dependencies = [("network", "0013_regions_together")]
    operations = [migrations.RunSQL(ONE_NAME, migrations.RunSQL.noop)]
