"""A letter in a form that one can go on writing in."""

import io
from zipfile import ZipFile

import pytest
from flask import Flask
from lxml import etree

from vob.web.odt import odt_response, render_odt

PAGINA = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>{titel}</title></head>
<body><header><h1>Brief</h1></header><main>{inhoud}</main></body></html>"""
TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
STIJL = f"{TEXT}style-name"
NUMMER = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}num-format"


def read(inhoud: str, deel: str = "content.xml", titel: str = "Brief – VOB") -> etree._Element:
    odt = render_odt(PAGINA.format(inhoud=inhoud, titel=titel))
    with ZipFile(io.BytesIO(odt)) as zip:
        return etree.fromstring(zip.read(deel))


def lines(document: etree._Element) -> list[str]:
    """The text of each heading and paragraph; a line break reads as a bar."""
    for ruimte in document.iter(f"{TEXT}s"):
        ruimte.text = " "
    for breuk in document.iter(f"{TEXT}line-break"):
        breuk.text = "|"
    return ["".join(p.itertext()) for p in document.iter(f"{TEXT}p", f"{TEXT}h")]


@pytest.mark.parametrize(
    ("html", "verwacht"),
    [
        ("<p>Geachte heer,<br>dit is <em>niet</em> goed.</p>", ["Geachte heer,|dit is niet goed."]),
        ("<p>een</p>\n  <p> twee\n regels </p>", ["een", "twee regels "]),
        ('<p class="citaat">Bode\nGriffier <em>zelf</em></p>', ["Bode|Griffier zelf"]),
        ("los<div>in een vak</div>daarna", ["los", "in een vak", "daarna"]),
        ("<ul><li>een</li><li>twee <ol><li>a</li></ol></li></ul>", ["een", "twee ", "a"]),
        ("<dl><div><dt>Van</dt><dd>3 <b>mei</b></dd></div></dl>", ["Van: 3 mei"]),
        ("<p></p><h2> </h2><p>&nbsp;</p>", []),
        ("<p>a<script>b</script><svg><title>c</title></svg>d</p>", ["ad"]),
        ("<p>1 &lt; 2 &amp; é 😀</p>", ["1 < 2 & é 😀"]),
        ("<td><p>a</p><p>b</p></td>", ["a", "b"]),
    ],
)
def test_the_words_of_a_page_stand_there_in_order(html: str, verwacht: list[str]) -> None:
    assert lines(read(html))[1:] == verwacht


def test_headings_keep_their_level() -> None:
    koppen = read("<h2>Twee</h2><h3>Drie</h3>").iter(f"{TEXT}h")
    assert [kop.get(f"{TEXT}outline-level") for kop in koppen] == ["1", "2", "3"]


def test_headings_get_no_number_that_the_page_did_not_give_them() -> None:
    stijlen = read("<h2>1. Twee</h2><h3>Drie</h3>", "styles.xml")
    assert not [n for n in stijlen.iter(f"{TEXT}outline-level-style") if n.get(NUMMER) != ""]


@pytest.mark.parametrize("soort", ["bullet", "number"])
def test_the_mark_of_a_list_stands_apart_from_its_words(soort: str) -> None:
    niveaus = list(
        read("<ul><li>een</li></ul>", "styles.xml").iter(f"{TEXT}list-level-style-{soort}")
    )
    assert niveaus
    assert all(niveau[0].get(f"{TEXT}min-label-width") for niveau in niveaus)


def test_emphasis_is_emphasis() -> None:
    document = read("<p><strong>a</strong><em>b</em><b><i>c</i></b>d</p>")
    assert [s.get(STIJL) for s in document.iter(f"{TEXT}span")] == ["vet", "schuin", "vetschuin"]


def test_a_link_goes_along_only_to_another_site_or_a_mailbox() -> None:
    adressen = ("https://a.nl", "mailto:b@a.nl", "/incidenten/", "javascript:alert(1)", "file:///x")
    document = read("".join(f'<p><a href="{adres}">x</a></p>' for adres in adressen))
    links = [a.get("{http://www.w3.org/1999/xlink}href") for a in document.iter(f"{TEXT}a")]
    assert links == ["https://a.nl", "mailto:b@a.nl"]
    assert lines(document)[1:] == ["x"] * 5


def test_a_table_keeps_its_caption_headers_and_cells() -> None:
    document = read(
        "<table><caption>Schade</caption><thead><tr><th>Wat</th><th>Euro</th></tr></thead>"
        "<tbody><tr><th>Ruit</th><td>12,50</td></tr></tbody></table>"
    )
    (koppen,) = document.iter(f"{TABLE}table-header-rows")
    assert lines(koppen) == ["Wat", "Euro"]
    assert lines(document)[1:] == ["Schade", "Wat", "Euro", "Ruit", "12,50"]
    assert len(list(document.iter(f"{TABLE}table-row"))) == 2


def test_a_table_without_headers_or_caption_is_a_table_too() -> None:
    document = read("<table><tr><td>a</td></tr></table>")
    assert not list(document.iter(f"{TABLE}table-header-rows"))
    assert lines(document)[1:] == ["a"]


def test_it_is_dutch_and_named_after_the_page() -> None:
    meta = b"".join(etree.tostring(e) for e in read("", "meta.xml", titel="Brief <3"))
    assert b"nl-NL" in meta
    assert b"Brief &lt;3" in meta


def test_the_download_is_not_kept_and_not_guessed_at(app: Flask) -> None:
    response = odt_response(PAGINA.format(titel="x", inhoud="<p>x</p>"), "brief.odt", titel="Brief")
    assert response.mimetype == "application/vnd.oasis.opendocument.text"
    assert response.headers["Content-Disposition"] == 'attachment; filename="brief.odt"'
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["X-Content-Type-Options"] == "nosniff"
