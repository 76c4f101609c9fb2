"""What each right means, for who reads the table of rights."""

from vob.core.permissions import Recht

RECHT_LABEL: dict[Recht, str] = {
    Recht.ACCOUNT_EIGEN: "Eigen profiel, wachtwoord en concepten",
    Recht.ACTIE_INZIEN: "Eigen acties zien",
    Recht.ACTIE_INZIEN_ALLE: "Acties van anderen zien",
    Recht.ACTIE_BEHEREN: "Acties maken en toewijzen",
    Recht.AUDIT_INZIEN: "Logboek lezen: wie deed wat, zonder inhoud",
    Recht.BERICHT_INZIEN: "Uitgaande berichten zien, zonder inhoud",
    Recht.BIJLAGE_INZIEN: "Bijlagen openen van wat men mag zien",
    Recht.CHECKLIST_INZIEN: "Checklist lezen",
    Recht.CHECKLIST_BIJWERKEN: "Stappen van de checklist bijwerken",
    Recht.CHECKLIST_BEHEREN: "Rondes van de checklist sluiten, eigenaars kiezen",
    Recht.DOCUMENT_INZIEN: "Documenten lezen",
    Recht.DOCUMENT_BEHEREN: "Documenten schrijven",
    Recht.DOCUMENT_VASTSTELLEN: "Documenten vaststellen",
    Recht.GEBRUIKER_BEHEREN: "Gebruikers uitnodigen, rollen geven, uitschakelen",
    Recht.INCIDENT_MELDEN: "Voorvallen melden en eigen meldingen volgen",
    Recht.INCIDENT_INZIEN: "Zaken in de eigen lijn zien",
    Recht.INCIDENT_INZIEN_ALLE: "Alle zaken zien die niet extra vertrouwelijk zijn",
    Recht.INCIDENT_BEHANDELEN: "Zaken behandelen",
    Recht.INCIDENT_EXPORTEREN: "Zaken exporteren",
    Recht.MELDLIJN_BEHEREN: "Bepalen wie een melding het eerst krijgt",
    Recht.ORDEVERSTORING_INZIEN: "Tellen hoe vaak iemand een vergadering verstoorde",
    Recht.ORGANISATIE_BEHEREN: "Organisatie, huisstijl en instellingen beheren",
    Recht.STEUNPUNT_INZIEN: "Hulp en steun lezen",
    Recht.STEUNPUNT_BEHEREN: "Steunpunten bijhouden",
    Recht.VERGADERING_BIJHOUDEN: "Vergaderingen en hun log bijhouden",
    Recht.ZOEKEN: "Zoeken in wat men mag zien",
}


def recht_label(recht: Recht) -> str:
    """In words; a right without words yet shows its own name."""
    return RECHT_LABEL.get(recht, recht.value.replace("_", " ").capitalize())
