"""Where the texts of the steps come from; shared/domein/overig.md §10 has the full list."""

from .stap import Bron

CHECKLIST = Bron("Checklist Veilig Openbaar Bestuur, ministerie van BZK en CCV, oktober 2011")
LEIDRAAD = Bron(
    "Leidraad Veilig Bestuur",
    "https://www.politiekeambtsdragers.nl/ambt-in-praktijk/integriteit--veiligheid/leidraad-veilig-bestuur",
)
VOORBEELDEN = Bron(
    "Voorbeeld: protocol van de gemeente Hollands Kroon",
    "https://lokaleregelgeving.overheid.nl/CVDR725875/1",
)
ONDERSTEUNINGSTEAM = Bron(
    "Ondersteuningsteam Weerbaar Bestuur",
    "https://www.burgemeesters.nl/actueel/nieuws/ondersteuningsteam-weerbaar-bestuur-van-start/",
)
REGELING_BEVEILIGING = Bron(
    "Regeling beveiligingsmaatregelen decentrale bestuurders",
    "https://zoek.officielebekendmakingen.nl/stcrt-2023-28233.html",
)
CCV_BEVEILIGING = Bron(
    "CCV: veiligheid politieke ambtsdragers",
    "https://hetccv.nl/themas/integraal-veiligheidsbeleid/veiligheid-politieke-ambtsdragers/",
)
ELA = Bron(
    "Eenduidige Landelijke Afspraken van politie en OM",
    "https://www.veiligepubliekedienstverlening.nl/voorbereiden/maatregelen-vpt/ela",
)
STAPPENPLAN = Bron(
    "Stappenplan melding en aangifte voor politieke ambtsdragers",
    "https://weerbaarbestuur.nl/index.php/producten-en-diensten/stappenplan-melding-en-aangifte-voor-politieke-ambtsdragers",
)
OMBUDSMAN = Bron(
    "Nationale ombudsman, rapport 2017/126",
    "https://www.nationaleombudsman.nl/rapporten/2017126",
)
HUISBEZOEK = Bron(
    "A&O fonds Waterschappen: toolbox publieksagressie",
    "https://medewerker.aenowaterschappen.nl/nl/aeno_instrument/Toolbox-Publieksagressie",
)
VERMIJDING = Bron(
    "Binnenlands Bestuur: bedreiging en besluitvorming",
    "https://binnenlandsbestuur.nl/carriere/besluitvorming-niet-beinvloedt-door-bedreigingen",
)
NORM = Bron(
    "Weerbaar Bestuur: een norm voor de hele provincie",
    "https://weerbaarbestuur.nl/index.php/persoonlijke-verhalen/provinciebrede-norm-motor-voor-goede-samenwerking",
)
