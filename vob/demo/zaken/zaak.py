"""A case that is not stored yet, and the people it can fall to."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from vob.core.organisatietype import Functie
from vob.demo.mensen import Mensen
from vob.incidenten import rules
from vob.incidenten.values import Betrokkenrol, Gebeurtenissoort, Status, Vorm


@dataclass
class Zaak:
    """`waarden`: columns of the case by name. `is_gemaakt`: by the thousand, without a story."""

    gemeld_op: datetime
    melder_id: int
    functie: Functie
    vormen: tuple[Vorm, ...]
    waarden: dict[str, Any]
    getroffene_id: int | None = None
    betrokkenen: list[tuple[int, Betrokkenrol]] = field(default_factory=list)
    verloop: list[dict[str, Any]] = field(default_factory=list)
    nummer: str = ""
    is_gemaakt: bool = False

    def add(
        self, moment: datetime, soort: Gebeurtenissoort, auteur_id: int | None, **waarden: Any
    ) -> None:
        """A line in the timeline."""
        self.verloop.append(
            {"moment": moment, "soort": soort, "auteur_id": auteur_id}
            | {"tekst": None, "status": None, "is_intern": False}
            | waarden
        )

    def change_status(self, moment: datetime, naar: Status, auteur_id: int, **extra: Any) -> None:
        self.add(moment, Gebeurtenissoort.STATUS, auteur_id, status=naar, **extra)
        self.waarden["status"] = naar
        if naar is Status.AFGEHANDELD:
            self.waarden.setdefault("afgehandeld_op", moment)


class Bezetting:
    """Who gets which case: the reporting lines, asked once per person and function."""

    def __init__(self, mensen: Mensen, lijnen: dict[Functie, tuple[str, str]]) -> None:
        self.mensen = mensen
        self._lijnen = lijnen
        self._bekend: dict[tuple[Functie, int | None], rules.Routering] = {}
        self._coordinatoren = [mensen["coordinator"].id, mensen["coordinator2"].id]
        codes = {code for lijn in lijnen.values() for code in lijn}
        self._beschikbaar = {mensen[code].id for code in codes} | set(self._coordinatoren)

    def routering(self, functie: Functie, getroffene_id: int | None) -> rules.Routering:
        sleutel = (functie, getroffene_id)
        if sleutel not in self._bekend:
            eerste, vervanger = self._lijnen[functie]
            self._bekend[sleutel] = rules.bepaal_routering(
                self.mensen[eerste].id,
                self.mensen[vervanger].id,
                self._coordinatoren,
                {getroffene_id} if getroffene_id else set(),
                self._beschikbaar,
            )
        return self._bekend[sleutel]

    def assign(self, zaak: Zaak) -> rules.Routering:
        """Send the case to whom it belongs, as a report through the form is."""
        routering = self.routering(zaak.functie, zaak.getroffene_id)
        zaak.waarden["lijn_id"] = routering.eerste_id
        zaak.waarden["is_via_vervanger"] = routering.is_via_vervanger
        zaak.betrokkenen.append((zaak.melder_id, Betrokkenrol.MELDER))
        if zaak.getroffene_id:
            zaak.betrokkenen.append((zaak.getroffene_id, Betrokkenrol.GETROFFENE))
        zaak.betrokkenen += [(id, Betrokkenrol.LIJN) for id in routering.lijn_ids]
        return routering
