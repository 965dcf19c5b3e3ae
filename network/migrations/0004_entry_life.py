from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0003_contacts_without_side_door"),
    ]

    operations = [
        migrations.AddField(
            model_name="service",
            name="after_police",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="age_from",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="ab Jahren"),
        ),
        migrations.AddField(
            model_name="service",
            name="age_to",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="bis Jahre"),
        ),
        migrations.AddField(
            model_name="service",
            name="answers",
            field=models.CharField(blank=True, max_length=200, verbose_name="Wer antwortet"),
        ),
        migrations.AddField(
            model_name="service",
            name="beds",
            field=models.PositiveSmallIntegerField(blank=True, null=True, verbose_name="Betten"),
        ),
        migrations.AddField(
            model_name="service",
            name="by_appointment",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="closed_from",
            field=models.DateField(blank=True, null=True, verbose_name="geschlossen von"),
        ),
        migrations.AddField(
            model_name="service",
            name="closed_until",
            field=models.DateField(blank=True, null=True, verbose_name="geschlossen bis"),
        ),
        migrations.AddField(
            model_name="service",
            name="cost",
            field=models.CharField(
                blank=True,
                choices=[
                    ("free", "kostenlos"),
                    ("insurance", "zahlt die Krankenkasse"),
                    ("participation", "Eingliederungshilfe, auf Antrag"),
                    ("own", "selbst zu zahlen"),
                    ("", "nicht bekannt"),
                ],
                default="",
                max_length=16,
                verbose_name="Kosten",
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="easy_text",
            field=models.TextField(blank=True, verbose_name="In Leichter Sprache"),
        ),
        migrations.AddField(
            model_name="service",
            name="last_admission",
            field=models.TimeField(blank=True, null=True, verbose_name="letzte Aufnahme"),
        ),
        migrations.AddField(
            model_name="service",
            name="latitude",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="longitude",
            field=models.FloatField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="plain_text",
            field=models.TextField(blank=True, verbose_name="In einfacher Sprache"),
        ),
        migrations.AddField(
            model_name="service",
            name="state",
            field=models.CharField(
                choices=[
                    ("draft", "Entwurf"),
                    ("in_review", "wird geprüft"),
                    ("published", "veröffentlicht"),
                    ("inactive", "nicht mehr angeboten"),
                ],
                default="published",
                max_length=12,
            ),
        ),
        migrations.AddField(
            model_name="service",
            name="takes_intoxicated",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="with_child",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="with_dog",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="without_german",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="service",
            name="women_only",
            field=models.BooleanField(blank=True, null=True),
        ),
        migrations.RunSQL(
            "UPDATE network_service SET state = 'in_review' WHERE NOT published",
            "UPDATE network_service SET published = (state = 'published')",
        ),
        migrations.RemoveField(
            model_name="service",
            name="published",
        ),
    ]
