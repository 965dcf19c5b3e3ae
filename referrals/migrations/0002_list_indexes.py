"""The lists of cases get the indexes that keep them flat, whatever has ended since."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("network", "0003_contacts_without_side_door"),
        ("referrals", "0001_foundation"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="inquiry",
            name="referrals_inbox",
        ),
        migrations.RemoveIndex(
            model_name="inquiry",
            name="referrals_outbox",
        ),
        migrations.RemoveIndex(
            model_name="inquiry",
            name="referrals_received",
        ),
        migrations.RemoveIndex(
            model_name="referral",
            name="referrals_referral_sent",
        ),
        migrations.AddIndex(
            model_name="inquiry",
            index=models.Index(
                condition=models.Q(
                    ("due_side__in", ["receiver", "sender"]), ("sent_at__isnull", False)
                ),
                fields=["receiver_facility", "due_side", "due_at", "id"],
                name="referrals_inbox",
            ),
        ),
        migrations.AddIndex(
            model_name="inquiry",
            index=models.Index(
                condition=models.Q(("due_side__in", ["receiver", "sender"])),
                fields=["sender_facility", "due_side", "due_at", "id"],
                name="referrals_outbox",
            ),
        ),
        migrations.AddIndex(
            model_name="inquiry",
            index=models.Index(
                condition=models.Q(
                    ("sent_at__isnull", False),
                    (
                        "state__in",
                        [
                            "completed",
                            "declined",
                            "entered_in_error",
                            "expired",
                            "failed",
                            "superseded",
                            "withdrawn",
                        ],
                    ),
                ),
                fields=["receiver_facility", "-sent_at", "-id"],
                name="referrals_received_ended",
            ),
        ),
        migrations.AddIndex(
            model_name="inquiry",
            index=models.Index(
                condition=models.Q(("reason", "died"), ("state", "withdrawn")),
                fields=["receiver_facility", "ended_at", "id"],
                name="referrals_telephone",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", True)),
                fields=["sender_facility", "-created_at", "-id"],
                name="referrals_referral_open",
            ),
        ),
        migrations.AddIndex(
            model_name="referral",
            index=models.Index(
                condition=models.Q(("closed_at__isnull", False)),
                fields=["sender_facility", "-created_at", "-id"],
                name="referrals_referral_closed",
            ),
        ),
    ]
