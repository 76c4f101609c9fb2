"""What each kind of measure is: its legal nature, where it rests on, and what it needs. Pure.

These are the defaults an organisation starts with; it changes them on a page, where each line shows
its source and the day someone checked it. Source: shared/domein/incidenten.md §1.6 and §9.4.
"""

from dataclasses import dataclass

from vob.core.organisatietype import Organisatietype
from vob.documenten.values import Orgaan

from .values import Maatregelsoort, Rechtsaard

S, A = Maatregelsoort, Rechtsaard
_GEMEENTE = frozenset({Organisatietype.GEMEENTE})
_ALLE = frozenset(Organisatietype)
_JURIST = "laat een jurist dit bevestigen"


@dataclass(frozen=True)
class Soortregel:
    """`periode`: it has a first and a last day. `raakt_persoon`: something is asked of someone,
    so the fairness check holds. `beperkt`: it takes away access or contact. `plaats`: it closes a
    place, that must be named. `besluit_nodig`: a bestuurder decides. `orgaan`: in whose
    name by law, to begin with. `brief`: it is told in a letter."""

    aard: Rechtsaard
    grondslag: str
    bron: str
    periode: bool = False
    raakt_persoon: bool = True
    beperkt: bool = False
    plaats: bool = False
    besluit_nodig: bool = True
    orgaan: Orgaan | None = None
    brief: bool = False
    voor: frozenset[Organisatietype] = _ALLE


SOORTEN: dict[Maatregelsoort, Soortregel] = {
    S.GESPREK: Soortregel(
        A.FEITELIJK, "Eigen agressieprotocol", "eigen beleid", besluit_nodig=False
    ),
    S.MONDELING: Soortregel(
        A.FEITELIJK, "Eigen agressieprotocol", "eigen beleid", besluit_nodig=False
    ),
    S.SCHRIFTELIJK: Soortregel(A.FEITELIJK, "Eigen agressieprotocol", "eigen beleid", brief=True),
    S.CONTACTAFSPRAKEN: Soortregel(
        A.PRIVAAT, "Eigen beleid over contact", _JURIST, periode=True, beperkt=True, brief=True
    ),
    S.CONTACTVERBOD: Soortregel(
        A.PRIVAAT,
        "Eigen beleid over contact",
        f"ECLI:NL:GHDHA:2019:77; {_JURIST}",
        periode=True,
        beperkt=True,
        brief=True,
    ),
    S.VERWIJDERD: Soortregel(
        A.FEITELIJK, "Huisregels van het gebouw", "eigen beleid", besluit_nodig=False
    ),
    S.TOEGANG_GEBOUW: Soortregel(
        A.PRIVAAT,
        "Eigendom en beheer van het gebouw; artikelen 138 en 139 Wetboek van Strafrecht",
        "CRvB 10 juni 2014, ECLI:NL:CRVB:2014:1967",
        periode=True,
        beperkt=True,
        plaats=True,
        brief=True,
    ),
    S.TOEGANG_VERGADERING: Soortregel(
        A.BESLUIT,
        "",  # by the meeting log: it differs per kind of body
        "",
        periode=True,
        beperkt=True,
        plaats=True,
        orgaan=Orgaan.BURGEMEESTER,  # the chairman: art. 26 lid 2 Gemeentewet
        brief=True,
    ),
    S.GEBIEDSVERBOD: Soortregel(
        A.BESLUIT,
        "Artikel 172a Gemeentewet",
        f"wetstekst 2012; {_JURIST}",
        periode=True,
        beperkt=True,
        plaats=True,
        orgaan=Orgaan.BURGEMEESTER,
        brief=True,
        voor=_GEMEENTE,
    ),
    S.DWANGSOM: Soortregel(A.BESLUIT, "Afdeling 5.3.2 Awb", _JURIST, brief=True),
    S.DIENSTVERLENING: Soortregel(
        A.PRIVAAT, "Eigen agressieprotocol", _JURIST, periode=True, beperkt=True, brief=True
    ),
    S.AANGIFTE: Soortregel(A.FEITELIJK, "Strafrecht", "", raakt_persoon=False),
    S.SCHADEVERHAAL: Soortregel(A.PRIVAAT, "Burgerlijk recht", "", raakt_persoon=False),
    S.PLATFORM: Soortregel(
        A.FEITELIJK,
        "Voorwaarden van het platform",
        "eigen beleid",
        raakt_persoon=False,
        besluit_nodig=False,
        brief=True,
    ),
    S.BEVEILIGING: Soortregel(
        A.FEITELIJK,
        "Zorg van de werkgever",
        "Circulaire bewaken en beveiligen",
        raakt_persoon=False,
    ),
    S.GEEN: Soortregel(
        A.FEITELIJK,
        "Eigen agressieprotocol",
        "eigen beleid",
        raakt_persoon=False,
        besluit_nodig=False,
    ),
}
# These have a part of the case of their own; the ladder points there.
ELDERS: dict[Maatregelsoort, str] = {
    S.AANGIFTE: "incidenten.show_aangifte",
    S.SCHADEVERHAAL: "incidenten.list_schade",
}
KEUZES = tuple(soort for soort in Maatregelsoort if soort not in ELDERS)
# What the desk must know: who may not come in.
AAN_DE_DEUR = (S.TOEGANG_GEBOUW, S.TOEGANG_VERGADERING)
