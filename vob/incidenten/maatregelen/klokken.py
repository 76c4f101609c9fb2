"""The clocks of bans: the case warns before one ends, for it cannot be extended afterwards."""

from datetime import datetime

from vob.core.clock import nu
from vob.core.deadlines import einde_van_dag
from vob.web.formats import datum

from ..termijnen.operations import start_termijn, stop_termijn
from ..termijnen.values import Termijnsoort
from .models import Maatregel
from .values import Maatregelsoort

_KLOK: dict[Maatregelsoort, Termijnsoort] = {
    Maatregelsoort.TOEGANG_VERGADERING: Termijnsoort.VERGADERVERBOD,
    Maatregelsoort.GEBIEDSVERBOD: Termijnsoort.GEBIEDSVERBOD,
}


def start(maatregel: Maatregel) -> None:
    """A ban may end sooner than the law allows; the clock then does too. Of a ban that goes over
    into this one, there is nothing left to extend."""
    if maatregel.verlengt:
        stop(maatregel.verlengt, nu(), "Verlengd.")
    klok = _KLOK.get(maatregel.soort)
    if klok is None or maatregel.van is None or maatregel.tot is None:
        return
    termijn = start_termijn(maatregel.incident, klok, maatregel.van, betreft=_betreft(maatregel))
    termijn.uiterlijk = min(termijn.uiterlijk, einde_van_dag(maatregel.tot))
    if termijn.actie:
        termijn.actie.uiterlijk = min(termijn.actie.uiterlijk, maatregel.tot)


def stop(maatregel: Maatregel, moment: datetime, uitkomst: str = "Opgeheven.") -> None:
    klok = _KLOK.get(maatregel.soort)
    if klok is None:
        return
    for betreft in (_betreft(maatregel), f"maatregel {maatregel.id}"):  # what it was called before
        stop_termijn(maatregel.incident, klok, moment, betreft=betreft, uitkomst=uitkomst)


def _betreft(maatregel: Maatregel) -> str:
    """Which ban, for who reads the clocks of the case; a measure that was taken does not change."""
    dagen = [datum(dag) for dag in (maatregel.van, maatregel.tot) if dag]
    wat = (maatregel.persoon, maatregel.gebouw, " tot en met ".join(dagen))
    return ", ".join(deel.strip() for deel in wat if deel and deel.strip())
