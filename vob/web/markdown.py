"""Text that users write, as HTML: Markdown for documents, plain text with links for the rest.

Three locks, each enough alone: the parser does not know HTML, links go to http, https or mailto
only, and nh3 lets nothing else out. Pictures are left as text: they would call another server.
The libraries load at the first use, so that a start does not wait for them.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from markupsafe import Markup, escape

from .tekst import opschonen

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

LANGSTE_TEKST = 200_000  # characters; the limit for a form, so that a page renders in a second
# Looking for the end of a link costs the square of the open brackets; nobody writes this many.
_MEESTE_HAKEN = 5_000
_VOORVOEGSEL = "kop-"  # keeps the anchors of a document apart from the ids of the page around it
_DIEPSTE = 6
_SCHEMAS = ("http", "https", "mailto")
_TOEGESTAAN = re.compile(rf"(?:{'|'.join(_SCHEMAS)}):", re.IGNORECASE)
_TAGS = {"h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "strong", "em", "s", "a", "code", "pre"}
_TAGS |= {"ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
_ATTRIBUTEN = {"a": {"href", "title"}, "ol": {"start"}} | {
    f"h{niveau}": {"id"} for niveau in range(2, _DIEPSTE + 1)
}

# No quotes, angle brackets or direction marks: a link shows where it goes.
_LINK = re.compile(
    r"https?://[^\W_][^\s<>\"\u200e\u200f\u202a-\u202e\u2066-\u2069]*", re.IGNORECASE
)
_SLOTTEKENS = ".,;:!?'’”»…*_"
_HAAKJES = {")": "(", "]": "[", "}": "{"}
_LANGSTE_LINK = 2000


class Kop(NamedTuple):
    """A heading of a document: where to jump to, what it says, how deep it is (2 to 6)."""

    anchor: str
    title: str
    level: int


def render_markdown(text: str) -> Markup:
    """A document as safe HTML; its headings start at h2 and carry the ids of `inhoudsopgave`."""
    import nh3

    parser, tokens = _parse(text)
    _shift_koppen(tokens)
    html = parser.renderer.render(tokens, parser.options, {})
    return Markup(  # noqa: S704 - sanitised in this very statement
        nh3.clean(
            html,
            tags=_TAGS,
            attributes=_ATTRIBUTEN,
            url_schemes=set(_SCHEMAS),
            url_relative="deny",
            link_rel="noopener",
            id_prefix=_VOORVOEGSEL,
            set_tag_attribute_values={"th": {"scope": "col"}},
        )
    )


def inhoudsopgave(text: str) -> list[Kop]:
    """The headings of a document in order, for the table of contents."""
    return _shift_koppen(_parse(text)[1])


def linkify_plain(text: str) -> Markup:
    """Plain text as HTML: everything escaped, web addresses clickable, line ends kept."""
    tekst = opschonen(text)
    if "://" not in tekst:  # as most do; a timeline has many of them
        return escape(tekst).replace("\n", Markup("<br>"))
    delen, begin = [], 0
    for gevonden in _LINK.finditer(tekst):
        adres = _trim_link(gevonden.group())
        delen += [escape(tekst[begin : gevonden.start()]), _make_link(adres)]
        begin = gevonden.start() + len(adres)
    delen.append(escape(tekst[begin:]))
    return Markup().join(delen).replace("\n", Markup("<br>"))


def _make_link(adres: str) -> Markup:
    if len(adres) > _LANGSTE_LINK:
        return escape(adres)
    return Markup('<a href="{0}" rel="noopener">{0}</a>').format(adres)


def _trim_link(adres: str) -> str:
    """Without the full stop or bracket that belongs to the sentence around it."""
    while True:
        korter = adres.rstrip(_SLOTTEKENS)
        open_teken = _HAAKJES.get(korter[-1])
        if (
            open_teken
            and len(korter) <= _LANGSTE_LINK  # counting in a very long one would be slow
            and korter.count(korter[-1]) > korter.count(open_teken)
        ):
            korter = korter[:-1]
        if korter == adres:
            return adres
        adres = korter


def _parse(text: str) -> "tuple[MarkdownIt, list[Token]]":
    tekst = opschonen(text)
    parser = _parser(met_links=tekst.count("[") <= _MEESTE_HAKEN)
    return parser, parser.parse(tekst)


@cache
def _parser(*, met_links: bool) -> "MarkdownIt":
    from markdown_it import MarkdownIt

    zonder = ["image"] if met_links else ["image", "link"]
    parser = MarkdownIt("js-default", {"html": False}).disable(zonder)
    parser.validateLink = lambda url: bool(_TOEGESTAAN.match(url))  # type: ignore[method-assign] # the documented way to narrow it
    return parser


def _shift_koppen(tokens: "Sequence[Token]") -> list[Kop]:
    """Give every heading its id and level, and list them.

    The page has the h1, so the document starts at h2. A skipped level is closed up: a reader who
    jumps by heading, and PDF/UA, expect no gaps.
    """
    open_niveaus: list[int] = []
    koppen: list[Kop] = []
    bezet: dict[str, int] = {}
    for begin, inhoud, einde in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if begin.type != "heading_open":
            continue
        niveau = int(begin.tag[1])
        open_niveaus = [hoger for hoger in open_niveaus if hoger < niveau] + [niveau]
        level = min(len(open_niveaus) + 1, _DIEPSTE)
        titel = " ".join("".join(deel.content or " " for deel in _texts(inhoud)).split())
        slug = _unique_slug(titel, bezet)
        begin.tag = einde.tag = f"h{level}"
        begin.attrSet("id", slug)
        koppen.append(Kop(_VOORVOEGSEL + slug, titel, level))
    return koppen


def _texts(inhoud: "Token") -> "list[Token]":
    """The pieces of a heading that hold its words, without the marks around them."""
    return [deel for deel in inhoud.children or () if not deel.nesting]


def _unique_slug(titel: str, bezet: dict[str, int]) -> str:
    """A readable anchor: "Doel & bereik" is doel-bereik, the second one doel-bereik-2."""
    kaal = unicodedata.normalize("NFKD", titel).encode("ascii", "ignore").decode().lower()
    slug = basis = re.sub(r"[^a-z0-9]+", "-", kaal).strip("-") or "deel"
    while slug in bezet:
        bezet[basis] += 1
        slug = f"{basis}-{bezet[basis]}"
    bezet[slug] = 1
    return slug
