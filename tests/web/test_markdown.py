"""Text of users as HTML: what they mean comes through, what they try does not."""

import subprocess
import sys
import time
from itertools import pairwise
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup, Tag
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from vob.web.markdown import LANGSTE_TEKST, Kop, inhoudsopgave, linkify_plain, render_markdown

TAGS = {"h2", "h3", "h4", "h5", "h6", "p", "br", "hr", "strong", "em", "s", "a", "code", "pre"}
TAGS |= {"ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"}
ATTRIBUTEN = {"href", "title", "rel", "id", "start", "scope"}
VIJANDIG = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '<a href="javascript:alert(1)">x</a>',
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java\tscript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](vbscript:x)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](//evil.example)",
    "[x](/gebruikers/1/verwijder)",
    "[x](https://x.nl 'a\" onmouseover=\"alert(1)')",
    "[x][1]\n\n[1]: javascript:alert(1)",
    "<javascript:alert(1)>",
    "![x](https://x.nl/pixel.png)",
    '![x"onerror="alert(1)](x)',
    "`</code><script>alert(1)</script>`",
    '```"><script>\nalert(1)\n```',
    "# <svg onload=alert(1)>",
    '# " onclick="alert(1)',
    "<!-- --><style>*{display:none}</style>",
    '<h2 id="melding" hx-get="/uitloggen" hx-trigger="load">x</h2>',
    "<form action=https://x.nl><input name=wachtwoord>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "a\x00b\ud800c\x1b[31m\u202ed",
    "<<script>script>alert(1)",
    "https://x.nl/\"onmouseover='alert(1)'",
    "http://x.nl<script>alert(1)</script>",
]


def assert_harmless(html: Markup) -> None:
    """Only known elements and attributes; every link goes to the web or to mail."""
    html.encode()
    for element in BeautifulSoup(html, "html.parser").find_all():
        assert isinstance(element, Tag)
        assert element.name in TAGS
        assert set(element.attrs) <= ATTRIBUTEN
        if "href" in element.attrs:
            assert urlsplit(str(element["href"])).scheme in {"http", "https", "mailto"}
            assert element["rel"] == ["noopener"]


@pytest.mark.parametrize("tekst", VIJANDIG)
def test_hostile_text_becomes_text(tekst: str) -> None:
    assert_harmless(render_markdown(tekst))
    assert_harmless(linkify_plain(tekst))


@given(st.lists(st.sampled_from([*VIJANDIG, "\n", "\n\n", "> ", "* ", "|", "]", ")", "`"])))
def test_hostile_text_in_any_mixture_is_harmless(delen: list[str]) -> None:
    assert_harmless(render_markdown("".join(delen)))
    assert_harmless(linkify_plain("".join(delen)))


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_harmless(tekst: str) -> None:
    assert_harmless(render_markdown(tekst))
    assert_harmless(linkify_plain(tekst))


@pytest.mark.parametrize(
    "tekst",
    ["[", "![", "[a](", "a**b", "> ", "|a", "# kop\n", "<http:", "http://a).", "(http://a)"],
)
def test_a_long_hostile_text_does_not_hold_up_the_server(tekst: str) -> None:
    lang = tekst * (LANGSTE_TEKST // len(tekst))
    begin = time.process_time()
    render_markdown(lang)
    linkify_plain(lang)
    assert time.process_time() - begin < 10  # seconds; measured: 1.5 at most


def test_a_document_is_rendered() -> None:
    html = render_markdown(
        "# Doel\n\nTekst met **nadruk** en [een link](https://x.nl/?a=1&b=2).\n\n"
        "3. drie\n4. vier\n\n|Rol|Telefoon|\n|---|--:|\n|Griffier|112|\n"
    )
    pagina = BeautifulSoup(html, "html.parser")
    assert isinstance(html, Markup)
    assert '<h2 id="kop-doel">Doel</h2>' in html
    assert '<a href="https://x.nl/?a=1&amp;b=2" rel="noopener">een link</a>' in html
    assert '<ol start="3">' in html
    assert [th["scope"] for th in pagina.select("th")] == ["col", "col"]
    assert "style" not in html


def test_what_is_refused_stays_readable() -> None:
    html = render_markdown("Zie [de bijlage](file:///c:/x) en ![kaart](https://x.nl/k.png).")
    assert "[de bijlage](file:///c:/x)" in html
    assert '!<a href="https://x.nl/k.png" rel="noopener">kaart</a>' in html


KOPPEN = "# Doel & *bereik*\n\n### Doel\n\n### Doel\n\n## Nazorg `72 uur`\n\n# 漢字\n\nCafé\n====\n"


def test_the_table_of_contents_is_that_of_the_document() -> None:
    assert inhoudsopgave(KOPPEN) == [
        Kop("kop-doel-bereik", "Doel & bereik", 2),
        Kop("kop-doel", "Doel", 3),
        Kop("kop-doel-2", "Doel", 3),
        Kop("kop-nazorg-72-uur", "Nazorg 72 uur", 3),
        Kop("kop-deel", "漢字", 2),
        Kop("kop-cafe", "Café", 2),
    ]


titels = st.sampled_from(["Doel", "Doel 2", "doel-2", "", "***", "Nazorg", "<b>"])


@given(st.lists(st.tuples(st.integers(1, 6), titels)))
def test_headings_and_contents_always_agree(koppen: list[tuple[int, str]]) -> None:
    tekst = "\n\n".join(f"{'#' * niveau} {titel}" for niveau, titel in koppen)
    pagina = BeautifulSoup(render_markdown(tekst), "html.parser")
    gezien = [(kop["id"], int(kop.name[1])) for kop in pagina.select("h2, h3, h4, h5, h6")]
    inhoud = inhoudsopgave(tekst)
    assert gezien == [(kop.anchor, kop.level) for kop in inhoud]
    assert len({kop.anchor for kop in inhoud}) == len(koppen)
    niveaus = [1, *(kop.level for kop in inhoud)]
    assert all(na <= voor + 1 for voor, na in pairwise(niveaus))


@pytest.mark.parametrize(
    ("tekst", "adres", "rest"),
    [
        ("Zie https://x.nl.", "https://x.nl", "."),
        ("(zie http://x.nl/a_(b))", "http://x.nl/a_(b)", ")"),
        ("HTTPS://X.NL/a?b=1&c=2, en", "HTTPS://X.NL/a?b=1&amp;c=2", ", en"),
        ("«https://x.nl/»!", "https://x.nl/", "»!"),
        ("https://x.nl/\u202egpj", "https://x.nl/", "\u202egpj"),
    ],
)
def test_a_web_address_in_plain_text_is_a_link(tekst: str, adres: str, rest: str) -> None:
    link = f'<a href="{adres}" rel="noopener">{adres}</a>'
    html = linkify_plain(tekst)
    assert link in html
    assert html.endswith(link + rest)


@pytest.mark.parametrize(
    "tekst",
    ["http://", "https://.", "ftp://x.nl", "javascript:alert(1)", "www.x.nl", "mailto:a@b.nl"],
)
def test_anything_else_in_plain_text_stays_text(tekst: str) -> None:
    assert linkify_plain(tekst) == tekst


def test_an_absurdly_long_address_is_not_a_link() -> None:
    tekst = "https://x.nl/" + "a" * 2000
    assert linkify_plain(tekst) == tekst


def test_line_ends_of_plain_text_are_kept() -> None:
    assert linkify_plain("een & twee\r\ndrie\n\nvier") == "een &amp; twee<br>drie<br><br>vier"


def test_the_libraries_load_at_the_first_use() -> None:
    code = "import sys, vob.web.markdown; print({*sys.modules} & {'nh3', 'markdown_it'})"
    uit = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert uit.stdout.strip() == "set()"
