"""The rules of this house, kept by the test suite instead of by memory."""

import ast
import re
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import nodes
from jinja2.meta import find_referenced_templates

from vob.core.permissions import RECHTEN, Recht, Rol
from vob.data import Base, Model

VOB = Path(__file__).parents[1] / "vob"
TEMPLATES = VOB / "templates"
PYTHON = sorted(VOB.rglob("*.py"))
HTML = sorted(TEMPLATES.rglob("*.html"))
TESTS = sorted(Path(__file__).parent.rglob("*.py"))

# A table that is not in the audit log says here why.
NOT_AUDITED = {
    "audit_regel": "is the audit log",
    "audit_inhoud": "is the audit log",
    "zoekdoc": "is derived from audited tables",
    "zoekopruiming": "is a note to ourselves that the index of words needs cleaning",
    "formuliertoken": "holds no domain data",
    "sessie": "its acts are events: ingelogd, uitgelogd, beëindigd",
    "inlogpoging": "is a log itself",
    "wachtwoordlink": "its acts are events: gemaakt, ingesteld",
    "bericht": "is a log itself; its state is written by the deliverer",
    "concept": "a draft is not yet an act",
    "bijlage_deel": "is a piece of an attachment, which is audited with the hash of the whole",
    "checklist_gebeurtenis": "is a log itself",
    "incident_vorm": "is derived from incident.vormen",
    "incidentcijfer": "is derived from incident",
}
# Where a commit may stand: views, the command line, and these, each for a reason.
COMMITS = {
    "views.py": "a view ends its own transaction",
    "cli.py": "a command does too",
    "concepten/operations.py": "keeps what was typed when the request itself is refused",
    "data/rotation.py": "works batch by batch, so that nobody waits for it",
}


def _name(path: Path) -> str:
    return str(path.relative_to(VOB))


def test_every_route_declares_its_access(app: Flask) -> None:
    silent = {name for name, view in app.view_functions.items() if not hasattr(view, "access")}
    assert not silent, "declare @requires(Recht.…) or @public"


def test_urls_are_lowercase_kebab_case_and_typed(app: Flask) -> None:
    for rule in app.url_map.iter_rules():
        fixed = re.sub(r"<[^>]+>", "", rule.rule)
        ok = re.fullmatch(r"[a-z0-9/-]*(\.[a-z0-9]+)?", fixed)
        assert ok or rule.endpoint == "static", rule.rule
        assert all(":" in part for part in re.findall(r"<([^>]+)>", rule.rule)), rule.rule


def test_every_table_is_audited() -> None:
    audited = {
        mapper.class_.__tablename__
        for mapper in Base.registry.mappers
        if issubclass(mapper.class_, Model) and mapper.class_.__audited__
    }
    assert set(Base.metadata.tables) - audited - set(NOT_AUDITED) == set()


def test_every_right_is_used_and_every_role_has_rights() -> None:
    source = "".join(path.read_text() for path in PYTHON + HTML if path.name != "permissions.py")
    unused = {recht.name for recht in Recht if f"Recht.{recht.name}" not in source}
    assert not unused, "a right that opens nothing goes"
    assert set(RECHTEN) == set(Rol)


@pytest.mark.parametrize("path", PYTHON, ids=_name)
def test_only_views_and_cli_commit(path: Path) -> None:
    allowed = path.name in COMMITS or path.parent.name == "views" or _name(path) in COMMITS
    assert ".commit()" not in path.read_text() or allowed


@pytest.mark.parametrize("path", PYTHON, ids=_name)
def test_no_view_decides_by_role_and_templates_ask_rights(path: Path) -> None:
    if "views" in _name(path):
        assert "has_rol(" not in path.read_text(), "ask current_user.can(Recht.…)"


@pytest.mark.parametrize("path", PYTHON + TESTS, ids=lambda p: str(p.relative_to(VOB.parent)))
def test_files_and_functions_stay_readable(path: Path) -> None:
    source = path.read_text()
    assert len(source.splitlines()) <= 300, "split it"
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or 0) - node.lineno + 1
            limit = 25 if node.name.startswith("test_") or _is_view(node) else 40
            assert lines <= limit, f"{node.name}: {lines} lines"


def _is_view(node: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    names = [ast.unparse(decorator) for decorator in node.decorator_list]
    return any(name.startswith(("requires(", "public")) for name in names)


@pytest.mark.parametrize("path", HTML, ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_templates_stay_readable_and_plain(path: Path) -> None:
    source = path.read_text()
    assert len(source.splitlines()) <= 150, "split it"
    assert not re.search(r"\|\s*safe\b|\sstyle=|<script(?![^>]*\ssrc=)|\son[a-z]+=", source)
    assert "has_rol" not in source, "ask current_user.can(Recht.…)"


@pytest.mark.parametrize("path", HTML, ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_templates_use_what_they_import_and_include_what_exists(app: Flask, path: Path) -> None:
    tree = app.jinja_env.parse(path.read_text())
    imported = {
        n if isinstance(n, str) else n[1]
        for node in tree.find_all(nodes.FromImport)
        for n in node.names
    }
    used = {node.name for node in tree.find_all(nodes.Name)}
    assert imported <= used, f"unused: {imported - used}"
    for name in find_referenced_templates(tree):
        assert (TEMPLATES / str(name)).is_file(), name


@pytest.mark.parametrize("path", HTML, ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_every_template_is_used(path: Path) -> None:
    name = str(path.relative_to(TEMPLATES))
    sources = [p.read_text() for p in PYTHON + HTML + TESTS if p != path]
    assert any(name in source for source in sources), "delete it"


@pytest.mark.parametrize(
    "path", [p for p in HTML if p.name.startswith("_")], ids=lambda p: str(p.relative_to(TEMPLATES))
)
def test_a_fragment_is_one_element_with_an_id(path: Path) -> None:
    source = re.sub(r"{%-?\s*macro.*?endmacro\s*-?%}", "", path.read_text(), flags=re.S)
    first_tag = re.search(r"<[a-z][^>]*>", source)
    assert first_tag
    assert " id=" in first_tag.group(), "htmx must be able to find it again"


@pytest.mark.parametrize("path", HTML, ids=lambda p: str(p.relative_to(TEMPLATES)))
def test_htmx_acts_name_their_target(path: Path) -> None:
    for tag in re.findall(r"<[a-z][^>]*\shx-(?:get|post)=[^>]*>", path.read_text()):
        assert "hx-target=" in tag, f"htmx 4 inherits nothing: {tag[:60]}"
        assert re.match(r"<(form|a|input|select|textarea)\b", tag), (
            f"works without JavaScript? {tag[:60]}"
        )
