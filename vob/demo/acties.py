"""Actions: mine, due, late with or without a reason, done; from cases, from steps, or neither."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import select

from vob.acties.models import Actie
from vob.acties.values import Status
from vob.core.clock import TZ
from vob.data import db
from vob.incidenten.models import Incident

from .mensen import Mensen

_OPEN, _BEZIG, _GEDAAN, _VERVALLEN = (
    Status.OPEN,
    Status.BEZIG,
    Status.GEDAAN,
    Status.VERVALLEN,
)


@dataclass(frozen=True)
class Taak:
    """`stap`: of the checklist. `zaak`: the how-manieth newest case that someone works on."""

    titel: str
    eigenaar: str
    dag: int  # days from today
    status: Status = _OPEN
    toelichting: str = ""
    stap: int = 0
    zaak: int | None = None
    bewijs: str = ""
    verklaring: str = ""
    door: str = "coordinator"


TAKEN: tuple[Taak, ...] = (
    Taak("Nagesprek plannen met de getroffene", "coordinator", 0, zaak=0),
    Taak("Wijkagent terugbellen over de aangifte", "coordinator", 1, _BEZIG, zaak=1),
    Taak("Contactpersonen politie en OM controleren", "coordinator", 5, stap=6),
    Taak(
        "Toets van de reactie op agressie afronden",
        "coordinator",
        -6,
        _BEZIG,
        "De toetsdatum is voorbij. Jurist heeft een voorstel gedaan.",
        stap=9,
    ),
    Taak("Opvanggesprek voeren", "opvang", 1, zaak=2),
    Taak("Waarschuwingsbrief nakijken", "jurist", 3, zaak=3),
    Taak("Extra toezicht bij de vergadering van donderdag", "beveiliging", 2, zaak=0),
    Taak("Standaardzinnen voor de pers nalopen", "woordvoerder", 7, stap=2, door="griffier"),
    Taak("Training ‘omgaan met agressie’ inkopen", "griffier", 14, _BEZIG, stap=4),
    Taak("Startpakket voor nieuwe leden aanvullen", "griffier", -3, stap=21, door="griffier"),
    Taak("Risico’s van de bewonersavond opschrijven", "griffier", 4, stap=11),
    Taak("Keten-overleg voorzitten", "burgemeester", 6, stap=6),
    Taak("Besluit over gebouwverbod nemen", "burgemeester", 0, zaak=4),
    Taak(
        "Alarmknoppen laten testen", "secretaris", -18, verklaring="Leverancier komt volgende week."
    ),
    Taak(
        "Vertrouwelijk nummer voor leden aanvragen",
        "secretaris",
        -44,
        toelichting="Bij de provider.",
    ),
    Taak("Ervaring delen in het teamoverleg", "medewerker", 8, zaak=5),
    Taak("E-learning ‘grenzen stellen’ volgen", "medewerker", 2, door="griffier"),
    Taak("Zelfscan veiligheid woning invullen", "raadslid", 10, door="griffier"),
    Taak("Zelfscan veiligheid woning invullen", "wethouder", -2, door="griffier"),
    Taak("Bewaartermijnen van het register nakijken", "fg", 20),
    Taak("Rollen van vertrokken collega’s opruimen", "beheerder", 3),
    Taak(
        "Camera bij de personeelsingang plaatsen",
        "secretaris",
        -30,
        _GEDAAN,
        bewijs="Geplaatst en getest met de bode.",
        stap=5,
    ),
    Taak(
        "Huisregels ophangen in de hal", "beveiliging", -60, _GEDAAN, bewijs="Foto in de zaalmap."
    ),
    Taak(
        "Proefmelding doen",
        "coordinator",
        -118,
        _GEDAAN,
        bewijs="Afgehandeld binnen elf dagen.",
        stap=8,
    ),
    Taak(
        "Adres van de website halen",
        "woordvoerder",
        -15,
        _GEDAAN,
        bewijs="Weg sinds vrijdag.",
        zaak=6,
    ),
    Taak(
        "Gesprek met de buurt voeren",
        "wethouder",
        -25,
        _GEDAAN,
        bewijs="Verslag bij de zaak.",
        zaak=7,
    ),
    Taak(
        "Tweede vertrouwenspersoon werven",
        "secretaris",
        -70,
        _VERVALLEN,
        bewijs="Wij delen er een met de buren.",
        stap=7,
    ),
)


def make_acties(mensen: Mensen, vandaag: date) -> None:
    zaken = _zaken()
    for nummer, taak in enumerate(TAKEN):
        bron = ("", 0)
        if taak.stap:
            bron = ("checklist_stap", taak.stap)
        elif taak.zaak is not None:
            bron = ("incident", zaken[taak.zaak])
        dag = vandaag + timedelta(days=taak.dag)
        klaar = taak.status in (_GEDAAN, _VERVALLEN)
        db.session.add(
            Actie(
                titel=taak.titel,
                toelichting=taak.toelichting,
                eigenaar_id=mensen[taak.eigenaar].id,
                gemaakt_door_id=mensen[taak.door].id,
                gemaakt_op=_moment(min(dag, vandaag) - timedelta(days=21 + nummer)),
                uiterlijk=dag,
                status=taak.status,
                bewijs=taak.bewijs,
                verklaring=taak.verklaring,
                afgerond_op=_moment(dag - timedelta(days=1)) if klaar else None,
                bron_soort=bron[0],
                bron_id=bron[1],
            )
        )
        db.session.flush()


def _zaken() -> list[int]:
    """Cases that someone works on or worked on, the newest first."""
    stmt = select(Incident.id).where(
        Incident.behandelaar_id.is_not(None),
        Incident.is_proef.is_(False),
        Incident.is_vertrouwelijk.is_(False),
    )
    return list(db.session.scalars(stmt.order_by(Incident.gemeld_op.desc()).limit(8)))


def _moment(dag: date) -> datetime:
    return datetime.combine(dag, time(11, 5), TZ)
