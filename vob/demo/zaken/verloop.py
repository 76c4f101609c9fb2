"""What happened to a case after it was reported: the steps up to its status."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from vob.incidenten.values import Betrokkenrol, Gebeurtenissoort, Status

from .zaak import Zaak

S, G = Status, Gebeurtenissoort
_PAD: dict[Status, tuple[Status, ...]] = {
    S.GEMELD: (),
    S.IN_BEHANDELING: (S.IN_BEHANDELING,),
    S.WACHT_OP_DERDEN: (S.IN_BEHANDELING, S.WACHT_OP_DERDEN),
    S.AFGEHANDELD: (S.IN_BEHANDELING, S.AFGEHANDELD),
    S.GEEVALUEERD: (S.IN_BEHANDELING, S.AFGEHANDELD, S.GEEVALUEERD),
    S.GESLOTEN: (S.IN_BEHANDELING, S.AFGEHANDELD, S.GEEVALUEERD, S.GESLOTEN),
}
# Days after the report.
_NA: dict[Status, float] = {
    S.IN_BEHANDELING: 0.2,
    S.WACHT_OP_DERDEN: 2,
    S.AFGEHANDELD: 11,
    S.GEEVALUEERD: 32,
    S.GESLOTEN: 45,
}

NOTITIES = (
    "Gebeld met de getroffene. Voelt zich veilig, slaapt wel slecht. Morgen bellen we weer.",
    "Met de wijkagent gesproken. Hij kent de man en gaat bij hem langs.",
    "Getroffene wil nu geen aangifte doen. Afgesproken dat we er vrijdag op terugkomen.",
    "Opvang aangeboden. Getroffene denkt erover na.",
    "Beelden van de camera veiliggesteld; bewaren tot er een besluit is over aangifte.",
    "Overlegd met de jurist: een waarschuwingsbrief kan, een gebouwverbod gaat nu te ver.",
    "Collega’s van dezelfde afdeling ingelicht, met toestemming van de getroffene.",
    "De bode let de komende weken extra op bij vergaderingen.",
    "Schermafdrukken met datum en link bewaard bij de zaak.",
    "Getroffene heeft familie ingelicht en slaapt dit weekend ergens anders.",
)
BERICHTEN = (
    "Dank voor uw melding. Ik behandel uw zaak en bel u vandaag nog.",
    "Wij hebben uw melding besproken. Kunt u de schermafdrukken nog toevoegen?",
    "De politie neemt deze week contact met u op over de aangifte.",
    "Er gaat een brief uit. Ik laat het u weten als er een reactie komt.",
    "Hoe gaat het nu met u? U kunt mij altijd bellen, ook ’s avonds.",
)
ANTWOORDEN = (
    "Dank u wel. Ik ben bereikbaar na vijf uur.",
    "Ik heb de schermafdrukken toegevoegd.",
    "Het gaat beter. Fijn dat er zo snel iemand belde.",
    "Gisteren stond hij er weer. Kunt u mij bellen?",
)
GEDAAN = (
    "Wij spraken de man aan. Hij kreeg een waarschuwing en bood excuses aan.",
    "Er ging een brief uit. Bij herhaling volgt een verbod om binnen te komen.",
    "De politie heeft het overgenomen. U hoort van hen als er nieuws is.",
)
DANK = "Dank u wel, ik heb het bij uw zaak gezet."
_WACHT_NOG = 4  # of the cases with a story: in these the melder still waits for an answer
WACHTEN = (
    "Aangifte gedaan. Wij wachten op bericht van de politie.",
    "Wij wachten op de reactie op de waarschuwingsbrief.",
    "De verzekeraar bekijkt de schade.",
)
LESSEN = (
    "Geleerd: sneller bellen. Het eerste gesprek was pas na twee dagen.",
    "Geleerd: leg bij een inloopavond vooraf vast wie de politie belt.",
    "Geleerd: privéadres weg van de website. Dat is nu voor iedereen gedaan.",
    "Goed gegaan: de bode greep rustig in en bleef erbij tot de auto.",
    "Geleerd: spreek vaker af wie de getroffene op de hoogte houdt.",
)
HEROPEND = "De man heeft zich opnieuw gemeld bij de getroffene. Wij pakken de zaak weer op."


def tell(
    zaak: Zaak, naar: Status, behandelaar_id: int | None, keuze: int, nu: datetime, lang: bool
) -> None:
    """Bring a case to this status. `keuze` picks the sentences; `lang`: with everything said."""
    gemeld = zaak.gemeld_op
    zaak.add(gemeld, G.GEMELD, zaak.melder_id)
    pad = _PAD[naar]
    if not pad or behandelaar_id is None:
        return
    # A young case did the same steps, only closer together.
    ruimte = (nu - gemeld).total_seconds() / 86400 * 0.9
    tempo = min(1.0, ruimte / (_NA[pad[-1]] + 1))
    zaak.waarden["behandelaar_id"] = behandelaar_id
    zaak.betrokkenen.append((behandelaar_id, Betrokkenrol.BEHANDELAAR))
    for stap in pad:
        moment = gemeld + timedelta(days=_NA[stap] * tempo)
        tekst = _kies(WACHTEN, keuze) if stap is S.WACHT_OP_DERDEN else None
        zaak.change_status(moment, stap, behandelaar_id, tekst=tekst)
        if stap is S.IN_BEHANDELING:
            _begin(zaak, moment, behandelaar_id, keuze, timedelta(hours=tempo), lang)
        if stap is S.AFGEHANDELD and lang:
            zaak.add(moment, G.TERUGKOPPELING, behandelaar_id, tekst=_kies(GEDAAN, keuze))
            zaak.waarden |= {"terugkoppeling_op": moment, "bericht_op": None}
        if stap is S.GEEVALUEERD and lang:
            tekst = _kies(LESSEN, keuze)
            zaak.add(moment, G.NOTITIE, behandelaar_id, tekst=tekst, is_intern=True)


def _begin(zaak: Zaak, moment: datetime, wie: int, keuze: int, uur: timedelta, lang: bool) -> None:
    """The first day: called, noted, written back. Of a made case only one of these."""
    if lang or keuze % 2:
        zaak.add(moment + uur, G.NOTITIE, wie, tekst=_kies(NOTITIES, keuze), is_intern=True)
    if lang or not keuze % 2:
        zaak.add(moment + 2 * uur, G.BERICHT_AAN_MELDER, wie, tekst=_kies(BERICHTEN, keuze))
    if lang and keuze % 3:
        tekst = _kies(ANTWOORDEN, keuze)
        zaak.add(moment + 6 * uur, G.BERICHT_VAN_MELDER, zaak.melder_id, tekst=tekst)
    if lang and keuze % 3 and keuze % 9 != _WACHT_NOG:
        zaak.add(moment + 8 * uur, G.BERICHT_AAN_MELDER, wie, tekst=DANK)
    elif lang and keuze % 3:
        zaak.waarden["bericht_op"] = moment + 6 * uur
    if lang:
        tekst = _kies(NOTITIES, keuze + 3)
        zaak.add(moment + 9 * uur, G.NOTITIE, wie, tekst=tekst, is_intern=True)


def reopen(zaak: Zaak, moment: datetime, behandelaar_id: int) -> None:
    zaak.waarden["terugkoppeling_op"] = None
    zaak.change_status(moment, S.IN_BEHANDELING, behandelaar_id, tekst=HEROPEND)


def _kies(zinnen: Sequence[str], keuze: int) -> str:
    return zinnen[keuze % len(zinnen)]
