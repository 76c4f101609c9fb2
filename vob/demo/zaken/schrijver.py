"""The bulk writer: cases with all that belongs to them, in few statements and little memory.

It goes past the session's listeners, as besluiten.md allows one writer to do, and so writes itself
what those would have written: chained audit lines, and the search index.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import Any

from sqlalchemy import Table, func, insert, select, text

from vob.core.clock import TZ
from vob.data import audit, begin_write, db, search
from vob.data.search_opruimen import optimize
from vob.incidenten import rules
from vob.incidenten.cijfers.models import add_cijfers, cellen_van
from vob.incidenten.models import GEHEIM_TITEL, Betrokkene, Gebeurtenis, Incident, IncidentVorm
from vob.incidenten.values import Gebeurtenissoort, Status, Vorm

from .zaak import Zaak

PER_KEER = 1000
_TEKSTEN = ("titel", "omschrijving", "plaats", "onderwerp")
_INCIDENT: Table = Incident.metadata.tables["incident"]
_BETROKKENE: Table = Betrokkene.metadata.tables["betrokkene"]
_GEBEURTENIS: Table = Gebeurtenis.metadata.tables["gebeurtenis"]
_VORM: Table = IncidentVorm.metadata.tables["incident_vorm"]


def _empty_row(table: Table) -> dict[str, Any]:
    """Every column with its default: all rows of one statement must name the same columns."""
    rij: dict[str, Any] = {}
    for kolom in table.columns:
        if kolom.computed is None:
            default: Any = kolom.default.arg if kolom.default is not None else None  # type: ignore[attr-defined]  # a Column default has one
            rij[kolom.name] = [] if callable(default) else default
    return rij


_LEEG = _empty_row(_INCIDENT)


class Schrijver:
    """Writes a stream of cases; numbers follow each other within a year, as if reported so."""

    def __init__(self) -> None:
        begin_write(db.session)
        self._id = db.session.scalar(select(func.max(_INCIDENT.c.id))) or 0
        self._per_jaar: Counter[int] = Counter()

    def write(self, zaken: Iterable[Zaak]) -> int:
        """Store them all, in the transaction of the caller; how many it were."""
        stroom, geschreven = iter(zaken), 0
        while portie := list(islice(stroom, PER_KEER)):
            self._write(portie)
            geschreven += len(portie)
        _follow_ids()
        optimize(db.session)
        return geschreven

    def _write(self, zaken: list[Zaak]) -> None:
        begin, incidenten = self._id + 1, []
        for zaak in zaken:
            self._id += 1
            incidenten.append(self._row(self._id, zaak))
        met_id = list(enumerate(zaken, begin))
        session = db.session
        session.execute(insert(_INCIDENT), incidenten)
        session.execute(insert(_VORM), list(_vormregels(met_id)))
        add_cijfers(session, Counter(cel for rij in incidenten for cel in cellen_van(rij)))
        session.execute(insert(_BETROKKENE), list(_betrokkenen(met_id)))
        session.execute(insert(_GEBEURTENIS), list(_gebeurtenissen(met_id)))
        search.add_docs(session, list(_docs(incidenten)))
        audit.append(session, [regel for id, zaak in met_id for regel in _audit(id, zaak)])

    def _row(self, id: int, zaak: Zaak) -> dict[str, Any]:
        jaar = zaak.gemeld_op.astimezone(TZ).year
        self._per_jaar[jaar] += 1
        zaak.nummer = rules.maak_nummer(jaar, self._per_jaar[jaar])
        rij = _LEEG | zaak.waarden | _afgeleid(zaak.vormen)
        rij |= {
            "id": id,
            "nummer": zaak.nummer,
            "jaar": jaar,
            "volgnummer": self._per_jaar[jaar],
            "gemeld_op": zaak.gemeld_op,
            "melder_id": zaak.melder_id,
            "getroffene_id": zaak.getroffene_id,
            "getroffene_functie": zaak.functie,
            "is_acuut": rules.is_acuut(zaak.waarden["nu_veilig"]),
        }
        if rij["is_vertrouwelijk"]:
            rij["geheim"] = {naam: rij[naam] for naam in _TEKSTEN}
            rij |= dict.fromkeys(_TEKSTEN, "") | {"titel": GEHEIM_TITEL}
        return rij


@cache
def _afgeleid(vormen: tuple[Vorm, ...]) -> dict[str, Any]:
    """What follows from the forms (Incident.set_vormen)."""
    return {
        "vormen": [vorm.value for vorm in vormen],
        "hoofdvorm": rules.hoofdvorm_van(vormen),
        "monitorcategorie": rules.monitorcategorie_van(vormen),
    }


def _vormregels(zaken: Iterable[tuple[int, Zaak]]) -> Iterator[dict[str, Any]]:
    for id, zaak in zaken:
        for vorm in zaak.vormen:
            yield {"vorm": vorm, "gemeld_op": zaak.gemeld_op, "incident_id": id}


def _betrokkenen(zaken: Iterable[tuple[int, Zaak]]) -> Iterator[dict[str, Any]]:
    for id, zaak in zaken:
        for gebruiker_id, rol in dict.fromkeys(zaak.betrokkenen):
            rij = {"incident_id": id, "gebruiker_id": gebruiker_id, "rol": rol}
            yield rij | {"sinds": zaak.gemeld_op, "versie": 1}


def _gebeurtenissen(zaken: Iterable[tuple[int, Zaak]]) -> Iterator[dict[str, Any]]:
    for id, zaak in zaken:
        for regel in sorted(zaak.verloop, key=lambda regel: regel["moment"]):
            yield regel | {"incident_id": id, "versie": 1}


def _docs(incidenten: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """As Incident.zoektekst says it; an extra vertrouwelijk case is not to be found."""
    for rij in incidenten:
        if not rij["is_vertrouwelijk"]:
            teksten = (rij["titel"], rij["nummer"], *(rij[naam] for naam in _TEKSTEN[1:]))
            yield {
                "soort": "incident",
                "ref": rij["id"],
                "titel": rij["titel"],
                "tekst": search.fold(" ".join(teksten)),
            }


def _audit(id: int, zaak: Zaak) -> Iterator[dict[str, Any]]:
    """One line for the report with what came along; of a case with a story, one per status."""
    feiten = {
        "nummer": zaak.nummer,
        "status": zaak.waarden.get("status", Status.GEMELD).value,
        "betrokkenen": len(zaak.betrokkenen),
        "gebeurtenissen": len(zaak.verloop),
    }
    if not zaak.is_gemaakt:
        feiten["status"] = Status.GEMELD.value
    regel = {"tabel": "incident", "object_id": id}
    yield regel | {
        "actie": "aangemaakt",
        "moment": zaak.gemeld_op,
        "actor_id": zaak.melder_id,
        "wijzigingen": {naam: [None, waarde] for naam, waarde in feiten.items()},
    }
    if not zaak.is_gemaakt:
        yield from (regel | stap for stap in _stappen(zaak))


def _stappen(zaak: Zaak) -> Iterator[dict[str, Any]]:
    was = Status.GEMELD
    for stap in zaak.verloop:
        if stap["soort"] is Gebeurtenissoort.STATUS:
            wordt: Status = stap["status"]
            yield {
                "actie": "gewijzigd",
                "moment": stap["moment"],
                "actor_id": stap["auteur_id"],
                "wijzigingen": {"status": [was.value, wordt.value]},
            }
            was = wordt


def _follow_ids() -> None:
    """PostgreSQL hands out ids itself; it must know which ones are taken."""
    if db.engine.dialect.name == "postgresql":
        db.session.execute(
            text("SELECT setval('incident_id_seq', (SELECT coalesce(max(id), 1) FROM incident))")
        )
