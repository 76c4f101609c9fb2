"""The value lists of the register. Source: shared/domein/incidenten.md §9.2."""

from vob.core.values import Waardelijst


class Status(Waardelijst):
    GEMELD = "gemeld", "Gemeld"
    IN_BEHANDELING = "in_behandeling", "In behandeling"
    WACHT_OP_DERDEN = "wacht_op_derden", "Wacht op derden"
    AFGEHANDELD = "afgehandeld", "Afgehandeld"
    GEEVALUEERD = "geevalueerd", "Geëvalueerd"
    GESLOTEN = "gesloten", "Gesloten"


class Hoofdvorm(Waardelijst):
    """The eight forms of the short form, in words everyone uses."""

    SCHELDEN = "schelden", "Schelden of beledigen"
    BEDREIGEN = "bedreigen", "Bedreigen of intimideren"
    LASTIGVALLEN = "lastigvallen", "Lastigvallen of volgen"
    DISCRIMINATIE = "discriminatie", "Discriminatie"
    ONLINE = "online", "Online haat of doxing"
    GEWELD = "geweld", "Lichamelijk geweld"
    VERNIELEN = "vernielen", "Vernielen"
    ANDERS = "anders", "Iets anders"


class Vorm(Waardelijst):
    """The forms as the register counts them; `rules.HOOFDVORM_VAN` groups them."""

    BELEDIGING = "belediging", "Belediging of uitschelden"
    SMAAD = "smaad", "Smaad of zwartmaken"
    TREITEREN = "treiteren", "Treiteren of pesten"
    DISCRIMINATIE = "discriminatie", "Discriminatie"
    INTIMIDATIE = "intimidatie", "(Seksuele) intimidatie"
    BEDREIGING = "bedreiging", "Bedreiging"
    BEDREIGING_GEZIN = "bedreiging_gezin", "Bedreiging van gezin of naasten"
    STALKING = "stalking", "Stalking of belaging"
    DOXING = "doxing", "Doxing: privégegevens verspreiden"
    ONLINE_HAAT = "online_haat", "Online haat"
    HINDERLIJK_CONTACT = "hinderlijk_contact", "Hinderlijk of aanhoudend contact"
    NON_VERBAAL = "non_verbaal", "Non-verbale dreiging"
    FYSIEK = "fysiek", "Fysiek geweld"
    VERNIELING = "vernieling", "Vernieling"
    VREDEBREUK = "vredebreuk", "Lokaal- of huisvredebreuk"
    ORDEVERSTORING = "ordeverstoring", "Ordeverstoring van een vergadering"
    GIJZELING = "gijzeling", "Gijzeling"
    ANDERS = "anders", "Anders"


class Monitorcategorie(Waardelijst):
    """The three categories of the national monitor; derived, least grave first."""

    VERBAAL = "verbaal", "Verbale agressie"
    BEDREIGING = "bedreiging", "Bedreiging of intimidatie"
    FYSIEK = "fysiek", "Fysieke agressie"


class Kanaal(Waardelijst):
    PERSOONLIJK = "persoonlijk", "Persoonlijk"
    TELEFOON = "telefoon", "Telefoon"
    EMAIL = "email", "E-mail"
    BRIEF = "brief", "Brief of post"
    SOCIALE_MEDIA = "sociale_media", "Sociale media"
    BERICHT = "bericht", "App of bericht"
    WEBSITE = "website", "Website of forum"
    VIA_DERDE = "via_derde", "Via iemand anders"
    ANDERS = "anders", "Anders"


class Locatie(Waardelijst):
    """The kind of place; `locatie_label` in woorden.py says it in the words of the organisation."""

    GEMEENTEHUIS = "gemeentehuis", "Gemeentehuis"
    RAADZAAL = "raadzaal", "Raadzaal"
    TRIBUNE = "tribune", "Publieke tribune"
    BIJEENKOMST = "bijeenkomst", "Bijeenkomst buiten de deur"
    OPENBARE_WEG = "openbare_weg", "Openbare weg"
    WONING = "woning", "Woning"
    ERF = "erf", "Erf of agrarisch bedrijf"
    VELD = "veld", "Veld of dijk"
    ONLINE = "online", "Online"
    ANDERS = "anders", "Anders"


class NuVeilig(Waardelijst):
    JA = "ja", "Ja"
    WEET_NIET = "weet_niet", "Weet ik niet"
    NEE = "nee", "Nee"


class GemeldDoor(Waardelijst):
    SLACHTOFFER = "slachtoffer", "Getroffene zelf"
    GETUIGE = "getuige", "Getuige"
    NAMENS = "namens", "Namens de getroffene"
    GRIFFIE = "griffie", "Griffier of secretaris"
    BEVEILIGING = "beveiliging", "Beveiliging of bode"


class GerichtOp(Waardelijst):
    AMBT = "ambt", "Ambt of besluit"
    PERSOON = "persoon", "Persoon"
    GEZIN = "gezin", "Gezin of naasten"
    WONING = "woning", "Woning of bezit"
    FRACTIE = "fractie", "Fractie of partij"
    ORGANISATIE = "organisatie", "Organisatie"


class JaNeeOnbekend(Waardelijst):
    JA = "ja", "Ja"
    NEE = "nee", "Nee"
    ONBEKEND = "onbekend", "Weet ik niet"


class VeroorzakerBekend(Waardelijst):
    JA = "ja", "Ja"
    DEELS = "deels", "Deels"
    NEE = "nee", "Nee"


class SoortVeroorzaker(Waardelijst):
    INWONER = "inwoner", "Eén inwoner"
    COLLECTIEF = "collectief", "Groep mensen"
    ORGANISATIE = "organisatie", "Namens een bedrijf, organisatie of groepering"
    BESTUURDER = "bestuurder", "Bestuurders onderling"
    ONBEKEND = "onbekend", "Onbekend"


class Relatie(Waardelijst):
    """What the offender is to the victim."""

    GEEN = "geen", "Geen"
    DOSSIER = "dossier", "Inwoner met een dossier"
    BEKENDE = "bekende", "Bekende"
    BUUR = "buur", "Buur"
    FAMILIE = "familie", "(Ex-)partner of familie"
    COLLEGA = "collega", "Collega-bestuurder"
    MEDEWERKER = "medewerker", "Medewerker"
    ONBEKEND = "onbekend", "Onbekend"


class Motief(Waardelijst):
    FRUSTRATIE = "frustratie", "Frustratie"
    INSTRUMENTEEL = "instrumenteel", "Om iets te bereiken"
    ONBEHEERST = "onbeheerst", "Onbeheerst (stoornis of middelen)"
    ONBEKEND = "onbekend", "Onbekend"


class ErnstGetroffene(Waardelijst):
    """How grave the victim finds it."""

    MINDER = "minder", "Minder ernstig"
    ERNSTIG = "ernstig", "Ernstig"
    ZEER = "zeer", "Zeer ernstig"


class Ernst(Waardelijst):
    """How grave the coordinator judges it. The stored value sorts from light to grave."""

    ONBEOORDEELD = "0", "Nog niet beoordeeld"
    HINDERLIJK = "1", "Hinderlijk"
    ERNSTIG = "2", "Ernstig"
    ZEER_ERNSTIG = "3", "Zeer ernstig"
    ACUUT = "4", "Acuut of levensbedreigend"


class Bewijssoort(Waardelijst):
    SCREENSHOT = "screenshot", "Screenshot"
    BEELD = "beeld", "Foto of video"
    CAMERA = "camera", "Camerabeeld"
    BERICHT = "bericht", "E-mail of brief"
    GELUID = "geluid", "Geluid"
    VOORWERP = "voorwerp", "Voorwerp"
    GETUIGE = "getuige", "Verklaring van een getuige"


class Deelpartij(Waardelijst):
    """With whom the victim agrees to share the case."""

    COLLEGE = "college", "College"
    FRACTIEVOORZITTER = "fractievoorzitter", "Fractievoorzitter"
    POLITIE = "politie", "Politie"
    ONDERSTEUNINGSTEAM = "ondersteuningsteam", "Ondersteuningsteam Weerbaar Bestuur"
    COMMUNICATIE = "communicatie", "Communicatie"


class Betrokkenrol(Waardelijst):
    """What someone with an account is to a case."""

    MELDER = "melder", "Melder"
    GETROFFENE = "getroffene", "Getroffene"
    LIJN = "lijn", "Meldlijn"
    BEHANDELAAR = "behandelaar", "Behandelaar"
    OPVANG = "opvang", "Opvangpersoon"
    COMMUNICATIE = "communicatie", "Communicatie"
    VEROORZAKER = "veroorzaker", "Genoemd als veroorzaker"
    GETUIGE = "getuige", "Genoemd als getuige"


class Deelnemersrol(Waardelijst):
    """The roles one is given on a case, by who handles it."""

    LIJN = "lijn", "Leest en behandelt mee"
    OPVANG = "opvang", "Opvangpersoon"
    COMMUNICATIE = "communicatie", "Communicatie"


class Gebeurtenissoort(Waardelijst):
    """The kinds of entry in the timeline of a case."""

    GEMELD = "gemeld", "Gemeld"
    DOORGESTUURD = "doorgestuurd", "Naar de meldlijn gestuurd"
    STATUS = "status", "Status gewijzigd"
    TOEGEWEZEN = "toegewezen", "Behandelaar gewijzigd"
    BEOORDEELD = "beoordeeld", "Ernst beoordeeld"
    NOTITIE = "notitie", "Interne notitie"
    BERICHT_AAN_MELDER = "bericht_aan_melder", "Bericht aan de melder"
    TERUGKOPPELING = "terugkoppeling", "Terugkoppeling: wat is ermee gedaan"
    BERICHT_VAN_MELDER = "bericht_van_melder", "Bericht van de melder"
    BIJLAGE = "bijlage", "Bijlage toegevoegd"
    BETROKKENE = "betrokkene", "Betrokkenen gewijzigd"
    PROTOCOL = "protocol", "Stap uit het protocol"
    BEWIJS = "bewijs", "Bewijs vastgelegd"
    ANALYSE = "analyse", "Analyse bijgewerkt"
    VERBAND = "verband", "Verband gelegd"
    GEWIJZIGD = "gewijzigd", "Gegevens gewijzigd"


class Wie(Waardelijst):
    """The question on the form; stored as getroffene."""

    ZELF = "zelf", "Mijzelf"
    ANDER = "ander", "Iemand anders"
