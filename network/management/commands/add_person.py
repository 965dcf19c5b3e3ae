"""Gives a person a role at a facility; how a new installation gets its first people."""

from argparse import ArgumentParser
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from core.actor import SCHEDULER
from network.models import Facility, Region
from network.roles import Role
from network.services.founding import add_person, ensure_facility


class Command(BaseCommand):
    """``manage.py add_person EMAIL NAME --role lead --facility ... --organisation ...``."""

    help = "Adds a person with one role; region, organisation and facility are made when missing."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("email")
        parser.add_argument("name")
        parser.add_argument("--role", required=True, choices=Role.values)
        parser.add_argument("--facility", required=True)
        parser.add_argument("--organisation", required=True)
        parser.add_argument("--kind", default=Facility.Kind.PROVIDER, choices=Facility.Kind.values)
        parser.add_argument("--region", required=True)
        parser.add_argument("--land", default="", help="two letters, for a region that is made")

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            validate_email(options["email"])
        except ValidationError as error:
            raise CommandError(_("Das ist keine E-Mail-Adresse.")) from error
        membership = add_person(
            email=options["email"],
            full_name=options["name"],
            facility=_facility(options),
            role=options["role"],
            by=SCHEDULER,
        )
        self.stdout.write(
            _("%(name)s handelt jetzt für %(facility)s. Ein Passwort setzt man unter /passwort/.")
            % {"name": membership.user.full_name, "facility": membership.facility}
        )


def _facility(options: dict[str, Any]) -> Facility:
    if not options["land"] and not Region.objects.filter(name=options["region"]).exists():
        raise CommandError(_("Diese Region ist neu; geben Sie mit --land das Bundesland an."))
    return ensure_facility(
        region=options["region"],
        land=options["land"],
        organisation=options["organisation"],
        facility=options["facility"],
        kind=options["kind"],
        by=SCHEDULER,
    )
