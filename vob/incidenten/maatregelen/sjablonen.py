"""The letter templates an organisation starts with, per legal nature; it edits them as documents.

Plain Dutch, about behaviour. The way against the measure is not in them: VOB adds it by the legal
nature (`brieven.rechtsmiddel`).
"""

from dataclasses import dataclass

from .values import Maatregelsoort

S = Maatregelsoort


@dataclass(frozen=True)
class Sjabloon:
    """`soorten`: the kinds of measure that are told with it."""

    titel: str
    samenvatting: str
    soorten: tuple[Maatregelsoort, ...]
    tekst: str


_GEBEURD = """Beste {naam},

Op {feiten_op} gebeurde het volgende:

> {feiten}
"""
SJABLONEN: tuple[Sjabloon, ...] = (
    Sjabloon(
        "Brief: schriftelijke waarschuwing",
        "Feitelijk: een waarschuwing, geen besluit.",
        (S.SCHRIFTELIJK,),
        _GEBEURD
        + """
Daarmee bent u over een grens gegaan. Boos zijn en kritiek geven mag. Dit niet.

## Wat wij van u vragen

Doe dit niet nog een keer. Gebeurt het weer, dan kunnen wij een maatregel nemen.

## Waarom deze brief

{reden}

## Wilt u erover praten?

Wij gaan graag met u in gesprek. Uw vraag of klacht over ons werk blijven wij behandelen.
""",
    ),
    Sjabloon(
        "Brief: afspraken over contact",
        "Privaatrechtelijk: hoe iemand contact met ons heeft.",
        (S.CONTACTAFSPRAKEN, S.CONTACTVERBOD, S.DIENSTVERLENING),
        _GEBEURD
        + """
Daarom maken wij afspraken over hoe u contact met ons heeft.

## De afspraak

Van {van} tot en met {tot} geldt: {dienstverlening}

## Waarom

{reden}

{evenredig}

## Wanneer kijken wij opnieuw?

Op {toets_op} kijken wij of de afspraak nog nodig is.
""",
    ),
    Sjabloon(
        "Brief: toegangsontzegging gebouw",
        "Privaatrechtelijk: iemand mag het gebouw tijdelijk niet in.",
        (S.TOEGANG_GEBOUW,),
        _GEBEURD
        + """
Daarom mag u van {van} tot en met {tot} niet binnenkomen in: {gebouw}.

Wij nemen deze maatregel als eigenaar of beheerder ({grondslag}). Komt u toch binnen, dan doen wij
aangifte.

## Waarom

{reden}

{evenredig}

## Wat u zelf zei

{gehoord}

## Zo helpen wij u wel

{dienstverlening}

## Wanneer kijken wij opnieuw?

Op {toets_op} kijken wij of de maatregel nog nodig is.
""",
    ),
    Sjabloon(
        "Besluit: ontzegging toegang vergadering",
        "Besluit: iemand mag tijdelijk niet op de publieke tribune.",
        (S.TOEGANG_VERGADERING,),
        _GEBEURD
        + """
## Besluit

Dit is een besluit van {orgaan}. U mag van {van} tot en met {tot} niet aanwezig zijn bij: {gebouw}.
Dit besluit rust op: {grondslag}.

## Waarom

{reden}

{evenredig}

## Wat u zelf zei

{gehoord}

## Zo volgt u de vergadering wel

{dienstverlening}
""",
    ),
    Sjabloon(
        "Besluit: gebiedsverbod of last onder dwangsom",
        "Besluit: een verbod of een last met een dwangsom.",
        (S.GEBIEDSVERBOD, S.DWANGSOM),
        _GEBEURD
        + """
## Besluit

Dit is een besluit van {orgaan}. Het rust op: {grondslag}.

- Geldt voor: {gebouw}
- Van: {van}
- Tot en met: {tot}

## Waarom

{reden}

{evenredig}

## Wat u zelf zei

{gehoord}

## Zo helpen wij u wel

{dienstverlening}
""",
    ),
    Sjabloon(
        "Brief: verzoek aan een platform",
        "Feitelijk: verzoek om een bericht te verwijderen.",
        (S.PLATFORM,),
        """Geachte heer, mevrouw,

Op uw platform staat een bericht dat over de grens gaat. Wij vragen u om het te verwijderen en de
gegevens te bewaren voor de politie.

> {feiten}

## Waarom

{reden}
""",
    ),
)
