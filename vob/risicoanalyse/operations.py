"""Acts on an analysis: making, sending in, adopting, a new version, and destroying."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import delete, or_, select, update

from vob.acties.models import Actie
from vob.berichten.operations import queue
from vob.berichten.values import Berichtsoort
from vob.concepten.models import Concept
from vob.core.clock import nu, vandaag
from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.data import begin_write, db, log_event
from vob.documenten.values import Orgaan
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.queries import gebruikers_with
from vob.organisatie.queries import our_organisatie, setting

from . import rules
from .besloten import Veld
from .maatregelen import start_maatregel
from .models import GEHEIM_TITEL, Analyse, Analyselezer
from .models_bibliotheek import Scenario, Voorbeeldmaatregel
from .models_bijeenkomst import Analyseaanbod, Inschatting, Risicovoorval
from .models_risico import Risico, Risicomaatregel
from .values import Aanbodstatus, Maatregelstatus, Soort, Status

_MAATREGEL_MAANDEN = 3  # by when a measure that was taken over is due, until someone says otherwise


def create_analyse(soort: Soort, maker: Gebruiker, **waarden: object) -> Analyse:
    """A first version, as a draft; flushes."""
    analyse = Analyse(
        soort=soort,
        status=Status.CONCEPT,
        is_besloten=soort is Soort.PERSOON,
        maker_id=maker.id,
        schaal=setting("risico_schaal"),
        gemaakt_op=nu(),
        gewijzigd_op=nu(),
    )
    for naam, waarde in waarden.items():
        setattr(analyse, naam, waarde)
    if analyse.is_besloten:
        analyse.titel = GEHEIM_TITEL
    db.session.add(analyse)
    db.session.flush()
    analyse.reeks = analyse.id
    db.session.flush()
    if analyse.persoon and analyse.persoon_id != maker.id:
        queue(analyse.persoon, Berichtsoort.KLAAR, pad_of(analyse))
    return analyse


def add_risicos(
    analyse: Analyse, scenarios: Iterable[Scenario], eigen: str, gebruiker: Gebruiker
) -> int:
    """Risks of the library that are not in it yet, and one in own words; how many came. Flushes."""
    analyse.touch(gebruiker.id)
    bekend = {risico.scenario_id for risico in analyse.risicos}
    nieuw = [
        analyse.new_risico(scenario_id=scenario.id, titel=scenario.titel)
        for scenario in scenarios
        if scenario.id not in bekend
    ]
    if eigen:
        nieuw.append(analyse.new_risico(titel=eigen))
    db.session.flush()
    for risico in nieuw:
        risico.lijn = risico.id
    db.session.flush()
    return len(nieuw)


def take_over(
    risico: Risico, voorbeeld: Voorbeeldmaatregel, gebruiker: Gebruiker, vandaag: date
) -> Risicomaatregel:
    """A suggested measure becomes one of this risk: in one press. Twice changes nothing."""
    risico.analyse.touch(gebruiker.id)
    for maatregel in risico.analyse.maatregelen:
        if maatregel.risico_id == risico.id and maatregel.voorbeeld_id == voorbeeld.id:
            return maatregel
    return risico.analyse.new_maatregel(
        risico,
        voorbeeld_id=voorbeeld.id,
        titel=voorbeeld.titel,
        type=voorbeeld.type,
        werkt_op=voorbeeld.werkt_op,
        eigenaar_id=gebruiker.id,
        uiterlijk=plus_maanden(vandaag, _MAATREGEL_MAANDEN),
        status=Maatregelstatus.VOORGESTELD,
    )


def send_in(analyse: Analyse, gebruiker: Gebruiker) -> None:
    """Ask someone else to decide. Raises RegelOvertreden with what still misses."""
    if gebreken := list(rules.find_gebreken(analyse.schaal, analyse.risicos, vandaag())):
        raise RegelOvertreden(gebreken[0])
    analyse.touch(gebruiker.id)
    beslissers = deciders(analyse)
    if not beslissers:
        raise RegelOvertreden(
            "Niemand kan deze analyse vaststellen. Noem eerst een bestuurder als meelezer."
            if analyse.is_besloten
            else "Iedereen die mag vaststellen, schreef er zelf aan. Vraag een ander."
        )
    analyse.change_status(Status.TER_VASTSTELLING)
    analyse.ingediend_op = nu()
    for iemand in beslissers:
        queue(iemand, Berichtsoort.KLAAR, pad_of(analyse))


def deciders(analyse: Analyse) -> list[Gebruiker]:
    """Who can adopt it: not who wrote in it. Of a person: that person, and those named who may."""
    makers = analyse.makers()
    beslissers = gebruikers_with(Recht.RISICO_VASTSTELLEN)
    if analyse.is_besloten:
        lezers = {lezer.gebruiker_id for lezer in analyse.lezers}
        beslissers = [iemand for iemand in beslissers if iemand.id in lezers]
        if analyse.persoon:
            beslissers.append(analyse.persoon)
    return [iemand for iemand in beslissers if iemand.id not in makers]


def pad_of(analyse: Analyse) -> str:
    """Where a mail leads. Of an analysis of a person not even the number goes into a mail."""
    return "/risicoanalyse/" if analyse.is_besloten else f"/risicoanalyse/{analyse.id}"


def send_back(analyse: Analyse, reden: str) -> None:
    """A draft again: by its maker, or by who decides, with the reason."""
    analyse.change_status(Status.CONCEPT)
    analyse.terug_reden, analyse.ingediend_op = reden, None
    if reden:
        queue(analyse.maker, Berichtsoort.REACTIE, pad_of(analyse))


def adopt(analyse: Analyse, gebruiker: Gebruiker, dag: date, herzien_op: date) -> None:
    """It holds from now on, and its risks are accepted as they stand in it."""
    begin_write(db.session)
    rules.check_vaststellen(analyse.status, analyse.makers(), gebruiker.id)
    if not analyse.is_besloten:
        klassen = [risico.rest for risico in analyse.risicos if risico.rest]
        beslist = rules.BESLIST[analyse.orgaan or Orgaan.ANDERS]
        rules.check_niveau(klassen, beslist, our_organisatie().woorden)
    _put_in_register(analyse)  # before it is fixed
    analyse.change_status(Status.VASTGESTELD)
    analyse.vastgesteld_op, analyse.herzien_op = dag, herzien_op
    analyse.vastgesteld_door_id = gebruiker.id
    analyse.gewijzigd_op = nu()
    _replace_earlier(analyse)
    for maatregel in analyse.maatregelen:
        start_maatregel(maatregel, gebruiker)
    if analyse.persoon_id:
        _mark_done(analyse.persoon_id, dag)


def _replace_earlier(analyse: Analyse) -> None:
    stmt = select(Analyse).where(
        Analyse.reeks == analyse.reeks, Analyse.status == Status.VASTGESTELD
    )
    for eerder in db.session.scalars(stmt):
        if eerder.id != analyse.id:
            eerder.change_status(Status.VERVANGEN)
            for risico in eerder.risicos:
                risico.is_actueel = False


def _put_in_register(analyse: Analyse) -> None:
    """So that the register of risks can be read by an index. Nothing of a person goes there."""
    if analyse.is_besloten:
        return
    for risico in analyse.risicos:
        risico.is_actueel = True
        risico.gebied_id = analyse.beleidsgebied_id or 0
        risico.rest_klasse = risico.rest
        risico.rest_gewicht = rules.gewicht(risico.rest, risico.rest_kans, risico.rest_effect)


def _mark_done(persoon_id: int, dag: date) -> None:
    aanbod = db.session.scalar(select(Analyseaanbod).filter_by(gebruiker_id=persoon_id))
    if aanbod:
        aanbod.status, aanbod.gewijzigd_op = Aanbodstatus.GEDAAN, dag


_NIET_MEE = {"terug_reden"}


def _copy_velden(van: object, naar: object) -> None:
    """Everything that was filled in, whichever way it is stored."""
    for naam, veld in vars(type(van)).items():
        if isinstance(veld, Veld) and naam not in _NIET_MEE:
            setattr(naar, naam, getattr(van, naam))


def make_versie(analyse: Analyse, maker: Gebruiker) -> Analyse:
    """A new draft that begins as a copy, measures that still run included; flushes."""
    begin_write(db.session)
    stmt = select(Analyse.nummer, Analyse.status).where(Analyse.reeks == analyse.reeks)
    versies = dict(db.session.execute(stmt).all())
    rules.check_nieuwe_versie(analyse.nummer, versies)
    versie = Analyse(
        soort=analyse.soort,
        status=Status.CONCEPT,
        is_besloten=analyse.is_besloten,
        reeks=analyse.reeks,
        nummer=max(versies) + 1,
        maker_id=maker.id,
        persoon_id=analyse.persoon_id,
        beleidsgebied_id=analyse.beleidsgebied_id,
        schaal=setting("risico_schaal"),
        gemaakt_op=nu(),
        gewijzigd_op=nu(),
    )
    _copy_velden(analyse, versie)
    versie.lezers = [Analyselezer(gebruiker_id=lezer.gebruiker_id) for lezer in analyse.lezers]
    db.session.add(versie)
    for risico in analyse.risicos:
        _copy_risico(risico, versie)
    db.session.flush()
    return versie


def _copy_risico(risico: Risico, versie: Analyse) -> None:
    kopie = versie.new_risico()
    _copy_velden(risico, kopie)
    kopie.lijn = risico.lijn
    if rules.is_acceptatie_voorbij(kopie.accept_tot, vandaag()):
        kopie.accept_tot = None  # the sheet proposes a new day
    if versie.schaal != risico.analyse.schaal:  # another scale: the figures mean something else
        kopie.kans = kopie.effect = kopie.rest_kans = kopie.rest_effect = None
    for maatregel in risico.analyse.maatregelen:
        if maatregel.risico_id == risico.id and maatregel.status is not Maatregelstatus.VERVALLEN:
            nieuw = versie.new_maatregel(kopie)
            _copy_velden(maatregel, nieuw)
            nieuw.actie_id = maatregel.actie_id


def destroy(analyse: Analyse) -> None:
    """All versions, their actions, every draft of their forms, and their number in a check that
    came from one. The log keeps that it was done, no more."""
    begin_write(db.session)
    for versie in db.session.scalars(select(Analyse).where(Analyse.reeks == analyse.reeks)):
        _drop_concepten(f"/risicoanalyse/{versie.id}")
        _drop_acties(versie)
        _forget_bron(versie.id)
        risicos = [risico.id for risico in versie.risicos]
        db.session.execute(delete(Risicovoorval).where(Risicovoorval.risico_id.in_(risicos)))
        log_event(db.session, "vernietigd", "analyse", versie.id)
        db.session.delete(versie)
    db.session.flush()


def _drop_concepten(pad: str) -> None:
    db.session.execute(
        delete(Concept).where(or_(Concept.pad == pad, Concept.pad.startswith(f"{pad}/")))
    )


def _drop_acties(versie: Analyse) -> None:
    """None can be made any more; whoever made one before, hung it on this number."""
    stmt = select(Actie).where(Actie.bron_soort == "analyse", Actie.bron_id == versie.id)
    for actie in db.session.scalars(stmt):
        _drop_concepten(f"/acties/{actie.id}")
        db.session.delete(actie)


def _forget_bron(id: int) -> None:
    bron = (Inschatting.bron_soort == "analyse", Inschatting.bron_id == id)
    db.session.execute(update(Inschatting).where(*bron).values(bron_soort="", bron_id=0))
