#!/bin/sh
# Lock every group of pyproject.toml again, for Python 3.11 to 3.14 and every platform at once:
#
#     sh requirements/relock.sh                   keeps what is locked and still fits
#     sh requirements/relock.sh --upgrade         takes the newest versions that fit
#     sh requirements/relock.sh -P django         takes the newest Django that fits
#
# "python3 manage.py setup" brings the uv that this needs.
set -eu
cd "$(dirname "$0")/.."

lock() {
    .gpv/tools/bin/uv pip compile --quiet --no-header --no-emit-index-url \
        --universal --python-version 3.11 --only-binary :all: --generate-hashes "$@"
}

lock "$@" pyproject.toml -o requirements/base.txt
for group in demo test lint; do
    lock "$@" --group "$group" -c requirements/base.txt -o "requirements/$group.txt"
done
lock "$@" --group tools -o requirements/tools.txt
