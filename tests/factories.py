"""One factory per model of core and network; the apps' own tests add theirs beside them."""

import factory

from core.models import User
from network.models import Area, Contact, Facility, Organisation, Region, Service, Unit


class RegionFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Region
        django_get_or_create = ("slug",)

    name = "Kreis Auental"
    slug = "auental"
    land = "NW"


class OrganisationFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Organisation

    region = factory.SubFactory(RegionFactory)
    name = factory.Sequence(lambda n: f"Träger {n}")
    contacts_public = True


class FacilityFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Facility

    organisation = factory.SubFactory(OrganisationFactory)
    kind = Facility.Kind.PROVIDER
    name = factory.Sequence(lambda n: f"Einrichtung {n}")
    phone = "030 23125-100"
    email = factory.Sequence(lambda n: f"einrichtung{n}@example.org")


class UnitFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Unit

    facility = factory.SubFactory(FacilityFactory)
    name = factory.Sequence(lambda n: f"Station {n}")


class UserFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = User

    email = factory.Sequence(lambda n: f"person{n}@example.org")
    full_name = factory.Sequence(lambda n: f"Person {n}")
    password = factory.django.Password("sicher-genug-2026")


class AreaFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Area

    region = factory.SubFactory(RegionFactory)
    level = Area.Level.QUARTER
    name = factory.Sequence(lambda n: f"Ortsteil {n}")
    slug = factory.Sequence(lambda n: f"ortsteil-{n}")
    inhabitants = 12_000


class ServiceFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Service

    region = factory.SubFactory(RegionFactory)
    facility = factory.SubFactory(FacilityFactory)
    type = Service.Type.BEWO
    name = factory.Sequence(lambda n: f"BeWo {n}")
    slug = factory.Sequence(lambda n: f"bewo-{n}")
    takes_requests = True


class ContactFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Contact

    facility = factory.SubFactory(FacilityFactory)
    function = factory.Sequence(lambda n: f"Sozialdienst Station {n}")
    phone = "030 23125-200"
