"""The containers and the settings agree; no engine runs here, so this is what keeps them true."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from core.documentation import settings_read
from gpv_portal.boot import pango

ROOT = Path(__file__).parents[1]
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
OURS = ("migrate", "web", "worker", "beat", "relay")
ROLES = {"migrate": "gpv_owner", "web": "gpv_web"} | dict.fromkeys(OURS[2:], "gpv_worker")
ENTRYPOINT = (ROOT / "docker/entrypoint").read_text(encoding="utf-8")
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
CHOSEN = {
    "GPV_HOST": "portal.example.org",
    "GPV_SMTP_HOST": "mail.example.org",
    "GPV_MAIL_FROM": "portal@example.org",
    "GPV_REGION_NAME": "Kreis Auental",
    "GPV_OPERATOR_NAME": "Kreis Auental",
    "GPV_OPERATOR_ADDRESS": "Marktplatz 1, 59999 Auental",
    "GPV_OPERATOR_MAIL": "portal@example.org",
    "GPV_DATA_PROTECTION_CONTACT": "datenschutz@example.org",
}


@pytest.fixture(scope="module")
def secrets(tmp_path_factory) -> Path:
    """What docker/make-secrets makes."""
    directory = tmp_path_factory.mktemp("compose") / "secrets"
    subprocess.run([ROOT / "docker/make-secrets", directory], check=True)
    return directory


def environment(service: str, secrets: Path) -> dict[str, str]:
    """The variables as the container sees them, with its secrets at hand."""
    given = {}
    for name, text in SERVICES[service]["environment"].items():
        text = re.sub(r"\$\{(\w+):-(.*?)\}", r"\2", str(text))
        text = re.sub(r"\$\{(\w+)(?::\?[^}]*)?\}", lambda found: CHOSEN[found[1]], text)
        given[name] = text.replace("/run/secrets", str(secrets))
    return given


@pytest.mark.parametrize("service", OURS)
def test_every_variable_is_read(service):
    read = {one.name for one in settings_read()} | {"DJANGO_SETTINGS_MODULE"}
    read |= set(re.findall(r"\$\{(\w+)", ENTRYPOINT))

    given = {name.removesuffix("_FILE") for name in SERVICES[service]["environment"]}

    assert not given - read


@pytest.mark.parametrize("service", OURS)
def test_every_required_setting_is_given(service):
    given = {name.removesuffix("_FILE") for name in SERVICES[service]["environment"]}

    assert not {one.name for one in settings_read() if one.required} - given


def test_every_setting_can_be_given():
    """Whoever adds a setting says here whether the containers set it."""
    given = {name.removesuffix("_FILE") for name in SERVICES["web"]["environment"]}

    assert not {one.name for one in settings_read()} - given


@pytest.mark.parametrize("service", SERVICES)
def test_a_container_gets_the_secrets_it_reads_and_no_others(service):
    text = " ".join(map(str, SERVICES[service].get("environment", {}).values()))
    for source in ("environment", "command", "healthcheck"):
        text += str(SERVICES[service].get(source, ""))
    for volume in SERVICES[service].get("volumes", []):
        file = ROOT / volume.split(":")[0]
        text += file.read_text(encoding="utf-8") if file.is_file() else ""
    read = set(re.findall(r"/run/secrets/(\w+)", text))
    read |= {f"{role}_password" for role in re.findall(r"\$\(password (\w+)\)", text)}

    assert read - {"_password"} == set(SERVICES[service].get("secrets", []))


def test_every_secret_is_made(secrets):
    made = {file.name for file in secrets.iterdir()}

    assert made == set(COMPOSE["secrets"])
    assert all(secrets.joinpath(name).stat().st_size > 15 for name in made)
    assert secrets.stat().st_mode & 0o077 == 0


def test_secrets_that_exist_are_kept(secrets):
    before = {file.name: file.read_bytes() for file in secrets.iterdir()}

    subprocess.run([ROOT / "docker/make-secrets", secrets], check=True)

    assert before == {file.name: file.read_bytes() for file in secrets.iterdir()}


@pytest.mark.parametrize("service", OURS)
def test_a_process_signs_in_as_its_own_role(service, secrets):
    file = environment(service, secrets)["DATABASE_URL_FILE"]
    address = urlsplit(Path(file).read_text(encoding="utf-8"))

    assert address.username == ROLES[service]
    assert address.hostname in SERVICES
    assert address.password == (secrets / f"{ROLES[service]}_password").read_text()


@pytest.mark.parametrize("service", ["web", "worker"])
def test_the_settings_accept_the_environment_of_the_container(service, secrets):
    done = subprocess.run(
        [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "WARNING"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **environment(service, secrets)},
        capture_output=True,
        text=True,
    )

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize("name", [one.name for one in settings_read() if one.required])
def test_a_missing_secret_stops_the_start_with_a_sentence(name, secrets):
    given = environment("web", secrets)
    del given[f"{name}_FILE"]

    done = subprocess.run(
        [sys.executable, "manage.py", "check"],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], **given},
        capture_output=True,
        text=True,
    )

    assert done.returncode
    assert f"{name} is not set; give it or {name}_FILE." in done.stderr


@pytest.mark.parametrize("service", OURS)
def test_our_containers_can_write_nowhere_and_become_nobody_else(service):
    made = SERVICES[service]

    assert made["read_only"] is True
    assert made["cap_drop"] == ["ALL"]
    assert made["security_opt"] == ["no-new-privileges:true"]
    assert not made.get("volumes")


@pytest.mark.parametrize("service", OURS)
def test_the_entrypoint_knows_the_word(service):
    (word,) = SERVICES[service]["command"]

    assert f"\n{word})\n" in ENTRYPOINT


@pytest.mark.parametrize("service", ["web", "worker", "database", "broker"])
def test_the_container_has_a_health_check(service):
    assert SERVICES[service]["healthcheck"]["test"]


def test_only_web_is_reachable_and_only_from_this_machine():
    opened = {name: made["ports"] for name, made in SERVICES.items() if "ports" in made}

    assert opened == {"web": ["127.0.0.1:8000:8000"]}
    assert COMPOSE["networks"]["inside"] == {"internal": True}
    assert all(SERVICES[name]["networks"] == ["inside"] for name in ("database", "broker"))


def test_the_database_is_made_like_the_one_of_the_demo():
    wanted = "--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C"

    assert wanted in SERVICES["database"]["environment"]["POSTGRES_INITDB_ARGS"]
    assert wanted in (ROOT / "gpv_portal/boot/postgres.py").read_text().replace('", "', " ")


def test_the_image_holds_everything_the_portal_imports():
    copied = set(re.findall(r"^COPY (\w+) \1$", DOCKERFILE, re.MULTILINE))
    tree = ast.parse((ROOT / "gpv_portal/settings/base.py").read_text(encoding="utf-8"))
    words = {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant)}
    apps = {str(word) for word in words if (ROOT / str(word) / "__init__.py").is_file()}

    assert {"core", "network", "referrals", "conferences"} <= apps
    assert not apps - copied
    assert {"gpv_portal", "templates", "static", "locale"} <= copied
    assert all((ROOT / name).exists() for name in copied)


def test_the_image_has_the_libraries_of_the_pdf_files():
    assert all(f" {package} " in DOCKERFILE.replace("\\", " ") for package in pango.DEBIAN)


def test_the_image_runs_as_nobody():
    assert re.findall(r"^USER (.*)$", DOCKERFILE, re.MULTILINE) == ["10001:10001"]
    assert DOCKERFILE.count("FROM python:3.13-slim") == 2
    assert "--require-hashes" in DOCKERFILE
