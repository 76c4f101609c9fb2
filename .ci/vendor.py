"""Bring in the front-end files VOB ships, from pinned npm packages, when a maintainer updates them.

`python .ci/vendor.py` needs npm and writes below vob/static/vendor and tests/vendor. Each package
is refused unless its sha512 is the one in vendor.lock. VOB itself needs no Node: the results are
committed, and tests/web/test_static.py holds them to the sums this script leaves in the lock.
"""

import base64
import hashlib
import json
import re
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
LOCK = Path(__file__).with_name("vendor.lock")
NLDS = "vob/static/vendor/nlds/nlds.css"
ICONEN = "vob/static/vendor/tabler/iconen.svg"
TOKENS = "package/dist/theme.css"

# The states of a button that VOB never shows need no values.
UNUSED_TOKENS = re.compile(r"pressed|positive|icon-only|--nl-button-default-(?!border-w|font|line)")
USED_TOKEN = re.compile(r"var\(\s*(--(?:nl|basis)-[a-z0-9-]+)")
TOKEN = re.compile(r"^\s*(--[a-z0-9-]+):\s*([^;]+);", re.MULTILINE)


def fetch(package: str, integrity: str, folder: Path) -> dict[str, bytes]:
    """The files of one pinned package; a package that is not the pinned one stops everything."""
    command = ["npm", "pack", "--silent", "--pack-destination", str(folder), package]
    name = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()[-1]  # noqa: S603 (arguments come from our own lock)
    content = (folder / name).read_bytes()
    found = "sha512-" + base64.b64encode(hashlib.sha512(content).digest()).decode()
    if found != integrity:
        sys.exit(f"{package}: expected {integrity}, found {found}")
    with tarfile.open(folder / name) as archive:
        members = [member for member in archive.getmembers() if member.isfile()]
        return {m.name: archive.extractfile(m).read() for m in members}  # type: ignore[union-attr]  # isfile() above: never None


def collect_tokens(css: str, theme: dict[str, str], own: set[str]) -> dict[str, str]:
    """The tokens `css` asks for, with all they refer to, except those VOB's own theme defines."""
    wanted, found = set(USED_TOKEN.findall(css)), {}
    while wanted:
        name = wanted.pop()
        if name in found or name in own or name not in theme or UNUSED_TOKENS.search(name):
            continue
        found[name] = theme[name]
        wanted |= set(re.findall(r"var\((--[a-z0-9-]+)", theme[name]))
    return found


def make_nlds(packages: dict[str, dict[str, bytes]], sources: list[dict[str, str]]) -> str:
    """One sheet: the candidate packages as they are, each in its layer, over their tokens."""
    sheets: dict[str, str] = {}
    for source in sources:
        text = packages[source["package"]][source["file"]].decode()
        text = re.sub(r"/\*#.*?\*/", "", text).strip()
        sheets[source["layer"]] = sheets.get(source["layer"], "") + text + "\n"
    theme_file = next(files[TOKENS] for files in packages.values() if TOKENS in files).decode()
    own_css = "".join(p.read_text() for p in sorted((ROOT / "vob/static/css").glob("*.css")))
    own = {name for name, _ in TOKEN.findall(own_css)}
    tokens = collect_tokens(
        "".join(sheets.values()) + own_css, dict(TOKEN.findall(theme_file)), own
    )
    lines = "\n".join(f"    {name}: {value};" for name, value in sorted(tokens.items()))
    head = (
        "/*! NL Design System: candidate components and the tokens of the open Voorbeeld theme\n"
        "    that they use. EUPL-1.2, see LICENSE.md. Assembled by .ci/vendor.py; do not edit. */\n"
    )
    layers = "".join(f"@layer {layer} {{\n{css}}}\n" for layer, css in sheets.items())
    return f"{head}@layer tokens {{\n  :root {{\n{lines}\n  }}\n}}\n{layers}"


def make_sprite(icons: dict[str, str], files: dict[str, bytes]) -> str:
    """The icons VOB uses as symbols in one file, under their Dutch names."""
    symbols = []
    for name, source in icons.items():
        svg = files[f"package/icons/outline/{source}.svg"].decode()
        paths = re.findall(r'<(?!svg|/|path stroke="none")[^>]+>', svg)
        body = "".join(re.sub(r"\s*/>$", "/>", path) for path in paths)
        symbols.append(f'<symbol id="{name}" viewBox="0 0 24 24">{body}</symbol>')
    return (
        "<!-- Tabler Icons, MIT, see LICENSE. Assembled by .ci/vendor.py. -->\n"
        '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"
    )


def write(target: str, content: bytes, sums: dict[str, str]) -> None:
    path = ROOT / target
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    sums[target] = hashlib.sha256(content).hexdigest()


def update(lock: dict[str, Any]) -> None:
    sums: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        packages = {p: fetch(p, i, Path(folder)) for p, i in lock["packages"].items()}
    for target, source in lock["files"].items():
        write(target, packages[source["package"]][source["file"]], sums)
    write(NLDS, make_nlds(packages, lock["nlds"]).encode(), sums)
    tabler = next(files for package, files in packages.items() if "tabler" in package)
    write(ICONEN, make_sprite(lock["iconen"], tabler).encode(), sums)
    lock["sha256"] = dict(sorted(sums.items()))
    LOCK.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    update(json.loads(LOCK.read_text()))
