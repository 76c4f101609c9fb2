"""The clock of a ban: which ban it is, and what becomes of it when the ban is extended."""

from datetime import timedelta

from sqlalchemy import select

from tests.incidenten.maatregelen.conftest import Toneel, goed
from tests.pages import form_data, read_page, text_of
from vob.acties.values import Status
from vob.core.clock import nu, vandaag
from vob.data import db
from vob.incidenten.maatregelen import klokken
from vob.incidenten.maatregelen.models import Maatregel
from vob.incidenten.termijnen.models import Zaaktermijn
from vob.incidenten.termijnen.values import Termijnsoort
from vob.web.formats import datum


def extend(toneel: Toneel, oud: Maatregel) -> Maatregel:
    """It goes over into a new one, that was taken."""
    client = toneel.client(toneel.coordinator)
    adres = toneel.act(toneel.coordinator, oud, "verlengen").location
    form = form_data(read_page(client.get(adres)), "main form")
    tot = str(vandaag() + timedelta(days=90))
    anders = goed(toneel.bestuurder) | {"van": form["van"], "tot": tot}
    data = form | {naam: waarde for naam, waarde in anders.items() if naam in form}
    assert client.post(adres, data=data).status_code == 303
    nieuw = db.session.scalars(select(Maatregel).filter_by(verlengt_id=oud.id)).one()
    assert toneel.act(toneel.coordinator, nieuw, "voorleggen").status_code == 303
    answer = toneel.act(toneel.bestuurder, nieuw, "besluit", naar="genomen")
    assert answer.status_code == 303
    db.session.refresh(nieuw)
    return nieuw


def clocks() -> list[Zaaktermijn]:
    stmt = select(Zaaktermijn).filter_by(soort=Termijnsoort.GEBIEDSVERBOD)
    return list(db.session.scalars(stmt.order_by(Zaaktermijn.id)))


def test_the_page_says_of_whom_and_until_when(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    assert maatregel.van is not None
    assert maatregel.tot is not None
    page = read_page(
        toneel.client(toneel.coordinator).get(f"/incidenten/{toneel.zaak.nummer}/termijnen")
    )
    rij = text_of(page, f"#termijn-{clocks()[0].id}").replace("\xa0", " ")
    zin = f"J. Jansen, Gemeentehuis, {datum(maatregel.van)} tot en met {datum(maatregel.tot)}"
    assert zin.replace("\xa0", " ") in rij
    assert f"maatregel {maatregel.id}" not in rij


def test_an_extension_ends_the_clock_of_what_it_extends(toneel: Toneel) -> None:
    nieuw = extend(toneel, toneel.take("gebiedsverbod"))
    oud, loopt = clocks()
    assert (oud.uitkomst, oud.actie.status if oud.actie else None) == ("Verlengd.", Status.GEDAAN)
    assert loopt.gestopt_op is None
    assert loopt.actie is not None
    assert loopt.actie.uiterlijk == nieuw.tot


def test_lifting_the_extension_ends_its_clock(toneel: Toneel) -> None:
    nieuw = extend(toneel, toneel.take("gebiedsverbod"))
    adres = f"{toneel.pad}/{nieuw.id}/opheffen"
    assert toneel.send(toneel.coordinator, adres, reden="Het is rustig.").status_code == 303
    assert [klok.uitkomst for klok in clocks()] == ["Verlengd.", "Opgeheven."]


def test_a_clock_that_was_still_called_by_a_number_stops_too(toneel: Toneel) -> None:
    maatregel = toneel.take("gebiedsverbod")
    clocks()[0].betreft = f"maatregel {maatregel.id}"
    db.session.commit()
    klokken.stop(maatregel, nu())
    assert clocks()[0].uitkomst == "Opgeheven."
