"""What is wrong with the HTML of a page: syntax, nesting, attributes and references.

The parser is WeasyPrint's, which follows the standard. What it does not judge stands here, for the
elements that VOB uses: an element or attribute that is in no table below is a fault, so that a
misspelling is found and a new element is looked up once. `hx-*` is htmx's and allowed.
"""

import re
from collections.abc import Iterator
from typing import Any

from tinyhtml5.parser import HTMLParser

Element = Any  # an xml.etree element
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


PHRASING = _set(
    "a abbr b bdi br button cite code data datalist del dfn em i img input ins kbd label mark meter"
    " noscript output progress q s samp script select small span strong sub sup svg template"
    " textarea time u var wbr"
)
FLOW = PHRASING | _set(
    "address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 h4 h5 h6"
    " header hgroup hr main nav ol p pre search section table ul"
)
HEADINGS = _set("h1 h2 h3 h4 h5 h6")
# What may stand directly in an element, where that is not simply FLOW.
CONTENT = {
    "summary": PHRASING | HEADINGS,
    "legend": PHRASING | HEADINGS,
    "ul": _set("li"),
    "ol": _set("li"),
    "dl": _set("dt dd div"),
    "table": _set("caption colgroup thead tbody tfoot"),
    "thead": _set("tr"),
    "tbody": _set("tr"),
    "tfoot": _set("tr"),
    "tr": _set("th td"),
    "select": _set("option optgroup"),
    "optgroup": _set("option"),
    "datalist": _set("option"),
    "fieldset": FLOW | _set("legend"),
    "details": FLOW | _set("summary"),
    "figure": FLOW | _set("figcaption"),
    "template": FLOW | _set("li tr"),
    "html": _set("head body"),
    "head": _set("meta title link script"),
}
CONTENT |= dict.fromkeys(
    HEADINGS
    | _set("p pre span em strong b i small s q cite code kbd mark sub sup label button time abbr")
    | _set("output meter progress dfn u bdi data"),
    PHRASING,
)
CONTENT |= dict.fromkeys(_set("option textarea title script"), frozenset())
INTERACTIVE = _set("a button details input label select textarea")
GLOBAL = _set(
    "id class lang dir hidden role tabindex title autofocus inert inputmode enterkeyhint spellcheck"
)
ATTRIBUTES = {
    "a": _set("href download rel target hreflang"),
    "button": _set("type name value disabled form formaction"),
    "col": _set("span"),
    "data": _set("value"),
    "details": _set("open name"),
    "fieldset": _set("disabled"),
    "form": _set("action method enctype novalidate autocomplete"),
    "img": _set("src alt width height loading decoding"),
    "input": _set(
        "type name value checked disabled readonly required placeholder autocomplete inputmode"
        " min max step minlength maxlength pattern multiple accept list size form capture"
    ),
    "label": _set("for"),
    "link": _set("rel href type blocking"),
    "meta": _set("charset name content"),
    "meter": _set("value min max low high optimum"),
    "ol": _set("start reversed type"),
    "optgroup": _set("label disabled"),
    "option": _set("value selected disabled label"),
    "output": _set("for name"),
    "progress": _set("value max"),
    "script": _set("src defer"),
    "select": _set("name multiple required disabled size autocomplete"),
    "td": _set("colspan rowspan headers"),
    "textarea": _set(
        "name rows cols required disabled readonly placeholder maxlength minlength autocomplete"
        " spellcheck"
    ),
    "th": _set("scope colspan rowspan abbr"),
    "time": _set("datetime"),
}
REFERENCES = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "headers", "list")


def find_faults(source: str) -> list[str]:
    parser = HTMLParser()
    root = parser.parse(source)
    faults = [f"line {place[0]}: {code} {data or ''}" for place, code, data in parser.errors]
    faults += _walk(root, [])
    return faults + list(_check_ids(root))


def _name(element: Element) -> str:
    return str(element.tag).removeprefix(XHTML)


def _walk(element: Element, above: list[str]) -> Iterator[str]:
    name = _name(element)
    yield from _check_attributes(element, name)
    if name in INTERACTIVE:
        yield from _check_interactive(element, name, above)
    allowed = CONTENT.get(name, FLOW)
    for child in element:
        if not isinstance(child.tag, str):
            continue  # a comment
        child_name = "svg" if child.tag == f"{SVG}svg" else _name(child)
        if child_name not in allowed and not (name == "div" and above[-1:] == ["dl"]):
            yield f"<{child_name}> does not belong in <{name}>: {dict(child.attrib)}"
        if child_name != "svg":
            yield from _walk(child, [*above, name])


def _check_attributes(element: Element, name: str) -> Iterator[str]:
    known = GLOBAL | ATTRIBUTES.get(name, frozenset())
    for attribute, value in element.attrib.items():
        if attribute not in known and not re.match(r"(aria|data|hx)-[a-z-]+", attribute):
            yield f"<{name}> has no attribute {attribute}={value!r}"


def _check_interactive(element: Element, name: str, above: list[str]) -> Iterator[str]:
    """No button in a link, no link in a button; a label holds at most its own field."""
    around = set(above) & {"a", "button", "label"}
    own_field = around == {"label"} and name in {"input", "select", "textarea"}
    if around and not own_field and element.get("type") != "hidden":
        yield f"<{name}> stands inside <{'>, <'.join(sorted(around))}>"


def _check_ids(root: Element) -> Iterator[str]:
    elements = [element for element in root.iter() if isinstance(element.tag, str)]
    ids = [element.get("id") for element in elements if element.get("id")]
    for double in {id for id in ids if ids.count(id) > 1}:
        yield f"the id {double} occurs more than once"
    for element in elements:
        asked = [id for name in REFERENCES for id in element.get(name, "").split()]
        for name in ("href", "hx-target", "hx-select", "hx-include", "hx-indicator"):
            if re.fullmatch(r"#[\w-]+", element.get(name, "")):
                asked.append(element.get(name)[1:])
        for id in set(asked) - set(ids):
            yield f"<{_name(element)}> names #{id}, which is not on the page"
