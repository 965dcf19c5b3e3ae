"""Several processes run the tests at once, and none hears the messages of another."""

import os

from kombu import Connection

from gpv_portal.boot import testing

SHARED = "redis+socket:///where/all/processes/meet"


def test_each_process_of_a_run_starts_a_broker_of_its_own(monkeypatch):
    stops = []
    monkeypatch.setattr(testing.atexit, "register", lambda *words: stops.append(words))
    monkeypatch.setenv("DATABASE_URL", "postgres:///named")
    monkeypatch.setenv("CELERY_BROKER_URL", SHARED)
    monkeypatch.setenv(testing.OURS, "1")
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw1")

    testing.start_services_for_tests()

    try:
        assert os.environ["CELERY_BROKER_URL"] != SHARED
        with Connection(os.environ["CELERY_BROKER_URL"]) as broker:
            broker.ensure_connection(max_retries=1)
    finally:
        for stop, *words in stops:
            stop(*words)


def test_a_broker_that_somebody_named_is_used_by_all(monkeypatch):
    monkeypatch.setenv("DATABASE_URL", "postgres:///named")
    monkeypatch.setenv("CELERY_BROKER_URL", SHARED)
    monkeypatch.delenv(testing.OURS, raising=False)
    monkeypatch.setenv("PYTEST_XDIST_WORKER", "gw1")

    testing.start_services_for_tests()

    assert os.environ["CELERY_BROKER_URL"] == SHARED
