"""Writes one case through the services, each deed by whoever would do it, at its moment."""

import datetime as dt
from collections.abc import Iterator
from contextlib import contextmanager

from core import clock
from core.actor import Actor
from gpv_portal.demo_region import moments
from gpv_portal.demo_region.directory import Directory
from gpv_portal.demo_region.staff import Staff
from network.models import Facility, Service
from network.services.placeholders import facility_of
from referrals import services
from referrals.models import Client, Consent, Inquiry, Referral, Release, Stay
from referrals.vocabulary import Basis, Category
from referrals.workflow import Kind

ANSWERS = {
    "ankerplatz": ("selma", "jonas"),
    "brueckenwerk": ("matthis", "lea"),
    "lotsenhaus": ("ayla", "cem"),
    "pia": ("malgorzata", ""),
    "tagesklinik": ("brigitte", ""),
    "aufnahme": ("brigitte", ""),
    "spdi": ("karsten", ""),
    "stiftung": ("henrike", ""),
    "spz": ("nadia", ""),
    "lichtblick": ("piotr", ""),
    "arbeitswege": ("ilknur", ""),
}
"""Who answers for a house, and who stands in for them."""

PHONES = {"sozialdienst": "030 23125-512", "pia": "030 23125-320", "spdi": "030 23125-410"}
WORDING = "2026-1"


class Pen:
    """One client's referral in the making; ``back`` counts working days before today.

    A deed without ``back`` happens a little after the one before it.
    """

    def __init__(
        self,
        directory: Directory,
        staff: Staff,
        client: Client,
        *,
        number: int,
        worker: str,
        house: str,
    ) -> None:
        self.directory, self.staff, self.client = directory, staff, client
        self.number = number
        self.house, self.worker = house, worker
        self.sender = staff.acting(worker, house)
        self.stay: Stay | None = None
        self.basis: Consent | None = None
        self.referral: Referral
        self.inquiries: dict[str, Inquiry] = {}
        self._day, self._deed = moments.working_day(1), 0

    def on(self, back: int) -> "Pen":
        """Go on ``back`` working days before today."""
        day = moments.working_day(back)
        self._deed = self._deed if day == self._day else 0
        self._day = day
        return self

    @contextmanager
    def now(self) -> Iterator[dt.date]:
        """The moment of the next deed."""
        self._deed += 1
        with clock.at(moments.moment(self._day, self._deed)):
            yield clock.today()

    def service(self, key: str) -> Service:
        """The service of the directory under ``key``."""
        return self.directory.services[key]

    def receiver(self, key: str) -> Actor:
        """Who answers for the service; the sender itself where nobody has an account."""
        house = self._house_of(key)
        return self.staff.acting(ANSWERS[house][0], house) if house else self.sender

    def admit(self, leaves: dt.date | None, ward: int = 0, days: int = 21) -> "Pen":
        """The stay, with the consent to discharge management."""
        with self.now() as today:
            self.stay = services.log_stay(
                client=self.client,
                admitted_on=today - dt.timedelta(days=days),
                unit=self.directory.wards[ward] if self.house == "sozialdienst" else None,
                planned_discharge_on=leaves,
                planned_discharge_time=dt.time(11) if leaves else None,
                by=self.sender,
            )
        with self.now() as today:
            self.basis = services.record_consent(
                client=self.client,
                stay=self.stay,
                given_on=today,
                wording_version=WORDING,
                by=self.sender,
            )
        return self

    def agree_to_search(self) -> "Pen":
        """Written consent to one search, where there is no stay."""
        with self.now() as today:
            self.basis = services.record_consent(
                client=self.client,
                given_on=today,
                kind=Basis.SEARCH,
                wording_version=WORDING,
                by=self.sender,
            )
        return self

    def need(self, wanted: services.Wanted, kind: str = Kind.NEW, escalate: bool = True) -> "Pen":
        """The referral itself."""
        with self.now() as today:
            self.referral = services.open_referral(
                client=self.client,
                wanted=wanted,
                callback=self._callback(),
                basis=self.basis,
                stay=self.stay,
                kind=kind,
                by=self.sender,
            )
            self.referral = services.record_escalation_consent(
                referral=self.referral, agreed=escalate, agreed_on=today, by=self.sender
            )
        return self

    def draft(self, *keys: str) -> "Pen":
        """Inquiries that were not sent yet."""
        for key in keys:
            with self.now():
                self.inquiries[key] = services.draft(
                    referral=self.referral, service=self.service(key), by=self.sender
                )
        return self

    def send(self, *keys: str) -> "Pen":
        """Ask these services."""
        for key in keys:
            if key not in self.inquiries:
                self.draft(key)
            with self.now() as today:
                self.inquiries[key] = services.send(
                    inquiry=self.inquiries[key], agreed_on=today, by=self.sender
                )
        return self

    def release(self, *keys: str, months: int = 11) -> Release:
        """A signed release that names the houses of these services."""
        categories = [Category.IDENTITY, Category.CONTACT, Category.DISCHARGE_PLAN]
        with self.now() as today:
            return services.record_release(
                client=self.client,
                hearing=[self._facility(key) for key in keys],
                categories=[*categories, Category.MEDICATION, Category.CRISIS_AGREEMENT],
                valid_until=today + dt.timedelta(days=30 * months),
                by=self.sender,
            )

    def discharge(self, kind: str = "regular") -> "Pen":
        """The person leaves, on the day of the pen."""
        with self.now() as today:
            if self.stay is None:
                raise ValueError("nobody was admitted")
            self.stay = services.record_discharge(
                stay=self.stay, discharged_on=today, kind=kind, by=self.sender
            )
        return self

    def named(self, key: str) -> tuple[services.Worker, services.Worker]:
        """Worker and deputy of the service."""
        house = self._house_of(key)
        if not house:
            return services.Worker("Günay Aydoğan"), services.Worker("Aufnahmeteam")
        first, second = ANSWERS[house]
        person = self.staff.people[first]
        deputy = self.staff.people.get(second)
        return (
            services.Worker(person.full_name, person),
            services.Worker(deputy.full_name if deputy else "Aufnahmeteam", deputy),
        )

    def _house_of(self, key: str) -> str:
        facility = self.service(key).facility_id
        houses = self.directory.houses.items()
        return next((name for name, row in houses if row.pk == facility and name in ANSWERS), "")

    def _facility(self, key: str) -> Facility:
        service = self.service(key)
        return service.facility or facility_of(service=service, by=self.sender)

    def _callback(self) -> services.Callback:
        return services.Callback(
            person=self.staff.people[self.worker].full_name,
            phone=PHONES.get(self.house, "030 23125-300"),
            hours="Mo–Fr 9–15 Uhr",
            deputy="Sozialdienst, 030 23125-500",
        )
