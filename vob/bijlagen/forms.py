"""The field with which a form takes files."""

from typing import Any

from flask_login import current_user
from flask_wtf.file import MultipleFileField
from wtforms.validators import ValidationError

from . import operations
from .models import CONCEPT, Bijlage
from .operations import Klaargezet, Opgeslagen
from .queries import list_concept_bijlagen
from .rules import EXTENSIES

UPLOAD_MB = 26  # for @upload(): 25 MB of files, and the rest of the form around them


class BijlagenField(MultipleFileField):
    """Several files. A file that VOB refuses is an error of this field, with the reason.

    The view calls one of two: `attach` when the form did its work, or `keep` when the form is
    shown again; what was kept is shown in the form and goes along the next time.
    """

    def __init__(self, label: str = "Bijlagen", **kwargs: Any) -> None:
        self.formulier = kwargs.get("_form")
        self.klaar = Klaargezet([], [])
        self.weg: set[str] = set()
        super().__init__(label, **kwargs)
        self.render_kw = {"accept": ",".join(f".{extensie}" for extensie in EXTENSIES)}

    def process(self, formdata: Any, *args: Any, **kwargs: Any) -> None:
        """Beside the files: which of the kept ones the user ticked as not wanted any more."""
        super().process(formdata, *args, **kwargs)
        self.weg = set(formdata.getlist(f"{self.name}-weg")) if formdata else set()

    def pre_validate(self, form: Any) -> None:
        """Looks at the files while nothing is locked yet."""
        self.klaar = operations.prepare_uploads(self.data or ())
        if self.klaar.geweigerd:
            raise ValidationError(" ".join(self.klaar.geweigerd))

    @property
    def pad(self) -> str:
        return str(self.formulier.pad) if self.formulier is not None else ""

    def bewaard(self) -> list[Bijlage]:
        """What was uploaded in this form before."""
        return list_concept_bijlagen(current_user.id, self.pad)

    def attach(self, soort: str, object_id: int, *, is_intern: bool = False) -> list[Bijlage]:
        """Give the object all files of this form, also those uploaded before. No commit.

        Raises BestandGeweigerd when they do not fit with what the object already has.
        """
        self._discard()
        eerder = operations.move(
            CONCEPT, current_user.id, soort, object_id, pad=self.pad, is_intern=is_intern
        )
        nieuw = [
            operations.store(soort, object_id, bestand, is_intern=is_intern)
            for bestand in self.klaar.bestanden
        ]
        return eerder + nieuw

    def keep(self) -> Opgeslagen:
        """The form is shown again: keep the good files until it is sent. No commit."""
        self._discard()
        klaar, self.klaar = self.klaar, Klaargezet([], [])
        return operations.store_prepared(CONCEPT, current_user.id, klaar, concept_pad=self.pad)

    def _discard(self) -> None:
        for bijlage in self.bewaard():
            if bijlage.sleutel in self.weg:
                operations.delete_bijlage(bijlage, current_user)
