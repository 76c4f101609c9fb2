"""Forms about meetings and their logs."""

import re
import secrets
from datetime import datetime
from typing import Any

from flask import url_for
from flask_login import current_user
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    StringField,
    TextAreaField,
)
from wtforms.validators import (
    InputRequired,
    Length,
    Optional,
    ValidationError,
)

from vob.core.clock import nu
from vob.core.errors import RegelOvertreden
from vob.core.permissions import Recht
from vob.gebruikers.queries import gebruikers_with
from vob.organisatie.queries import our_organisatie
from vob.web.adres import check_jaar
from vob.web.forms import Formulier, WaardelijstField, WijzigFormulier

from ..velden import MomentField
from .models import REGEL_MAX, TEKST_MAX, TITEL_MAX, Vergadering
from .operations import Invoer
from .rules import Logpunt, check_moment, eigen_tijd
from .values import Aard, Beveiligingsstand, Logsoort, Vergadersoort, soort_label

_SLEUTEL = re.compile(r"[A-Za-z0-9_-]{16,64}")


class _Gegevens:
    titel = StringField(
        "Titel", [InputRequired("Geef de vergadering een titel."), Length(max=TITEL_MAX)]
    )
    soort = WaardelijstField("Soort vergadering", Vergadersoort)
    begin = MomentField("Begin", InputRequired("Vul in wanneer de vergadering begint."))
    einde = MomentField("Einde", Optional())
    plaats = StringField("Plaats", [Length(max=REGEL_MAX)])
    voorzitter = StringField("Voorzitter", [Length(max=REGEL_MAX)])
    griffier_id = SelectField("Wie houdt het log bij?", coerce=lambda id: int(id) if id else None)
    is_risicovol = BooleanField(
        "Deze vergadering kan onrustig worden",
        description="Dan staat zij bij ‘Risicovol’ en op Vandaag, tot de beveiliging is geregeld.",
    )
    risico = TextAreaField(
        "Waarom?",
        [Length(max=TEKST_MAX)],
        description="Wat u verwacht en waarop u dat baseert. Wij bewaren dit versleuteld.",
    )
    beveiliging = WaardelijstField(
        "Beveiliging", Beveiligingsstand, default=Beveiligingsstand.NOG_NIET
    )
    beveiliging_door = StringField("Wie regelt de beveiliging?", [Length(max=REGEL_MAX)])
    beveiliging_afspraak = TextAreaField(
        "Wat is afgesproken?",
        [Length(max=TEKST_MAX)],
        description="Kort, geen plattegronden of plannen. Wij bewaren dit versleuteld.",
    )


class _VergaderingForm(Formulier):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        woorden = our_organisatie().woorden
        for keuze in self.soort.choices:
            keuze.label = soort_label(Vergadersoort(keuze.value), woorden)
        mensen = gebruikers_with(Recht.VERGADERING_BIJHOUDEN)
        self.griffier_id.choices = [("", "Nog niemand"), *((str(g.id), g.naam) for g in mensen)]

    def validate_einde(self, field: MomentField) -> None:
        if field.data and self.begin.data and field.data <= self.begin.data:
            raise ValidationError("Het einde ligt na het begin.")


class VergaderingForm(_VergaderingForm, _Gegevens):
    heeft_concept = True


class WijzigVergaderingForm(WijzigFormulier, _VergaderingForm, _Gegevens):
    is_afgelast = BooleanField("Deze vergadering gaat niet door")


class LogForm(Formulier):
    """One entry. A browser with our script says when it happened and what its own clock says;
    without it there is a field for the time, and left empty it is now. What was sent with a session
    that had ended stands in it again, under the same key."""

    heeft_concept = True

    sleutel = HiddenField(default=lambda: secrets.token_urlsafe(18))
    bij = HiddenField()
    moment = HiddenField()
    klok = HiddenField()
    soort = WaardelijstField("Wat gebeurt er?", Logsoort)
    tekst = TextAreaField("Toelichting", [Length(max=TEKST_MAX)])
    persoon = StringField(
        "Naam van wie het deed", [Length(max=REGEL_MAX)], description="Alleen als u die weet."
    )
    tijd = MomentField("Ander tijdstip", Optional(), description="Leeg: nu.")
    door = StringField("Vordering door", [Length(max=REGEL_MAX)])
    namens = StringField("Namens", [Length(max=REGEL_MAX)])

    def __init__(self, *args: Any, vergadering: Vergadering, **kwargs: Any) -> None:
        self.vergadering = vergadering
        super().__init__(*args, **kwargs)

    def validate_tijd(self, field: MomentField) -> None:
        if field.data:
            _check_moment(field.data, self.vergadering)

    def validate_sleutel(self, field: HiddenField) -> None:
        if not _SLEUTEL.fullmatch(field.data or ""):
            raise ValidationError("Deze regel heeft geen geldig kenmerk. Ververs de pagina.")

    def validate_moment(self, field: HiddenField) -> None:
        field.data = _read_moment(field.data)

    def validate_klok(self, field: HiddenField) -> None:
        field.data = _read_moment(field.data)

    def invoer(self, nu: datetime) -> Invoer:
        """Only after validation. A time that someone filled in goes before that of the clock."""
        moment = self.tijd.data or eigen_tijd(self.moment.data or nu, self.klok.data, nu)
        return Invoer(
            sleutel=self.sleutel.data,
            moment=moment,
            soort=self.soort.data,
            aard=Aard.AANVULLING if self.bij.data else Aard.REGEL,
            bij=self.bij.data or "",
            tekst=self.tekst.data or "",
            persoon=self.persoon.data or "",
            door=self.door.data or "",
            namens=self.namens.data or "",
        )


def _read_moment(tekst: str | None) -> datetime | None:
    if not tekst:
        return None
    try:
        moment = datetime.fromisoformat(tekst)
        check_jaar(moment)
    except ValueError:
        raise ValidationError("Dit tijdstip is niet te lezen.") from None
    if moment.tzinfo is None:
        raise ValidationError("Dit tijdstip is niet te lezen.")
    return moment


class ToevoegingForm(Formulier):
    """Nothing is changed: an addition, a correction or a withdrawal stands beside the entry.

    A correction comes in the place of all that the entry says, so it begins with that.
    """

    aard = SelectField("Wat is er fout?", coerce=Aard)
    soort = WaardelijstField("Wat gebeurde er?", Logsoort)
    moment = MomentField("Wanneer?", InputRequired("Vul in wanneer het was."))
    tekst = TextAreaField("Toelichting", [Length(max=TEKST_MAX)])
    persoon = StringField("Naam van wie het deed", [Length(max=REGEL_MAX)])

    def __init__(
        self, *args: Any, punt: Logpunt, vergadering: Vergadering, aard: Aard, **kwargs: Any
    ) -> None:
        self.punt, self.vergadering = punt, vergadering
        geldt = punt.geldt
        kwargs |= {"aard": aard, "soort": geldt.soort, "moment": geldt.moment}
        if aard is Aard.CORRECTIE:
            kwargs |= {"tekst": "\n".join(punt.teksten), "persoon": "; ".join(punt.personen)}
        super().__init__(*args, **kwargs)
        self.verbetert = self.aard.data in {Aard.CORRECTIE, Aard.INTREKKING}
        if self.verbetert:
            self.aard.choices = [
                (Aard.CORRECTIE.value, "Er moet iets anders staan"),
                (Aard.INTREKKING.value, "Het is niet gebeurd: laat de regel vervallen"),
            ]
        else:
            self.aard.choices = [(Aard.AANVULLING.value, "")]
            del self.soort, self.moment

    def validate_moment(self, field: MomentField) -> None:
        if self.aard.data is Aard.CORRECTIE and field.data:
            _check_moment(field.data, self.vergadering)

    def validate_tekst(self, field: TextAreaField) -> None:
        stond_er = {"", *self.punt.teksten, "\n".join(self.punt.teksten)}
        if self.aard.data is Aard.INTREKKING and (field.data or "") in stond_er:
            raise ValidationError("Schrijf op waarom deze regel vervalt.")
        if self.aard.data is Aard.AANVULLING and not (field.data or self.persoon.data):
            raise ValidationError("Schrijf op wat u wilt toevoegen.")

    def invoeren(self, nu: datetime) -> list[Invoer]:
        """What was written, and an addition for each further name: every name counts apart."""
        namen = [naam.strip() for naam in (self.persoon.data or "").split(";") if naam.strip()]
        eerste = self._invoer(nu, namen[0] if namen else "")
        return [eerste] + [
            Invoer(f"{eerste.sleutel}-{n}", nu, eerste.soort, Aard.AANVULLING, eerste.bij, "", naam)
            for n, naam in enumerate(namen[1:], 2)
        ]

    def _invoer(self, nu: datetime, persoon: str) -> Invoer:
        """Who ordered someone to leave, and on whose behalf, holds for a correction too."""
        geldt: Any = self.punt.geldt
        correctie = self.aard.data is Aard.CORRECTIE
        return Invoer(
            sleutel=self.eenmalig.data or secrets.token_urlsafe(16),
            moment=self._moment() if correctie else nu,
            soort=self.soort.data if correctie else geldt.soort,
            aard=self.aard.data,
            bij=self.punt.regel.sleutel,  # type: ignore[attr-defined]  # of a stored entry
            tekst=self.tekst.data or "",
            persoon=persoon,
            door=geldt.door if correctie else "",
            namens=geldt.namens if correctie else "",
        )

    def _moment(self) -> datetime:
        """The field knows minutes only: a moment that was left as it was, keeps its seconds."""
        was, wordt = self.punt.geldt.moment, self.moment.data
        return was if wordt is None or was.replace(second=0, microsecond=0) == wordt else wordt


def _check_moment(moment: datetime, vergadering: Vergadering) -> None:
    try:
        check_moment(moment, vergadering.begin, nu())
    except RegelOvertreden as fout:
        raise ValidationError(str(fout)) from None


class NaamForm(Formulier):
    naam = StringField("Naam", [InputRequired("Vul een naam in."), Length(max=REGEL_MAX)])


def new_log_form(vergadering: Vergadering) -> LogForm:
    """An empty one; who orders someone to leave, and on whose behalf, is nearly always the same."""
    woorden = our_organisatie().woorden
    return LogForm(
        formdata=None,
        vergadering=vergadering,
        pad=url_for("incidenten.add_logregel", id=vergadering.id),
        door=current_user.naam,
        namens=vergadering.voorzitter or f"de {woorden.burgemeester}",
    )
