"""Phase 1, Voorbereiding: steps 1 to 9."""

from vob.checklist.values import Groep, Ritme

from .bronnen import (
    CCV_BEVEILIGING,
    CHECKLIST,
    ELA,
    LEIDRAAD,
    OMBUDSMAN,
    ONDERSTEUNINGSTEAM,
    REGELING_BEVEILIGING,
    VOORBEELDEN,
)
from .stap import Stap

STAPPEN: tuple[Stap, ...] = (
    Stap(
        nummer=1,
        groep=Groep.BELEID,
        titel="Onderwerp afbakenen, grenzen bepalen en beleid bekrachtigen",
        uitleg=(
            "Leg vast wat bij u wel en niet mag. Boos zijn en kritiek geven mag. Schelden, dreigen "
            "en lastigvallen thuis mag niet. Laat {de_raad} dit besluit nemen, dan geldt het voor "
            "iedereen."
        ),
        deelacties=(
            "Schrijf op voor wie het beleid geldt. Ook voor familie en commissieleden?",
            "Maak een lijst met gedrag: toegestaan, grens bereikt, grens over.",
            "Wijs per taak een persoon en een vervanger aan.",
            "Laat het beleid vaststellen en publiceer het in het {blad}.",
        ),
        product="Een vastgesteld protocol tegen agressie",
        bewijs="Het besluit: welk orgaan, welke datum, waar het te vinden is en welke versie geldt",
        eigenaar="{burgemeester}, met {griffier} en {secretaris}",
        ritme=Ritme.PER_TERMIJN,
        bronnen=(CHECKLIST, VOORBEELDEN),
    ),
    Stap(
        nummer=2,
        groep=Groep.BELEID,
        titel="Mediabeleid bepalen en woordvoerder(s) aanwijzen",
        uitleg=(
            "Spreek af wie namens uw organisatie met de pers praat. Dat voorkomt fouten in een "
            "spannend moment. Zorg dat er altijd iemand bereikbaar is, ook ’s avonds en in het "
            "weekend. Vertel na een bedreiging nooit details zonder overleg met politie en "
            "justitie."
        ),
        deelacties=(
            "Verdeel de onderwerpen over de woordvoerders.",
            "Regel een vervanger en een nummer voor buiten kantoortijd.",
            "Maak standaardzinnen voor een bedreiging.",
            "Vertel aan {de_raad} wat het protocol voor de leden betekent.",
        ),
        product="Een persprotocol en een rooster van woordvoerders",
        bewijs="Vastgesteld protocol, rooster met vervangers, verslag van een oefening",
        eigenaar="{het_college}; uitvoering door communicatie",
        ritme=Ritme.JAARLIJKS,
        bronnen=(CHECKLIST,),
    ),
    Stap(
        nummer=3,
        groep=Groep.PREVENTIE,
        titel="Risicoanalyse opstellen: generiek en per beleidsgebied, eventueel per persoon",
        uitleg=(
            "Kijk vooruit: waar kan het misgaan? Bekijk eerst de hele organisatie, daarna de "
            "gevoelige onderwerpen en, als dat nodig is, één persoon. Geef elk risico een cijfer "
            "voor kans en voor gevolg. Kies daarna maatregelen."
        ),
        deelacties=(
            "Verzamel de incidenten van de afgelopen twee jaar.",
            "Loop de beleidsgebieden langs met de portefeuillehouder en de {adviseur}.",
            "Geef kans en gevolg een score.",
            "Bespreek wat overblijft en wie dat accepteert.",
        ),
        product="Een risicoanalyse met maatregelen",
        bewijs="Vastgestelde analyse, datum, deelnemers, wie het restrisico accepteert",
        eigenaar="{adviseur}, met {griffier}; vaststelling door {het_college}",
        ritme=Ritme.JAARLIJKS,
        bronnen=(CHECKLIST, LEIDRAAD),
    ),
    Stap(
        nummer=4,
        groep=Groep.PREVENTIE,
        titel="Communicatie, trainingen en protocollen opzetten",
        uitleg=(
            "Een regel werkt alleen als mensen hem kennen. Oefen daarom met elkaar. Geef nieuwe "
            "{raadsleden} uitleg bij hun start. Maak korte kaarten: wat doe ik bij een "
            "scheldpartij, een dreigmail of onrust op de tribune?"
        ),
        deelacties=(
            "Neem veiligheid op in het inwerkprogramma.",
            "Plan elk jaar een gesprek of een training.",
            "Maak per situatie een kaart van één bladzijde.",
            "Houd bij wie heeft meegedaan.",
        ),
        product="Een trainingsplan en een korte kaart per situatie",
        bewijs="Lijst van deelnemers met datum, protocollen die te vinden en gelezen zijn",
        eigenaar="{griffier} voor {de_raad}; {secretaris} voor {het_college} en medewerkers",
        ritme=Ritme.JAARLIJKS,
        bronnen=(CHECKLIST, ONDERSTEUNINGSTEAM),
    ),
    Stap(
        nummer=5,
        groep=Groep.PREVENTIE,
        titel="Zo nodig actief beveiligen",
        uitleg=(
            "Beveiligen is het laatste middel, niet het eerste. Kies maatregelen die passen bij "
            "het risico. Spreek af wie betaalt en wanneer een maatregel weer stopt. Zet geen "
            "adressen of plattegronden in stukken die veel mensen kunnen lezen."
        ),
        deelacties=(
            "Bied elke bestuurder een veiligheidsgesprek via het CCV aan.",
            "Wijs {raadsleden} op de zelfscan van het CCV.",
            "Leg per maatregel vast wie hem regelt en tot wanneer.",
            "Controleer of alles werkt: alarm, camera, noodknop.",
        ),
        product="Maatregelen met een eigenaar en een einddatum",
        bewijs="Advies ontvangen, opdracht gegeven, opgeleverd, einddatum",
        eigenaar="{secretaris}, met {adviseur} en facilitaire zaken",
        ritme=Ritme.JAARLIJKS,
        bronnen=(CHECKLIST, REGELING_BEVEILIGING, CCV_BEVEILIGING),
    ),
    Stap(
        nummer=6,
        groep=Groep.VOORBEREID,
        titel="Ketenafspraken maken met {ketengemeenten}, politie, OM en NCTV",
        uitleg=(
            "Maak afspraken vóór er iets gebeurt. Wie belt u bij de politie? Wie bij het Openbaar "
            "Ministerie? {partners} Test de telefoonnummers elk half jaar."
        ),
        deelacties=(
            "Vul per partner een contactpersoon, een vervanger en een noodnummer in.",
            "Spreek af wanneer u opschaalt en naar wie.",
            "Leg vast welke gegevens u wel en niet deelt.",
            "Zet de datum van de volgende evaluatie in de agenda.",
        ),
        product="Werkafspraken en een belkaart",
        bewijs="Ondertekend stuk, lijst met geteste nummers",
        eigenaar="{burgemeester}, met {adviseur}",
        ritme=Ritme.HALFJAARLIJKS,
        bronnen=(CHECKLIST, ELA),
    ),
    Stap(
        nummer=7,
        groep=Groep.VOORBEREID,
        titel="Opvang, nazorg en repressie voorbereiden",
        uitleg=(
            "Na een incident telt elk uur. Zorg dat iedereen weet wie opvang geeft, ook aan het "
            "gezin. Vraag altijd wat iemand nodig heeft en bel later nog een keer. Regel hulp van "
            "buiten voor als het zwaar is."
        ),
        deelacties=(
            "Wijs opvangers aan en leid ze op.",
            "Zet hulp van buiten op één kaart.",
            "Spreek contactmomenten af: dag 1, week 1, maand 1.",
            "Betrek het thuisfront.",
        ),
        product="Een rooster van opvangers en een kaart voor nazorg",
        bewijs="Bezet rooster, geteste nummers",
        eigenaar="{griffier} en {secretaris}, met de vertrouwenspersoon",
        ritme=Ritme.JAARLIJKS,
        bronnen=(CHECKLIST, ONDERSTEUNINGSTEAM),
    ),
    Stap(
        nummer=8,
        groep=Groep.VOORBEREID,
        titel="Meld- en registratiesystemen op (laten) zetten",
        uitleg=(
            "Melden moet makkelijk zijn. Kies één plek en één formulier. Vraag alleen wat nodig is "
            "en bescherm wat privé is. Laat de melder weten wat er met de melding gebeurt."
        ),
        deelacties=(
            "Kies het meldpunt en de vervanger.",
            "Bepaal wie wat mag zien.",
            "Leg vast hoelang u gegevens bewaart.",
            "Vertel iedereen hoe melden werkt.",
        ),
        product="Eén meldpunt en één register",
        bewijs="Het register, en een meldroute die iedereen kent",
        eigenaar="{griffier} en {secretaris}; uitvoering door de coördinator",
        ritme=Ritme.PER_KWARTAAL,
        bronnen=(CHECKLIST, LEIDRAAD),
    ),
    Stap(
        nummer=9,
        groep=Groep.VOORBEREID,
        titel="Sanctiebeleid bepalen",
        uitleg=(
            "Bepaal vooraf welke maatregel bij welk gedrag past. Zo behandelt u iedereen gelijk. "
            "Hoor de ander voordat u beslist en geef een einddatum. Kritiek of een klacht is nooit "
            "een reden voor een maatregel."
        ),
        deelacties=(
            "Koppel gedrag aan mogelijke maatregelen.",
            "Bepaal wie mag besluiten.",
            "Maak modelbrieven met reden, einddatum en de weg voor bezwaar of klacht.",
            "Spreek af hoe de dienstverlening doorgaat.",
        ),
        product="Een vastgestelde sanctieladder en modelbrieven",
        bewijs="Vastgestelde ladder, modelbrieven",
        eigenaar="{burgemeester} en {het_college}",
        ritme=Ritme.PER_TERMIJN,
        bronnen=(CHECKLIST, OMBUDSMAN),
    ),
)
