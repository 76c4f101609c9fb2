"""Phase 2, Uitvoering: acting on incidents and checking, steps 17 to 23."""

from vob.checklist.values import Groep, Ritme

from .bronnen import CHECKLIST, ELA, LEIDRAAD, NORM, ONDERSTEUNINGSTEAM, STAPPENPLAN
from .stap import Stap

STAPPEN: tuple[Stap, ...] = (
    Stap(
        nummer=17,
        groep=Groep.HANDELEN,
        titel="Protocollen volgen, opsporing faciliteren en wijzen op steunpunten",
        uitleg=(
            "Is er nu gevaar? Bel 112. Volg daarna het protocol, stap voor stap. Bewaar berichten, "
            "foto’s en namen van getuigen. Wijs de collega op het Ondersteuningsteam Weerbaar "
            "Bestuur."
        ),
        deelacties=(
            "Zorg eerst voor veiligheid.",
            "Bel het interne meldpunt.",
            "Bewaar bewijs.",
            "Bied steun aan, ook thuis.",
        ),
        product="Gevolgde protocolstappen per incident",
        bewijs="De stappen met tijd, en de steun die is aangeboden",
        eigenaar="{griffier} en {secretaris}",
        ritme=Ritme.PER_GEBEURTENIS,
        bronnen=(CHECKLIST, STAPPENPLAN, ONDERSTEUNINGSTEAM),
    ),
    Stap(
        nummer=18,
        groep=Groep.HANDELEN,
        titel="Incidenten analyseren, registreren en nabespreken met slachtoffer",
        uitleg=(
            "Leg kort en feitelijk vast wat er is gebeurd. Bespreek met de collega hoe het gaat en "
            "wat hij of zij wil. Zoek samen naar de oorzaak. Vertel wat de organisatie nu doet."
        ),
        deelacties=(
            "Vul de registratie binnen een werkdag aan.",
            "Voer het nagesprek.",
            "Noteer oorzaak en les.",
            "Plan een tweede gesprek.",
        ),
        product="Een volledige registratie en een nagesprek",
        bewijs="Registratie volledig, datum van de gesprekken",
        eigenaar="de coördinator; nagesprek door {burgemeester}, {griffier} of leidinggevende",
        ritme=Ritme.PER_GEBEURTENIS,
        bronnen=(CHECKLIST, STAPPENPLAN),
    ),
    Stap(
        nummer=19,
        groep=Groep.HANDELEN,
        titel="Sancties afwegen, bij strafbaar feit aangifte doen en schade verhalen",
        uitleg=(
            "Weeg af welke maatregel past. Is het strafbaar, doe dan altijd aangifte, namens de "
            "organisatie als dat kan. Vraag de politie om de code VPT. Kijk of u schade kunt "
            "verhalen."
        ),
        deelacties=(
            "Bespreek de keuze met de {burgemeester} of de {secretaris}.",
            "Maak een afspraak voor de aangifte.",
            "Leg de maatregel schriftelijk vast.",
            "Maak een lijst van de schade.",
        ),
        product="Een besluit over maatregel, aangifte en schade",
        bewijs="Besluit met reden en einddatum, nummer van het proces-verbaal, verzoek om schade",
        eigenaar="{burgemeester} (besluit), jurist (brief), {secretaris} (aangifte)",
        ritme=Ritme.PER_GEBEURTENIS,
        bronnen=(CHECKLIST, ELA, STAPPENPLAN),
    ),
    Stap(
        nummer=20,
        groep=Groep.CONTROLEREN,
        titel="Incidenten systematisch evalueren",
        uitleg=(
            "Kijk terug op elk ernstig incident. Wat ging goed en wat niet? Klopten de afspraken "
            "met politie en anderen? Maak van elke les een actie met een naam erbij."
        ),
        deelacties=(
            "Spreek met slachtoffer en betrokkenen.",
            "Vergelijk met het protocol.",
            "Zoek patronen.",
            "Zet acties in de maatregelenlijst.",
        ),
        product="Een evaluatie per ernstig incident",
        bewijs="Evaluatie met lessen en acties",
        eigenaar="de coördinator, met {adviseur}",
        ritme=Ritme.PER_KWARTAAL,
        bronnen=(CHECKLIST, LEIDRAAD),
    ),
    Stap(
        nummer=21,
        groep=Groep.CONTROLEREN,
        titel="Per {periode} uitgangspunten herijken",
        uitleg=(
            "Een nieuw bestuur maakt eigen afspraken. Bespreek in het eerste half jaar met "
            "{de_raad} of norm en beleid nog kloppen. Neem de lessen van de vorige periode mee. "
            "Laat het opnieuw vaststellen."
        ),
        deelacties=(
            "Maak een overzicht van de vorige periode.",
            "Houd een gesprek met alle nieuwe {raadsleden}.",
            "Pas teksten aan.",
            "Neem een besluit en publiceer het.",
        ),
        product="Een besluit over norm, protocol, sancties, media en keten",
        bewijs="Het besluit in de nieuwe periode",
        eigenaar="{de_raad} en {het_college}; voorbereiding door {griffier}",
        ritme=Ritme.PER_TERMIJN,
        bronnen=(CHECKLIST, NORM),
    ),
    Stap(
        nummer=22,
        groep=Groep.CONTROLEREN,
        titel="Processen controleren en jaarlijks evalueren naar aanleiding van incidenten",
        uitleg=(
            "Kijk elk jaar of alles nog werkt. Kennen mensen het meldpunt? Worden meldingen snel "
            "opgepakt? Gebruik cijfers en vraag wat mensen ervaren. Deel de uitkomst met "
            "{de_raad}, zonder namen."
        ),
        deelacties=(
            "Haal de cijfers uit het systeem.",
            "Houd een korte vragenlijst.",
            "Toets vijf dossiers.",
            "Bespreek de uitkomst en spreek acties af.",
        ),
        product="Een jaarevaluatie voor {de_raad}",
        bewijs="Verslag en datum van de bespreking",
        eigenaar="{secretaris} en {griffier}",
        ritme=Ritme.JAARLIJKS,
        bronnen=(CHECKLIST,),
    ),
    Stap(
        nummer=23,
        groep=Groep.CONTROLEREN,
        titel="Waar nodig beleid en/of maatregelen bijstellen",
        uitleg=(
            "Doe iets met wat u leert. Pas beleid of maatregelen aan en zeg wat er verandert. "
            "Bewaar de oude versie. Vertel iedereen vanaf wanneer het nieuwe geldt."
        ),
        deelacties=(
            "Kies welke lessen tot een wijziging leiden.",
            "Werk de tekst bij.",
            "Laat de wijziging vaststellen.",
            "Maak de wijziging bekend.",
        ),
        product="Een nieuwe versie, met wat er is veranderd",
        bewijs="Nieuwe versie vastgesteld, oude versie bewaard",
        eigenaar="wie het document beheert",
        ritme=Ritme.PER_GEBEURTENIS,
        bronnen=(CHECKLIST,),
    ),
)
