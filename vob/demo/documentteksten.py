"""The documents of the demo organisation: short, but what one would expect to read."""

AGRESSIEPROTOCOL_OUD = """# Voor wie

Dit protocol geldt voor {raadsleden}, {wethouders} en de {burgemeester}.

# Grenzen

Schelden, dreigen en geweld accepteren wij niet.

# Na een voorval

1. Meld het bij de {griffier}.
2. De {griffier} belt u dezelfde dag.
3. Samen bespreekt u of u aangifte wilt doen.
"""
AGRESSIEPROTOCOL = """# Voor wie

Dit protocol geldt voor {raadsleden}, commissieleden, fractiemedewerkers, {wethouders} en de
{burgemeester}. Het geldt ook voor hun gezin, als het voorval met het werk te maken heeft.

# Grenzen

| Toegestaan | Grens bereikt | Grens over |
| --- | --- | --- |
| Boos zijn, kritiek geven | Persoonlijk worden, blijven schelden | Dreigen, volgen, geweld |
| Veel mails sturen over een besluit | Blijven bellen na een duidelijk ‘nee’ | Thuis langskomen |

# Na een voorval

1. Is er nu gevaar? Bel 112.
2. Meld het in VOB. Dat kan ook namens iemand anders.
3. Wie uw meldlijn is, belt u dezelfde dag.
4. Bij een strafbaar feit doet {de_organisatie} aangifte, als u dat wilt.
5. Binnen 72 uur is er een gesprek over opvang.

# Wie doet wat

- De {burgemeester} beslist over maatregelen.
- De {griffier} is er voor {raadsleden}.
- De coördinator houdt het register bij.
"""
AGRESSIEBELEID = """# Norm

Medewerkers doen hun werk zonder agressie. Wie de grens overgaat, krijgt een reactie.

# Werkafspraken

- Sluit een gesprek af als iemand blijft schelden. Zeg vooraf dat u dat gaat doen.
- Gebruik de alarmknop. Collega’s komen meteen.
- Meld elk voorval, ook als u het klein vindt.

# Leidinggevenden

1. Bel uw medewerker dezelfde dag.
2. Leg vast wat er is gebeurd.
3. Plan na een week een tweede gesprek.
"""
MEDIABELEID = """# Wie spreekt

Over een voorval spreekt de woordvoerder, na overleg met de getroffene. Over aangifte en
onderzoek spreekt alleen de politie of het Openbaar Ministerie.

# Wat wij nooit zeggen

Adressen, namen van gezinsleden, beveiligingsmaatregelen en details van een bedreiging.

# Standaardzin

‘Er is een voorval geweest. Wij steunen onze collega. Meer zeggen wij nu niet.’
"""
SANCTIEBELEID = """# Reactie per ernst

| Ernst | Eerste keer | Herhaling |
| --- | --- | --- |
| Hinderlijk | Gesprek of waarschuwing | Waarschuwingsbrief |
| Ernstig | Waarschuwingsbrief | Gebouwverbod van drie maanden |
| Zeer ernstig | Gebouwverbod en aangifte | Gebouwverbod van een jaar |

# Wie beslist

De {burgemeester} beslist, na advies van de jurist. Wie de maatregel treft, wordt eerst gehoord.
"""
NAZORGPROTOCOL = """# Binnen een dag

De meldlijn belt. Vraag: bent u veilig, wie weet ervan, wat heeft u nodig?

# Binnen 72 uur

Een gesprek met iemand van het opvangteam. U kiest zelf met wie.

# Na vier weken en na drie maanden

Opnieuw bellen. Ook als iemand zei dat het goed ging.

# Hulp van buiten

Slachtofferhulp Nederland en het Ondersteuningsteam Weerbaar Bestuur staan bij de steunpunten.
"""
MELDINSTRUCTIE = """# Melden

Ga naar ‘Melden’. U beantwoordt zes vragen. Dat duurt ongeveer twee minuten.

# Wie leest het

U, de getroffene, uw meldlijn en de coördinator. Kiest u ‘extra vertrouwelijk’, dan alleen u, de
getroffene en de meldlijn.
"""
MELDINSTRUCTIE_NIEUW = (
    MELDINSTRUCTIE
    + """
# Foto’s en schermafdrukken

Voeg ze meteen toe. Wij halen de plaatsgegevens uit de foto.
"""
)
BALIE = """# Iemand dreigt aan de balie

1. Blijf rustig en houd afstand.
2. Zeg: ‘Ik help u graag, als u stopt met schreeuwen.’
3. Stopt het niet? Druk op de alarmknop en ga naar achteren.
4. De bode komt. Bij direct gevaar belt u 112.
5. Meld het daarna, samen met uw leidinggevende.
"""
THUIS = """# Iemand staat bij uw huis

1. Doe niet open. Bel 112 als u zich bedreigd voelt.
2. Bel daarna de bode: die waarschuwt de {burgemeester}.
3. Maak alleen foto’s als dat veilig kan.
4. Vertel uw huisgenoten wat er is. Spreek af waar u elkaar vindt.
"""
VERGADERING = """# Onrust op de publieke tribune

1. De voorzitter waarschuwt één keer, in gewone woorden.
2. Daarna wordt de vergadering geschorst. Leden gaan naar de fractiekamers.
3. De bode begeleidt bezoekers naar buiten. De politie is op de hoogte.
4. De {griffier} legt vast wat er gebeurde en meldt het.
"""
HUISREGELS = """# In het {gemeentehuis}

- Wij gaan rustig en met respect met elkaar om.
- Filmen mag alleen in de hal en op de publieke tribune.
- Volg aanwijzingen van de bode op.
- Wie anderen bedreigt, moet het gebouw verlaten.
"""
BEVEILIGINGSPLAN = """# Doel

Wie in het {gemeentehuis} werkt of komt, is er veilig.

# Rollen

De bode opent en sluit, en kent de alarmroute. Facilitaire zaken toetst elk kwartaal de
alarmknoppen.

# Opschalen

Bij een gevoelige vergadering maakt de {griffier} vooraf een risicoanalyse.
"""
COMMUNICATIEPLAN = """# Boodschap

Kritiek is welkom. Bedreigen niet.

# Momenten

- Begin van het jaar: de norm in het {blad} en op de website.
- Voor elke bewonersavond: huisregels bij de uitnodiging.
- Na een voorval: eerst de collega’s, dan de buitenwereld.
"""
SOCIALE_MEDIA = """# Uw account

Zet privé en werk uit elkaar. Blokkeren mag. Bewaar schermafdrukken voordat u iets verwijdert.
"""
GEDRAGSCODE = """# Omgangsvormen

Wij spreken over elkaars standpunten, niet over elkaars persoon. Wij spreken elkaar aan als het
misgaat, ook in groepsapps.
"""
