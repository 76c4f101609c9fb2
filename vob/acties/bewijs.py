"""What the list of actions shows for the checklist."""

from collections.abc import Callable
from datetime import date

from flask import url_for

from vob.core.bewijs import Bewijs, Oordeel
from vob.organisatie import instellingen
from vob.organisatie.queries import setting

from .queries import count_laat

instellingen.register(
    instellingen.Instelling(
        "actie_laat",
        "Een actie moet een verklaring hebben na",
        30,
        "dagen te laat",
        1,
        365,
        "eigen keuze (stap 10)",
        "Acties",
    )
)


def bewijs_10(peildatum: date) -> Bewijs:
    """Step 10: no action more than 30 days late without an explanation."""
    dagen = setting("actie_laat")
    aantal_open, laat, onverklaard = count_laat(peildatum, dagen)
    link = url_for("acties.list_acties", welke="laat")
    if onverklaard:
        zin = f"{onverklaard} van {aantal_open} open acties te laat zonder verklaring"
        return Bewijs(Oordeel.NIET_OP_ORDE, f"{zin}, meer dan {dagen} dagen.", link)
    if laat:
        zin = f"{laat} van {aantal_open} open acties te laat, met verklaring"
        return Bewijs(Oordeel.LET_OP, f"{zin} of korter dan {dagen} dagen.", link)
    if not aantal_open:
        return Bewijs(Oordeel.OP_ORDE, "Er staan geen acties open.", link)
    return Bewijs(Oordeel.OP_ORDE, f"{aantal_open} open acties, geen te laat.", link)


BEWIJZEN: dict[int, Callable[[date], Bewijs]] = {10: bewijs_10}
