"""Text that comes from outside: kept as it was meant, without what breaks a database or a PDF."""

import re
import unicodedata

_NIEUWE_REGEL = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
# Control characters but tab and newline, lone surrogates, and the two code points XML refuses.
_ONBRUIKBAAR = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NIET_IN_NAAM = re.compile(r'[\\/:*?"<>|\n\t\u200e\u200f\u202a-\u202e\u2066-\u2069]+')
_LANGSTE_NAAM = 100
_EXTENSIE = re.compile(r"\.[A-Za-z0-9]{1,10}$")


def opschonen(tekst: str) -> str:
    """The text with `\\n` as the only line end, in NFC, without unusable characters.

    Everything else stays: signs, emoji, other scripts. A word processor's vertical tab is a line
    end. Cleaning twice changes nothing more.
    """
    if tekst.isascii() and tekst.isprintable():
        return tekst  # nearly every cell of an export
    tekst = _ONBRUIKBAAR.sub("", _NIEUWE_REGEL.sub("\n", tekst))
    return unicodedata.normalize("NFC", tekst)


def veilige_bestandsnaam(naam: str) -> str:
    """A file name for a download: one line, no path, no direction marks that hide the extension."""
    kort = " ".join(_NIET_IN_NAAM.sub(" ", opschonen(naam)).split()).strip(" .")
    gevonden = _EXTENSIE.search(kort)
    extensie = gevonden.group() if gevonden else ""
    stam = kort.removesuffix(extensie)[: _LANGSTE_NAAM - len(extensie)].strip(" .")
    return (stam or "bestand") + extensie
