"""Who may do what, as a page: docs/permissions.md."""

from collections.abc import Callable

from django.utils.translation import override

from core.documentation import table
from network.models import Facility
from network.roles import ROLE_PERMISSIONS, Role

HEAD = """# Roles and permissions

Written by `manage.py write_docs` from `network.roles`. A role is given at a facility and counts
there alone; a person acts for one facility at a time. Nobody gives themself a role that reads
cases (`network.roles.CASE_RIGHTS`): another administrator does.

`use_emergency` and `sit_on_committee` are reserved: roles carry them, no page asks yet. The
committees' pages follow from seats.

"""


def permissions_page() -> str:
    """The table of roles, and what each permission stands for."""
    with override("de"):
        names = [codename for codename, _name in Facility._meta.permissions]
        rows = [
            (
                f"`{role.value}` {role.label}",
                *("●" * (name in ROLE_PERMISSIONS[role]) for name in names),
            )
            for role in Role
        ]
        meanings = [(f"`{codename}`", str(name)) for codename, name in Facility._meta.permissions]
    head = ("Role", *(f"`{name}`" for name in names))
    return f"{HEAD}{table(head, rows)}\n{table(('Permission', 'Allows to'), meanings)}"


DOCUMENTS: dict[str, Callable[[], str]] = {"docs/permissions.md": permissions_page}
