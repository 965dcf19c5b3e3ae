"""Imports point one way, between the apps and inside each of them."""

from collections.abc import Iterator

from tests.architecture.source import APPS, Module

# what stands higher may import what stands lower or beside it, never the other way round
LAYERS = {
    "urls": 6,
    "account_urls": 6,
    "middleware": 6,
    "views": 5,
    "tasks": 5,
    "management": 5,
    "worklist": 5,
    "forms": 4,
    "services": 3,
    "access": 2,
    "models": 1,
    "workflow": 0,
}
DOORS = 5  # nothing but the project and other doors import these


def apps_point_down(module: Module) -> Iterator[tuple[int, str]]:
    """conferences -> referrals -> network -> core; nobody knows the project or the tests."""
    if module.app not in APPS:
        return
    below = APPS[: APPS.index(module.app) + 1]
    for line, name in module.imports():
        target = name.split(".")[0]
        if target in {*APPS, "tests"} - {*below}:
            yield line, f"{module.app} imports {name}"
        if target == "gpv_portal":
            yield line, f"{name}: the project knows the apps, not the other way round"


def layers_point_down(module: Module) -> Iterator[tuple[int, str]]:
    """views -> forms -> services -> access -> workflow, models, inside one app."""
    own = LAYERS.get(module.layer)
    for line, name in module.imports():
        app, _, rest = name.partition(".")
        target = LAYERS.get(rest.split(".")[0]) if app in APPS else None
        if target is None or (app != module.app and target < DOORS):
            continue
        if target > (own if own is not None else DOORS - 1):
            yield line, f"{module.layer} imports {name}"
