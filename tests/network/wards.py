"""A ward of the clinic in the contact list."""

from tests.factories import ContactFactory, UnitFactory


def ward_of(people, **changes):
    """A ward's social worker with a deputy."""
    deputy = ContactFactory(
        facility=people.clinic, function="Sozialdienst Station 4", person="Tobias Hartwig"
    )
    return ContactFactory(
        facility=people.clinic,
        unit=UnitFactory(facility=people.clinic, name="Station 2"),
        function="Sozialdienst Station 2",
        person="Miriam Okafor-Lenz",
        phone="030 23125-512",
        email="sozialdienst-2@example.org",
        deputy=deputy,
        **changes,
    )
