"""The clocks of bans: the case warns before one ends, for it cannot be extended afterwards."""

from datetime import datetime

from vob.core.deadlines import einde_van_dag

from ..termijnen.operations import start_termijn, stop_termijn
from ..termijnen.values import Termijnsoort
from .models import Maatregel
from .values import Maatregelsoort

_KLOK: dict[Maatregelsoort, Termijnsoort] = {
    Maatregelsoort.TOEGANG_VERGADERING: Termijnsoort.VERGADERVERBOD,
    Maatregelsoort.GEBIEDSVERBOD: Termijnsoort.GEBIEDSVERBOD,
}


def _betreft(maatregel: Maatregel) -> str:
    return f"maatregel {maatregel.id}"


def start(maatregel: Maatregel) -> None:
    """A ban may end sooner than the law allows; the clock then does too."""
    klok = _KLOK.get(maatregel.soort)
    if klok is None or maatregel.van is None or maatregel.tot is None:
        return
    termijn = start_termijn(maatregel.incident, klok, maatregel.van, betreft=_betreft(maatregel))
    termijn.uiterlijk = min(termijn.uiterlijk, einde_van_dag(maatregel.tot))
    if termijn.actie:
        termijn.actie.uiterlijk = min(termijn.actie.uiterlijk, maatregel.tot)


def stop(maatregel: Maatregel, nu: datetime) -> None:
    if klok := _KLOK.get(maatregel.soort):
        stop_termijn(
            maatregel.incident, klok, nu, betreft=_betreft(maatregel), uitkomst="Opgeheven."
        )
