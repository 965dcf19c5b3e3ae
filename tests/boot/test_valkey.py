"""The broker of our own keeps its queue, and ends when it is told to."""

from pathlib import Path

import redis

from gpv_portal.boot.valkey import Valkey


def test_a_durable_queue_outlives_a_restart(state: Path) -> None:
    first = Valkey(state, durable=True)
    first.start()
    with redis.Redis(unix_socket_path=str(first.socket)) as client:
        client.rpush("queue", "letter")
    first.stop()

    second = Valkey(state, durable=True)
    second.start()
    try:
        with redis.Redis(unix_socket_path=str(second.socket)) as client:
            assert client.lrange("queue", 0, -1) == [b"letter"]
    finally:
        second.stop()


def test_it_listens_on_no_network_port(state: Path) -> None:
    valkey = Valkey(state, durable=False)
    valkey.start()
    try:
        with redis.Redis(unix_socket_path=str(valkey.socket)) as client:
            assert client.config_get("port") == {"port": "0"}
    finally:
        valkey.stop()
