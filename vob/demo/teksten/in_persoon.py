"""What happens face to face, everywhere."""

from vob.incidenten.values import Ernst, Kanaal, Locatie, Vorm

from .voorval import Voorval

LICHT = Ernst.HINDERLIJK
ERNSTIG = Ernst.ERNSTIG
ZWAAR = Ernst.ZEER_ERNSTIG
ACUUT = Ernst.ACUUT

VOORVALLEN: tuple[Voorval, ...] = (
    Voorval(
        "Bij de auto opgewacht na de {raadsvergadering}",
        "Na afloop stond een man bij mijn auto. Hij zei dat ik nog wel zou merken wat mijn stem "
        "betekende, en dat hij wist waar mijn kinderen naar school gaan. Ik ben terug naar binnen "
        "gelopen. De bode is met mij meegegaan.",
        "raadslid",
        (Vorm.BEDREIGING, Vorm.BEDREIGING_GEZIN),
        Kanaal.PERSOONLIJK,
        ZWAAR,
        "parkeerterrein bij het {gemeentehuis}",
        Locatie.OPENBARE_WEG,
    ),
    Voorval(
        "Uitgescholden aan de balie",
        "Een bezoeker wilde meteen geholpen worden. Toen ik zei dat dat niet ging, schold hij mij "
        "uit en sloeg hij met zijn vuist op de balie. Een collega is erbij komen staan. Na tien "
        "minuten liep hij weg.",
        "balie",
        (Vorm.BELEDIGING,),
        Kanaal.PERSOONLIJK,
        LICHT,
        "publieksbalie",
        Locatie.GEMEENTEHUIS,
    ),
    Voorval(
        "Vergadering stilgelegd door geschreeuw",
        "Een groep van ongeveer twintig mensen bleef door de insprekers heen schreeuwen. De "
        "voorzitter heeft de vergadering een kwartier geschorst. Daarna is de tribune ontruimd.",
        "griffier",
        (Vorm.ORDEVERSTORING,),
        Kanaal.PERSOONLIJK,
        LICHT,
        "{raadzaal}",
        Locatie.TRIBUNE,
    ),
    Voorval(
        "Gevolgd van de bushalte naar huis",
        "Een man die ik van de inloopavond ken, liep achter mij aan tot mijn voordeur. Hij zei "
        "niets. Het is nu de derde keer. Ik ga niet meer alleen naar huis.",
        "raadslid5",
        (Vorm.STALKING, Vorm.NON_VERBAAL),
        Kanaal.PERSOONLIJK,
        ZWAAR,
        "bushalte en woning",
        Locatie.OPENBARE_WEG,
    ),
    Voorval(
        "Bode geduwd bij de ingang",
        "Ik vroeg een man om zich te legitimeren. Hij duwde mij hard tegen de deur en liep door. "
        "Samen met een collega heb ik hem naar buiten gebracht. Ik heb een blauwe plek op mijn "
        "arm.",
        "beveiliging",
        (Vorm.FYSIEK,),
        Kanaal.PERSOONLIJK,
        ZWAAR,
        "hoofdingang",
        Locatie.GEMEENTEHUIS,
    ),
    Voorval(
        "Band lekgestoken tijdens de fractieavond",
        "Toen wij naar buiten kwamen, waren twee banden van mijn auto lek. Er zat een briefje "
        "onder de ruitenwisser met het woord ‘verrader’.",
        "raadslid2",
        (Vorm.VERNIELING, Vorm.NON_VERBAAL),
        Kanaal.PERSOONLIJK,
        ERNSTIG,
        "parkeerterrein wijkcentrum",
        Locatie.BIJEENKOMST,
    ),
    Voorval(
        "Toezichthouder bespuugd",
        "Ik sprak een man aan op zijn loslopende hond. Hij spuugde mij in het gezicht en fietste "
        "weg. Twee omstanders hebben het gezien en willen getuigen.",
        "toezicht",
        (Vorm.FYSIEK, Vorm.BELEDIGING),
        Kanaal.PERSOONLIJK,
        ZWAAR,
        "park",
        Locatie.OPENBARE_WEG,
    ),
    Voorval(
        "Ruzie tijdens een werkbezoek",
        "Tijdens het werkbezoek ging een ondernemer voor mij staan en liet mij er niet langs. Hij "
        "schreeuwde dat wij zijn bedrijf kapotmaken. Na een paar minuten liet hij ons gaan.",
        "wethouder3",
        (Vorm.NON_VERBAAL, Vorm.BELEDIGING),
        Kanaal.PERSOONLIJK,
        LICHT,
        "bedrijventerrein",
        Locatie.BIJEENKOMST,
    ),
    Voorval(
        "Bezoeker weigert weg te gaan",
        "Om vijf uur wilden wij sluiten. Een bezoeker weigerde te vertrekken en ging op de grond "
        "zitten. Na een gesprek met de bode ging hij alsnog.",
        "balie",
        (Vorm.VREDEBREUK,),
        Kanaal.PERSOONLIJK,
        LICHT,
        "wachtruimte",
        Locatie.GEMEENTEHUIS,
    ),
    Voorval(
        "Dode vogel in de brievenbus",
        "Vanochtend lag er een dode vogel in mijn brievenbus, met een kaartje: ‘Eerste "
        "waarschuwing.’ Ik heb foto’s gemaakt en niets aangeraakt.",
        "wethouder",
        (Vorm.NON_VERBAAL, Vorm.BEDREIGING),
        Kanaal.PERSOONLIJK,
        ZWAAR,
        "woning",
        Locatie.WONING,
    ),
    Voorval(
        "Geroddel en pesterij in de commissie",
        "Een collega maakt in elke vergadering opmerkingen over mijn accent. Anderen lachen. Ik "
        "zeg daardoor steeds minder.",
        "commissielid",
        (Vorm.TREITEREN, Vorm.DISCRIMINATIE),
        Kanaal.PERSOONLIJK,
        LICHT,
        "commissiekamer",
        Locatie.RAADZAAL,
    ),
    Voorval(
        "Tractor dwars voor de oprit",
        "Toen ik naar huis wilde, stond er een tractor dwars voor de oprit van de bijeenkomst. De "
        "bestuurder zette de motor uit en bleef mij aankijken. Na twintig minuten reed hij weg.",
        "wethouder3",
        (Vorm.NON_VERBAAL,),
        Kanaal.PERSOONLIJK,
        ERNSTIG,
        "dorpshuis",
        Locatie.BIJEENKOMST,
    ),
    Voorval(
        "Stoel door de spreekkamer gegooid",
        "Toen ik de afwijzing uitlegde, gooide de man een stoel tegen de muur. Ik heb op de "
        "alarmknop gedrukt. Binnen een minuut waren er twee collega’s.",
        "vergunningen",
        (Vorm.VERNIELING, Vorm.FYSIEK),
        Kanaal.PERSOONLIJK,
        ZWAAR,
        "spreekkamer 3",
        Locatie.GEMEENTEHUIS,
    ),
    Voorval(
        "Boze inwoner trapt tegen dienstauto",
        "Tijdens een controle trapte een man tegen de deur van onze dienstauto. Er zit een deuk "
        "in. Wij zijn weggereden en hebben de politie gebeld.",
        "buiten",
        (Vorm.VERNIELING,),
        Kanaal.PERSOONLIJK,
        ERNSTIG,
        "buitengebied",
        Locatie.OPENBARE_WEG,
    ),
    Voorval(
        "Inspreker bedreigt na afloop",
        "Na zijn inspraak kwam de man naar mijn plaats en fluisterde: ‘Jou krijg ik nog wel.’ Twee "
        "collega’s hoorden het.",
        "raadslid",
        (Vorm.BEDREIGING,),
        Kanaal.PERSOONLIJK,
        ERNSTIG,
        "{raadzaal}",
        Locatie.RAADZAAL,
    ),
    Voorval(
        "Steen door de ruit",
        "Om half drie vannacht is er een steen door de ruit van mijn woonkamer gegooid. Mijn gezin "
        "sliep boven. De politie is geweest en doet onderzoek.",
        "wethouder2",
        (Vorm.VERNIELING, Vorm.BEDREIGING),
        Kanaal.PERSOONLIJK,
        ACUUT,
        "woning",
        Locatie.WONING,
    ),
    Voorval(
        "Medewerker op straat herkend en uitgescholden",
        "Ik liep met mijn zoontje over de markt. Een vrouw die ik van mijn werk ken, schold mij "
        "uit waar hij bij was.",
        "project",
        (Vorm.BELEDIGING,),
        Kanaal.PERSOONLIJK,
        LICHT,
        "markt",
        Locatie.OPENBARE_WEG,
    ),
    Voorval(
        "Collega durft niet meer naar inloopavonden",
        "Na de vorige inloopavond is mijn collega niet meer meegegaan. Zij werd daar door een "
        "groep ingesloten en uitgelachen.",
        "medewerker",
        (Vorm.TREITEREN, Vorm.NON_VERBAAL),
        Kanaal.PERSOONLIJK,
        LICHT,
        "wijkcentrum",
        Locatie.BIJEENKOMST,
        anders="medewerker",
    ),
    Voorval(
        "Bijzondere zitting verstoord met rookbom",
        "Vlak voor de opening ging er een rookbom af in de hal. Iedereen is naar buiten gegaan. "
        "Niemand is gewond. De brandweer heeft het gebouw vrijgegeven.",
        "griffier",
        (Vorm.ORDEVERSTORING, Vorm.VERNIELING),
        Kanaal.PERSOONLIJK,
        ZWAAR,
        "hal van het {gemeentehuis}",
        Locatie.GEMEENTEHUIS,
    ),
    Voorval(
        "Uitgejouwd bij een herdenking",
        "Tijdens de kranslegging riep een kleine groep leuzen tegen de {burgemeester}. De "
        "aanwezigen waren er erg van onder de indruk.",
        "burgemeester",
        (Vorm.BELEDIGING, Vorm.ORDEVERSTORING),
        Kanaal.PERSOONLIJK,
        LICHT,
        "monument",
        Locatie.OPENBARE_WEG,
    ),
)
