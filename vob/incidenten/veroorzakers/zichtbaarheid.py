"""Which entries of the register of offenders someone may see."""

from sqlalchemy import ColumnElement, Select, and_, false, or_, select
from sqlalchemy.orm import aliased

from vob.core.permissions import Recht
from vob.web.objecten import Kijker

from ..models import Betrokkene, Incident
from ..values import Betrokkenrol
from ..zichtbaarheid import handled_incidenten
from .models import Veroorzaker, Veroorzakerzaak


def visible_where(kijker: Kijker) -> ColumnElement[bool]:
    """With the right, who handles a case of this person; and never who is that person.

    An entry without a case (any more) is for everyone with the right: somebody must look at it
    again. It asks nothing of the database while it is built, because such a condition is kept.
    """
    if not kijker.can(Recht.VEROORZAKER_BEHEREN):
        return false()
    regel = aliased(Veroorzakerzaak)  # whoever asks may look at this table too
    zaken = select(regel.id).where(regel.veroorzaker_id == Veroorzaker.id).correlate(Veroorzaker)
    behandeld = handled_incidenten(kijker).where(Incident.id == regel.incident_id)
    zelf = select(Betrokkene.id).where(
        Betrokkene.incident_id == regel.incident_id,
        Betrokkene.gebruiker_id == kijker.id,
        Betrokkene.rol == Betrokkenrol.VEROORZAKER,
    )
    return and_(
        or_(~zaken.exists(), zaken.where(behandeld.correlate(regel).exists()).exists()),
        ~zaken.where(zelf.correlate(regel).exists()).exists(),
    )


def visible_veroorzakers(kijker: Kijker) -> Select[int]:
    """The ids of the entries this user may see."""
    return select(Veroorzaker.id).where(visible_where(kijker))
