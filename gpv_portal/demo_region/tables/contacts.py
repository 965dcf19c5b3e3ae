"""Whom one calls: wards of the clinic and intakes of the providers."""

from gpv_portal.demo_region.tables.contacts_offices import OFFICES
from gpv_portal.demo_region.tables.contacts_wards import WARDS

CONTACTS = WARDS + OFFICES
