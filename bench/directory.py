"""The directory and the crisis view of one region, alone and among 10,000 entries elsewhere."""

import os

import django

from gpv_portal.boot.testing import start_services_for_tests

os.environ["DJANGO_SETTINGS_MODULE"] = "gpv_portal.settings.test"


def main() -> None:
    """Print statements and shared buffers of each page at both sizes."""
    start_services_for_tests()
    django.setup()
    from django.db import connection, transaction

    usual = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        with transaction.atomic():
            _compare()
    finally:
        connection.creation.destroy_test_db(usual, verbosity=0)


def _compare() -> None:
    from tests.performance.directories import copy_into_the_others, counted, make_one, warm_up
    from tests.performance.test_directory_plan import ORDERS, PAGES, costs

    here = make_one()
    counted()
    warm_up()
    alone = costs()
    copy_into_the_others(here)
    for order, bring_about in ORDERS.items():
        bring_about()
        counted()
        among = costs()
        for name in PAGES:
            few, many = alone[name], among[name]
            print(
                f"{order:14} {name:18} statements {few.statements} {many.statements}"
                f"  buffers {few.buffers:6} {many.buffers:6}  {many.buffers / few.buffers:.2f}"
            )


if __name__ == "__main__":
    main()
