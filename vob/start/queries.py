"""What asks something of someone today, gathered from the rooms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for

from vob.acties.models import Actie
from vob.acties.queries import my_open_acties
from vob.checklist.queries import Checklist, Regel, progress
from vob.core.clock import TZ
from vob.core.permissions import Recht
from vob.documenten.models import Documentversie
from vob.documenten.queries import list_te_lezen
from vob.gebruikers.models import Gebruiker
from vob.ketenafspraken.herinneringen import signals_for
from vob.media.queries.start import Mediavraag, list_mediavragen
from vob.risicoanalyse import vragen as risico
from vob.web.formats import datum, moment_kort, over

from . import keten, vergaderingen, zaken
from .rules import LEESTIJD, Vraag, badge_van, is_binnenkort, order_vragen
from .zaken import Zaakregel, read_zaken

MEESTE_ACTIES = 12


@dataclass(frozen=True)
class Vandaag:
    """All that the start page shows; what someone may not use is None."""

    vragen: list[Vraag]
    checklist: Checklist | None
    cijfers: dict[str, int] | None


def read_vandaag(gebruiker: Gebruiker, nu: datetime) -> Vandaag:
    """Asks each room once."""
    vandaag = nu.astimezone(TZ).date()
    checklist = progress(vandaag) if gebruiker.can(Recht.CHECKLIST_INZIEN) else None
    register = read_zaken(gebruiker, vandaag, nu)
    vragen = [_of_zaak(regel, vandaag) for regel in register.regels]
    vragen += _of_acties(gebruiker, vandaag)
    vragen += _of_signalen(gebruiker, vandaag)
    vragen += [_of_risico(vraag, vandaag) for vraag in register.risicos]
    vragen += [_of_stap(regel, gebruiker.id, vandaag) for regel in _stappen(checklist, gebruiker)]
    vragen += [_of_media(vraag, vandaag) for vraag in list_mediavragen(gebruiker, vandaag)]
    if gebruiker.can(Recht.DOCUMENT_INZIEN):
        vragen += [_of_versie(stuk, vandaag) for stuk in list_te_lezen(gebruiker, vandaag)]
    return Vandaag(order_vragen(vragen), checklist, register.cijfers)


def _of_signalen(gebruiker: Gebruiker, vandaag: date) -> list[Vraag]:
    """Of the chain and of meetings."""
    signalen = signals_for(gebruiker, vandaag, vergaderingen.delen(gebruiker, vandaag))
    return [
        (vergaderingen if signaal.soort in vergaderingen.SOORTEN else keten).vraag_van(
            signaal, vandaag
        )
        for signaal in signalen
    ]


def _of_zaak(regel: Zaakregel, vandaag: date) -> Vraag:
    wanneer = moment_kort(regel.moment, vandaag)
    zin, woord, soort = {
        zaken.NIEUW: (f"gemeld {wanneer}", "nog niemand begonnen", "warn"),
        zaken.ANTWOORD: (f"de melder schreef {wanneer}", "wacht op antwoord", "warn"),
        zaken.BERICHT: (f"er is een bericht voor u, {wanneer}", "nieuw bericht", "info"),
    }[regel.soort]
    acuut = regel.is_acuut and regel.soort == zaken.NIEUW
    return Vraag(
        titel=regel.titel,
        url=url_for("incidenten.show_incident", nummer=regel.nummer),
        toelichting=f"Zaak {regel.nummer} · {zin}",
        dag=regel.moment.astimezone(TZ).date(),
        woord="niet veilig bij melden" if acuut else woord,
        soort="bad" if acuut else soort,
        is_acuut=acuut,
    )


def _of_acties(gebruiker: Gebruiker, vandaag: date) -> Iterator[Vraag]:
    if gebruiker.can(Recht.ACTIE_INZIEN):
        for actie in my_open_acties(gebruiker, MEESTE_ACTIES):
            if is_binnenkort(actie.uiterlijk, vandaag):
                yield _of_actie(actie, vandaag)


def _of_actie(actie: Actie, vandaag: date) -> Vraag:
    return Vraag(
        titel=actie.titel,
        url=url_for("acties.show_actie", id=actie.id),
        toelichting=f"Actie · {actie.status.label.lower()}, uiterlijk {datum(actie.uiterlijk)}",
        dag=actie.uiterlijk,
        woord=over(actie.uiterlijk, vandaag),
        soort=badge_van(actie.uiterlijk, vandaag),
    )


def _of_media(vraag: Mediavraag, vandaag: date) -> Vraag:
    dag = vraag.dag or vandaag
    return Vraag(
        titel=vraag.titel,
        url=vraag.url,
        toelichting=vraag.toelichting,
        dag=dag,
        woord=over(vraag.dag, vandaag) if vraag.dag else "wacht op u",
        soort=badge_van(dag, vandaag),
    )


def _of_risico(vraag: risico.Vraag, vandaag: date) -> Vraag:
    """What waits for an answer waits; what must be looked at again has a day."""
    toelichting, woord = {
        risico.BESLUIT: ("Risicoanalyse · ter vaststelling", "wacht op uw besluit"),
        risico.HERZIEN: ("Risicoanalyse · opnieuw bekijken", over(vraag.dag, vandaag)),
        risico.TERUGBLIK: (f"Bijeenkomst van {datum(vraag.dag)}", "terugkijken"),
        risico.AANBOD: ("Risicoanalyse · aanbod aan u", "wacht op uw antwoord"),
    }[vraag.soort]
    soort = badge_van(vraag.dag, vandaag) if vraag.soort == risico.HERZIEN else "warn"
    return Vraag(vraag.titel, vraag.url, toelichting, vraag.dag, woord, soort)


def _stappen(checklist: Checklist | None, gebruiker: Gebruiker) -> list[Regel]:
    """Only for who can keep a step, and only while a round runs."""
    if checklist is None or checklist.ronde is None:
        return []
    return checklist.due_of(gebruiker.id) if gebruiker.can(Recht.CHECKLIST_BIJWERKEN) else []


def _of_stap(regel: Regel, gebruiker_id: int, vandaag: date) -> Vraag:
    dag = regel.dag or vandaag
    als = "eigenaar" if regel.stap.eigenaar_id == gebruiker_id else "vervanger"
    return Vraag(
        titel=regel.tekst.titel,
        url=url_for("checklist.show_stap", nummer=regel.nummer),
        toelichting=f"Stap {regel.nummer} van de checklist · u bent {als}",
        dag=dag,
        woord=over(dag, vandaag),
        soort=badge_van(dag, vandaag),
    )


def _of_versie(versie: Documentversie, vandaag: date) -> Vraag:
    """It can wait for what others wait for."""
    begin = versie.geldig_van or versie.bewerkt_op.astimezone(TZ).date()
    return Vraag(
        titel=versie.document.titel,
        url=url_for("documenten.show_document", id=versie.document_id),
        toelichting=f"Document · geldt sinds {datum(begin)}",
        dag=vandaag + LEESTIJD,
        woord="nog te lezen",
        soort="none",
    )
