"""A spreadsheet with contacts, read cell by cell: what each row says, and what is wrong with it."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

from vob.core.errors import BestandGeweigerd, RegelOvertreden
from vob.core.values import Waardelijst
from vob.web.adres import check_jaar
from vob.web.begrensd import TE_ZWAAR, TeZwaar, read_begrensd
from vob.web.tekst import opschonen

from . import rules
from .values import Bereikbaar, Contactrol, Partnersoort, Situatie, Toestemming

MEESTE_RIJEN = 1000
MEESTE_KB = 1024
MEESTE_UITGEPAKT = 20 * 1024 * 1024  # bytes, as the file itself says
LANGSTE = 200  # characters in a cell
EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>]+")
_GEEN = "Dit is geen csv-, xlsx- of ods-bestand dat VOB kan lezen."
_APOSTROF = re.compile(r"^'+(?=[=+\-@])")  # how our own export keeps a + from being a formula
W = TypeVar("W", bound=Waardelijst)


def read_bestand(naam: str, inhoud: bytes) -> list[list[str]]:
    """The cells of the first sheet as text: a heading, then rows. Raises BestandGeweigerd."""
    if len(inhoud) > MEESTE_KB * 1024:
        raise BestandGeweigerd("Het bestand is groter dan 1 MB. Splits het.")
    lezers = {"csv": _read_csv, "xlsx": _read_blad, "ods": _read_blad}
    lezer = lezers.get(naam.rpartition(".")[2].lower())
    if lezer is None:
        raise BestandGeweigerd(_GEEN)
    gevuld = [rij for rij in lezer(inhoud) if any(rij)]
    if len(gevuld) < 2:
        raise BestandGeweigerd("Er staan geen rijen in dit bestand, of er is geen kopregel.")
    check_aantal(gevuld)
    return gevuld


def check_aantal(cellen: Sequence[object]) -> None:
    """The heading does not count. Raises BestandGeweigerd."""
    if len(cellen) > MEESTE_RIJEN + 1:
        raise BestandGeweigerd(f"Er staan meer dan {MEESTE_RIJEN} rijen in. Splits het bestand.")


def _read_csv(inhoud: bytes) -> list[list[str]]:
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", "replace")  # what Excel writes without being asked
    if "\x00" in tekst:
        raise BestandGeweigerd(_GEEN)
    kop = tekst.partition("\n")[0]
    teken = max(";,\t", key=kop.count)
    try:
        return [
            [clean_cel(cel) for cel in rij]
            for rij in csv.reader(io.StringIO(tekst), delimiter=teken)
        ]
    except csv.Error:
        raise BestandGeweigerd(_GEEN) from None


def _read_blad(inhoud: bytes) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as pak:
            uitgepakt = sum(deel.file_size for deel in pak.infolist())
    except Exception:  # whatever a broken file makes it raise, the answer is the same sentence
        raise BestandGeweigerd(_GEEN) from None
    if uitgepakt > MEESTE_UITGEPAKT:
        raise BestandGeweigerd(TE_ZWAAR)
    try:
        rijen: list[list[str]] | None = read_begrensd(f"{__name__}:read_hier", inhoud)
    except TeZwaar as reden:
        raise BestandGeweigerd(str(reden)) from None
    if rijen is None:
        raise BestandGeweigerd(_GEEN)
    return rijen


def read_hier(inhoud: bytes) -> list[list[str]] | None:
    """The first sheet as text, or None when there is none. For the child process only.

    From the first to the last filled cell the library keeps room for every cell in between.
    """
    import python_calamine  # heavy: only when someone imports

    try:
        werkboek = python_calamine.load_workbook(io.BytesIO(inhoud))
        rijen = werkboek.get_sheet_by_index(0).to_python(nrows=MEESTE_RIJEN + 2)
    except MemoryError:
        raise
    except Exception:
        return None
    return [[_as_text(cel) for cel in rij] for rij in rijen]


def _as_text(cel: Any) -> str:
    if isinstance(cel, bool):
        return "ja" if cel else "nee"
    if isinstance(cel, float) and cel.is_integer():
        return str(int(cel))
    if isinstance(cel, datetime | date):
        return f"{cel:%d-%m-%Y}"
    return clean_cel(str(cel))


def clean_cel(cel: str) -> str:
    """One line that a database can hold. Cleaning twice changes nothing more."""
    return _APOSTROF.sub("", " ".join(opschonen(cel).split()))[:2000]


@dataclass
class Rij:
    """What one row says: columns by name, only those that the file has. `fouten`: in Dutch."""

    nummer: int  # as the spreadsheet counts: the heading is 1
    partner: dict[str, Any] = field(default_factory=dict)
    contact: dict[str, Any] = field(default_factory=dict)
    fouten: list[str] = field(default_factory=list)
    wat: str = ""  # what importing does with it

    @property
    def heeft_contact(self) -> bool:
        return bool(self.contact.get("functie"))

    @property
    def sleutel(self) -> tuple[str, str, str]:
        """What makes a contact the same one: partner, function and name."""
        contact = self.contact
        return (
            self.partner.get("naam", "").lower(),
            contact.get("functie", "").lower(),
            contact.get("naam", "").lower(),
        )


def _tekst(cel: str) -> str:
    if len(cel) > LANGSTE:
        raise ValueError(f"is langer dan {LANGSTE} tekens")
    return cel


def _nummer(cel: str) -> str:
    try:
        rules.check_nummer(cel)
    except RegelOvertreden as fout:
        raise ValueError(f"‘{cel[:40]}’: {str(fout).removesuffix('.')}") from None
    return cel


def _email(cel: str) -> str:
    if cel and not EMAIL.fullmatch(cel):
        raise ValueError(f"‘{cel[:60]}’ is geen e-mailadres")
    return cel.lower()


def _ja(cel: str) -> bool:
    woord = cel.lower()
    if woord not in ("", "ja", "nee", "j", "n", "x"):
        raise ValueError("vul ja of nee in")
    return woord in ("ja", "j", "x")


def _dag(cel: str) -> date | None:
    if not cel:
        return None
    for vorm in ("%d-%m-%Y", "%Y-%m-%d"):
        try:
            dag = datetime.strptime(cel, vorm).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
        check_jaar(dag)
        return dag
    raise ValueError("vul een datum in als 31-12-2026")


def _keuze(lijst: type[W], anders: W) -> Callable[[str], W]:
    def lees(cel: str) -> W:
        if not cel:
            return anders
        gevonden = [w for w in lijst if cel.lower() in (w.value.lower(), w.label.lower())]
        if not gevonden:
            raise ValueError(f"‘{cel[:40]}’ kent VOB niet")
        return gevonden[0]

    return lees


def _situaties(cel: str) -> list[Situatie]:
    lees = _keuze(Situatie, Situatie.SPOED)
    return [lees(deel.strip()) for deel in cel.split(",") if deel.strip()]


@dataclass(frozen=True)
class Kolom:
    kop: str
    van: str  # partner or contact
    naam: str
    lees: Callable[[str], Any] = _tekst


# The private number is read but never written out: a file forgets who may see it.
PRIVE = Kolom("Privénummer", "contact", "privenummer", _nummer)
KOLOMMEN = (
    Kolom("Partner", "partner", "naam"),
    Kolom("Soort partner", "partner", "soort", _keuze(Partnersoort, Partnersoort.ANDERS)),
    Kolom("Verplicht", "partner", "is_verplicht", _ja),
    Kolom("Rol", "contact", "rol", _keuze(Contactrol, Contactrol.ALGEMEEN)),
    Kolom("Functie", "contact", "functie"),
    Kolom("Naam", "contact", "naam"),
    Kolom("Telefoon", "contact", "telefoon", _nummer),
    Kolom("Piketnummer", "contact", "piketnummer", _nummer),
    Kolom("Buiten kantoortijd", "contact", "buiten_kantoortijd", _nummer),
    Kolom("E-mail", "contact", "email", _email),
    Kolom("Situaties", "contact", "situaties", _situaties),
    Kolom("Bereikbaar", "contact", "bereikbaar", _keuze(Bereikbaar, Bereikbaar.KANTOOR)),
    Kolom("Uitleg bereikbaar", "contact", "bereikbaar_uitleg"),
    Kolom("Toestemming", "contact", "toestemming", _keuze(Toestemming, Toestemming.GEEN)),
    Kolom("Voor iedereen", "contact", "is_openbaar", _ja),
    Kolom("Geldig tot", "contact", "geldig_tot", _dag),
)
_PER_KOP = {kolom.kop.lower(): kolom for kolom in (*KOLOMMEN, PRIVE)}


def read_rijen(cellen: Sequence[Sequence[str]]) -> list[Rij]:
    """Every row with its faults. Raises BestandGeweigerd when the heading is not ours."""
    koppen = [kop.strip().lower() for kop in cellen[0]]
    onbekend = [kop for kop in koppen if kop and kop not in _PER_KOP]
    if "partner" not in koppen or onbekend:
        waarom = (
            f"VOB kent de kolom ‘{onbekend[0][:40]}’ niet"
            if onbekend
            else "de kolom Partner ontbreekt"
        )
        raise BestandGeweigerd(f"De kopregel klopt niet: {waarom}. Neem het voorbeeld als begin.")
    rijen = [_read_rij(nummer, koppen, rij) for nummer, rij in enumerate(cellen[1:], 2)]
    _find_doubles(rijen)
    return rijen


def _read_rij(nummer: int, koppen: Sequence[str], cellen: Sequence[str]) -> Rij:
    rij = Rij(nummer)
    for kop, cel in zip(koppen, cellen, strict=False):
        if kolom := _PER_KOP.get(kop):
            doel = rij.partner if kolom.van == "partner" else rij.contact
            try:
                doel[kolom.naam] = kolom.lees(cel.strip())
            except ValueError as fout:
                rij.fouten.append(f"{kolom.kop}: {str(fout).removesuffix('.')}.")
    rij.fouten += _missing(rij)
    return rij


def _missing(rij: Rij) -> Iterator[str]:
    if not rij.partner.get("naam"):
        yield "Partner: vul de naam in."
    los = any(rij.contact.get(n) for n in ("naam", "telefoon", "piketnummer", "email"))
    if los and not rij.heeft_contact:
        yield "Functie: vul in wie of wat men belt."
    try:
        rules.check_privenummer(rij.contact.get("privenummer"), rij.contact.get("toestemming"))
    except RegelOvertreden as fout:
        yield str(fout)


def _find_doubles(rijen: Sequence[Rij]) -> None:
    gezien: dict[tuple[str, str, str], int] = {}
    for rij in rijen:
        if rij.heeft_contact and rij.sleutel in gezien:
            rij.fouten.append(f"Dit contact staat ook op rij {gezien[rij.sleutel]}.")
        gezien.setdefault(rij.sleutel, rij.nummer)
