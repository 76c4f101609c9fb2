#!/bin/sh
# Write the lock files anew from pyproject.toml: one set of versions for every system, with hashes.
set -eu
cd "$(dirname "$0")/.."
export UV_CACHE_DIR="$PWD/.tools/cache" UV_NO_CONFIG=1 UV_SYSTEM_CERTS=1

compile() {
    .tools/uv/bin/uv pip compile --quiet --universal --generate-hashes --only-binary :all: \
        --no-annotate --custom-compile-command "make lock" "$@"
}
compile pyproject.toml --output-file requirements.lock
compile pyproject.toml --group dev --constraint requirements.lock --output-file requirements-dev.lock
