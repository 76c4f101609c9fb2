"""What every form of VOB has: cleaned text, a one-time token, a draft, a check on stale edits."""

import secrets
from datetime import date, datetime
from typing import Any, ClassVar, Protocol

from flask import current_app, request, session
from flask_wtf import FlaskForm
from sqlalchemy import inspect
from werkzeug.datastructures import MultiDict
from wtforms import (
    DateField,
    HiddenField,
    PasswordField,
    SelectField,
    SelectMultipleField,
    StringField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import StopValidation, ValidationError

from vob.core.errors import AndersGewijzigd, RegelOvertreden
from vob.core.values import Waardelijst
from vob.data import Model, db, tokens

from .adres import check_jaar
from .formats import datum, tijdstip
from .tekst import opschonen
from .vertaling import Dutch

_DUTCH = Dutch()
# In the session of the browser: that a form sent with one that had ended was kept, and which
# forms those were once someone logged in.
GETYPT_BEWAARD, TERUG = "getypt-bewaard", "teruggevonden"
_NOT_OURS = {"csrf_token", "eenmalig", "versie", "id"}  # they belong to the form, not to the object


class Concepten(Protocol):
    """Who keeps drafts (room `concepten`); the web floor only knows what it can ask."""

    def load(self, pad: str) -> MultiDict[str, str] | None: ...
    def discard(self, pad: str) -> None: ...


def _concepten() -> Concepten | None:
    return current_app.extensions.get("vob_concepten")


def _clean(value: Any) -> Any:
    return opschonen(value).strip() if isinstance(value, str) else value


def _is_text(field_class: type) -> bool:
    """A password is no text: every space in it counts."""
    return issubclass(field_class, StringField) and not issubclass(field_class, PasswordField)


def _is_day_one_means(_form: FlaskForm, field: DateField) -> None:
    """Ten thousand years on, one step of the checklist would break the page of all of them."""
    if field.data is None:
        return
    try:
        check_jaar(field.data)
    except ValueError as fout:
        raise StopValidation(str(fout)) from None


class Formulier(FlaskForm):
    """The base of every form that writes.

    `heeft_concept`: the form saves itself while someone types; on GET it shows what was kept. So
    does every form that was sent when the session had ended.
    `pad`: the address the form is sent to, when that is not the page it stands on.
    """

    heeft_concept: ClassVar[bool] = False

    eenmalig = HiddenField(default=lambda: secrets.token_urlsafe(16))

    class Meta(FlaskForm.Meta):
        def bind_field(self, form: Any, unbound_field: Any, options: dict[str, Any]) -> Any:
            if _is_text(unbound_field.field_class):
                filters = unbound_field.kwargs.get("filters", ())
                unbound_field = unbound_field.__class__(
                    unbound_field.field_class,
                    *unbound_field.args,
                    name=unbound_field.name,
                    **{**unbound_field.kwargs, "filters": (_clean, *filters)},
                )
            return unbound_field.bind(form=form, **options)

        def get_translations(self, form: Any) -> Dutch:
            return _DUTCH

    def __init__(self, *args: Any, pad: str | None = None, **kwargs: Any) -> None:
        self.pad = pad or request.path
        self.is_concept = False
        self.is_verouderd = False
        self.verschillen: dict[str, tuple[str, str]] = {}
        if request.method == "GET" and self._may_be_kept and (bewaard := self._concept()):
            kwargs["formdata"] = bewaard
            self.is_concept = True
        super().__init__(*args, **kwargs)
        for field in self:
            if _is_text(type(field)) and field.raw_data:  # "required" means more than spaces
                field.raw_data = [_clean(value) for value in field.raw_data]
            if isinstance(field, DateField):
                field.validators = (*field.validators, _is_day_one_means)
        if self.is_concept:  # a draft is text, not a request: its token is a new one
            self.eenmalig.data = secrets.token_urlsafe(16)

    @property
    def _may_be_kept(self) -> bool:
        return self.heeft_concept or self.pad in session.get(TERUG, ())

    def _concept(self) -> MultiDict[str, str] | None:
        concepten = _concepten()
        return concepten.load(self.pad) if concepten else None

    def is_submitted(self) -> bool:
        """Only when it was sent to its own address: a page can hold several forms."""
        return bool(super().is_submitted()) and request.path == self.pad

    @property
    def status(self) -> int:
        """The HTTP status of a page that shows this form."""
        if not self.is_submitted():
            return 200
        return 409 if self.is_verouderd else 422

    def fill(self, obj: Model) -> None:
        """Put what was filled in into the columns of `obj` that bear the same names."""
        columns = inspect(type(obj)).columns
        for field in self:
            if field.name in _NOT_OURS or field.name not in columns:
                continue
            if field.data is not None or columns[field.name].nullable:
                setattr(obj, field.name, field.data)

    def claim(self) -> str | None:
        """Take the one-time token. Not None: this form was sent before, and led there."""
        return tokens.claim(db.session, self.eenmalig.data or secrets.token_urlsafe(16))

    def complete(self, locatie: str) -> str:
        """The form did its work: remember where its sender goes, and let go of the draft."""
        tokens.fulfil(db.session, self.eenmalig.data or "", locatie)
        self.discard_concept()
        return locatie

    def refuse(self, fout: RegelOvertreden) -> None:
        """A rule said no: beside the field that it is about, else above the form."""
        if fout.veld in self:
            self[fout.veld].errors = [str(fout)]
        else:
            self.form_errors.append(str(fout))

    def validate_on_submit(self, extra_validators: Any = None) -> bool:
        """What arrives whole is no draft any more, in a form that keeps none by itself."""
        goed = bool(super().validate_on_submit(extra_validators))
        if goed and not self.heeft_concept:
            self.discard_concept()
        return goed

    def discard_concept(self) -> None:
        if not self._may_be_kept:
            return
        if concepten := _concepten():
            concepten.discard(self.pad)
        if self.pad in session.get(TERUG, ()):
            session[TERUG] = [pad for pad in session[TERUG] if pad != self.pad]


class WijzigFormulier(Formulier):
    """A form that changes something that exists: it knows which version the user looked at."""

    versie = HiddenField()

    def is_stale(self, obj: Model) -> bool:
        """Someone else changed `obj` meanwhile: keep both versions for the page (409).

        Sending again after that overwrites knowingly, because the form then names the new version.
        """
        if str(obj.versie) == self.versie.data:
            return False
        self.is_verouderd = True
        self.verschillen = {
            getattr(field, "volle_naam", field.label.text): (opgeslagen, ingevuld)
            for field in self
            if hasattr(obj, field.name) and field.name != "versie"
            for opgeslagen, ingevuld in [(_stored(obj, field), _shown(field.data))]
            if opgeslagen != ingevuld
        }
        self.form_errors.append(str(AndersGewijzigd()))
        self.versie.raw_data = None
        self.versie.data = str(obj.versie)
        return True


def _stored(obj: Model, field: Any) -> str:
    """What is stored, as this field would show it: not known yet is an empty tick box."""
    value = getattr(obj, field.name)
    return _shown(bool(value) if isinstance(field.data, bool) else value)


def _shown(value: Any) -> str:
    if isinstance(value, Waardelijst):
        return value.label
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return tijdstip(value) if isinstance(value, datetime) else datum(value)
    if isinstance(value, list | tuple):
        return ", ".join(_shown(part) for part in value)
    return "" if value is None else str(value)


class WaardelijstField(SelectField):
    """A choice from a value list: the label is shown, the enum member is the data."""

    def __init__(
        self,
        label: str,
        waardelijst: type[Waardelijst],
        *validators: Any,
        leeg: str | None = None,
        **kwargs: Any,
    ) -> None:
        """`leeg`: the words for "no choice", if not choosing is possible; the data is then None."""
        choices = [SelectChoice(member.value, member.label) for member in waardelijst]
        if leeg is not None:
            choices.insert(0, SelectChoice("", leeg))
        super().__init__(
            label,
            list(validators),
            coerce=lambda value: waardelijst(value) if value else None,
            choices=choices,
            **kwargs,
        )

    def pre_validate(self, form: Any) -> None:
        if self.data is not None or any(choice.value == "" for choice in self.choices):
            return
        raise ValidationError("Maak een keuze.")


class WaardelijstenField(SelectMultipleField):
    """Several choices from a value list."""

    def __init__(
        self, label: str, waardelijst: type[Waardelijst], *validators: Any, **kwargs: Any
    ) -> None:
        choices = [SelectChoice(member.value, member.label) for member in waardelijst]
        super().__init__(label, list(validators), coerce=waardelijst, choices=choices, **kwargs)


__all__ = [
    "Formulier",
    "WaardelijstField",
    "WaardelijstenField",
    "WijzigFormulier",
]
