"""A list that the coordination brings in, and what is remembered of its source."""

from django.conf import settings
from django.db import models

from core import clock
from core.actor import Actor
from core.models import Record, StoredFile
from network.models.coordination import regions_coordinated_by
from network.models.region import Region
from network.models.service import Service


class DirectoryUploadQuerySet(models.QuerySet["DirectoryUpload"]):
    def visible_to(self, actor: Actor) -> "DirectoryUploadQuerySet":
        """The uploads of the regions that the actor coordinates."""
        return self.filter(region__in=regions_coordinated_by(actor))

    def waiting(self) -> "DirectoryUploadQuerySet":
        """Neither carried out nor thrown away nor too old."""
        return self.filter(done_at=None, until__gt=clock.now())

    def over(self) -> "DirectoryUploadQuerySet":
        """Whose time has come although nobody carried them out."""
        return self.filter(done_at=None, until__lte=clock.now())


class DirectoryUpload(Record):
    """One file on its way in: sealed until it is carried out, then only its report stays."""

    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    source = models.CharField(max_length=120)
    file_name = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.SET_NULL, related_name="+")
    columns = models.JSONField(default=dict)
    until = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict)

    objects = DirectoryUploadQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["region", "-created_at"], name="network_upload_list")]

    def __str__(self) -> str:
        return self.source


class SourceColumns(Record):
    """What the columns of a source hold, as somebody said by hand.

    ``columns`` is what was chosen last, ``carried_out`` what the entries were last read with.
    """

    region = models.ForeignKey(Region, on_delete=models.CASCADE, related_name="+")
    source = models.CharField(max_length=120)
    columns = models.JSONField(default=dict)
    carried_out = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["region", "source"], name="network_source_columns"),
        ]

    def __str__(self) -> str:
        return self.source

    @classmethod
    def of(cls, region: Region, source: str) -> "SourceColumns":
        """The row of ``source``, a new one that is not saved when there is none yet."""
        found = cls.objects.filter(region=region, source=source).first()
        return found or cls(region=region, source=source)


class DistinctPair(Record):
    """Two entries that look alike and are not the same; ``first`` has the smaller key."""

    first = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="network_distinct_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first} / {self.second}"

    @classmethod
    def known_in(cls, region: Region) -> list[tuple[object, object]]:
        """The keys of all pairs of ``region`` that are known to be different."""
        return list(cls.objects.filter(first__region=region).values_list("first", "second"))
