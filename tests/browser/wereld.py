"""A filled VOB: something of everything, in each state, with awkward texts."""

import io
from datetime import date, timedelta
from typing import Any

from PIL import Image
from werkzeug.datastructures import FileStorage

from tests.browser.wereld_vergaderingen import fill_vergaderingen
from tests.browser.wereld_zaak import fill_zaak
from tests.browser.wereld_zorg import fill_zorg
from vob.acties.models import Actie
from vob.acties.values import Status as Actiestatus
from vob.berichten.models import Bericht
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort, Berichtstatus
from vob.bijlagen.operations import store_bijlage
from vob.checklist import operations as checklist
from vob.checklist.models import ChecklistStap
from vob.checklist.queries import read_checklist
from vob.checklist.values import Rondesoort, Stapstatus
from vob.core.clock import nu, vandaag
from vob.core.organisatietype import Functie
from vob.core.permissions import Rol
from vob.data import db
from vob.documenten.models import Document, Documentversie, Leesbevestiging
from vob.documenten.values import Documentsoort, Orgaan, Versiestatus
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.uitnodigen import make_wachtwoordlink
from vob.incidenten import operations as incidenten
from vob.incidenten.meldlijn import fill_lijnen
from vob.incidenten.models import Incident
from vob.incidenten.values import (
    Ernst,
    Gebeurtenissoort,
    GemeldDoor,
    Kanaal,
    NuVeilig,
    Status,
    Vorm,
)
from vob.organisatie.models import Organisatie, Termijn
from vob.organisatie.operations import add_start_set
from vob.organisatie.values import Termijnsoort

LANG = "Aansprakelijkheidsverzekeringsmaatschappijmedewerkersbijeenkomst"  # no room to break it
FUNCTIE = {
    Rol.AMBTSDRAGER: Functie.RAADSLID,
    Rol.GRIFFIER: Functie.GRIFFIER,
    Rol.BESTUURDER: Functie.BURGEMEESTER,
}
Ids = dict[str, Any]


def make_organisatie() -> Organisatie:
    organisatie = Organisatie(
        naam="Waterrijk", beveiliging_naam="Bode", beveiliging_telefoon="0555-112233"
    )
    db.session.add(organisatie)
    return organisatie


def make_mensen() -> dict[Rol, Gebruiker]:
    """One of each role."""
    mensen = {
        rol: Gebruiker(
            naam=f"{rol.label} {LANG if rol is Rol.FG else 'De Vries'}",
            email=f"{rol.value}@waterrijk.example",
            rollen=[rol.value],
            functie=FUNCTIE.get(rol, Functie.MEDEWERKER),
        )
        for rol in Rol
    }
    db.session.add_all(mensen.values())
    db.session.flush()
    db.session.info["actor_id"] = mensen[Rol.COORDINATOR].id
    return mensen


def make_foto() -> bytes:
    photo = io.BytesIO()
    Image.new("RGB", (640, 480), "steelblue").save(photo, "JPEG")
    return photo.getvalue()


def fill() -> tuple[dict[Rol, Gebruiker], Ids]:
    """The people by role, and the ids and keys that addresses need."""
    organisatie, mensen = make_organisatie(), make_mensen()
    ids = {
        **_fill_organisatie(organisatie, mensen),
        **_fill_acties(mensen),
        **_fill_documenten(mensen),
        **_fill_incidenten(mensen),
        **_fill_checklist(mensen),
        **fill_vergaderingen(mensen, LANG),
    }
    ids |= fill_zorg(mensen, ids["zaak"])
    _fill_berichten(mensen)
    db.session.commit()
    return mensen, ids


def _fill_organisatie(organisatie: Organisatie, mensen: dict[Rol, Gebruiker]) -> Ids:
    organisatie.kleur, organisatie.kleur_donker = "#7a1f5c", "#e8a6d0"
    termijn = Termijn(soort=Termijnsoort.RAAD, begin=date(2026, 3, 26), einde=date(2030, 3, 27))
    weg = Gebruiker(naam="Uit Dienst", email="weg@waterrijk.example", rollen=[], is_actief=False)
    db.session.add_all([termijn, weg])
    add_start_set()
    fill_lijnen()
    link = make_wachtwoordlink(mensen[Rol.MEDEWERKER])
    return {
        "termijn": termijn.id,
        "weg": weg.id,
        "beheerder": mensen[Rol.BEHEERDER].id,
        "medewerker": mensen[Rol.MEDEWERKER].id,
        "wachtwoordlink": link,
        "steunpunt": 3,
    }


def _fill_acties(mensen: dict[Rol, Gebruiker]) -> Ids:
    eigenaar = mensen[Rol.COORDINATOR].id
    acties = [
        Actie(
            titel=f"{titel} {nummer}",
            toelichting=f"Zie {LANG}.",
            eigenaar_id=eigenaar,
            gemaakt_door_id=eigenaar,
            uiterlijk=vandaag() + timedelta(days=nummer - 4),
            status=list(Actiestatus)[nummer % len(Actiestatus)],
            bewijs="Foto van het slot",
            bron_soort="checklist_stap" if nummer else "",
            bron_id=6 if nummer else 0,
        )
        for nummer, titel in enumerate(["Slot op de achterdeur", LANG] * 4)
    ]
    db.session.add_all(acties)
    db.session.flush()
    return {"actie": acties[0].id, "actie_laat": acties[1].id}


def _fill_documenten(mensen: dict[Rol, Gebruiker]) -> Ids:
    schrijver = mensen[Rol.COORDINATOR]
    tekst = "# Doel\n\nIedereen werkt **veilig**.\n\n- een\n- twee\n\n## Wie\n\n> Bel 112\n"
    tabel = f"\n| Wie | Wat |\n|---|---|\n| bode | {LANG} |\n\n[VOB](https://voorbeeld.nl)\n"
    document = Document(
        titel=f"Agressieprotocol {LANG}",
        soort=Documentsoort.AGRESSIEPROTOCOL,
        eigenaar_id=schrijver.id,
    )
    dagen = {1: (400, Versiestatus.VERVALLEN), 2: (30, Versiestatus.VASTGESTELD), 3: (0, None)}
    for nummer, (geleden, status) in dagen.items():
        document.versies.insert(0, _versie(schrijver, nummer, status, geleden, tekst + tabel))
        tekst += "\nEn nog een zin.\n"
    nieuw = Document(
        titel="Sanctiebeleid", soort=Documentsoort.SANCTIEBELEID, eigenaar_id=schrijver.id
    )
    nieuw.versies.append(_versie(schrijver, 1, None, 0, tekst))
    db.session.add_all([document, nieuw])
    db.session.flush()
    lezer = Leesbevestiging(versie_id=document.versies[1].id, gebruiker_id=mensen[Rol.OPVANG].id)
    db.session.add(lezer)
    store_bijlage("documentversie", document.versies[0].id, _photo())
    return {"document": document.id, "nieuw_document": nieuw.id}


def _versie(
    schrijver: Gebruiker, nummer: int, status: Versiestatus | None, geleden: int, tekst: str
) -> Documentversie:
    versie = Documentversie(
        nummer=nummer,
        tekst=tekst,
        samenvatting="Waar het om gaat.",
        gemaakt_door_id=schrijver.id,
        bewerkt_door_id=schrijver.id,
        status=status or Versiestatus.CONCEPT,
    )
    if status:
        versie.orgaan = Orgaan.RAAD
        versie.vastgesteld_op = versie.geldig_van = vandaag() - timedelta(days=geleden)
        versie.toets_op = vandaag() - timedelta(days=1)
    if status is Versiestatus.VERVALLEN:
        versie.geldig_tot, versie.reden_vervallen = vandaag() - timedelta(days=31), "Vervangen."
    return versie


def _photo() -> FileStorage:
    return FileStorage(io.BytesIO(make_foto()), f"{LANG}.jpg")


def make_incident(melder: Gebruiker, nummer: int = 0, **overrides: Any) -> Incident:
    moment = nu() - timedelta(days=nummer)
    waarden: dict[str, Any] = {
        "omschrijving": f"Een man schreeuwde bij de balie. {LANG}",
        "plaats": "Publieksbalie",
        "voorval_op": moment - timedelta(hours=2),
        "kanaal": list(Kanaal)[nummer % len(Kanaal)],
        "nu_veilig": NuVeilig.JA,
        "vormen": [list(Vorm)[nummer % len(Vorm)]],
        "gemeld_door": GemeldDoor.SLACHTOFFER,
        "getroffene_id": melder.id,
    }
    status = overrides.pop("status", Status.GEMELD)
    ernst = overrides.pop("ernst", Ernst.ONBEOORDEELD)
    incident = incidenten.create_incident(melder.id, waarden | overrides, moment)
    incident.status, incident.ernst = status, ernst
    return incident


def _fill_incidenten(mensen: dict[Rol, Gebruiker]) -> Ids:
    """More than two pages of them; one with a long timeline and a photo."""
    melder, coordinator = mensen[Rol.MEDEWERKER], mensen[Rol.COORDINATOR]
    for nummer in range(60, 0, -1):
        make_incident(
            melder,
            nummer,
            status=list(Status)[nummer % len(Status)],
            ernst=list(Ernst)[nummer % len(Ernst)],
        )
    geheim = make_incident(melder, is_vertrouwelijk=True)
    van_ander = make_incident(mensen[Rol.AMBTSDRAGER])
    zaak = make_incident(melder, titel=LANG, woorden="Ik vind je", veroorzaker="J. Jansen")
    zaak.behandelaar_id, zaak.status = coordinator.id, Status.IN_BEHANDELING
    for soort in Gebeurtenissoort:
        incidenten.add_gebeurtenis(
            zaak,
            soort,
            coordinator.id,
            nu(),
            tekst=f"{soort.label}: {LANG}",
            status=Status.IN_BEHANDELING if soort is Gebeurtenissoort.STATUS else None,
            is_intern=soort is Gebeurtenissoort.NOTITIE,
        )
    store_bijlage("incident", zaak.id, _photo())
    store_bijlage("incident", zaak.id, _photo(), is_intern=True)
    nummers = {"zaak": zaak.nummer, "van_ander": van_ander.nummer, "geheim": geheim.nummer}
    return nummers | fill_zaak(mensen, zaak)


def _fill_checklist(mensen: dict[Rol, Gebruiker]) -> Ids:
    """A closed round, and one that runs, with steps of every status."""
    coordinator = mensen[Rol.COORDINATOR]
    oud = checklist.start_ronde("Ronde 2025", Rondesoort.JAAR, date(2025, 1, 6), coordinator.id)
    db.session.flush()
    checklist.close_ronde(read_checklist(), f"Het kan beter: {LANG}.", coordinator.id)
    db.session.flush()
    ronde = checklist.start_ronde("Ronde 2026", Rondesoort.JAAR, date(2026, 1, 5), coordinator.id)
    db.session.flush()
    for stap in db.session.scalars(db.select(ChecklistStap)):
        status = list(Stapstatus)[stap.id % len(Stapstatus)]
        checklist.update_stand(
            stap,
            coordinator.id,
            status=status,
            reden="Doet de provincie.",
            laatst_gedaan_op=None,
            opmerking=f"Let op {LANG}",
        )
        stap.eigenaar, stap.uiterlijk_op = coordinator, vandaag() + timedelta(days=stap.id - 12)
    stap = db.session.get_one(ChecklistStap, 6)
    checklist.add_deelactie(stap, coordinator.id, LANG)
    checklist.add_bewijsstuk(stap, ronde, coordinator, titel=LANG, pad="/acties/", tekst="Zie.")
    store_bijlage("checklist_stap", 6, _photo())
    return {"oude_ronde": oud.id, "ronde": ronde.id}


def _fill_berichten(mensen: dict[Rol, Gebruiker]) -> None:
    for soort in Berichtsoort:
        queue(mensen[Rol.FG], soort, f"/wachtwoord/{LANG}")
    stuk = db.session.scalars(db.select(Bericht).order_by(Bericht.id.desc())).first()
    assert stuk is not None
    stuk.status, stuk.fout = Berichtstatus.MISLUKT, f"550 {LANG} unknown"
