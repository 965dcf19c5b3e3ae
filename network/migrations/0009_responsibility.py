"""Responsibility gets its criteria; what stood in a rule before is kept."""

import django.db.models.deletion
from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


def fill(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Region and kind come from the service; the tick box becomes one of the hours."""
    schema_editor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the table is altered again below
    for rule in apps.get_model("network", "ResponsibilityRule").objects.select_related("service"):
        rule.region_id, rule.kind = rule.service.region_id, rule.service.type
        rule.hours = "outside" if rule.only_outside_office_hours else ""
        rule.save(update_fields=["region", "kind", "hours"])


def take_back(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Offices did not exist before."""
    rules = apps.get_model("network", "ResponsibilityRule").objects
    rules.filter(models.Q(service=None) | models.Q(area=None)).delete()
    rules.filter(hours="outside").update(only_outside_office_hours=True)


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0008_search_glossary"),
    ]

    operations = [
        migrations.AddField(
            model_name="area",
            name="also_called",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddField(
            model_name="area",
            name="official_key",
            field=models.CharField(blank=True, max_length=12),
        ),
        migrations.AddField(
            model_name="area",
            name="source",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="area",
            name="split_postcodes",
            field=models.JSONField(blank=True, default=dict),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="age_from",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="ab Jahren"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="age_to",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="bis Jahre"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="area_text",
            field=models.CharField(blank=True, max_length=500, verbose_name="Gebiet im Wortlaut"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="condition",
            field=models.CharField(
                blank=True, max_length=300, verbose_name="Bedingung im Wortlaut"
            ),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="hours",
            field=models.CharField(
                blank=True,
                choices=[
                    ("", "immer"),
                    ("office", "in der Dienstzeit"),
                    ("outside", "außerhalb der Dienstzeit"),
                    ("spans", "zu eigenen Zeiten"),
                ],
                default="",
                max_length=8,
                verbose_name="Wann",
            ),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="hours_text",
            field=models.CharField(blank=True, max_length=300, verbose_name="Eigene Zeiten"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="house_from",
            field=models.CharField(blank=True, max_length=8, verbose_name="Hausnummer von"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="house_side",
            field=models.CharField(
                blank=True,
                choices=[("", "alle Hausnummern"), ("odd", "nur ungerade"), ("even", "nur gerade")],
                default="",
                max_length=4,
                verbose_name="Straßenseite",
            ),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="house_to",
            field=models.CharField(blank=True, max_length=8, verbose_name="Hausnummer bis"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="kind",
            field=models.CharField(default="", max_length=20, verbose_name="Zuständig als"),
            preserve_default=False,
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="office",
            field=models.CharField(blank=True, max_length=200, verbose_name="Stelle ohne Eintrag"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="phone",
            field=models.CharField(blank=True, max_length=120, verbose_name="Telefon der Stelle"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="postcode",
            field=models.CharField(blank=True, max_length=5, verbose_name="Postleitzahl"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="region",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.region",
            ),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="source_id",
            field=models.CharField(blank=True, max_length=200),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="street",
            field=models.CharField(blank=True, max_length=120, verbose_name="Straße"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="valid_from",
            field=models.DateField(blank=True, null=True, verbose_name="gilt ab"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="valid_until",
            field=models.DateField(blank=True, null=True, verbose_name="gilt bis"),
        ),
        migrations.AddField(
            model_name="responsibilityrule",
            name="version",
            field=models.PositiveIntegerField(default=1),
        ),
        migrations.AlterField(
            model_name="area",
            name="level",
            field=models.CharField(
                choices=[
                    ("land", "Land"),
                    ("district", "Kreis"),
                    ("municipality", "Gemeinde"),
                    ("borough", "Bezirk"),
                    ("quarter", "Ortsteil"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="responsibilityrule",
            name="area",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.area",
            ),
        ),
        migrations.AlterField(
            model_name="responsibilityrule",
            name="criterion",
            field=models.CharField(
                choices=[
                    ("residence", "nach dem Wohnort"),
                    ("place_of_event", "nach dem Ort des Geschehens"),
                    ("current_stay", "nach dem Aufenthalt"),
                    ("first_application", "nach dem Ort des ersten Antrags"),
                    ("free_choice", "freie Wahl"),
                ],
                default="residence",
                max_length=20,
                verbose_name="Maßstab",
            ),
        ),
        migrations.AlterField(
            model_name="responsibilityrule",
            name="legal_basis",
            field=models.CharField(blank=True, max_length=200, verbose_name="Rechtsgrundlage"),
        ),
        migrations.AlterField(
            model_name="responsibilityrule",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.service",
            ),
        ),
        migrations.AlterField(
            model_name="responsibilityrule",
            name="source",
            field=models.CharField(blank=True, max_length=200, verbose_name="Quelle"),
        ),
        migrations.RunPython(fill, take_back),
        migrations.AlterField(
            model_name="responsibilityrule",
            name="region",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="network.region",
            ),
        ),
        migrations.RemoveField(
            model_name="responsibilityrule",
            name="only_outside_office_hours",
        ),
        migrations.AddIndex(
            model_name="responsibilityrule",
            index=models.Index(fields=["region", "kind", "id"], name="network_rule_list"),
        ),
        migrations.AddConstraint(
            model_name="responsibilityrule",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("service__isnull", False),
                    models.Q(("office", ""), _negated=True),
                    _connector="OR",
                ),
                name="network_rule_somebody",
            ),
        ),
        migrations.AddConstraint(
            model_name="responsibilityrule",
            constraint=models.UniqueConstraint(
                condition=models.Q(("source_id", ""), _negated=True),
                fields=("region", "source", "source_id"),
                name="network_rule_source",
            ),
        ),
    ]
