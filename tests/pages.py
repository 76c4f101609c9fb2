"""Reading pages in tests. Every page that is read is also held to what it owes its reader."""

import sys
from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

from bs4 import BeautifulSoup
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

P = ParamSpec("P")
R = TypeVar("R")

HTMX = {"HX-Request": "true"}


def unwatched(function: Callable[P, R]) -> Callable[P, R]:
    """Coverage looks away: reading a page takes longer than making it, and watched three times."""

    @wraps(function)
    def call(*args: P.args, **kwargs: P.kwargs) -> R:
        tracer = sys.gettrace()
        sys.settrace(None)
        try:
            return function(*args, **kwargs)
        finally:
            sys.settrace(tracer)

    return call


@unwatched
def read_page(response: TestResponse) -> BeautifulSoup:
    """A whole page: one h1, the tab says what the heading says, and all that a fragment owes."""
    page = read_fragment(response)
    assert len(page.select("h1")) == 1, "a page has one h1"
    assert page.title is not None
    assert page.h1 is not None
    heading = " ".join(page.h1.text.split())
    assert page.title.text.startswith(heading), "the tab says what the heading says"
    assert not page.select("[style], script:not([src]), style"), (
        "nothing inline: the CSP forbids it"
    )
    return page


@unwatched
def read_fragment(response: TestResponse) -> BeautifulSoup:
    html = BeautifulSoup(response.text, "html.parser")
    ids = [tag["id"] for tag in html.select("[id]")]
    assert len(ids) == len(set(ids)), (
        f"an id occurs once: {sorted({i for i in ids if ids.count(i) > 1})}"
    )
    for form in html.select("form[method=post]"):
        assert form.select_one("[name=csrf_token]"), "a form that writes carries its token"
    for box in html.select("input:not([type=hidden]), select, textarea"):
        assert _has_label(html, box), f"a field has a label: {box}"
    return html


def _has_label(html: BeautifulSoup, box: object) -> bool:
    attrs = box.attrs  # type: ignore[attr-defined]  # a bs4 Tag
    if "aria-label" in attrs or "aria-labelledby" in attrs:
        return True
    if "id" in attrs and html.select_one(f'label[for="{attrs["id"]}"]'):
        return True
    return box.find_parent("label") is not None  # type: ignore[attr-defined]  # a bs4 Tag


def text_of(page: BeautifulSoup, selector: str) -> str:
    """The text of one element, with single spaces."""
    element = page.select_one(selector)
    assert element is not None, f"{selector} is on the page"
    return " ".join(element.text.split())


def form_data(
    page: BeautifulSoup, selector: str = "form[method=post]"
) -> dict[str, str | list[str]]:
    """What a browser would send if this form were submitted as it stands."""
    form = page.select_one(selector)
    assert form is not None, f"{selector} is on the page"
    data: dict[str, list[str]] = {}
    for box in form.select("input[name], select[name], textarea[name]"):
        name, kind = str(box["name"]), box.get("type")
        if kind in {"checkbox", "radio"} and not box.has_attr("checked"):
            continue
        if kind in {"file", "submit"}:
            continue
        if box.name == "select":
            chosen = box.select("option[selected]") or box.select("option")[:1]
            values = [str(option.get("value", option.text)) for option in chosen]
        else:
            values = [
                box.text.removeprefix("\n") if box.name == "textarea" else str(box.get("value", ""))
            ]
        data.setdefault(name, []).extend(values)
    return {name: values[0] if len(values) == 1 else values for name, values in data.items()}


def send_form(client: FlaskClient, pad: str, **velden: Any) -> TestResponse:
    """Open the page, fill in these fields of its form, and send it as a browser would."""
    data = form_data(read_page(client.get(pad)), "main form")
    return client.post(pad, data=data | velden)
