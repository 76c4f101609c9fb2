"""Meetings of a filled VOB: two pages of them, and one with everything in its log."""

from datetime import timedelta
from typing import Any

from vob.core.clock import nu
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.incidenten.vergaderingen import operations
from vob.incidenten.vergaderingen.models import Agendabron, Logregel, Vergadering
from vob.incidenten.vergaderingen.operations import Invoer
from vob.incidenten.vergaderingen.queries import our_grondslag
from vob.incidenten.vergaderingen.values import Aard, Logsoort, Vergadersoort


def fill_vergaderingen(mensen: dict[Rol, Gebruiker], lang: str) -> dict[str, Any]:
    """More than one page of them; `lang` is a word without room to break it."""
    for n in range(30):
        db.session.add(_meeting(f"Raad {n}", n + 1))
    druk = _meeting(lang, 0, is_risicovol=True, risico=lang, beveiliging_afspraak=lang)
    db.session.add_all([druk, Agendabron(url="https://ris.example/a.ics", host="ris.example")])
    db.session.add(our_grondslag())
    db.session.flush()
    eerste: Logregel | None = None
    for nummer, soort in enumerate(Logsoort):
        regel = _write(druk, mensen, nummer, soort=soort, tekst=lang, persoon=f"J. {lang}")
        eerste = eerste or regel
        for aard in (Aard.AANVULLING, Aard.CORRECTIE, Aard.INTREKKING)[: nummer % 4]:
            _write(druk, mensen, nummer, f"-{aard}", aard=aard, bij=regel.sleutel, tekst=lang)
    return {"vergadering": druk.id, "logregel": eerste.id if eerste else 0}


def _meeting(titel: str, dagen: int, **overrides: Any) -> Vergadering:
    begin = nu() - timedelta(hours=1) + timedelta(days=dagen)
    return Vergadering(titel=titel, soort=Vergadersoort.RAAD, begin=begin, **overrides)


def _write(
    vergadering: Vergadering, mensen: dict[Rol, Gebruiker], nummer: int, na: str = "", **velden: Any
) -> Logregel:
    moment = nu() - timedelta(minutes=50 - nummer)
    invoer = Invoer(sleutel=f"wereld-{nummer:012}{na}", moment=moment, **velden)
    return operations.add_regel(vergadering, invoer, mensen[Rol.GRIFFIER].id, nu())
