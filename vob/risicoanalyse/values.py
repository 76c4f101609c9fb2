"""The value lists of risk analyses. Source: shared/domein/overig.md §2; terms in stappen.md."""

from vob.core.values import Waardelijst


class Soort(Waardelijst):
    """The four kinds."""

    GENERIEK = "generiek", "De hele organisatie"
    BELEIDSGEBIED = "beleidsgebied", "Eén beleidsgebied"
    PERSOON = "persoon", "Eén persoon"
    OPERATIONEEL = "operationeel", "Eén bijeenkomst of bezoek"


class Status(Waardelijst):
    """What was decided. Whether it still holds also depends on the date (`Stand`)."""

    CONCEPT = "concept", "Concept"
    TER_VASTSTELLING = "ter_vaststelling", "Ter vaststelling"
    VASTGESTELD = "vastgesteld", "Vastgesteld"
    VERVANGEN = "vervangen", "Vervangen"
    GEREED = "gereed", "Ingeschat"  # of one gathering: nobody adopts that


class Stand(Waardelijst):
    """How an analysis stands on a date."""

    CONCEPT = "concept", "concept"
    TER_VASTSTELLING = "ter_vaststelling", "ter vaststelling"
    VASTGESTELD = "vastgesteld", "vastgesteld"
    VERLOPEN = "verlopen", "verlopen"
    VERVANGEN = "vervangen", "vervangen"
    GEREED = "gereed", "ingeschat"


class Klasse(Waardelijst):
    """How grave a risk is. The stored value sorts."""

    LAAG = "1", "Laag"
    MIDDEN = "2", "Midden"
    HOOG = "3", "Hoog"
    ZEER_HOOG = "4", "Zeer hoog"


class Besluitniveau(Waardelijst):
    """Who may accept what remains. The stored value sorts; `rules.niveau_label` has our words."""

    PROCESEIGENAAR = "1", "Proceseigenaar"
    SECRETARIS = "2", "Gemeentesecretaris of griffier"
    BURGEMEESTER = "3", "Burgemeester"
    COLLEGE = "4", "College, en de driehoek weet ervan"


class Zekerheid(Waardelijst):
    LAAG = "laag", "Laag: een gok"
    MIDDEN = "midden", "Midden: kennis van enkelen"
    HOOG = "hoog", "Hoog: cijfers of ervaring"


class Aspect(Waardelijst):
    """What the effect touches most; the gravest of the four counts."""

    LICHAMELIJK = "lichamelijk", "Lichamelijk"
    PSYCHISCH = "psychisch", "Psychisch of gezin"
    BESLUITVORMING = "besluitvorming", "Besluitvorming"
    MATERIEEL = "materieel", "Schade of dienstverlening"


class Werking(Waardelijst):
    """How well the existing measures work."""

    GOED = "goed", "Werkt goed"
    DEELS = "deels", "Werkt deels"
    NIET = "niet", "Werkt niet"
    ONBEKEND = "onbekend", "Weten we niet"


class Maatregeltype(Waardelijst):
    ORGANISATORISCH = "O", "Organisatorisch"
    BOUWKUNDIG = "B", "Bouwkundig"
    ELEKTRONISCH = "E", "Elektronisch"
    PERSONEEL = "P", "Personeel en training"
    DIGITAAL = "D", "Digitaal"
    COMMUNICATIE = "C", "Communicatie"


class WerktOp(Waardelijst):
    KANS = "kans", "Verkleint de kans"
    EFFECT = "effect", "Verkleint het effect"
    BEIDE = "beide", "Verkleint beide"


class Betaler(Waardelijst):
    ORGANISATIE = "organisatie", "Eigen organisatie"
    RIJK = "rijk", "Rijk (BZK)"
    PERSOON = "persoon", "De persoon zelf"
    DERDE = "derde", "Een ander"


class Maatregelstatus(Waardelijst):
    VOORGESTELD = "voorgesteld", "Voorgesteld"
    AKKOORD = "akkoord", "Akkoord"
    IN_UITVOERING = "in_uitvoering", "In uitvoering"
    UITGEVOERD = "uitgevoerd", "Uitgevoerd"
    WERKT_NIET = "werkt_niet", "Werkt niet"
    VERVALLEN = "vervallen", "Vervallen"


class Domein(Waardelijst):
    """Where a person is at risk (Regeling beveiligingsmaatregelen decentrale bestuurders, CCV)."""

    WONEN = "wonen", "Wonen"
    WERKEN = "werken", "Werken"
    VERPLAATSEN = "verplaatsen", "Verplaatsen"
    DIGITAAL = "digitaal", "Digitale informatie"


class Adviesstatus(Waardelijst):
    """Only that an advice of CCV or BVA exists; what it says does not belong in VOB."""

    GEEN = "geen", "Niet aangevraagd"
    AANGEVRAAGD = "aangevraagd", "Aangevraagd"
    ONTVANGEN = "ontvangen", "Ontvangen"
    OVERGENOMEN = "overgenomen", "Overgenomen"
    DEELS = "deels", "Deels overgenomen"
    NIET = "niet", "Niet overgenomen"


class Aanbodstatus(Waardelijst):
    """The offer of a personal analysis: all that anyone but the person and those named sees."""

    AANGEBODEN = "aangeboden", "Aangeboden"
    AANVAARD = "aanvaard", "Aanvaard"
    AFGEWEZEN = "afgewezen", "Afgewezen"
    GEDAAN = "gedaan", "Gedaan"


class Factor(Waardelijst):
    """What makes a threat more likely (overig.md §2.5)."""

    RAAKT_BESTAAN = "raakt_bestaan", "Het raakt huis, grond, inkomen of geloof"
    ONOMKEERBAAR = "onomkeerbaar", "Het besluit is niet terug te draaien"
    LANDELIJK = "landelijk", "Het onderwerp is landelijk beladen"
    VERLIEZER = "verliezer", "Iemand verliest er zichtbaar bij"
    CONFLICT = "conflict", "Er was eerder een conflict of rechtszaak"
    OPROEP = "oproep", "Online oproep of haatcampagne"
    BEKENDE = "bekende", "Iemand met eerdere incidenten is betrokken"
    ONDERMIJNING = "ondermijning", "Criminele belangen of ondermijning"
    ANTI = "anti", "Groep die de overheid afwijst"
    DEMONSTRATIE = "demonstratie", "Demonstratie verwacht"
    VERWARD = "verward", "Alcohol, middelen of verward gedrag"
    LAAT = "laat", "Laat op de avond"
    MEDIA = "media", "Veel aandacht in de media"
    VERKIEZING = "verkiezing", "Verkiezingstijd"


class Kwetsbaarheid(Waardelijst):
    """Where one can be hit (overig.md §2.6)."""

    ADRES = "adres", "Privéadres is te vinden"
    BUITENAF = "buitenaf", "Woont buitenaf of alleen"
    KINDEREN = "kinderen", "Jonge kinderen"
    HERKENBAAR = "herkenbaar", "Naam of foto op auto of gevel"
    ALLEEN = "alleen", "Geen ondersteuning in de fractie of op het werk"
    HAAT = "haat", "Meer kans op haat: vrouw, jong of minderheid"
    OPEN_GEBOUW = "open_gebouw", "Open gebouw zonder sluis"
    UITGANG = "uitgang", "Geen tweede uitgang"
    SPREEKKAMER = "spreekkamer", "Spreekkamer zonder alarm"
    BEZOEK = "bezoek", "Alleen op bezoek"
    TELEFOON = "telefoon", "Privételefoon als werknummer"
    ROUTE = "route", "Vaste route of vast tijdstip"
    POST = "post", "Post wordt niet bekeken"
    WOORDVOERDER = "woordvoerder", "Geen vervanger voor de woordvoerder"
    PROTOCOL = "protocol", "Protocol is niet bekend"
    POLITIE = "politie", "Geen vast contact bij de politie"


class Welke(Waardelijst):
    """What the list of analyses can be narrowed to."""

    GELDIG = "geldig", "Geldt nu"
    VERLOPEN = "verlopen", "Verlopen"
    ONDERHANDEN = "onderhanden", "Nog in de maak"
    VERVANGEN = "vervangen", "Vervangen"
