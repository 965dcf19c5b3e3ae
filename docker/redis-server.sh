#!/bin/sh
# The broker with its password from a secret; read from standard input, so that no list shows it.
set -eu

redis-server - <<CONF
requirepass $(cat /run/secrets/redis_password)
dir /data
appendonly yes
maxmemory 256mb
maxmemory-policy noeviction
CONF
