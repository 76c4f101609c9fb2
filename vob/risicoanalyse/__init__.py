"""Risk analyses: of the organisation, a policy area, a person, or one gathering."""

from vob.organisatie import instellingen
from vob.organisatie.instellingen import Instelling

from .views import bp

__all__ = ["bp"]

_GROEP = "Risicoanalyse"
instellingen.register(
    Instelling(
        "risico_schaal",
        "Kans en effect scoren van 1 tot en met",
        5,
        "(3, 4 of 5; geldt voor nieuwe analyses)",
        3,
        5,
        "eigen keuze; de schaal van andere organisaties is niet gevonden",
        _GROEP,
    ),
    *(
        Instelling(code, f"{wat} geldt", 12, "maanden", 1, 60, "eigen keuze (stap 3)", _GROEP)
        for code, wat in (
            ("risico_generiek", "Een analyse van de hele organisatie"),
            ("risico_gebied", "Een analyse van een gevoelig beleidsgebied"),
            ("risico_persoon", "Een persoonlijke analyse"),
        )
    ),
    Instelling(
        "risico_incidenten",
        "Opnieuw beoordelen na",
        3,
        "incidenten in het gebied",
        1,
        50,
        "eigen keuze",
        _GROEP,
    ),
    Instelling(
        "risico_incidenten_alle",
        "De hele organisatie opnieuw beoordelen na",
        40,
        "incidenten",
        1,
        1000,
        "eigen keuze",
        _GROEP,
    ),
    Instelling(
        "risico_ernst",
        "Opnieuw beoordelen na één incident in het gebied met ernst",
        3,
        "(1 hinderlijk tot 4 levensbedreigend)",
        1,
        4,
        "eigen keuze",
        _GROEP,
    ),
    Instelling(
        "risico_ernst_alle",
        "De hele organisatie opnieuw beoordelen na één incident met ernst",
        4,
        "(1 hinderlijk tot 4 levensbedreigend)",
        1,
        4,
        "eigen keuze",
        _GROEP,
    ),
    Instelling(
        "terugblik_dagen",
        "Terugkijken op een bijeenkomst binnen",
        5,
        "werkdagen",
        1,
        30,
        "eigen keuze (stap 11)",
        _GROEP,
    ),
    Instelling(
        "beveiliging_toets",
        "Een beveiligingsmaatregel toetsen na",
        6,
        "maanden",
        1,
        36,
        "eigen keuze (stap 5)",
        _GROEP,
    ),
)
