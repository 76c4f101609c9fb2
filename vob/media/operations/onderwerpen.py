"""Filling the matrix to start with, and taking a topic away."""

from collections.abc import Iterable

from sqlalchemy import select

from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Functie, Organisatietype, Woorden
from vob.core.permissions import Recht
from vob.data import db
from vob.data.search import reindex
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import active_gebruikers

from ..forms.onderwerpen import OnderwerpForm
from ..models import Kernboodschap, Onderwerp, Persvraag, Woordvoerder
from ..startset import RIJEN, Rij


def add_startset(soort: Organisatietype, woorden: Woorden) -> int:
    """The start set of the matrix: topics that are there already stay as they are. Flushes."""
    bekend = set(db.session.scalars(select(Onderwerp.naam)))
    mensen = _people(active_gebruikers())
    nieuw = [
        _make(rij, mensen, vars(woorden))
        for rij in RIJEN
        if soort in rij.voor and _zin(rij.naam, vars(woorden)) not in bekend
    ]
    db.session.add_all(nieuw)
    db.session.flush()
    return len(nieuw)


def _people(gebruikers: Iterable[Gebruiker]) -> dict[Functie | None, list[Woordvoerder]]:
    """Everyone whom the matrix can name, by function; under None the woordvoerders."""
    bekend = {w.gebruiker_id: w for w in db.session.scalars(select(Woordvoerder))}
    mensen: dict[Functie | None, list[Woordvoerder]] = {}
    for gebruiker in gebruikers:
        voert = gebruiker.can(Recht.MEDIA_BEHEREN)
        leiding = gebruiker.functie in (Functie.BURGEMEESTER, Functie.SECRETARIS, Functie.GRIFFIER)
        if voert or leiding:
            wie = bekend.get(gebruiker.id) or _add_woordvoerder(gebruiker, in_rooster=voert)
            mensen.setdefault(None if voert else gebruiker.functie, []).append(wie)
    return mensen


def _add_woordvoerder(gebruiker: Gebruiker, *, in_rooster: bool) -> Woordvoerder:
    wie = Woordvoerder(
        naam=gebruiker.naam,
        functie="" if not in_rooster else "woordvoerder",
        gebruiker_id=gebruiker.id,
        telefoon=gebruiker.telefoon,
        email=gebruiker.email,
        in_rooster=in_rooster,
        is_actief=True,
    )
    db.session.add(wie)
    db.session.flush()
    return wie


def _make(
    rij: Rij, mensen: dict[Functie | None, list[Woordvoerder]], woorden: dict[str, str]
) -> Onderwerp:
    """First who the function names, then the woordvoerders in order."""
    kandidaten = [*(mensen.get(rij.functie, []) if rij.functie else []), *mensen.get(None, [])]
    eerste, vervanger = [*kandidaten, None, None][:2]
    return Onderwerp(
        naam=_zin(rij.naam, woorden),
        namens=rij.namens.format(**woorden),
        trefwoorden=rij.trefwoorden.format(**woorden),
        beleidsgebied=rij.gebied,
        portefeuille="",
        akkoord=[partij.value for partij in rij.akkoord],
        akkoord_uitleg=rij.uitleg,
        niet_zeggen=rij.niet,
        eerste_id=eerste.id if eerste else None,
        vervanger_id=vervanger.id if vervanger else None,
    )


def _zin(tekst: str, woorden: dict[str, str]) -> str:
    zin = tekst.format(**woorden)
    return zin[:1].upper() + zin[1:]


def update_onderwerp(form: OnderwerpForm, onderwerp: Onderwerp) -> None:
    """What was filled in; questions about it are found by its name too."""
    oud = onderwerp.naam
    fill_onderwerp(form, onderwerp)
    if onderwerp.naam != oud:
        vragen = db.session.scalars(select(Persvraag).filter_by(onderwerp_id=onderwerp.id))
        reindex(vragen.all())


def fill_onderwerp(form: OnderwerpForm, onderwerp: Onderwerp) -> None:
    form.fill(onderwerp)
    onderwerp.akkoord = [partij.value for partij in form.akkoord.data]


def delete_onderwerp(onderwerp: Onderwerp) -> None:
    """Only when nothing hangs on it; else its time ends instead."""
    for model in (Kernboodschap, Persvraag):
        if db.session.scalar(select(model.id).filter_by(onderwerp_id=onderwerp.id).limit(1)):
            raise RegelOvertreden(
                "Bij dit onderwerp horen lijnen of persvragen. Vul een laatste dag in."
            )
    db.session.delete(onderwerp)
