"""Forms about the aangifte and the klacht."""

from typing import Any

from wtforms import (
    BooleanField,
    DateField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)
from wtforms.fields.choices import SelectChoice
from wtforms.validators import InputRequired, Length, Optional, ValidationError

from vob.core.clock import vandaag
from vob.web.forms import Formulier, WaardelijstenField, WaardelijstField, WijzigFormulier

from ..analyse.feiten import list_feiten
from ..models import REGEL_MAX, TEKST_MAX
from ..values import JaNeeOnbekend
from ..velden import PersoonField
from .models import KORT_MAX, Aangifte
from .queries import feitlabels
from .values import (
    Aangever,
    Adreskeuze,
    Beoordeling,
    Instemming,
    RedenGeen,
    Slachtofferrecht,
    Stap,
    Uitkomst,
)

_LEEG = "Nog niet bekend"
_VERSLEUTELD = "Wordt versleuteld bewaard."


class AangifteForm(WijzigFormulier):
    heeft_concept = True

    beoordeling = WaardelijstField(
        "Hoe beoordelen wij het?",
        Beoordeling,
        leeg="Nog niet beoordeeld",
        description="Of het strafbaar is, beoordelen de politie en het OM.",
    )
    feiten = SelectMultipleField(
        "Wat zou het kunnen zijn?", description="Een suggestie voor het gesprek met de politie."
    )
    stap = WaardelijstField(
        "Wat is er gedaan?",
        Stap,
        leeg=_LEEG,
        description="Kies dit pas als het is gedaan, en vul dan ook de dag in.",
    )
    aangever = WaardelijstField(
        "Wie doet aangifte?",
        Aangever,
        leeg=_LEEG,
        description="Doet de organisatie aangifte, dan is de getroffene getuige.",
    )
    instemming = WaardelijstField("Stemt de getroffene in?", Instemming, leeg=_LEEG)
    instemming_op = DateField("Op welke dag zei de getroffene dat?", [Optional()])
    adreskeuze = WaardelijstField(
        "Welk adres komt in het dossier?",
        Adreskeuze,
        leeg=_LEEG,
        description="De verdachte kan het dossier lezen. Houd het privéadres eruit.",
    )
    domicilie = StringField("Dat adres", [Length(max=REGEL_MAX)], description=_VERSLEUTELD)
    vpt_gevraagd = WaardelijstField("VPT-code gevraagd?", JaNeeOnbekend, leeg=_LEEG)
    vpt_toegekend = WaardelijstField("VPT-code toegekend?", JaNeeOnbekend, leeg=_LEEG)
    gedaan_op = DateField("Gedaan op", [Optional()])
    eenheid = StringField("Politie-eenheid of bureau", [Length(max=KORT_MAX)])
    registratienummer = StringField(
        "Registratienummer", [Length(max=KORT_MAX)], description=_VERSLEUTELD
    )
    contactpersoon = StringField(
        "Contactpersoon bij de politie", [Length(max=REGEL_MAX)], description=_VERSLEUTELD
    )
    uitkomst = WaardelijstField("Wat kwam ervan?", Uitkomst, leeg=_LEEG)
    uitkomst_op = DateField("Bekend sinds", [Optional()])
    slachtofferrechten = WaardelijstenField("Wat wil de getroffene?", Slachtofferrecht)
    reden_geen = WaardelijstField("Geen aangifte: waarom niet?", RedenGeen, leeg="Kies een reden")
    toelichting = TextAreaField("Toelichting", [Length(max=TEKST_MAX)], description=_VERSLEUTELD)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.feiten.choices = [
            SelectChoice(feit.code, f"{feit.label} ({feit.artikel})")
            for feit in list_feiten()
            if feit.is_actief or feit.code in (self.feiten.data or ())
        ]

    def is_stale(self, obj: Aangifte) -> bool:  # type: ignore[override]  # this form is of an aangifte
        """Of lists the labels are compared, as they are shown."""
        stale = super().is_stale(obj)
        rechten = [Slachtofferrecht(code).label for code in obj.slachtofferrechten]
        gekozen = [recht.label for recht in self.slachtofferrechten.data]
        for field, was, wordt in (
            (self.feiten, feitlabels(obj.feiten), feitlabels(self.feiten.data)),
            (self.slachtofferrechten, rechten, gekozen),
        ):
            if self.verschillen.pop(field.label.text, None) and was != wordt:
                self.verschillen[field.label.text] = (", ".join(was), ", ".join(wordt))
        return stale

    def waarden(self) -> dict[str, Any]:
        """Columns by name."""
        overslaan = {"csrf_token", "eenmalig", "versie"}
        waarden = {field.name: field.data for field in self if field.name not in overslaan}
        for naam in ("domicilie", "registratienummer", "contactpersoon", "toelichting"):
            waarden[naam] = waarden[naam] or None
        rechten = waarden["slachtofferrechten"]
        waarden["slachtofferrechten"] = [recht.value for recht in rechten]
        return waarden


class _Klachtvelden:
    vanaf = DateField(
        "Wanneer hoorde deze persoon ervan?",
        [InputRequired("Vul de dag in.")],
        description="Vanaf die dag loopt de termijn. Gaat het door, zoals bij stalking: de dag van "
        "de laatste keer.",
    )
    is_doorlopend = BooleanField("Het gaat nog door, of ging langer door")
    ingediend_op = DateField("Klacht met verzoek tot vervolging ingediend op", [Optional()])
    wil_niet = BooleanField("Deze persoon wil geen klacht indienen")

    def validate_vanaf(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")

    def validate_ingediend_op(self, field: DateField) -> None:
        if field.data and field.data > vandaag():
            raise ValidationError("Deze dag is nog niet geweest.")


class NieuweKlachtForm(Formulier, _Klachtvelden):
    gebruiker_id = PersoonField("Persoon")
    naam = StringField(
        "Naam, als deze persoon geen account heeft",
        [Length(max=REGEL_MAX)],
        description=_VERSLEUTELD,
    )

    def validate_naam(self, field: StringField) -> None:
        if self.gebruiker_id.data is None and not field.data:
            raise ValidationError("Kies een persoon, of vul een naam in.")


class KlachtForm(WijzigFormulier, _Klachtvelden):
    pass
