"""Attachments: pictures drawn here, kept the way an upload is kept."""

import io
from datetime import timedelta

from sqlalchemy import select
from werkzeug.datastructures import FileStorage

from vob.bijlagen.operations import Bestand, prepare, store
from vob.data import db
from vob.incidenten.models import Incident
from vob.incidenten.values import Kanaal, Vorm

from .mensen import Mensen

_MAAT = (480, 300)
_BEELDEN = {
    "schermafdruk.png": (
        "#e8eef4",
        ("20.14  Onbekend", "Wij weten waar je woont.", "20.15  gezien"),
    ),
    "brief.png": ("#f6f1e4", ("AAN U", "Stop ermee.", "U bent gewaarschuwd.")),
    "schade.png": ("#dfe6dc", ("Foto van de schade", "genomen kort na het voorval")),
}
_BIJ_KANAAL = {Kanaal.SOCIALE_MEDIA: 0, Kanaal.BERICHT: 0, Kanaal.WEBSITE: 0, Kanaal.BRIEF: 1}
_AANTAL = 12


def make_bijlagen(mensen: Mensen) -> None:
    """With the newest cases that have something to show, and one with a step of the checklist."""
    beelden = [_draw(naam, kleur, regels) for naam, (kleur, regels) in _BEELDEN.items()]
    stmt = select(Incident).where(Incident.is_proef.is_(False)).order_by(Incident.gemeld_op.desc())
    met_beeld = [
        (zaak, plaats)
        for zaak in db.session.scalars(stmt.limit(60))
        if (plaats := _which(zaak)) is not None
    ]
    for zaak, plaats in met_beeld[:_AANTAL]:
        _attach("incident", zaak.id, beelden[plaats], zaak.melder_id)
    for zaak, _ in met_beeld[1:4]:
        if zaak.behandelaar_id and not zaak.is_vertrouwelijk:
            _attach("incident", zaak.id, beelden[1], zaak.behandelaar_id, is_intern=True)
    _attach("checklist_stap", 14, beelden[2], mensen["woordvoerder"].id)


def _which(zaak: Incident) -> int | None:
    if Vorm.VERNIELING.value in zaak.vormen:
        return 2
    return _BIJ_KANAAL.get(zaak.kanaal)


def _attach(soort: str, id: int, beeld: Bestand, door_id: int, is_intern: bool = False) -> None:
    db.session.info["actor_id"] = door_id
    bijlage = store(soort, id, beeld, is_intern=is_intern)
    if soort == "incident":
        zaak = db.session.get_one(Incident, id)
        bijlage.toegevoegd_op = zaak.gemeld_op + timedelta(minutes=40 if is_intern else 1)
    db.session.info.pop("actor_id")


def _draw(naam: str, kleur: str, regels: tuple[str, ...]) -> Bestand:
    """A small picture with a few lines of text."""
    from PIL import Image, ImageDraw  # not before it is needed: the server never draws

    beeld = Image.new("RGB", _MAAT, kleur)
    pen = ImageDraw.Draw(beeld)
    pen.rectangle((16, 16, _MAAT[0] - 16, _MAAT[1] - 16), outline="#5b6b7a", width=2)
    for nummer, regel in enumerate(regels):
        pen.text((40, 50 + 60 * nummer), regel, fill="#1f2a36", font_size=24)
    vat = io.BytesIO()
    beeld.save(vat, "PNG")
    vat.seek(0)
    return prepare(FileStorage(vat, filename=naam))
