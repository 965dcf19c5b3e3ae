"""Words of one meaning, as the coordination keeps them."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _

from core.actor import Actor
from core.models import Record


class SynonymGroupQuerySet(models.QuerySet["SynonymGroup"]):
    def visible_to(self, actor: Actor) -> "SynonymGroupQuerySet":
        """All of them for a coordination, for anybody else none."""
        return self.all() if actor.holds("coordinate_region") else self.none()


class SynonymGroup(Record):
    """Phrases that mean the same; or, where ``asked`` is said, what answers that phrase."""

    asked = models.CharField(_("Wer das sucht"), max_length=80, blank=True)
    words = models.TextField(_("findet auch"), help_text="one phrase a line")

    objects = SynonymGroupQuerySet.as_manager()

    def __str__(self) -> str:
        return self.asked or self.phrases[0]

    @property
    def phrases(self) -> list[str]:
        """The phrases in their order."""
        return self.words.splitlines()


class Glossary(models.Model):
    """One row: which state the glossary is in; a process that knows another one reads anew."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1, editable=False)
    stamp = models.UUIDField(default=uuid.uuid4)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="network_glossary_one"),
        ]

    def __str__(self) -> str:
        return str(self.stamp)
