"""What may happen to a case, without a database."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vob.core.clock import TZ
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import WOORDEN, Functie, Organisatietype
from vob.incidenten import rules, rules_zaak
from vob.incidenten.values import (
    Betrokkenrol,
    Deelnemersrol,
    Deelpartij,
    Ernst,
    GemeldDoor,
    Hoofdvorm,
    Locatie,
    Monitorcategorie,
    NuVeilig,
    Status,
    Vorm,
)
from vob.incidenten.woorden import deelpartij_label, gemeld_door_label, locatie_label

NU = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def test_every_status_leads_somewhere_and_is_explained_to_the_melder() -> None:
    assert set(rules.OVERGANGEN) == set(rules.STATUS_VOOR_MELDER) == set(Status)


@pytest.mark.parametrize("van", Status)
@pytest.mark.parametrize("naar", Status)
def test_the_coordinator_follows_the_table(van: Status, naar: Status) -> None:
    if naar in rules.OVERGANGEN[van]:
        rules.check_overgang(van, naar, mag_afronden=True, reden="er is meer bekend")
    else:
        with pytest.raises(RegelOvertreden, match="Een zaak gaat niet"):
            rules.check_overgang(van, naar, mag_afronden=True, reden="er is meer bekend")


@pytest.mark.parametrize(
    ("van", "naar"),
    [
        (Status.AFGEHANDELD, Status.GEEVALUEERD),
        (Status.GEEVALUEERD, Status.GESLOTEN),
        (Status.GESLOTEN, Status.IN_BEHANDELING),
    ],
)
def test_looking_back_and_closing_is_for_the_coordinator(van: Status, naar: Status) -> None:
    with pytest.raises(RegelOvertreden, match="coördinator"):
        rules.check_overgang(van, naar, mag_afronden=False, reden="klaar")
    assert naar not in rules.volgende_statussen(van, mag_afronden=False)


def test_the_line_brings_a_case_to_its_end_and_back() -> None:
    rules.check_overgang(Status.WACHT_OP_DERDEN, Status.AFGEHANDELD, mag_afronden=False)
    rules.check_overgang(Status.AFGEHANDELD, Status.IN_BEHANDELING, False, "nieuw bericht")


@pytest.mark.parametrize("van", sorted(rules.AFGEROND))
def test_reopening_asks_for_a_reason(van: Status) -> None:
    with pytest.raises(RegelOvertreden, match="waarom"):
        rules.check_overgang(van, Status.IN_BEHANDELING, mag_afronden=True, reden="  ")


def test_every_form_has_its_place() -> None:
    assert set(rules.HOOFDVORM_VAN) == set(Vorm)
    assert set(rules.VORM_BIJ) == set(Hoofdvorm)
    assert all(rules.HOOFDVORM_VAN[vorm] is kort for kort, vorm in rules.VORM_BIJ.items())


def test_a_finer_choice_replaces_the_usual_form() -> None:
    vormen = rules.combine_vormen([Hoofdvorm.ONLINE, Hoofdvorm.SCHELDEN], [Vorm.DOXING])
    assert vormen == [Vorm.BELEDIGING, Vorm.DOXING]


@given(st.sets(st.sampled_from(Hoofdvorm), min_size=1), st.sets(st.sampled_from(Vorm)))
def test_no_press_is_lost(kort: set[Hoofdvorm], fijn: set[Vorm]) -> None:
    vormen = rules.combine_vormen(kort, fijn)
    assert {rules.HOOFDVORM_VAN[vorm] for vorm in vormen} >= kort
    assert set(vormen) >= fijn
    assert rules.hoofdvorm_van(vormen) in Hoofdvorm


@pytest.mark.parametrize(
    ("vormen", "hoofdvorm", "categorie"),
    [
        ([Vorm.BELEDIGING], Hoofdvorm.SCHELDEN, Monitorcategorie.VERBAAL),
        ([Vorm.BELEDIGING, Vorm.STALKING], Hoofdvorm.LASTIGVALLEN, Monitorcategorie.BEDREIGING),
        ([Vorm.BEDREIGING, Vorm.FYSIEK], Hoofdvorm.GEWELD, Monitorcategorie.FYSIEK),
        ([Vorm.VERNIELING], Hoofdvorm.VERNIELEN, Monitorcategorie.FYSIEK),
    ],
)
def test_the_gravest_form_names_the_case(
    vormen: list[Vorm], hoofdvorm: Hoofdvorm, categorie: Monitorcategorie
) -> None:
    assert rules.hoofdvorm_van(vormen) is hoofdvorm
    assert rules.monitorcategorie_van(vormen) is categorie


def test_a_number_grows_past_four_digits() -> None:
    assert rules.maak_nummer(2026, 42) == "2026-0042"
    assert rules.maak_nummer(2026, 10000) == "2026-10000"


def test_a_title_is_made_of_form_and_place() -> None:
    assert rules.stel_titel_voor(Hoofdvorm.GEWELD, "balie") == "Lichamelijk geweld: balie"
    assert rules.stel_titel_voor(Hoofdvorm.GEWELD, "") == "Lichamelijk geweld"
    assert len(rules.stel_titel_voor(Hoofdvorm.GEWELD, "x" * 200)) == 120


def test_only_who_is_not_safe_is_in_danger() -> None:
    assert [antwoord for antwoord in NuVeilig if rules.is_acuut(antwoord)] == [NuVeilig.NEE]


def test_the_clock_on_the_wall_becomes_a_moment() -> None:
    moment = rules.bepaal_moment(datetime.fromisoformat("2026-07-01T12:00"))
    assert moment == datetime(2026, 7, 1, 10, tzinfo=UTC)
    assert rules.bepaal_moment(NU) is NU


def test_the_hour_that_did_not_exist_is_refused() -> None:
    with pytest.raises(RegelOvertreden, match="klok ging"):
        rules.bepaal_moment(datetime.fromisoformat("2026-03-29T02:30"))


def test_in_the_hour_that_came_twice_the_first_is_meant() -> None:
    moment = rules.bepaal_moment(datetime.fromisoformat("2026-10-25T02:30"))
    assert moment.astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)


def test_what_is_reported_has_happened() -> None:
    uur = timedelta(hours=1)
    rules.check_voorval(NU, None, NU)
    rules.check_voorval(NU - uur, NU, NU)
    for van, tot in ((NU + uur, None), (NU, NU + uur), (NU, NU - uur)):
        with pytest.raises(RegelOvertreden):
            rules.check_voorval(van, tot, NU)


def test_after_the_clock_went_back_an_earlier_reading_is_not_the_future() -> None:
    nu = datetime(2026, 10, 25, 1, 10, tzinfo=UTC)  # 02.10, the second time
    rules.check_voorval(datetime(2026, 10, 25, 2, 50, tzinfo=TZ), None, nu)


def test_the_words_are_those_of_the_organisation() -> None:
    woorden = WOORDEN[Organisatietype.WATERSCHAP]
    assert locatie_label(Locatie.GEMEENTEHUIS, woorden) == "Waterschapshuis"
    assert locatie_label(Locatie.WONING, woorden) == "Woning"
    assert deelpartij_label(Deelpartij.COLLEGE, woorden) == "Dagelijks bestuur"
    assert deelpartij_label(Deelpartij.POLITIE, woorden) == "Politie"
    assert gemeld_door_label(GemeldDoor.GRIFFIE, woorden) == "Bestuurssecretaris of secretaris"
    assert gemeld_door_label(GemeldDoor.GETUIGE, woorden) == "Getuige"


@pytest.mark.parametrize(
    ("eerste", "vervanger", "zin"),
    [
        (None, None, "niemand"),
        (9, 2, "eerst krijgt"),
        (1, None, "geen vervanger"),
        (1, 9, "De vervanger kan"),
        (1, 1, "dezelfde"),
        (1, 2, ""),
    ],
)
def test_a_gap_in_a_line_is_named(eerste: int | None, vervanger: int | None, zin: str) -> None:
    gebrek = rules.gebrek_in_lijn(eerste, vervanger, {1, 2})
    assert (zin in gebrek) if zin else gebrek == ""


def test_custom_never_sends_a_case_to_the_same_office() -> None:
    assert all(functie not in naar for functie, naar in rules.LIJN_NAAR.items())
    assert Functie.RAADSLID in rules.LIJN_NAAR


@pytest.mark.parametrize(
    ("rollen", "alles", "vertrouwelijk", "behandelt"),
    [
        ({Betrokkenrol.LIJN}, False, False, True),
        ({Betrokkenrol.BEHANDELAAR, Betrokkenrol.MELDER}, False, True, True),
        ({Betrokkenrol.MELDER}, False, False, False),
        ({Betrokkenrol.LIJN, Betrokkenrol.GETROFFENE}, False, False, False),
        (set(), True, False, True),
        (set(), True, True, False),
        ({Betrokkenrol.GETROFFENE}, True, False, False),
    ],
)
def test_who_handles(
    rollen: set[Betrokkenrol], alles: bool, vertrouwelijk: bool, behandelt: bool
) -> None:
    vraag = {"mag_alles_inzien": alles, "is_vertrouwelijk": vertrouwelijk}
    assert rules.is_behandelaar(rollen, mag_behandelen=True, **vraag) is behandelt
    assert not rules.is_behandelaar(rollen, mag_behandelen=False, **vraag)


def test_a_case_ends_only_with_a_handler_and_a_judgement() -> None:
    zonder = rules_zaak.ontbreekt(Status.AFGEHANDELD, Ernst.ONBEOORDEELD, heeft_behandelaar=False)
    assert zonder == ["Kies eerst wie de zaak behandelt."]
    dicht = rules_zaak.ontbreekt(Status.GESLOTEN, Ernst.ONBEOORDEELD, heeft_behandelaar=True)
    assert dicht == ["Beoordeel eerst hoe ernstig het was."]
    assert not rules_zaak.ontbreekt(Status.GESLOTEN, Ernst.ERNSTIG, heeft_behandelaar=True)


def test_closing_waits_until_the_melder_heard_what_was_done() -> None:
    stappen = {
        naar: rules_zaak.ontbreekt(
            naar, Ernst.ERNSTIG, heeft_behandelaar=True, wacht_op_terugkoppeling=True
        )
        for naar in Status
    }
    assert [naar for naar, zinnen in stappen.items() if zinnen] == [Status.GESLOTEN]
    assert "terugkoppeling" in stappen[Status.GESLOTEN][0]
    assert rules_zaak.moet_terugkoppelen({1, 2}, 1)
    assert rules_zaak.moet_terugkoppelen({1}, None)
    assert not rules_zaak.moet_terugkoppelen({1, None}, 1)


@pytest.mark.parametrize(
    ("tekst", "naam", "erin"),
    [
        ("dat was jan de vries, van de balie", "jan de vries", True),
        ("jan  de\nvries", "jan de vries", True),
        ("jan de vriesman", "jan de vries", False),
        ("ejan de vries", "jan de vries", False),
        ("iemand", "", False),
        ("", "jan", False),
        ("de heer jansen-bakker", "jansen bakker", True),
    ],
)
def test_a_whole_name_in_a_text(tekst: str, naam: str, erin: bool) -> None:
    assert rules.noemt(tekst, naam) is erin


def test_the_line_judges_only_where_the_coordinator_may_not_look() -> None:
    assert rules_zaak.mag_beoordelen(is_coordinator=True, is_vertrouwelijk=False)
    assert rules_zaak.mag_beoordelen(is_coordinator=False, is_vertrouwelijk=True)
    assert not rules_zaak.mag_beoordelen(is_coordinator=False, is_vertrouwelijk=False)


def test_a_case_is_not_given_to_who_it_is_about_or_who_cannot() -> None:
    rules_zaak.check_behandelaar(1, betrokken={2}, behandelaars={1, 2})
    for id, zin in ((2, "zelf bij de zaak betrokken"), (3, "geen zaken")):
        with pytest.raises(RegelOvertreden, match=zin):
            rules_zaak.check_behandelaar(id, betrokken={2}, behandelaars={1, 2})


def test_a_role_is_given_with_a_reason_and_only_the_line_must_handle_cases() -> None:
    for rol in Deelnemersrol:
        with pytest.raises(RegelOvertreden, match="waarom"):
            rules_zaak.check_deelnemer(rol, 1, " ", betrokken=set(), behandelaars={1})
        with pytest.raises(RegelOvertreden, match="zelf"):
            rules_zaak.check_deelnemer(rol, 1, "x", betrokken={1}, behandelaars={1})
    rules_zaak.check_deelnemer(Deelnemersrol.OPVANG, 3, "x", betrokken=set(), behandelaars={1})
    with pytest.raises(RegelOvertreden, match="geen zaken"):
        rules_zaak.check_deelnemer(Deelnemersrol.LIJN, 3, "x", betrokken=set(), behandelaars={1})


@pytest.mark.parametrize(
    ("aantal", "totaal", "zin"),
    [
        (1, 1, "elke zaak"),
        (0, 1, "geen enkele zaak"),
        (4, 9, "minder dan de helft van de zaken"),
        (4, 8, "de helft of meer van de zaken"),
        (7, 8, "de helft of meer van de zaken"),
    ],
)
def test_how_much_of_it_in_words(aantal: int, totaal: int, zin: str) -> None:
    assert rules_zaak.deel_van(aantal, totaal, "zaak", "zaken") == zin
