"""Things that are true of every file, so that nobody has to remember them."""

import ast
import re
import subprocess
from functools import cache

import pytest
from django.contrib.staticfiles import finders
from django.db.migrations.loader import MigrationLoader
from django.template.loader import get_template
from django.template.utils import get_app_template_dirs

from core.documentation import documents, routes
from tests.architecture.source import modules
from tests.consistency import pages as rules
from tests.consistency.pages import ROOT, Page, pages

RULES = [
    rules.no_inline_code,
    rules.writing_forms_are_complete,
    rules.every_text_is_translated,
    rules.no_foreign_host,
    rules.nothing_is_unescaped,
    rules.included_components_see_their_arguments_only,
    rules.components_name_their_arguments,
]
SHOWN = "invented samples of the building blocks, never sent and never translated"
EXCEPTIONS = {
    ("writing_forms_are_complete", "account/"): "allauth's own forms, before anybody acts",
    ("writing_forms_are_complete", "core/components.html"): SHOWN,
    ("writing_forms_are_complete", "layouts/_acting.html"): "changes the acting facility itself",
    ("writing_forms_are_complete", "errors/409.html"): "changes the acting facility itself",
    ("every_text_is_translated", "core/components.html"): SHOWN,
    ("nothing_is_unescaped", "account/email/"): "plain text, where & is written as &",
    ("nothing_is_unescaped", "bootstrap5/layout/fieldset.html"): "crispy has rendered the fields",
}
FAULTS = [
    (rules.no_inline_code, '<p style="color: red">'),
    (rules.no_inline_code, '<a onclick="go()">'),
    (rules.no_inline_code, "<script>go()</script>"),
    (rules.no_inline_code, "<style>p {}</style>"),
    (rules.no_inline_code, '<a href="javascript:go()">'),
    (rules.writing_forms_are_complete, '<form method="post">{% csrf_token %}</form>'),
    (
        rules.writing_forms_are_complete,
        '<form method="post">{% receipt %}{% acting_field %}</form>',
    ),
    (rules.every_text_is_translated, "<p>Guten Tag</p>"),
    (rules.every_text_is_translated, '<a aria-label="Weiter" href="#">{% translate "x" %}</a>'),
    (rules.no_foreign_host, '<img src="https://cdn.example.org/x.png">'),
    (rules.nothing_is_unescaped, "{{ text|safe }}"),
    (rules.included_components_see_their_arguments_only, '{% include "components/pill.html" %}'),
    (rules.components_name_their_arguments, "<p></p>"),
]
INVENTED = "a table of invented entries"
LONG = {
    "gpv_portal/demo_region/tables/contacts.py": INVENTED,
    "gpv_portal/demo_region/tables/services_support.py": INVENTED,
}


def _named(rule):
    return rule.__name__.replace("_", " ")


def _excepted(rule, name):
    return any(rule.__name__ == kept and name.startswith(start) for kept, start in EXCEPTIONS)


@pytest.mark.parametrize("rule", RULES, ids=_named)
def test_every_template_keeps_the_rule(rule):
    broken = [
        f"{page.name}: {said}"
        for page in pages()
        for said in rule(page)
        if not _excepted(rule, page.name)
    ]

    assert not broken, "\n".join([rule.__doc__ or "", *broken])


@pytest.mark.parametrize(("rule", "fault"), FAULTS)
def test_a_planted_fault_is_seen(rule, fault):
    assert list(rule(Page("components/planted.html", fault)))


def test_a_complete_form_passes():
    text = '<form method="post">{% csrf_token %}{% receipt %}{% acting_field %}</form>'

    assert not list(rules.writing_forms_are_complete(Page("a.html", text)))


def test_an_exception_is_still_needed():
    for rule, start in EXCEPTIONS:
        found = [page for page in pages() if page.name.startswith(start)]
        assert any(list(getattr(rules, rule)(page)) for page in found), f"{start} keeps {rule}"


@cache
def _python() -> str:
    """All string constants of our modules; a hole in an f-string is a star."""
    found = []
    for module in modules():
        for node in module.nodes(ast.Constant, ast.JoinedStr):
            if isinstance(node, ast.JoinedStr):
                found.append(
                    "".join(p.value if isinstance(p, ast.Constant) else "*" for p in node.values)
                )
            elif isinstance(node.value, str):
                found.append(node.value)
    return "\n".join(found)


def _named_in_python(name: str) -> bool:
    if name in _python():
        return True
    holes = [line for line in _python().splitlines() if "*" in line and line.endswith(".html")]
    return any(re.fullmatch(re.escape(line).replace(r"\*", "[^/]*"), name) for line in holes)


def _overrides_a_package(name: str) -> bool:
    packages = (path for path in get_app_template_dirs("templates") if ROOT not in path.parents)
    outside = (path for path in get_app_template_dirs("templates") if ".venv" in path.parts)
    return any((path / name).exists() for path in [*packages, *outside])


def test_every_template_is_used():
    included = {
        name for page in pages() for tag in ("include", "extends") for name in page.names(tag)
    }
    included |= {
        name for page in pages() for name in re.findall(r"[\"'](\S+?\.html)[\"']", page.code)
    }

    unused = [
        page.name
        for page in pages()
        if page.name not in included
        and not _named_in_python(page.name)
        and not _overrides_a_package(page.name)
    ]

    assert unused == []


def test_every_template_that_is_named_exists():
    known = {page.name for page in pages()}
    missing = [
        f"{page.name}: {name}"
        for page in pages()
        for tag in ("include", "extends")
        for name in page.names(tag)
        if name not in known and not _overrides_a_package(name)
    ]

    assert not missing


def test_every_template_can_be_read():
    for page in pages():
        get_template(page.name)


def test_every_link_has_an_address():
    names = {name for _route, name, _pattern in routes()}
    linked = {(page.name, name) for page in pages() for name in page.names("url")}

    assert not {(page, name) for page, name in linked if name not in names}


def test_every_static_file_is_there():
    named = {(page.name, name) for page in pages() for name in page.names("static")}

    assert not {(page, name) for page, name in named if not finders.find(name)}


def test_every_script_of_ours_is_used():
    used = {name for page in pages() for name in page.names("static")}
    ours = {f"js/{file.name}" for file in (ROOT / "static/js").glob("*.js")}

    assert not ours - used


@pytest.mark.parametrize("path", documents())
def test_a_generated_page_is_the_code(path):
    assert (ROOT / path).read_text(encoding="utf-8") == documents()[path](), (
        "run: python3 manage.py write_docs"
    )


def test_every_migration_is_named_by_hand():
    loader = MigrationLoader(connection=None, ignore_no_migrations=True)
    ours = [
        key for key, m in loader.disk_migrations.items() if m.__module__.split(".")[0] == key[0]
    ]
    mine = [name for app, name in ours if (ROOT / app).is_dir()]

    assert mine
    assert not [name for name in mine if re.search(r"^\d+_(initial|auto|alter_|remove_)", name)]


@cache
def _tracked() -> list[str]:
    listed = subprocess.check_output(["git", "ls-files"], cwd=ROOT, text=True)
    found = [name for name in listed.splitlines() if (ROOT / name).is_file()]
    assert found
    return found


def test_a_file_has_one_purpose_and_so_few_lines():
    written = (".py", ".html", ".css", ".js", ".sh", ".sql")
    long = {
        name: lines
        for name in _tracked()
        if name.endswith(written) and "/vendor/" not in name and "/migrations/" not in name
        if (lines := (ROOT / name).read_text(encoding="utf-8").count("\n"))
        > (400 if name.startswith("tests/") else 300)
    }

    assert not long.keys() - LONG.keys(), long


def test_every_module_says_its_purpose():
    silent = [module.path for module in modules() if not ast.get_docstring(module.tree)]

    assert not silent


def test_every_decision_stands_in_the_list_under_its_title():
    pages = sorted((ROOT / "docs/adr").glob("0*.md"))
    heads = [(page.name, page.read_text(encoding="utf-8").splitlines()[0]) for page in pages]
    rows = [re.sub(r"^# (\d+\.) (.+)$", rf"\1 [\2]({name})", head) for name, head in heads]

    said = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8").splitlines()
    assert [line for line in said if "](" in line] == rows


def test_every_link_in_the_documentation_leads_somewhere():
    lost = []
    for name in (name for name in _tracked() if name.endswith(".md") and "/fonts/" not in name):
        text = re.sub(r"```.*?```", "", (ROOT / name).read_text(encoding="utf-8"), flags=re.S)
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text):
            if "://" not in target and not ((ROOT / name).parent / target).exists():
                lost.append(f"{name}: {target}")

    assert not lost


def test_no_style_sheet_asks_for_what_the_policy_forbids():
    sheets = [ROOT / name for name in _tracked() if name.endswith(".css")]

    assert sheets
    assert not [sheet.name for sheet in sheets if 'url("data:' in sheet.read_text("utf-8")]
