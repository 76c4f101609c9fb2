"""What the media room shows for step 2 of the checklist."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from flask import url_for

from vob.core.bewijs import Bewijs
from vob.core.clock import TZ, nu
from vob.documenten.queries import version_in_force
from vob.documenten.values import Documentsoort
from vob.organisatie.queries import setting
from vob.web.formats import moment_kort

from . import rules
from .queries.onderwerpen import count_matrix
from .queries.rooster import list_diensten
from .rules import Mediastand
from .rules_rooster import Periode, find_gaten


def bewijs_2(peildatum: date) -> Bewijs:
    """Step 2: policy in force; every topic has a first and a deputy; no gap in the roster."""
    stand = _read_stand(peildatum)
    oordeel, bevinding = rules.judge_media(stand, setting("bewijs_vooraf"))
    return Bewijs(oordeel, bevinding.zin, url_for(f"media.{bevinding.waar}"))


def _read_stand(peildatum: date) -> Mediastand:
    versie = version_in_force(Documentsoort.MEDIABELEID, peildatum)
    if versie is None:
        return Mediastand(is_beleid=False)
    einden = [dag for dag in (versie.geldig_tot, versie.toets_op) if dag is not None]
    telling = count_matrix(peildatum)
    begin = _begin(peildatum)
    binnen = Periode(begin, begin + timedelta(days=setting("media_rooster")))
    diensten = [dienst.periode for dienst in list_diensten(binnen)]
    gaten = find_gaten(diensten, binnen)
    return Mediastand(
        is_beleid=True,
        beleid_nog=(min(einden) - peildatum).days if einden else None,
        onderwerpen=telling.onderwerpen,
        zonder_eerste=telling.zonder_eerste,
        zonder_vervanger=telling.zonder_vervanger,
        is_rooster=bool(diensten),
        gat=_in_words(gaten[0], peildatum) if gaten else "",
    )


def _begin(peildatum: date) -> datetime:
    """What is past of today does not count any more."""
    return max(datetime.combine(peildatum, time(), TZ), nu())


def _in_words(gat: Periode, peildatum: date) -> str:
    return f"van {moment_kort(gat.begin, peildatum)} tot {moment_kort(gat.einde, peildatum)}"


BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {2: bewijs_2}
