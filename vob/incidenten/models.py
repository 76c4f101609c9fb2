"""The register: cases, who is part of them, what happened to them, and in whose line they fall."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Computed, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from vob.core.organisatietype import Functie
from vob.data import Base, Model, Versleuteld, VersleuteldeJson
from vob.gebruikers.models import Gebruiker

from . import rules
from .values import (
    Betrokkenrol,
    Ernst,
    ErnstGetroffene,
    Gebeurtenissoort,
    GemeldDoor,
    GerichtOp,
    Hoofdvorm,
    JaNeeOnbekend,
    Kanaal,
    Locatie,
    Monitorcategorie,
    Motief,
    NuVeilig,
    Relatie,
    SoortVeroorzaker,
    Status,
    VeroorzakerBekend,
    Vorm,
)

TITEL_MAX = 120
TEKST_MAX = 20_000
REGEL_MAX = 200
GEHEIM_TITEL = "Extra vertrouwelijk"
_AFGEROND = ", ".join(f"'{status}'" for status in Status if status in rules.AFGEROND)
_TEKSTEN = ("titel", "omschrijving", "plaats", "onderwerp")
_TELLEN = ("is_proef", "is_vertrouwelijk")  # all that counting asks beside the filter itself


def _versleuteld(kolom: str) -> Any:
    """A column with names or literal words: read only on the page of the case, all at once."""
    return mapped_column(
        Versleuteld(f"incident.{kolom}"), deferred=True, deferred_group="besloten", default=None
    )


class Incident(Model):
    """A case. Where it is extra vertrouwelijk, its texts stand encrypted in `geheim`.

    Read and write `titel`, `omschrijving`, `plaats` and `onderwerp`; they know where to look.
    In a query only the open columns (`titel_open` …) can be used.
    """

    __table_args__ = (
        UniqueConstraint("jaar", "volgnummer"),
        # A register of a million cases is read newest first by each filter, and counted unopened.
        Index("ix_incident_gemeld", "gemeld_op", "id", *_TELLEN),
        Index("ix_incident_open", "is_open", "gemeld_op", "id", *_TELLEN),
        Index("ix_incident_voorval", "voorval_op", "id"),
        Index("ix_incident_status", "status", "gemeld_op", "id", *_TELLEN),
        Index("ix_incident_ernst", "ernst", "gemeld_op", "id", *_TELLEN),
        Index("ix_incident_ernst_volgorde", "ernst", "id"),
        Index("ix_incident_kanaal", "kanaal", "gemeld_op", "id", *_TELLEN),
        Index("ix_incident_functie", "getroffene_functie", "gemeld_op", "id", *_TELLEN),
        Index("ix_incident_behandelaar", "behandelaar_id", "gemeld_op", "id", *_TELLEN),
        Index("ix_incident_melder", "melder_id", "id"),
        # The open cases of one handler, for the board.
        Index(
            "ix_incident_mijn_open",
            "behandelaar_id",
            "gemeld_op",
            "id",
            sqlite_where=text("is_open IS 1"),
            postgresql_where=text("is_open IS true"),
        ),
        # Earlier cases with the same victim, and with the same subject.
        Index("ix_incident_getroffene", "getroffene_id", "id"),
        Index("ix_incident_onderwerp", "onderwerp", "id"),
        # What waits for an answer of who handles it, for the board.
        Index(
            "ix_incident_bericht",
            "bericht_op",
            "id",
            sqlite_where=text("bericht_op IS NOT NULL"),
            postgresql_where=text("bericht_op IS NOT NULL"),
        ),
        # The few drills, for the proof of step 8; in words that the query uses as well.
        Index(
            "ix_incident_proef",
            "afgehandeld_op",
            sqlite_where=text("is_proef IS 1"),
            postgresql_where=text("is_proef IS true"),
        ),
    )

    nummer: Mapped[str] = mapped_column(unique=True, info={"audit": True})
    jaar: Mapped[int]
    volgnummer: Mapped[int]
    titel_open: Mapped[str] = mapped_column("titel", default="")
    omschrijving_open: Mapped[str] = mapped_column("omschrijving", Text, default="")
    plaats_open: Mapped[str] = mapped_column("plaats", default="")
    onderwerp_open: Mapped[str] = mapped_column("onderwerp", default="")
    is_vertrouwelijk: Mapped[bool] = mapped_column(default=False)
    geheim: Mapped[dict[str, str] | None] = mapped_column(VersleuteldeJson("incident.geheim"))
    is_proef: Mapped[bool] = mapped_column(default=False)  # a drill: in no figure

    voorval_op: Mapped[datetime]
    voorval_tot: Mapped[datetime | None]
    kennis_op: Mapped[date | None]  # when the victim learned of it; a term runs from here
    gemeld_op: Mapped[datetime]
    melder_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    gemeld_door: Mapped[GemeldDoor]
    getroffene_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    getroffene_naam: Mapped[str | None] = mapped_column(Versleuteld("incident.getroffene_naam"))
    getroffene_functie: Mapped[Functie]

    status: Mapped[Status] = mapped_column(default=Status.GEMELD)
    # By the database itself, so that it cannot drift: "all open cases" must not sort a million.
    is_open: Mapped[bool] = mapped_column(Computed(f"status NOT IN ({_AFGEROND})", persisted=True))
    ernst: Mapped[Ernst] = mapped_column(default=Ernst.ONBEOORDEELD)
    behandelaar_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    lijn_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"), index=True)
    is_via_vervanger: Mapped[bool] = mapped_column(default=False)
    afgehandeld_op: Mapped[datetime | None]  # the first time; a drill counts by it
    terugkoppeling_op: Mapped[datetime | None]  # when the melder heard what was done about it
    bericht_op: Mapped[datetime | None]  # since when a message of the melder waits for an answer
    vrijgave_op: Mapped[datetime | None]  # when `vrijgave` was written

    vormen: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    hoofdvorm: Mapped[Hoofdvorm]
    monitorcategorie: Mapped[Monitorcategorie]
    kanaal: Mapped[Kanaal]
    locatie: Mapped[Locatie | None]
    nu_veilig: Mapped[NuVeilig]
    is_acuut: Mapped[bool] = mapped_column(default=False)
    gericht_op: Mapped[GerichtOp | None]
    samenhang_ambt: Mapped[JaNeeOnbekend | None]
    ernst_getroffene: Mapped[ErnstGetroffene | None]
    veroorzaker_bekend: Mapped[VeroorzakerBekend | None]
    soort_veroorzaker: Mapped[SoortVeroorzaker | None]
    relatie: Mapped[Relatie | None]
    motief: Mapped[Motief | None]
    heeft_letsel: Mapped[bool | None]
    heeft_schade: Mapped[bool | None]
    is_vermijding: Mapped[bool | None]
    bewijssoorten: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})
    instemming_delen: Mapped[list[str]] = mapped_column(JSON, default=list, info={"audit": True})

    woorden: Mapped[str | None] = _versleuteld("woorden")
    veroorzaker: Mapped[str | None] = _versleuteld("veroorzaker")
    getuigen: Mapped[str | None] = _versleuteld("getuigen")
    vrijgave: Mapped[str | None] = _versleuteld("vrijgave")  # what communicatie may know

    melder: Mapped[Gebruiker] = relationship(foreign_keys=[melder_id])
    getroffene: Mapped[Gebruiker | None] = relationship(foreign_keys=[getroffene_id])
    behandelaar: Mapped[Gebruiker | None] = relationship(foreign_keys=[behandelaar_id])
    lijn: Mapped[Gebruiker | None] = relationship(foreign_keys=[lijn_id])
    vormregels: Mapped[list["IncidentVorm"]] = relationship(cascade="all, delete-orphan")

    def _tekst(self, naam: str) -> str:
        if self.is_vertrouwelijk:
            return (self.geheim or {}).get(naam, "")
        return getattr(self, f"{naam}_open") or ""

    def _zet_tekst(self, naam: str, waarde: str) -> None:
        if self.is_vertrouwelijk:
            self.geheim = {**(self.geheim or {}), naam: waarde}
        else:
            setattr(self, f"{naam}_open", waarde)

    titel = property(lambda self: self._tekst("titel"), lambda self, w: self._zet_tekst("titel", w))
    omschrijving = property(
        lambda self: self._tekst("omschrijving"),
        lambda self, w: self._zet_tekst("omschrijving", w),
    )
    plaats = property(
        lambda self: self._tekst("plaats"), lambda self, w: self._zet_tekst("plaats", w)
    )
    onderwerp = property(
        lambda self: self._tekst("onderwerp"), lambda self, w: self._zet_tekst("onderwerp", w)
    )

    def set_vertrouwelijk(self, vertrouwelijk: bool) -> None:
        """Move the texts: into `geheim`, where only those named read them, or back."""
        teksten = {naam: self._tekst(naam) for naam in _TEKSTEN}
        self.is_vertrouwelijk = vertrouwelijk
        self.geheim = teksten if vertrouwelijk else None
        for naam in _TEKSTEN:
            setattr(self, f"{naam}_open", "" if vertrouwelijk else teksten[naam])
        if vertrouwelijk:
            self.titel_open = GEHEIM_TITEL

    def set_vormen(self, vormen: Iterable[Vorm]) -> None:
        """Everything that follows from the forms, in step. `gemeld_op` must be known."""
        chosen = list(vormen)
        self.vormen = [vorm.value for vorm in chosen]
        self.hoofdvorm = rules.hoofdvorm_van(chosen)
        self.monitorcategorie = rules.monitorcategorie_van(chosen)
        self.vormregels = [IncidentVorm(vorm=vorm, gemeld_op=self.gemeld_op) for vorm in chosen]

    @property
    def vormlabels(self) -> list[str]:
        return [Vorm(vorm).label for vorm in self.vormen]

    @property
    def is_afgerond(self) -> bool:
        return self.status in rules.AFGEROND

    @property
    def statuszin(self) -> str:
        """The status in the words the melder reads."""
        return rules.STATUS_VOOR_MELDER[self.status]

    def change_status(
        self, naar: Status, nu: datetime, mag_afronden: bool, reden: str = ""
    ) -> None:
        rules.check_overgang(self.status, naar, mag_afronden, reden)
        self.status = naar
        if naar is Status.AFGEHANDELD and self.afgehandeld_op is None:
            self.afgehandeld_op = nu
        if naar is Status.IN_BEHANDELING:  # opened again: what comes of it must be told again
            self.terugkoppeling_op = None

    def zoektekst(self) -> tuple[str, str] | None:
        """An extra vertrouwelijk case is found by its number only."""
        if self.is_vertrouwelijk:
            return None
        teksten = (self.nummer, self.omschrijving, self.plaats, self.onderwerp)
        return self.titel, " ".join(teksten)


class IncidentVorm(Base):
    """Derived from `Incident.vormen`: finds the cases with one form, newest first."""

    __tablename__ = "incident_vorm"

    vorm: Mapped[Vorm] = mapped_column(primary_key=True)
    gemeld_op: Mapped[datetime] = mapped_column(primary_key=True)
    incident_id: Mapped[int] = mapped_column(
        ForeignKey("incident.id", ondelete="CASCADE"), primary_key=True, index=True
    )


class Betrokkene(Model):
    """Who is part of a case, and as what. What this opens stands in `zichtbaarheid.py`."""

    __table_args__ = (
        UniqueConstraint("incident_id", "gebruiker_id", "rol"),
        # By role first: someone may handle a million cases, and be named as offender in one.
        Index("ix_betrokkene_gebruiker", "gebruiker_id", "rol", "incident_id"),
    )

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    gebruiker_id: Mapped[int] = mapped_column(ForeignKey("gebruiker.id"))
    rol: Mapped[Betrokkenrol]
    sinds: Mapped[datetime]

    incident: Mapped[Incident] = relationship()
    gebruiker: Mapped[Gebruiker] = relationship()


class Gebeurtenis(Model):
    """The timeline of a case; only added to. `is_intern`: not for melder and getroffene."""

    __table_args__ = (Index("ix_gebeurtenis_incident", "incident_id", "id"),)

    incident_id: Mapped[int] = mapped_column(ForeignKey("incident.id"))
    moment: Mapped[datetime]
    soort: Mapped[Gebeurtenissoort]
    auteur_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    tekst: Mapped[str | None] = mapped_column(Versleuteld("gebeurtenis.tekst"), default=None)
    status: Mapped[Status | None]  # of a change of status: the new one
    is_intern: Mapped[bool] = mapped_column(default=False)

    incident: Mapped[Incident] = relationship()
    auteur: Mapped[Gebruiker | None] = relationship()


class Meldlijn(Model):
    """Who gets the cases about people in this function, and who stands in."""

    functie: Mapped[Functie] = mapped_column(unique=True)
    eerste_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))
    vervanger_id: Mapped[int | None] = mapped_column(ForeignKey("gebruiker.id"))

    eerste: Mapped[Gebruiker | None] = relationship(foreign_keys=[eerste_id])
    vervanger: Mapped[Gebruiker | None] = relationship(foreign_keys=[vervanger_id])
