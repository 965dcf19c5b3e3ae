"""The whole directory: forty offers, and one that waits for its review."""

from gpv_portal.demo_region.tables import (
    services_clinic,
    services_living,
    services_peers,
    services_support,
)

OFFERS = (
    services_clinic.OFFERS
    + services_living.OFFERS
    + services_support.OFFERS
    + services_peers.OFFERS
)
