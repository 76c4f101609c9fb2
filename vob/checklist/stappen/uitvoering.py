"""Phase 2, Uitvoering: carrying out and communicating, steps 10 to 16."""

from vob.checklist.values import Groep, Ritme

from .bronnen import CHECKLIST, HUISBEZOEK, LEIDRAAD, NORM, OMBUDSMAN, STAPPENPLAN, VERMIJDING
from .stap import Stap

STAPPEN: tuple[Stap, ...] = (
    Stap(
        nummer=10,
        groep=Groep.UITVOEREN,
        titel="Voorgenomen maatregelen en protocollen uit laten voeren",
        uitleg=(
            "Een maatregel op papier beschermt niemand. Geef elke maatregel een eigenaar en een "
            "datum. Kijk elke maand wat klaar is en wat blijft liggen. Lukt iets niet? Schrijf op "
            "waarom en kies een andere oplossing."
        ),
        deelacties=(
            "Zet alle maatregelen in één lijst.",
            "Spreek een datum af.",
            "Voeg bewijs toe als het klaar is.",
            "Bespreek wat te laat is.",
        ),
        product="Eén lijst van acties met eigenaar en datum",
        bewijs="Datum waarop het klaar was, met een bewijsstuk",
        eigenaar="de coördinator, met {adviseur}; sturing door {secretaris}",
        ritme=Ritme.MAANDELIJKS,
        bronnen=(CHECKLIST,),
    ),
    Stap(
        nummer=11,
        groep=Groep.UITVOEREN,
        titel="Operationele risicoanalyses (laten) uitvoeren",
        uitleg=(
            "Doe vooraf een korte check bij elke bijeenkomst of elk bezoek. Waar gaat het over, "
            "wie komt er, en is er eerder iets gebeurd? Kies dan wat nodig is: een beveiliger, een "
            "andere zaal of met z’n tweeën gaan. Schrijf op wie het risico heeft ingeschat en "
            "waarom."
        ),
        deelacties=(
            "Vul de check in, twee weken voor een {raadsvergadering}, bewonersavond of {bezoek}.",
            "Overleg bij oranje of rood met de politie of de {adviseur}.",
            "Regel de maatregelen en spreek een signaal af.",
            "Kijk na afloop terug.",
        ),
        product="Een korte risicocheck per bijeenkomst of bezoek",
        bewijs="Ingevulde check, wie besloot, genomen maatregelen, terugblik",
        eigenaar="{griffier}, of wie de bijeenkomst organiseert, met {adviseur}",
        ritme=Ritme.PER_GEBEURTENIS,
        bronnen=(CHECKLIST, HUISBEZOEK),
    ),
    Stap(
        nummer=12,
        groep=Groep.UITVOEREN,
        titel="Incidenten intern regelmatig bespreken",
        uitleg=(
            "Praat er vaak over, ook als er weinig gebeurt. Zo wordt melden gewoon. Noem geen "
            "namen als dat niet hoeft. Vraag: wat hebben we geleerd en wat doen we anders?"
        ),
        deelacties=(
            "Zet het vast op de agenda van {het_college} en van {overleg}.",
            "Bespreek cijfers en één les.",
            "Vraag hoe het met collega’s gaat.",
            "Noteer besluiten, geen privégegevens.",
        ),
        product="Een vast punt op de agenda",
        bewijs="Agenda of besluitenlijst, zonder persoonsgegevens",
        eigenaar="{burgemeester} en {griffier}",
        ritme=Ritme.MAANDELIJKS,
        bronnen=(CHECKLIST, LEIDRAAD),
    ),
    Stap(
        nummer=13,
        groep=Groep.UITVOEREN,
        titel="Signaleren vermijdingsgedrag bij collega-bestuurders",
        uitleg=(
            "Soms past iemand zich aan uit angst, zonder het te merken. Let op elkaar. Vraag open "
            "wat er speelt en oordeel niet. Bespreek samen hoe het besluit vrij genomen kan worden."
        ),
        deelacties=(
            "Spreek af dat u elkaar hierop aanspreekt.",
            "Gebruik de lijst met signalen.",
            "Voer het gesprek met z’n tweeën.",
            "Schakel zo nodig de {burgemeester}, de {griffier} of de vertrouwenspersoon in.",
        ),
        product="Een lijst met signalen en een afspraak wie het gesprek voert",
        bewijs="Alleen de datum van het gesprek, nooit de inhoud",
        eigenaar="{burgemeester} en {griffier}; elke collega",
        ritme=Ritme.HALFJAARLIJKS,
        bronnen=(CHECKLIST, VERMIJDING),
    ),
    Stap(
        nummer=14,
        groep=Groep.COMMUNICEREN,
        titel="Normen blijven uitdragen",
        uitleg=(
            "Herhaal uw norm: wij gaan met respect met elkaar om. Zeg het in een vergadering van "
            "{de_raad}, bij een bijeenkomst en online. Geef zelf het goede voorbeeld, ook in het "
            "debat. Reageer zichtbaar als iemand over de grens gaat."
        ),
        deelacties=(
            "Schrijf de norm in drie zinnen.",
            "Kies vier momenten per jaar.",
            "Zet huisregels bij de ingang van {het_gemeentehuis} en bij uitnodigingen.",
            "Spreek met {de_raad} af hoe u met elkaar omgaat.",
        ),
        product="Een norm in drie zinnen en een kalender",
        bewijs="Wat u publiceerde, wanneer en waar",
        eigenaar="{burgemeester}, met communicatie",
        ritme=Ritme.PER_KWARTAAL,
        bronnen=(CHECKLIST, STAPPENPLAN, NORM),
    ),
    Stap(
        nummer=15,
        groep=Groep.COMMUNICEREN,
        titel="Genomen besluiten toelichten en uitleggen aan betrokkenen",
        uitleg=(
            "Vertel mensen zelf wat er is besloten, liefst vóór zij het in de krant lezen. Leg uit "
            "waarom en wat er met hun inbreng is gedaan. Zeg ook eerlijk wat niet kan. Noem altijd "
            "bij wie zij terechtkunnen."
        ),
        deelacties=(
            "Bepaal wie het besluit raakt.",
            "Bel of bezoek de mensen die het hardst geraakt worden.",
            "Schrijf in gewone taal.",
            "Leg vast welke vragen er kwamen.",
        ),
        product="Uitleg per gevoelig besluit",
        bewijs="Datum en vorm van de uitleg, lijst van betrokkenen",
        eigenaar="de portefeuillehouder, met communicatie",
        ritme=Ritme.PER_GEBEURTENIS,
        bronnen=(CHECKLIST,),
    ),
    Stap(
        nummer=16,
        groep=Groep.COMMUNICEREN,
        titel="In gesprek blijven met ‘lastige’ personen",
        uitleg=(
            "Iemand die blijft klagen is niet meteen agressief. Zoek uit wat de echte vraag is. "
            "Spreek één vast contact af en houd u aan afspraken. Wordt het onveilig, zeg dan "
            "duidelijk waar de grens ligt."
        ),
        deelacties=(
            "Lees wat er eerder is gebeurd.",
            "Voer het gesprek met twee personen.",
            "Vat de afspraken samen op papier.",
            "Plan een datum om te kijken of het werkt.",
        ),
        product="Een contactafspraak met een einddatum",
        bewijs="Verslag van het gesprek, afspraken, einddatum",
        eigenaar="de portefeuillehouder of de teammanager, met een jurist",
        ritme=Ritme.PER_KWARTAAL,
        bronnen=(CHECKLIST, OMBUDSMAN),
    ),
)
