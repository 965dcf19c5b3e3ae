import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.clock


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0005_importing"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="service",
            name="capacity_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="Plätze gemeldet am"),
        ),
        migrations.RunSQL(
            # the day was all that was known: its noon in Berlin is nobody's guess of more
            "UPDATE network_service SET capacity_at ="
            " (capacity_on + time '12:00') AT TIME ZONE 'Europe/Berlin'",
            "UPDATE network_service SET capacity_on ="
            " (capacity_at AT TIME ZONE 'Europe/Berlin')::date",
        ),
        migrations.RemoveField(
            model_name="service",
            name="capacity_on",
        ),
        migrations.AlterField(
            model_name="service",
            name="type",
            field=models.CharField(
                choices=[
                    ("bewo", "Betreutes Wohnen (BeWo)"),
                    ("housing", "Besondere Wohnform"),
                    ("day_centre", "Tagesstätte"),
                    ("day_clinic", "Tagesklinik"),
                    ("clinic", "Klinik"),
                    ("pia", "Psychiatrische Institutsambulanz (PIA)"),
                    ("spdi", "Sozialpsychiatrischer Dienst (SpDi)"),
                    ("spz", "Sozialpsychiatrisches Zentrum (SPZ)"),
                    ("contact", "Kontakt- und Beratungsstelle"),
                    ("crisis", "Krisendienst"),
                    ("emergency", "Rettungsstelle / Notfallambulanz"),
                    ("app", "Ambulante psychiatrische Pflege (APP)"),
                    ("sociotherapy", "Soziotherapie"),
                    ("staeb", "Stationsäquivalente Behandlung (StäB)"),
                    ("work", "Arbeit und Beschäftigung (IPS, Jobcoaching)"),
                    ("addiction", "Suchtberatung"),
                    ("self_help", "Selbsthilfe"),
                    ("eutb", "Ergänzende unabhängige Teilhabeberatung (EUTB)"),
                    ("peer", "Peer- und Genesungsbegleitung"),
                    ("complaints", "Beschwerdestelle"),
                    ("shelter", "Notunterkunft und Notschlafstelle"),
                    ("womens_shelter", "Frauenhaus und Schutzwohnung"),
                    ("other", "Weitere Hilfe"),
                ],
                max_length=20,
                verbose_name="Art",
            ),
        ),
        migrations.CreateModel(
            name="Suggestion",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("created_at", models.DateTimeField(default=core.clock.now, editable=False)),
                ("text", models.TextField(verbose_name="Was stimmt nicht?")),
                (
                    "contact",
                    models.CharField(blank=True, max_length=200, verbose_name="Rückfragen an"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "offen"),
                            ("accepted", "angenommen"),
                            ("declined", "nicht übernommen"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=500, verbose_name="Notiz")),
                ("decided_at", models.DateTimeField(blank=True, null=True)),
                (
                    "decided_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "service",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="suggestions",
                        to="network.service",
                    ),
                ),
            ],
            options={
                "ordering": ["created_at", "id"],
                "indexes": [
                    models.Index(fields=["state", "created_at"], name="network_suggestion_state")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("decided_at", None), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("decided_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="network_suggestion_decided",
                    )
                ],
            },
        ),
    ]
