from datetime import date

import pytest

from vob.checklist import rules
from vob.checklist.rules import Stand
from vob.checklist.values import Ritme, Rondesoort, Stapstatus, Verandering
from vob.core.bewijs import Bewijs, Oordeel
from vob.core.errors import RegelOvertreden

VANDAAG = date(2026, 11, 23)
GISTEREN = date(2026, 11, 22)
MORGEN = date(2026, 11, 24)
NIET_GESTART, BEZIG, GEREED, NVT = Stapstatus
PERIODE = (date(2026, 4, 1), date(2030, 3, 31))


def test_does_not_apply_needs_a_reason() -> None:
    with pytest.raises(RegelOvertreden, match="waarom"):
        rules.check_stand(NVT, "  ", None, VANDAAG)
    rules.check_stand(NVT, "Geen bestuurders.", None, VANDAAG)


def test_nobody_did_it_tomorrow() -> None:
    rules.check_stand(GEREED, "", VANDAAG, VANDAAG)
    with pytest.raises(RegelOvertreden, match="toekomst"):
        rules.check_stand(GEREED, "", MORGEN, VANDAAG)


def test_the_deputy_is_someone_else() -> None:
    rules.check_vervanger(1, 2)
    rules.check_vervanger(None, None)
    with pytest.raises(RegelOvertreden, match="iemand anders"):
        rules.check_vervanger(1, 1)


def test_only_a_running_round_changes_and_one_runs_at_a_time() -> None:
    assert rules.running("ronde") == "ronde"
    with pytest.raises(RegelOvertreden, match="geen ronde"):
        rules.running(None)
    rules.check_start(is_open=False)
    with pytest.raises(RegelOvertreden, match="al een ronde"):
        rules.check_start(is_open=True)


def test_what_was_shown_in_a_closed_round_stays() -> None:
    rules.check_bewijsstuk(3, 3)
    with pytest.raises(RegelOvertreden, match="afgesloten ronde"):
        rules.check_bewijsstuk(2, 3)


def test_only_own_parts_can_go() -> None:
    rules.check_eigen(is_eigen=True)
    with pytest.raises(RegelOvertreden, match="hoort bij de stap"):
        rules.check_eigen(is_eigen=False)


@pytest.mark.parametrize(
    ("beheert", "werkt_bij", "van", "mag"),
    [
        (True, False, (None, None), True),
        (False, True, (7, None), True),
        (False, True, (None, 7), True),
        (False, True, (8, 9), False),
        (False, False, (7, None), False),  # an owner who lost the right
    ],
)
def test_who_may_change(beheert: bool, werkt_bij: bool, van: tuple[int | None], mag: bool) -> None:
    assert rules.may_change(7, beheert, werkt_bij, van) is mag


@pytest.mark.parametrize(
    ("was", "wordt", "was_gedaan", "ingevuld", "gedaan"),
    [
        (BEZIG, GEREED, None, None, VANDAAG),
        (BEZIG, GEREED, GISTEREN, GISTEREN, VANDAAG),  # the old day was left standing
        (BEZIG, GEREED, None, GISTEREN, GISTEREN),
        (GEREED, GEREED, GISTEREN, GISTEREN, GISTEREN),
        (BEZIG, BEZIG, None, None, None),
    ],
)
def test_who_says_done_did_it_today(
    was: Stapstatus, wordt: Stapstatus, was_gedaan: date, ingevuld: date, gedaan: date
) -> None:
    assert rules.laatst_gedaan(was, wordt, was_gedaan, ingevuld, VANDAAG) == gedaan


@pytest.mark.parametrize(
    ("ritme", "gedaan", "volgende"),
    [
        (Ritme.EENMALIG, VANDAAG, None),
        (Ritme.PER_GEBEURTENIS, VANDAAG, None),
        (Ritme.JAARLIJKS, None, None),
        (Ritme.JAARLIJKS, VANDAAG, date(2027, 11, 23)),
        (Ritme.JAARLIJKS, date(2028, 2, 29), date(2029, 2, 28)),
        (Ritme.HALFJAARLIJKS, date(2026, 8, 31), date(2027, 2, 28)),
        (Ritme.PER_KWARTAAL, date(2026, 11, 30), date(2027, 2, 28)),
        (Ritme.MAANDELIJKS, date(2026, 12, 31), date(2027, 1, 31)),
        (Ritme.PER_TERMIJN, VANDAAG, date(2030, 9, 30)),  # next one not known: end of this one
        (Ritme.PER_TERMIJN, date(2026, 3, 31), date(2026, 10, 1)),  # before this one began
        (Ritme.PER_TERMIJN, date(2026, 4, 1), date(2030, 9, 30)),  # on its first day
        (Ritme.PER_TERMIJN, date(2030, 3, 31), None),  # on its last: nobody knows what comes
    ],
)
def test_next_date(ritme: Ritme, gedaan: date | None, volgende: date | None) -> None:
    assert rules.volgende_datum(ritme, gedaan, [PERIODE], 6) == volgende


def test_the_first_new_term_counts() -> None:
    perioden = [(date(2034, 4, 1), date(2038, 3, 31)), (date(2030, 4, 1), date(2034, 3, 31))]
    ritme = Ritme.PER_TERMIJN
    assert rules.volgende_datum(ritme, VANDAAG, perioden, 6) == date(2030, 10, 1)


@pytest.mark.parametrize(
    ("status", "volgende", "nodig"),
    [
        (GEREED, GISTEREN, True),
        (GEREED, VANDAAG, False),  # the day itself is still in time
        (GEREED, None, False),
        (BEZIG, GISTEREN, False),
    ],
)
def test_needed_again(status: Stapstatus, volgende: date | None, nodig: bool) -> None:
    assert rules.is_opnieuw_nodig(status, volgende, VANDAAG) is nodig


@pytest.mark.parametrize(
    ("status", "uiterlijk", "laat"),
    [
        (BEZIG, GISTEREN, True),
        (NIET_GESTART, GISTEREN, True),
        (BEZIG, VANDAAG, False),
        (BEZIG, None, False),
        (GEREED, GISTEREN, False),
        (NVT, GISTEREN, False),
    ],
)
def test_too_late(status: Stapstatus, uiterlijk: date | None, laat: bool) -> None:
    assert rules.is_te_laat(status, uiterlijk, VANDAAG) is laat


@pytest.mark.parametrize(
    ("status", "uiterlijk", "volgende", "binnenkort"),
    [
        (BEZIG, date(2026, 12, 7), None, True),  # the fourteenth day
        (BEZIG, date(2026, 12, 8), None, False),
        (BEZIG, GISTEREN, None, True),
        (BEZIG, None, VANDAAG, False),
        (GEREED, VANDAAG, date(2026, 12, 7), True),
        (GEREED, VANDAAG, None, False),
        (NVT, VANDAAG, VANDAAG, False),
    ],
)
def test_asks_something_soon(
    status: Stapstatus, uiterlijk: date | None, volgende: date | None, binnenkort: bool
) -> None:
    assert rules.is_binnenkort(status, uiterlijk, volgende, VANDAAG, 14) is binnenkort


@pytest.mark.parametrize(
    ("status", "oordeel", "kop"),
    [
        (GEREED, Oordeel.NIET_OP_ORDE, "U zegt gereed, maar VOB ziet iets anders: er is niets."),
        (GEREED, Oordeel.LET_OP, None),
        (GEREED, Oordeel.GEEN_INSTRUMENT, None),
        (BEZIG, Oordeel.OP_ORDE, "U zegt bezig, maar VOB ziet dat het op orde is: er is niets."),
        (
            NIET_GESTART,
            Oordeel.OP_ORDE,
            "U zegt niet gestart, maar VOB ziet al resultaat: er is niets.",
        ),
        (NVT, Oordeel.NIET_OP_ORDE, None),
        (
            NVT,
            Oordeel.LET_OP,
            "U zegt niet van toepassing, maar VOB ziet wel gegevens: er is niets.",
        ),
    ],
)
def test_user_and_proof_disagree(status: Stapstatus, oordeel: Oordeel, kop: str | None) -> None:
    assert rules.verschil(status, Bewijs(oordeel, "Er is niets.")) == kop


@pytest.mark.parametrize(
    ("zin", "slot"),
    [
        ("VOB ziet niets.", "VOB ziet niets."),
        ("OM en politie ontbreken.", "OM en politie ontbreken."),
        ("4 van 6 partners.", "4 van 6 partners."),
        ("Geen versie.", "geen versie."),
        ("A is goed.", "a is goed."),
    ],
)
def test_a_sentence_goes_on_after_the_colon(zin: str, slot: str) -> None:
    anders = rules.verschil(GEREED, Bewijs(Oordeel.NIET_OP_ORDE, zin))
    assert anders is not None
    assert anders.endswith(f": {slot}")


def test_the_weakest_of_several_proofs_decides() -> None:
    goed = Bewijs(Oordeel.OP_ORDE, "Goed.", "/goed")
    slecht = Bewijs(Oordeel.NIET_OP_ORDE, "Slecht.", "/slecht")
    assert rules.samen([]) == rules.GEEN_INSTRUMENT
    assert rules.samen([goed]) is goed
    assert rules.samen([goed, slecht]) == Bewijs(Oordeel.NIET_OP_ORDE, "Slecht. Goed.", "/slecht")


def test_what_many_read_has_no_figures_about_cases() -> None:
    telt = Bewijs(Oordeel.NIET_OP_ORDE, "In 1 van 2 zaken.", "/zaken", "In een deel.")
    samen = rules.samen([Bewijs(Oordeel.OP_ORDE, "Goed."), telt])
    assert samen.zin_voor(True) == "In 1 van 2 zaken. Goed."
    assert samen.zin_voor(False) == "In een deel. Goed."
    assert "in een deel" in (rules.verschil(GEREED, telt) or "").lower()


def test_progress_leaves_out_what_does_not_apply() -> None:
    stappen = [(GEREED, False), (GEREED, True), (BEZIG, False), (NIET_GESTART, False), (NVT, False)]
    voortgang = rules.voortgang(stappen)
    assert (voortgang.gereed, voortgang.opnieuw, voortgang.van, voortgang.totaal) == (1, 1, 4, 5)


JAAR, TERMIJN = Rondesoort


@pytest.mark.parametrize(
    ("status", "ritme", "soort", "wordt"),
    [
        (GEREED, Ritme.JAARLIJKS, JAAR, NIET_GESTART),
        (GEREED, Ritme.PER_GEBEURTENIS, JAAR, NIET_GESTART),
        (GEREED, Ritme.PER_TERMIJN, JAAR, GEREED),
        (GEREED, Ritme.PER_TERMIJN, TERMIJN, NIET_GESTART),
        (GEREED, Ritme.EENMALIG, TERMIJN, GEREED),
        (BEZIG, Ritme.JAARLIJKS, TERMIJN, BEZIG),
        (NVT, Ritme.JAARLIJKS, JAAR, NVT),
        (NVT, Ritme.JAARLIJKS, TERMIJN, NIET_GESTART),
        (NIET_GESTART, Ritme.JAARLIJKS, JAAR, NIET_GESTART),
    ],
)
def test_what_a_new_round_takes_over(
    status: Stapstatus, ritme: Ritme, soort: Rondesoort, wordt: Stapstatus
) -> None:
    assert rules.status_in_nieuwe_ronde(status, ritme, soort) is wordt


@pytest.mark.parametrize(
    ("toen", "nu", "verandering"),
    [
        (Stand(BEZIG, Oordeel.LET_OP), Stand(BEZIG, Oordeel.LET_OP), Verandering.GELIJK),
        (Stand(BEZIG, Oordeel.LET_OP), Stand(GEREED, Oordeel.LET_OP), Verandering.BETER),
        (Stand(BEZIG, Oordeel.LET_OP), Stand(GEREED, Oordeel.OP_ORDE), Verandering.BETER),
        (Stand(GEREED, Oordeel.OP_ORDE), Stand(GEREED, Oordeel.LET_OP), Verandering.SLECHTER),
        (Stand(GEREED, Oordeel.OP_ORDE), Stand(BEZIG, Oordeel.LET_OP), Verandering.SLECHTER),
        (Stand(BEZIG, Oordeel.OP_ORDE), Stand(GEREED, Oordeel.LET_OP), Verandering.ANDERS),
        (Stand(BEZIG, Oordeel.GEEN_INSTRUMENT), Stand(BEZIG, Oordeel.OP_ORDE), Verandering.ANDERS),
        (Stand(BEZIG, Oordeel.OP_ORDE), Stand(NVT, Oordeel.OP_ORDE), Verandering.ANDERS),
        (Stand(NVT, Oordeel.LET_OP), Stand(NVT, Oordeel.OP_ORDE), Verandering.BETER),
    ],
)
def test_beside_the_round_before(toen: Stand, nu: Stand, verandering: Verandering) -> None:
    assert rules.vergelijk(toen, nu) is verandering


def test_a_round_is_named_after_its_year_or_term() -> None:
    begin = date(2026, 4, 1)
    assert rules.naam_van_ronde(JAAR, begin, [PERIODE]) == "Ronde 2026"
    assert rules.naam_van_ronde(TERMIJN, begin, [PERIODE]) == "Bestuursperiode 2026–2030"
    assert rules.naam_van_ronde(TERMIJN, date(2025, 1, 1), [PERIODE]) == "Bestuursperiode 2025"
