"""Our modules as syntax trees, with the questions that the rules ask of them."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
APPS = ("core", "network", "referrals", "conferences")
DEMO = "gpv_portal/demo_region"


@dataclass(frozen=True)
class Module:
    """One file: ``path`` is relative to the repository, with forward slashes."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return ast.parse(self.text, self.path)

    @property
    def app(self) -> str:
        return self._parts[0]

    @property
    def layer(self) -> str:
        """The part of the app it belongs to: ``referrals/views/inbox.py`` is ``views``."""
        return self._parts[1].removesuffix(".py")

    @property
    def _parts(self) -> list[str]:
        return self.path.removeprefix("gpv_portal/").split("/")

    def nodes(self, *kinds: type[ast.AST]) -> Iterator[ast.AST]:
        yield from (node for node in ast.walk(self.tree) if isinstance(node, kinds))

    def functions(self) -> Iterator[ast.FunctionDef]:
        """The functions at the top of the file."""
        yield from (node for node in self.tree.body if isinstance(node, ast.FunctionDef))

    def imports(self) -> Iterator[tuple[int, str]]:
        """Yield ``(line, dotted name)`` of all that is imported, apart from names for typing."""
        hidden = set(_for_typing_only(self.tree))
        for node in self.nodes(ast.Import, ast.ImportFrom):
            if node in hidden:
                continue
            if isinstance(node, ast.Import):
                yield from ((node.lineno, alias.name) for alias in node.names)
            else:
                yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)

    def calls(self) -> Iterator[tuple[int, str, ast.Call]]:
        """Yield ``(line, dotted name, call)``: ``clock.now`` or ``.delay`` of something longer."""
        for node in self.nodes(ast.Call):
            yield node.lineno, dotted(node.func), node


def dotted(node: ast.AST) -> str:
    """``a.b.c`` as text; what is not a plain name before a dot is left out."""
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def _for_typing_only(tree: ast.Module) -> Iterator[ast.AST]:
    for node in ast.walk(tree):
        if isinstance(node, ast.If) and dotted(node.test).endswith("TYPE_CHECKING"):
            yield from (child for part in node.body for child in ast.walk(part))


@cache
def modules() -> tuple[Module, ...]:
    """Every module of our apps that is written by hand and runs in an installation."""
    files = (file for app in (*APPS, DEMO) for file in sorted((ROOT / app).rglob("*.py")))
    paths = (file.relative_to(ROOT).as_posix() for file in files)
    return tuple(
        Module(path, (ROOT / path).read_text(encoding="utf-8"))
        for path in paths
        if "/migrations/" not in path and path.count("/") and not path.endswith("/__init__.py")
    )
