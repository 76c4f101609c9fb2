"""The three types of organisation and the words each of them uses for the same thing."""

from dataclasses import dataclass

from .permissions import Rol
from .values import Waardelijst


class Organisatietype(Waardelijst):
    GEMEENTE = "gemeente", "Gemeente"
    WATERSCHAP = "waterschap", "Waterschap"
    PROVINCIE = "provincie", "Provincie"


@dataclass(frozen=True)
class Woorden:
    """One word per notion, without article unless the name says so.

    Sources: Gemeentewet, Waterschapswet, Provinciewet; shared/domein/overig.md §6.1.
    """

    organisatie: str
    de_organisatie: str  # with its article: "de gemeente", "het waterschap"
    raad: str
    de_raad: str
    raadslid: str
    raadsleden: str
    burgemeester: str
    locoburgemeester: str
    college: str
    het_college: str
    wethouder: str
    wethouders: str
    griffier: str
    secretaris: str
    gemeentehuis: str
    het_gemeentehuis: str
    raadzaal: str
    raadsvergadering: str
    blad: str  # where decisions are published


WOORDEN: dict[Organisatietype, Woorden] = {
    Organisatietype.GEMEENTE: Woorden(
        organisatie="gemeente",
        de_organisatie="de gemeente",
        raad="raad",
        de_raad="de raad",
        raadslid="raadslid",
        raadsleden="raadsleden",
        burgemeester="burgemeester",
        locoburgemeester="locoburgemeester",
        college="college",
        het_college="het college",
        wethouder="wethouder",
        wethouders="wethouders",
        griffier="griffier",
        secretaris="gemeentesecretaris",
        gemeentehuis="gemeentehuis",
        het_gemeentehuis="het gemeentehuis",
        raadzaal="raadzaal",
        raadsvergadering="raadsvergadering",
        blad="Gemeenteblad",
    ),
    Organisatietype.WATERSCHAP: Woorden(
        organisatie="waterschap",
        de_organisatie="het waterschap",
        raad="algemeen bestuur",
        de_raad="het algemeen bestuur",
        raadslid="lid van het algemeen bestuur",
        raadsleden="leden van het algemeen bestuur",
        burgemeester="dijkgraaf",
        locoburgemeester="loco-dijkgraaf",
        college="dagelijks bestuur",
        het_college="het dagelijks bestuur",
        wethouder="lid van het dagelijks bestuur",
        wethouders="leden van het dagelijks bestuur",
        griffier="bestuurssecretaris",
        secretaris="secretaris-directeur",
        gemeentehuis="waterschapshuis",
        het_gemeentehuis="het waterschapshuis",
        raadzaal="vergaderzaal",
        raadsvergadering="vergadering van het algemeen bestuur",
        blad="Waterschapsblad",
    ),
    Organisatietype.PROVINCIE: Woorden(
        organisatie="provincie",
        de_organisatie="de provincie",
        raad="Provinciale Staten",
        de_raad="Provinciale Staten",
        raadslid="Statenlid",
        raadsleden="Statenleden",
        burgemeester="commissaris van de Koning",
        locoburgemeester="loco-commissaris",
        college="Gedeputeerde Staten",
        het_college="Gedeputeerde Staten",
        wethouder="gedeputeerde",
        wethouders="gedeputeerden",
        griffier="Statengriffier",
        secretaris="provinciesecretaris",
        gemeentehuis="provinciehuis",
        het_gemeentehuis="het provinciehuis",
        raadzaal="Statenzaal",
        raadsvergadering="Statenvergadering",
        blad="Provinciaal blad",
    ),
}


class Functie(Waardelijst):
    """The office or function of a person; decides in whose line a case falls.

    The label is the word of a gemeente; `functie_label` gives the word of the organisation.
    Source: shared/domein/incidenten.md §9.2 (getroffene: functie).
    """

    BURGEMEESTER = "burgemeester", "burgemeester"
    WETHOUDER = "wethouder", "wethouder"
    RAADSLID = "raadslid", "raadslid"
    COMMISSIELID = "commissielid", "burger- of commissielid"
    FRACTIEMEDEWERKER = "fractiemedewerker", "fractiemedewerker"
    GRIFFIER = "griffier", "griffier"
    SECRETARIS = "secretaris", "secretaris"
    MEDEWERKER = "medewerker", "medewerker"
    GEZINSLID = "gezinslid", "gezinslid of naaste"
    ANDERS = "anders", "anders"


_FUNCTIEWOORD = {
    Functie.BURGEMEESTER: "burgemeester",
    Functie.WETHOUDER: "wethouder",
    Functie.RAADSLID: "raadslid",
    Functie.GRIFFIER: "griffier",
    Functie.SECRETARIS: "secretaris",
}


def functie_label(functie: Functie, organisatietype: Organisatietype) -> str:
    """The function in the words of this organisation: a burgemeester here is a dijkgraaf there."""
    woord = _FUNCTIEWOORD.get(functie)
    return getattr(WOORDEN[organisatietype], woord) if woord else functie.label


def rol_label(rol: Rol, organisatietype: Organisatietype) -> str:
    """The role in the words of this organisation."""
    return WOORDEN[organisatietype].griffier.capitalize() if rol == Rol.GRIFFIER else rol.label
