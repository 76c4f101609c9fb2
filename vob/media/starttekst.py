"""A media policy to begin with. Words between braces are those of the organisation.

What protocols of others hold (shared/domein/overig.md §3.1), in plain words; the rules about
incident messages are those of §3.3.
"""

TITEL = "Mediabeleid"
SAMENVATTING = (
    "Met de pers spreekt wie daarvoor is aangewezen. Belt er een journalist? Noteer de vraag en "
    "zeg dat wij terugbellen. Over een bedreiging zeggen wij nooit details."
)
TEKST = """# Wie spreekt

Per onderwerp is er een eerste woordvoerder en een vervanger. In VOB ziet u bij ‘Wie spreekt?’ wie
dat nu is, ook ’s avonds en in het weekend. Over een strafzaak spreekt alleen het Openbaar
Ministerie, en de politie na overleg.

# Belt een journalist u?

1. Blijf vriendelijk. U hoeft niets te zeggen over de inhoud.
2. Noteer de vraag, de naam en voor wanneer er een antwoord nodig is.
3. Zeg: ‘De woordvoerder belt u terug.’

# Na een voorval

Eerst is de betrokkene akkoord en weet het gezin ervan. Het tijdstip stemmen wij af met politie en
Openbaar Ministerie. Intern weet men het eerst. Dan spreekt één woordvoerder.

## Dit zeggen wij wel

- Wij accepteren dit niet.
- Er is melding of aangifte gedaan, als politie en OM dat goed vinden.
- Wij steunen onze collega. Het werk en de besluiten gaan door.

## Dit zeggen wij nooit

- De precieze bedreiging, of een schermafdruk daarvan.
- Een adres, een route, iets over het gezin of over gezondheid.
- Hoe iemand wordt beveiligd, en óf iemand wordt beveiligd.
- De naam van een verdachte, een motief of een vermoeden.

# Sociale media

- Reageer zakelijk, of niet. U hoeft niet op alles te antwoorden.
- Bewaar een bedreiging: maak een schermafdruk met datum, en meld het in VOB.
- Wie de omgangsregels niet volgt, krijgt eerst een waarschuwing. Blijft het doorgaan, dan
  verwijderen of blokkeren wij.
- Deel niets over een voorval van een collega. Ook niet om te steunen.

# Wat {raadsleden} mogen

Elke fractie spreekt voor zichzelf, en elk {raadslid} mag met de pers praten. Voor {de_raad} als
orgaan spreekt de voorzitter, via de {griffier}. Wij vragen wel: noem na een bedreiging geen
details van een ander, en overleg eerst met die persoon.

# Embargo

Krijgt een journalist iets vooraf, dan staat bij de vraag tot wanneer het embargo geldt. Tot dan
ziet alleen de woordvoerder de vraag.
"""
