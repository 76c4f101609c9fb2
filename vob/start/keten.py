"""What the chain asks of someone today: numbers to check, answers, agreements that end."""

from datetime import date

from flask import url_for

from vob.ketenafspraken.herinneringen import ANTWOORDEN, EINDE, PUNTEN, Signaal
from vob.web.formats import meervoud, over

from .rules import Vraag, badge_van


def vraag_van(signaal: Signaal, vandaag: date) -> Vraag:
    if signaal.soort == PUNTEN:
        return Vraag(
            titel=f"{meervoud(signaal.aantal, 'nummer', 'nummers')} controleren",
            url=url_for("ketenafspraken.show_controle", wie="ik"),
            toelichting="Keten · bel het nummer en druk op gecontroleerd",
            dag=signaal.dag,
            woord=over(signaal.dag, vandaag),
            soort=badge_van(signaal.dag, vandaag),
        )
    if signaal.soort == ANTWOORDEN:
        return Vraag(
            titel=f"{meervoud(signaal.aantal, 'antwoord', 'antwoorden')} van partners bekijken",
            url=url_for("ketenafspraken.show_controle", _anchor="antwoorden"),
            toelichting="Keten · het antwoord geldt pas als u het overneemt",
            dag=signaal.dag,
            woord="wacht op u",
        )
    return Vraag(
        titel=signaal.titel,
        url=url_for("ketenafspraken.show_afspraak", id=signaal.id),
        toelichting=f"Ketenafspraak · {'verloopt' if signaal.soort == EINDE else 'evaluatie'}",
        dag=signaal.dag,
        woord=over(signaal.dag, vandaag),
        soort=badge_van(signaal.dag, vandaag),
    )
