"""Every page that lists something."""

from tests.performance.rows import around_tables, cases, places

LISTINGS = (*cases.LISTINGS, *places.LISTINGS, *around_tables.LISTINGS)
