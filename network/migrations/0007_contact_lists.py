"""Absences, services and letters of contacts; frozen editions; who is told of them."""

import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.clock
from core.database import RETENTION, WEB, WORKER

FROZEN = f"""
REVOKE UPDATE, DELETE, TRUNCATE ON network_contactlistedition FROM {WEB}, {WORKER}, {RETENTION};
GRANT UPDATE (pdf_id, public_pdf_id) ON network_contactlistedition TO {WORKER};
"""  # only the printed files are added later
THAWED = f"GRANT UPDATE, DELETE ON network_contactlistedition TO {WEB}, {WORKER};"


def sentences_to_changes(apps, schema_editor):
    """What changed was a sentence each; now it is who, and what per field."""
    for edition in apps.get_model("network", "ContactListEdition").objects.all():
        edition.changes = [
            {"kind": "changed", "who": said, "fields": []} if isinstance(said, str) else said
            for said in edition.changes
        ]
        edition.save(update_fields=["changes"])


class Migration(migrations.Migration):
    dependencies = [
        ("core", "0002_outbox_wakes_relay"),
        ("network", "0006_life_of_entries"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Subscription",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=core.clock.now, editable=False)),
                ("email", models.EmailField(blank=True, max_length=254)),
                ("asked_at", models.DateTimeField(null=True)),
                ("confirmed_at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="contact",
            name="absent_from",
            field=models.DateField(blank=True, null=True, verbose_name="abwesend ab"),
        ),
        migrations.AddField(
            model_name="contact",
            name="absent_until",
            field=models.DateField(blank=True, null=True, verbose_name="abwesend bis"),
        ),
        migrations.AddField(
            model_name="contact",
            name="letters",
            field=models.CharField(blank=True, max_length=20, verbose_name="Anfangsbuchstaben"),
        ),
        migrations.AddField(
            model_name="contact",
            name="service",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="network.service",
            ),
        ),
        migrations.AddField(
            model_name="contactlistedition",
            name="public_pdf",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="core.storedfile",
            ),
        ),
        migrations.AddField(
            model_name="contactlistedition",
            name="public_rows",
            field=models.JSONField(default=list),
        ),
        migrations.AddField(
            model_name="organisation",
            name="contacts_public",
            field=models.BooleanField(default=False, verbose_name="Kontakte öffentlich"),
        ),
        migrations.AddConstraint(
            model_name="contact",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("absent_until__isnull", True),
                    models.Q(
                        ("absent_from__isnull", False),
                        ("absent_until__gte", models.F("absent_from")),
                    ),
                    _connector="OR",
                ),
                name="network_contact_absent_from_until",
            ),
        ),
        migrations.AddField(
            model_name="subscription",
            name="person",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="subscription",
            name="region",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="+", to="network.region"
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("email", ""), ("person__isnull", False)),
                    models.Q(("person__isnull", True), models.Q(("email", ""), _negated=True)),
                    _connector="OR",
                ),
                name="network_subscription_person_or_address",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                fields=("region", "person"), name="network_subscription_person_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="subscription",
            constraint=models.UniqueConstraint(
                condition=models.Q(("email", ""), _negated=True),
                fields=("region", "email"),
                name="network_subscription_address_once",
            ),
        ),
        migrations.RunPython(sentences_to_changes, migrations.RunPython.noop),
        migrations.RunSQL(FROZEN, THAWED),
    ]
