"""The database of our own survives what happens to it."""

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import dj_database_url
import psycopg
import pytest
from kombu import Connection

from gpv_portal.boot.paths import ROLES_SQL, ROOT
from gpv_portal.boot.postgres import Postgres
from gpv_portal.boot.services import Services
from gpv_portal.boot.speech import Trouble
from gpv_portal.boot.unprivileged import outside

SUPERVISOR = """
import sys, time
from pathlib import Path
from gpv_portal.boot.services import Services
services = Services(Path(sys.argv[1]), durable=True)
services.start()
services.postgres.run_sql("CREATE TABLE kept (word text); INSERT INTO kept VALUES ('noch da')")
print("up", services.postgres.child.process.pid, services.valkey.child.process.pid, flush=True)
time.sleep(60)
"""


def is_running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    return stat.exists() and stat.read_text().rpartition(")")[2].split()[0] != "Z"


def test_a_killed_supervisor_leaves_nothing_running_and_a_later_start_finds_its_data(
    state: Path,
) -> None:
    supervisor = subprocess.Popen(
        [sys.executable, "-c", SUPERVISOR, str(state)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    with supervisor:
        word, *pids = supervisor.stdout.readline().split()
        assert word == "up"
        supervisor.send_signal(signal.SIGKILL)

    services = Services(state, durable=True)
    services.start()
    try:
        assert services.postgres.run_sql("SELECT word FROM kept") == "noch da"
        assert not any(is_running(int(pid)) for pid in pids)
    finally:
        services.stop()


def test_the_portal_signs_in_with_roles_that_are_no_superuser(state: Path) -> None:
    services = Services(state, durable=True)
    services.start()
    try:
        services.postgres.run_sql(ROLES_SQL.read_text())  # as often as you like

        with psycopg.connect(services.environment("gpv_web")["DATABASE_URL"]) as web:
            assert web.execute("SHOW is_superuser").fetchone() == ("off",)
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                web.execute("CREATE TABLE mine ()")
        with psycopg.connect(services.environment("gpv_owner")["DATABASE_URL"]) as owner:
            assert owner.execute("SHOW is_superuser").fetchone() == ("off",)
            owner.execute("CREATE TABLE ours ()")
            owner.execute("SET ROLE gpv_web")
            with pytest.raises(psycopg.errors.InsufficientPrivilege):
                owner.execute("SELECT * FROM ours")
    finally:
        services.stop()


def test_a_cluster_of_another_version_is_refused_with_one_sentence(state: Path) -> None:
    version = Postgres(state, durable=True).cluster / "PG_VERSION"
    version.parent.mkdir()
    version.write_text("9\n")

    with pytest.raises(Trouble, match=r"was made by PostgreSQL 9, .* move .* away\.$"):
        Postgres(state, durable=True)

    assert version.exists()


def test_a_disposable_cluster_of_another_version_is_replaced(state: Path) -> None:
    version = Postgres(state, durable=False).cluster / "PG_VERSION"
    version.parent.mkdir()
    version.write_text("9\n")

    Postgres(state, durable=False)

    assert not version.parent.exists()


def test_an_interrupted_first_start_is_begun_again(state: Path) -> None:
    postgres = Postgres(state, durable=False)
    (postgres.home / "cluster.new").mkdir()
    (postgres.home / "cluster.new" / "half-made").touch()

    postgres.start()
    try:
        assert postgres.run_sql("SELECT 1") == "1"
    finally:
        postgres.stop()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root gives up its rights")
def test_root_runs_it_as_nobody_and_opens_no_directory_for_that(state: Path) -> None:
    state.mkdir()
    state.parent.chmod(0o700)

    services = Services(state, durable=False)
    services.start()
    try:
        for child in (services.postgres.child, services.valkey.child):
            assert Path(f"/proc/{child.process.pid}").stat().st_uid != 0
        assert state.parent.stat().st_mode & 0o777 == 0o700
    finally:
        services.stop()


@pytest.mark.parametrize("name", ["Ein Ort", 'Ort, mit "ä" & %41', "x" * 120])
def test_the_name_of_the_directory_does_not_matter(state: Path, name: str) -> None:
    place = state / name / "demo"
    place.mkdir(parents=True)

    services = Services(place, durable=False)
    services.start()
    try:
        names = services.environment("gpv_owner")
        database = dj_database_url.parse(names["DATABASE_URL"])
        with psycopg.connect(host=database["HOST"], user=database["USER"], dbname="gpv") as owner:
            assert owner.execute("SELECT 1").fetchone() == (1,)
        with Connection(names["CELERY_BROKER_URL"]) as broker:
            broker.ensure_connection(max_retries=1)
    finally:
        services.stop()
        shutil.rmtree(outside(place))


def test_a_named_service_wins_over_ours(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://somebody@database.example.org/gpv")
    monkeypatch.setenv("CELERY_BROKER_URL", "redis://broker.example.org/0")

    services = Services(state, durable=True)

    assert services.postgres is None
    assert services.valkey is None
    assert services.environment("gpv_web") == {}
