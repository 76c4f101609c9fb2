"""Acts on partners and contacts that touch more than a field."""

from typing import Any

from vob.data import db
from vob.data.search import reindex
from vob.organisatie.queries import our_organisatie

from . import rules
from .forms import WijzigContactForm, WijzigPartnerForm
from .models import NUMMERS, Contact, Partner
from .queries import is_naam_bezet, missing_starters
from .values import Partnersoort
from .vragen import touches_number


def fill_contact(form: Any, contact: Contact) -> None:
    """What was filled in; another number is not a checked number."""
    oud = {naam: getattr(contact, naam) for naam in NUMMERS}
    form.fill(contact)
    if form.nieuw_privenummer.data:
        contact.privenummer = form.nieuw_privenummer.data
    elif isinstance(form, WijzigContactForm) and form.wis_privenummer.data:
        contact.privenummer = None
    if touches_number(oud, contact):
        contact.uncheck()


def update_partner(form: WijzigPartnerForm, partner: Partner) -> None:
    """What was filled in; its contacts are found by its name too."""
    oud = partner.naam
    form.fill(partner)
    if partner.naam != oud:
        reindex(partner.contacten)


def add_starters() -> int:
    """The partners to start with; those that are there already stay as they are."""
    nieuw = missing_starters()
    db.session.add_all(nieuw)
    return len(nieuw)


def add_gemeenten(namen: str) -> int:
    """One partner per line; required when a body like ours needs every gemeente in its area."""
    verplicht = bool(rules.ROLLEN_PER_GEMEENTE[our_organisatie().type])
    gemaakt = 0
    for regel in dict.fromkeys(namen.splitlines()):
        naam = gemeente_naam(regel)
        if naam and not is_naam_bezet(naam):
            db.session.add(Partner(naam=naam, soort=Partnersoort.GEMEENTE, is_verplicht=verplicht))
            db.session.flush()
            gemaakt += 1
    return gemaakt


def gemeente_naam(regel: str) -> str:
    """ "Eikenveld" and "gemeente Eikenveld" are one: "Gemeente Eikenveld"."""
    woorden = regel.split()
    if woorden and woorden[0].lower() == "gemeente":
        woorden = woorden[1:]
    return f"Gemeente {' '.join(woorden)}"[:120] if woorden else ""
