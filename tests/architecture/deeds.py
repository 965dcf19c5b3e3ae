"""Who may do what where: one place for each deed that could go wrong."""

import ast
from collections.abc import Iterator
from functools import cache

from tests.architecture.source import Module, dotted, modules

NOT_DEEDS = {
    ("network/services/memberships.py", "group_of"): "names a group, called by the services",
}
SERVICES = ("services", "engine")  # engine is what the services of referrals share
TASK_ARGUMENTS = {"str", "int"}


def _decorators(function: ast.FunctionDef) -> list[str]:
    return [dotted(d.func if isinstance(d, ast.Call) else d) for d in function.decorator_list]


def services_say_who_acts(module: Module) -> Iterator[tuple[int, str]]:
    """A deed takes keywords only, and ``by: Actor`` among them.

    A deed is a public function of services that is atomic or that another layer calls; the rest
    are parts of deeds.
    """
    if module.layer != "services":
        return
    for function in module.functions():
        if function.name.startswith("_") or (module.path, function.name) in NOT_DEEDS:
            continue
        if not _is_atomic(function) and (module.path, function.name) not in _called_from_outside():
            continue
        by = [arg for arg in function.args.kwonlyargs if arg.arg == "by"]
        if function.args.args or function.args.posonlyargs:
            yield function.lineno, f"{function.name} takes positional arguments"
        if not by or by[0].annotation is None or dotted(by[0].annotation) != "Actor":
            yield function.lineno, f"{function.name} has no by: Actor"


def _is_atomic(function: ast.FunctionDef) -> bool:
    return any(name.endswith("transaction.atomic") for name in _decorators(function))


@cache
def _called_from_outside() -> set[tuple[str, str]]:
    """``(path, function)`` of everything in services that other layers use by name."""
    found = set()
    for module in modules():
        if module.layer in SERVICES:
            continue
        names = {name.rpartition(".")[2]: name for _line, name in module.imports()}
        used = {dotted(node) for node in module.nodes(ast.Attribute, ast.Name)}
        for name in used:
            head, _, rest = name.partition(".")
            whole = ".".join(filter(None, (names.get(head, head), rest)))
            if ".services" in whole:
                place, _, function = whole.rpartition(".")
                found.add((f"{place.replace('.', '/')}.py", function))
    return found


def views_are_guarded_and_thin(module: Module) -> Iterator[tuple[int, str]]:
    """The method first, then the guard; at most 15 lines of body."""
    if module.layer != "views":
        return
    for function in module.functions():
        marks = [name.rpartition(".")[2] for name in _decorators(function)]
        guards = {"public", "signed_in", "guard", "by_token"} & {*marks}
        if not guards:
            continue
        if marks[0] not in {"require_safe", "require_POST"} or marks[1] not in guards:
            yield function.lineno, f"{function.name}: require_safe or require_POST, then the guard"
        if _body_lines(function) > 15:
            yield function.lineno, f"{function.name} has {_body_lines(function)} lines"


def _body_lines(function: ast.FunctionDef) -> int:
    first = function.body[1 if ast.get_docstring(function) and len(function.body) > 1 else 0]
    return (function.end_lineno or 0) - first.lineno + 1


def writing_views_do_it_once(module: Module) -> Iterator[tuple[int, str]]:
    """A view that takes a POST of a signed-in person carries ``@once`` below its guard."""
    if module.layer != "views":
        return
    for function in module.functions():
        marks = [name.rpartition(".")[2] for name in _decorators(function)]
        if "require_POST" in marks and {"guard", "signed_in"} & {*marks} and "once" not in marks:
            yield function.lineno, f"{function.name} lacks @once"


def tasks_take_ids(module: Module) -> Iterator[tuple[int, str]]:
    """What lies in the broker is ids, never an object or somebody's words."""
    for function in module.functions():
        if not {"shared_task", "app.task"} & {*_decorators(function)}:
            continue
        for argument in [*function.args.args, *function.args.kwonlyargs]:
            if argument.annotation is None or dotted(argument.annotation) not in TASK_ARGUMENTS:
                yield function.lineno, f"{function.name} takes {argument.arg}"
