from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("conferences", "0001_foundation"),
    ]

    operations = [
        migrations.RemoveField(
            model_name="caseconference",
            name="retain_until",
        ),
        migrations.AlterField(
            model_name="caseconference",
            name="kind",
            field=models.CharField(
                choices=[
                    ("network", "Netzwerkkonferenz"),
                    ("care_plan", "Hilfeplankonferenz"),
                    ("helpers", "Helfendenkonferenz"),
                    ("handover", "Übergabegespräch"),
                    ("crisis", "Krisenkonferenz"),
                ],
                max_length=20,
            ),
        ),
        migrations.AlterField(
            model_name="seat",
            name="group",
            field=models.CharField(
                choices=[
                    ("municipality", "Kommune"),
                    ("clinic", "Klinik"),
                    ("provider", "Dienste und Träger"),
                    ("experienced", "Psychiatrie-Erfahrene"),
                    ("relatives", "Angehörige"),
                    ("self_help", "Selbsthilfe"),
                    ("payer", "Leistungsträger"),
                    ("guest", "Gast"),
                ],
                max_length=20,
            ),
        ),
    ]
