"""The checklist: 23 steps, what users say of each, and what VOB sees."""

from flask import url_for
from sqlalchemy import Select, false, select

from vob.bijlagen import soorten
from vob.bijlagen.soorten import Bijlageregels
from vob.core.permissions import Recht
from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling
from vob.web import objecten
from vob.web.objecten import Kijker, Objectsoort

from .models import ChecklistStap
from .queries import open_ronde
from .views import bp

__all__ = ["bp"]

_GROEP = "Checklist"
instellingen.register(
    Instelling(
        "checklist_herijken",
        "Stappen van elke bestuursperiode: opnieuw doen binnen",
        6,
        "maanden na het begin",
        1,
        24,
        "eigen keuze; checklist 2011, stap 21",
        _GROEP,
    ),
    Instelling(
        "bewijs_vooraf",
        "VOB zegt ‘let op’ als iets afloopt binnen",
        60,
        "dagen",
        7,
        180,
        "eigen keuze",
        _GROEP,
    ),
    Instelling(
        "checklist_binnenkort",
        "Een stap aankondigen bij de eigenaar",
        14,
        "dagen vooraf",
        1,
        90,
        "eigen keuze",
        _GROEP,
    ),
)


def _visible(kijker: Kijker) -> Select[int]:
    """What was shown of a step is for those who work on the checklist."""
    stmt = select(ChecklistStap.id)
    return stmt if kijker.can(Recht.CHECKLIST_BIJWERKEN) else stmt.where(false())


def _may_throw_away(kijker: Kijker, _nummer: int) -> bool:
    """A wrong file can go while the round runs; the audit log says who did it."""
    return kijker.can(Recht.CHECKLIST_BEHEREN) and open_ronde() is not None


objecten.register(
    Objectsoort(
        code=ChecklistStap.__tablename__,
        label="Stap van de checklist",
        url=lambda id: url_for("checklist.show_stap", nummer=id),
        zichtbaar=_visible,
    )
)
soorten.register(
    ChecklistStap.__tablename__, Bijlageregels(mag_weg=_may_throw_away, is_gelogd=False)
)
