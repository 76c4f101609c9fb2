"""Who works in the demo organisation. Everybody is made up; phone numbers are 0555-…"""

from dataclasses import dataclass

from vob.core.organisatietype import Functie, Organisatietype
from vob.core.permissions import Rol
from vob.data import db
from vob.gebruikers.models import Gebruiker
from vob.gebruikers.views import DEMO_WACHTWOORD
from vob.gebruikers.wachtwoorden import hash_wachtwoord


@dataclass(frozen=True)
class Plek:
    """A post. `code` is the local part of the address; the first eleven are in the contract."""

    code: str
    voornaam: str
    functie: Functie = Functie.MEDEWERKER
    rollen: tuple[Rol, ...] = (Rol.MEDEWERKER,)
    vervanger: str = ""
    is_actief: bool = True


_RAAD = (Functie.RAADSLID, (Rol.AMBTSDRAGER,))
_COLLEGE = (Functie.WETHOUDER, (Rol.AMBTSDRAGER,))
_BESTUUR = (Rol.BESTUURDER, Rol.AMBTSDRAGER)

PLEKKEN: tuple[Plek, ...] = (
    Plek("medewerker", "Mees"),
    Plek("raadslid", "Yasmin", *_RAAD),
    Plek("wethouder", "Hendrik", *_COLLEGE),
    Plek("burgemeester", "Marijke", Functie.BURGEMEESTER, _BESTUUR, "loco"),
    Plek("griffier", "Thijs", Functie.GRIFFIER, (Rol.GRIFFIER,), "griffier2"),
    Plek("woordvoerder", "Sanne", rollen=(Rol.WOORDVOERDER,), vervanger="woordvoerder2"),
    Plek("coordinator", "Noor", rollen=(Rol.COORDINATOR,), vervanger="coordinator2"),
    Plek("opvang", "Joris", rollen=(Rol.OPVANG,), vervanger="opvang2"),
    Plek("beveiliging", "Ruben", rollen=(Rol.BEVEILIGING,), vervanger="beveiliging2"),
    Plek("fg", "Ineke", rollen=(Rol.FG,)),
    Plek("beheerder", "Kees", rollen=(Rol.BEHEERDER,)),
    Plek("loco", "Farida", Functie.WETHOUDER, _BESTUUR, "secretaris"),
    Plek("secretaris", "Wouter", Functie.SECRETARIS, (Rol.BESTUURDER,), "coordinator"),
    Plek("griffier2", "Lotte", Functie.GRIFFIER, (Rol.GRIFFIER,), "griffier"),
    Plek("coordinator2", "Bram", rollen=(Rol.COORDINATOR,), vervanger="coordinator"),
    Plek("woordvoerder2", "Jasper", rollen=(Rol.WOORDVOERDER,)),
    Plek("opvang2", "Miriam", rollen=(Rol.OPVANG,)),
    Plek("beveiliging2", "Dennis", rollen=(Rol.BEVEILIGING,)),
    Plek("wethouder2", "Anouk", *_COLLEGE),
    Plek("wethouder3", "Gerard", *_COLLEGE),
    Plek("raadslid2", "Pieter", *_RAAD),
    Plek("raadslid3", "Samira", *_RAAD),
    Plek("raadslid4", "Johan", *_RAAD),
    Plek("raadslid5", "Eline", *_RAAD),
    Plek("raadslid6", "Murat", *_RAAD),
    Plek("raadslid7", "Carla", *_RAAD),
    Plek("commissielid", "Stijn", Functie.COMMISSIELID, (Rol.AMBTSDRAGER,)),
    Plek("fractie", "Naomi", Functie.FRACTIEMEDEWERKER, (Rol.AMBTSDRAGER,)),
    Plek("balie", "Petra"),
    Plek("toezicht", "Ferdi"),
    Plek("vergunningen", "Hanneke"),
    Plek("jurist", "Olivier"),
    Plek("buiten", "Sjoerd"),
    Plek("project", "Aisha"),
    Plek("vertrokken", "Ton", is_actief=False),
)
_ACHTERNAMEN = (
    "Bakker",
    "Smit",
    "Mulder",
    "Dekker",
    "Hoekstra",
    "Postma",
    "Verhagen",
    "Brouwer",
    "Kuipers",
    "Wolters",
    "Schipper",
    "Terpstra",
    "Willems",
    "Boersma",
    "Kramer",
    "Peeters",
    "Maas",
    "Koster",
    "Vos",
    "Dijkstra",
    "Vermeer",
    "Scholten",
    "Prins",
    "Blom",
    "Huisman",
    "Kok",
    "Veenstra",
    "Groen",
    "Timmer",
    "Zijlstra",
    "Hofman",
    "Bosman",
    "Molenaar",
    "Ruiter",
    "Dijkman",
)
DOMEINEN = {
    Organisatietype.GEMEENTE: "waterrijk.example",
    Organisatietype.WATERSCHAP: "vlietlanden.example",
    Organisatietype.PROVINCIE: "middelland.example",
}
Mensen = dict[str, Gebruiker]


def make_mensen(soort: Organisatietype) -> Mensen:
    """Everybody, by code. The password is hashed once: thirty times would take a second."""
    wachtwoord_hash = hash_wachtwoord(DEMO_WACHTWOORD)
    verschuiving = list(Organisatietype).index(soort) * 11
    mensen = {
        plek.code: Gebruiker(
            naam=f"{plek.voornaam} {_ACHTERNAMEN[(8 * nummer + verschuiving) % len(_ACHTERNAMEN)]}",
            email=f"{plek.code}@{DOMEINEN[soort]}",
            telefoon=f"0555-{401100 + 37 * nummer}",
            functie=plek.functie,
            rollen=[rol.value for rol in plek.rollen],
            wachtwoord_hash=wachtwoord_hash,
            is_actief=plek.is_actief,
        )
        for nummer, plek in enumerate(PLEKKEN)
    }
    for mens in mensen.values():  # one by one: the order of their ids is the order on the page
        db.session.add(mens)
        db.session.flush()
    for plek in PLEKKEN:
        if plek.vervanger:
            mensen[plek.code].vervanger_id = mensen[plek.vervanger].id
    return mensen
