"""What comes by letter, phone or screen, everywhere."""

from vob.incidenten.values import Ernst, Kanaal, Locatie, Vorm

from .voorval import Voorval

LICHT = Ernst.HINDERLIJK
ERNSTIG = Ernst.ERNSTIG
ZWAAR = Ernst.ZEER_ERNSTIG

VOORVALLEN: tuple[Voorval, ...] = (
    Voorval(
        "Stroom berichten na een stemming",
        "Na de stemming kreeg ik in twee dagen 140 berichten. De meeste waren boos, dat mag. Maar "
        "een stuk of tien noemden mijn adres en wat ze met mij wilden doen.",
        "raadslid3",
        (Vorm.ONLINE_HAAT, Vorm.DOXING),
        Kanaal.SOCIALE_MEDIA,
        ERNSTIG,
        "",
        Locatie.ONLINE,
    ),
    Voorval(
        "Anonieme brief thuis",
        "In de bus lag een brief zonder afzender, met uit de krant geknipte woorden. Er stond dat "
        "ik moest aftreden, anders zou ik het voelen. De envelop heb ik bewaard.",
        "wethouder",
        (Vorm.BEDREIGING,),
        Kanaal.BRIEF,
        ZWAAR,
        "woning",
        Locatie.WONING,
    ),
    Voorval(
        "Beller blijft schelden en dreigen",
        "Dezelfde man belde op één middag negen keer. Eerst over zijn zaak, later alleen nog om te "
        "schelden. Bij de laatste keer zei hij dat hij langs zou komen.",
        "medewerker",
        (Vorm.HINDERLIJK_CONTACT, Vorm.INTIMIDATIE),
        Kanaal.TELEFOON,
        ERNSTIG,
    ),
    Voorval(
        "Verzonnen beschuldiging verspreid",
        "Op een pagina met veel volgers staat dat ik geld heb aangenomen. Dat is niet waar. Het "
        "bericht is honderden keren gedeeld. Mijn dochter kreeg er op school vragen over.",
        "wethouder2",
        (Vorm.SMAAD,),
        Kanaal.SOCIALE_MEDIA,
        ERNSTIG,
        "",
        Locatie.ONLINE,
    ),
    Voorval(
        "Discriminerende mail",
        "Ik kreeg een mail waarin stond dat mensen met mijn achternaam niets te zoeken hebben in "
        "{de_raad}. De afzender gebruikte zijn eigen naam.",
        "raadslid6",
        (Vorm.DISCRIMINATIE, Vorm.BELEDIGING),
        Kanaal.EMAIL,
        ERNSTIG,
    ),
    Voorval(
        "Dreigend bericht in een groepsapp",
        "In een groepsapp van de buurt schreef iemand dat de {burgemeester} ‘een lesje verdient’. "
        "Een deelnemer stuurde mij een schermafdruk. Anderen reageerden met duimpjes.",
        "burgemeester",
        (Vorm.BEDREIGING,),
        Kanaal.BERICHT,
        ZWAAR,
        "",
        Locatie.ONLINE,
    ),
    Voorval(
        "Gefilmd en online gezet zonder toestemming",
        "Een bezoeker filmde mij tijdens een gesprek aan het loket en zette het filmpje online, "
        "met mijn naam erbij. Onder het filmpje staan nare reacties.",
        "vergunningen",
        (Vorm.DOXING, Vorm.ONLINE_HAAT),
        Kanaal.SOCIALE_MEDIA,
        LICHT,
        "loket",
        Locatie.GEMEENTEHUIS,
    ),
    Voorval(
        "Seksueel getinte berichten",
        "Ik krijg al weken berichten over mijn uiterlijk, met voorstellen die ik hier niet wil "
        "herhalen. Ik heb gevraagd om te stoppen. Daarna werd het erger.",
        "raadslid7",
        (Vorm.INTIMIDATIE, Vorm.HINDERLIJK_CONTACT),
        Kanaal.BERICHT,
        ERNSTIG,
        "",
        Locatie.ONLINE,
    ),
    Voorval(
        "Telkens dezelfde klacht, steeds dreigender",
        "De brieven van deze inwoner worden steeds dreigender. In de laatste staat: u heeft mij "
        "alles afgenomen, nu neem ik iets van u.",
        "jurist",
        (Vorm.BEDREIGING, Vorm.HINDERLIJK_CONTACT),
        Kanaal.BRIEF,
        ERNSTIG,
    ),
    Voorval(
        "Commissielid vermijdt sociale media",
        "Sinds de reacties op haar bijdrage plaatst een commissielid niets meer. Zij overweegt om "
        "te stoppen. Ik meld dit namens haar, zij vindt dat goed.",
        "griffier2",
        (Vorm.ONLINE_HAAT,),
        Kanaal.SOCIALE_MEDIA,
        LICHT,
        "",
        Locatie.ONLINE,
        anders="commissielid",
    ),
    Voorval(
        "Verf op het {gemeentehuis}",
        "Vannacht is de gevel beklad met leuzen tegen {het_college}. De camera heeft twee personen "
        "gefilmd. Het schoonmaken kost ongeveer 1.800 euro.",
        "beveiliging2",
        (Vorm.VERNIELING,),
        Kanaal.ANDERS,
        LICHT,
        "voorgevel",
        Locatie.GEMEENTEHUIS,
        anders="anders",
    ),
    Voorval(
        "Partner lastiggevallen in de supermarkt",
        "Mijn partner werd bij de kassa aangesproken: ‘Zeg maar tegen die man van je dat we hem "
        "weten te vinden.’ Zij durft daar niet meer alleen heen.",
        "loco",
        (Vorm.BEDREIGING_GEZIN, Vorm.INTIMIDATIE),
        Kanaal.VIA_DERDE,
        ZWAAR,
        "supermarkt",
        Locatie.OPENBARE_WEG,
    ),
    Voorval(
        "Nepaccount met mijn foto",
        "Iemand heeft een account gemaakt met mijn naam en foto. Daarop staan kwetsende berichten "
        "over inwoners. Mensen denken dat ik ze schreef.",
        "raadslid4",
        (Vorm.SMAAD, Vorm.TREITEREN),
        Kanaal.SOCIALE_MEDIA,
        LICHT,
        "",
        Locatie.ONLINE,
    ),
    Voorval(
        "Telefoonterreur ’s nachts",
        "Al een week word ik elke nacht gebeld door een onbekend nummer. Ik hoor alleen "
        "ademhaling. Ik slaap slecht en zet mijn telefoon nu uit.",
        "fractie",
        (Vorm.STALKING, Vorm.HINDERLIJK_CONTACT),
        Kanaal.TELEFOON,
        ERNSTIG,
        "woning",
        Locatie.WONING,
    ),
    Voorval(
        "Dreiging met een bezoek aan huis",
        "In een reactie onder een nieuwsbericht schreef iemand: ‘Zondag komen we met z’n allen bij "
        "je thuis langs.’ Mijn adres stond erbij.",
        "burgemeester",
        (Vorm.DOXING, Vorm.BEDREIGING),
        Kanaal.WEBSITE,
        ZWAAR,
        "",
        Locatie.ONLINE,
    ),
    Voorval(
        "Kwetsende poster bij de ingang",
        "Op de deur hing een poster met mijn hoofd op het lichaam van een varken. Bezoekers hebben "
        "hem gezien voordat wij hem weghaalden.",
        "loco",
        (Vorm.BELEDIGING,),
        Kanaal.ANDERS,
        LICHT,
        "ingang",
        Locatie.GEMEENTEHUIS,
    ),
    Voorval(
        "Dagelijkse mails aan alle leden",
        "Een inwoner mailt elke dag alle {raadsleden}, vaak met beledigingen. Leden vragen wat zij "
        "ermee moeten.",
        "griffier",
        (Vorm.HINDERLIJK_CONTACT, Vorm.BELEDIGING),
        Kanaal.EMAIL,
        LICHT,
    ),
    Voorval(
        "Drone boven de tuin",
        "Drie avonden achter elkaar hing er een drone boven onze tuin. Op de derde avond stond er "
        "een foto van ons terras op internet.",
        "loco",
        (Vorm.STALKING, Vorm.DOXING),
        Kanaal.ANDERS,
        ERNSTIG,
        "woning",
        Locatie.WONING,
    ),
    Voorval(
        "Chantage met een oude foto",
        "Iemand dreigt een oude foto van mij te delen als ik niet tegen het voorstel stem. Ik heb "
        "niet gereageerd.",
        "raadslid2",
        (Vorm.BEDREIGING, Vorm.INTIMIDATIE),
        Kanaal.BERICHT,
        ZWAAR,
        "",
        Locatie.ONLINE,
        is_vertrouwelijk=True,
    ),
    Voorval(
        "Aanhoudend appen door een oud-collega",
        "Sinds zijn vertrek stuurt een oud-collega mij elke week berichten over vroeger. Ik heb "
        "hem geblokkeerd. Nu appt hij mijn zus.",
        "woordvoerder",
        (Vorm.STALKING,),
        Kanaal.BERICHT,
        LICHT,
    ),
)
