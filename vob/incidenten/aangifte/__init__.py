"""To the police, or not: how it was judged, what was done, and what came of it."""

from vob.organisatie import instellingen

instellingen.register(
    instellingen.Instelling(
        "aangiftemodel",
        "Wie weegt af of er aangifte komt",
        0,
        "keuze",
        0,
        1,
        "protocollen van gemeenten: beide komen voor",
        "Aangifte",
        keuzes=(
            "In overleg: de getroffene beslist, na overleg",
            "De organisatie neemt het over, met instemming van de getroffene",
        ),
    )
)
