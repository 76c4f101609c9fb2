#!/bin/sh
# Make this folder ready: `.ci/klaarzetten.sh run` to run VOB, `… dev` to test it as well.
# Needs python3 (3.11 or newer) with pip. What is up to date already is left alone.
set -eu
cd "$(dirname "$0")/.."
root=$PWD
mode=${1:-run}

stop() { echo "VOB: $*" >&2; exit 1; }

find_python() {
    for name in python3 python3.14 python3.13 python3.12 python3.11; do
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    stop "er is Python 3.11 of nieuwer nodig; vraag om het pakket python3."
}

# One tool to make the environment, kept in this folder: it also works where python3-venv is
# missing and where the system refuses `pip install`.
install_uv() {
    uv=$root/.tools/uv/bin/uv
    if [ -x "$uv" ] && cmp -s requirements-uv.lock .tools/uv/lock; then return; fi
    "$python" -m pip --version >/dev/null 2>&1 ||
        install_packages python3-pip || stop "er is pip nodig; vraag om het pakket python3-pip."
    rm -rf .tools/uv
    "$python" -m pip install --quiet --disable-pip-version-check --root-user-action=ignore \
        --target .tools/uv --require-hashes --only-binary :all: --requirement requirements-uv.lock
    cp requirements-uv.lock .tools/uv/lock
}

# Packages come from where this system has pip get them, with the certificates of this system:
# many an organisation has a mirror, or a proxy that opens TLS.
configure_uv() {
    export UV_CACHE_DIR="$root/.tools/cache" UV_NO_CONFIG=1 UV_PYTHON_DOWNLOADS=never
    export UV_SYSTEM_CERTS=1
    index=$("$python" -m pip config get global.index-url 2>/dev/null) || index=${PIP_INDEX_URL:-}
    if [ -n "$index" ]; then export UV_DEFAULT_INDEX="$index"; fi
}

# What the environment was made from; when this changes it is brought up to date.
fingerprint() { { echo "$root $1"; cat pyproject.toml "$2"; } | cksum; }

install_environment() {
    case $mode in dev) lock=requirements-dev.lock ;; *) lock=requirements.lock ;; esac
    for done in "$mode" dev; do # what can test can also run
        case $done in dev) of=requirements-dev.lock ;; *) of=requirements.lock ;; esac
        if [ "$(fingerprint $done $of)" = "$(cat ".venv/klaar-$done" 2>/dev/null)" ] &&
            .venv/bin/python -c '' 2>/dev/null; then return; fi
    done
    echo "VOB: Python-pakketten installeren …"
    python=$(find_python)
    install_uv
    configure_uv
    [ "$(cat .venv/root 2>/dev/null)" = "$root" ] && .venv/bin/python -c '' 2>/dev/null ||
        "$uv" venv --quiet --clear --python "$python" .venv
    echo "$root" >.venv/root
    "$uv" pip install --quiet --python .venv/bin/python --require-hashes --only-binary :all: \
        --compile-bytecode --requirement "$lock"
    "$uv" pip install --quiet --python .venv/bin/python --offline --no-deps --editable .
    rm -f .venv/klaar-*
    fingerprint "$mode" "$lock" >".venv/klaar-$mode"
}

install_packages() {
    if ! command -v apt-get >/dev/null; then return 1; fi
    if [ "$(id -u)" = 0 ]; then
        as_root=
    elif command -v sudo >/dev/null && { sudo -n true 2>/dev/null || [ -t 0 ]; }; then
        as_root=sudo
    else
        return 1
    fi
    echo "VOB: systeempakketten installeren: $* …"
    log=$(mktemp)
    if { $as_root apt-get update -qq || true; } >"$log" 2>&1 && $as_root env \
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" \
        >>"$log" 2>&1; then
        rm -f "$log"
    else
        tail -5 "$log" >&2
        rm -f "$log"
        return 1
    fi
}

has_pango() {
    .venv/bin/python -c 'import ctypes.util as c, sys
names = ("pango-1.0", "pangoft2-1.0", "harfbuzz-subset", "fontconfig")
sys.exit(not all(map(c.find_library, names)))' || ldconfig_has_pango
}

# find_library needs ldconfig, which is not on the path of an ordinary user.
ldconfig_has_pango() {
    libraries=$(/sbin/ldconfig -p 2>/dev/null) || return 1
    for name in libpango-1.0 libpangoft2-1.0 libharfbuzz-subset libfontconfig; do
        case $libraries in *"$name"*) ;; *) return 1 ;; esac
    done
}

install_pango() {
    if [ -e .venv/heeft-pango ]; then return; fi
    packages="libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-dejavu-core"
    # shellcheck disable=SC2086 # a list of words
    if has_pango || install_packages $packages; then
        touch .venv/heeft-pango
    else
        echo "VOB: PDF's maken kan nog niet; vraag om de pakketten $packages." >&2
        [ "$mode" = run ]
    fi
}

install_chromium() {
    if [ -e .venv/heeft-chromium ]; then return; fi
    if ! has_chromium; then
        install_packages chromium libatomic1 && has_chromium ||
            stop "de browsertests hebben Chromium nodig; vraag om de pakketten chromium libatomic1."
    fi
    touch .venv/heeft-chromium
}

# Playwright talks to it through a Node of its own, which needs libatomic.
has_chromium() {
    [ -x /usr/bin/chromium ] &&
        .venv/lib/python3*/site-packages/playwright/driver/node --version >/dev/null 2>&1
}

install_postgresql() {
    if command -v initdb >/dev/null || ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1; then
        return
    fi
    install_packages postgresql ||
        stop "de tests hebben een PostgreSQL-server nodig; vraag om het pakket postgresql."
}

install_environment
install_pango
if [ "$mode" = dev ]; then
    install_chromium
    install_postgresql
fi
