"""The value lists of one gathering or visit: the short questions, and how it was rated."""

from vob.core.values import Waardelijst


class Kleur(Waardelijst):
    """The outcome. The word is as important as the colour."""

    GROEN = "groen", "Groen: niets extra nodig"
    ORANJE = "oranje", "Oranje: met maatregelen"
    ROOD = "rood", "Rood: eerst overleg met politie en coördinator"


class Bijeenkomstsoort(Waardelijst):
    """`woorden_van` in rules_bijeenkomst says the first one in the words of the organisation."""

    RAAD = "raad", "Raadsvergadering"
    COMMISSIE = "commissie", "Commissievergadering"
    AVOND = "avond", "Bewonersavond of inloop"
    WERKBEZOEK = "werkbezoek", "Werkbezoek"
    HUISBEZOEK = "huisbezoek", "Huisbezoek of erfbezoek"
    HOORZITTING = "hoorzitting", "Hoorzitting"
    HANDHAVING = "handhaving", "Handhaving"
    DEMONSTRATIE = "demonstratie", "Demonstratie"
    DEBAT = "debat", "Verkiezingsdebat"
    HERDENKING = "herdenking", "Installatie of herdenking"
    ANDERS = "anders", "Iets anders"


class Plaats(Waardelijst):
    TOEGANG = "toegang", "Eigen gebouw, met controle bij de deur"
    OPEN = "open", "Eigen gebouw, iedereen loopt binnen"
    ELDERS = "elders", "Een andere plek"
    WONING = "woning", "Bij iemand thuis of op het erf"


class Publiek(Waardelijst):
    GENODIGDEN = "genodigden", "Alleen wie is uitgenodigd"
    ENKELEN = "enkelen", "Enkele bezoekers"
    VEEL = "veel", "Veel mensen, of we weten het niet"


class Onderwerp(Waardelijst):
    RUSTIG = "rustig", "Rustig"
    GEVOELIG = "gevoelig", "Gevoelig"
    BELADEN = "beladen", "Zeer beladen"


class Personen(Waardelijst):
    GEEN = "geen", "Geen bijzonderheden"
    BOOS = "boos", "Iemand die boos is of eerder boos was"
    DREIGER = "dreiger", "Iemand die eerder dreigde"


class Eerder(Waardelijst):
    NEE = "nee", "Nee"
    ONRUST = "onrust", "Onrust of schelden"
    DREIGING = "dreiging", "Dreiging of geweld"


class Tijdstip(Waardelijst):
    OVERDAG = "overdag", "Overdag"
    AVOND = "avond", "In de avond"
    LAAT = "laat", "Laat, donker of verlaten"


class Route(Waardelijst):
    GOED = "goed", "Twee uitgangen en de auto dichtbij"
    EEN = "een", "Eén uitgang of een stuk lopen"
    ONBEKEND = "onbekend", "Weten we niet"


class Hulp(Waardelijst):
    ERBIJ = "erbij", "Bode of beveiliger is erbij"
    DICHTBIJ = "dichtbij", "Collega’s zijn in de buurt"
    ALLEEN = "alleen", "Niemand, of wie gaat is alleen"


class Verloop(Waardelijst):
    RUSTIG = "rustig", "Rustig verlopen"
    ONRUSTIG = "onrustig", "Onrustig, zonder incident"
    INCIDENT = "incident", "Er was een incident"
    NIET_DOOR = "niet_door", "Ging niet door"


class BeveiligingVoor(Waardelijst):
    GEBOUW = "gebouw", "Een gebouw"
    VERGADERING = "vergadering", "Vergaderingen"
    PERSOON = "persoon", "Een persoon"
    DIGITAAL = "digitaal", "Digitaal"


class Beveiligingssoort(Waardelijst):
    """Only the kind; where it is, is nowhere in VOB."""

    BEVEILIGER = "beveiliger", "Beveiliger of extra bode"
    TOEGANG = "toegang", "Toegangscontrole"
    NOODKNOP = "noodknop", "Noodknop of draagbaar alarm"
    ALARM = "alarm", "Alarm met opvolging"
    CAMERA = "camera", "Camera"
    GLAS = "glas", "Glas, sluit- of hangwerk"
    INTERCOM = "intercom", "Deurspion of video-intercom"
    POST = "post", "Beveiligde brievenbus of postcontrole"
    VERVOER = "vervoer", "Begeleid vervoer"
    SURVEILLANCE = "surveillance", "Extra surveillance door de politie"
    DIGITAAL = "digitaal", "Digitale afscherming"
    ANDERS = "anders", "Anders"


class Beveiligingsstatus(Waardelijst):
    VOORGESTELD = "voorgesteld", "Voorgesteld"
    BESLOTEN = "besloten", "Besloten"
    ACTIEF = "actief", "Actief"
    AFGESCHAALD = "afgeschaald", "Afgeschaald"
    AFGEWEZEN = "afgewezen", "Afgewezen"
