"""Every address and what each kind of visitor gets there; one file per app."""

from tests.matrix import conferences, core, network, referrals

MATRIX = {**core.ROWS, **network.ROWS, **referrals.ROWS, **conferences.ROWS}
