"""When a number must be checked, how an agreement stands, whom one calls. Pure."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol, TypeVar

from vob.core.deadlines import plus_maanden
from vob.core.errors import RegelOvertreden
from vob.core.organisatietype import Organisatietype

from .values import (
    Afspraaksoort,
    Afspraakstatus,
    Contactrol,
    Ladderstatus,
    Partnersoort,
    Situatie,
    Stand,
    Toestemming,
    Voorval,
    Vraagstatus,
    Zwaarte,
)

VERLOOPT = 90  # days before its end an agreement is said to be ending
DREMPELS = (7, 30, 90)  # days before the end on which its owner is reminded

# Whom an organisation needs in its list of a gemeente in its area. A waterschap has no authority
# over public order of its own, so its chain runs through them (shared/domein/overig.md §4.1).
ROLLEN_PER_GEMEENTE: dict[Organisatietype, tuple[Contactrol, ...]] = {
    Organisatietype.GEMEENTE: (),
    Organisatietype.WATERSCHAP: (Contactrol.BURGEMEESTER, Contactrol.POLITIE, Contactrol.PARKET),
    Organisatietype.PROVINCIE: (Contactrol.BURGEMEESTER,),
}
OVERGANGEN: dict[Afspraakstatus, tuple[Afspraakstatus, ...]] = {
    Afspraakstatus.CONCEPT: (Afspraakstatus.ONDERTEKEND,),
    Afspraakstatus.ONDERTEKEND: (Afspraakstatus.OPGEZEGD,),
    Afspraakstatus.OPGEZEGD: (),
}
SITUATIES: dict[Voorval, tuple[Situatie, ...]] = {
    Voorval.SCHELDEN: (Situatie.AANGIFTE, Situatie.NAZORG),
    Voorval.BEDREIGEN: (Situatie.DREIGING, Situatie.AANGIFTE, Situatie.BEVEILIGING),
    Voorval.LASTIGVALLEN: (Situatie.DREIGING, Situatie.AANGIFTE, Situatie.BEVEILIGING),
    Voorval.DISCRIMINATIE: (Situatie.AANGIFTE, Situatie.NAZORG),
    Voorval.ONLINE: (Situatie.ONLINE, Situatie.AANGIFTE, Situatie.MEDIA),
    Voorval.GEWELD: (Situatie.SPOED, Situatie.AANGIFTE, Situatie.NAZORG),
    Voorval.VERNIELEN: (Situatie.AANGIFTE, Situatie.BEVEILIGING),
    Voorval.ANDERS: (),
}
# The finer codes of the register that are not a code of the short form as well.
_FIJN: dict[str, Voorval] = {
    "belediging": Voorval.SCHELDEN,
    "smaad": Voorval.SCHELDEN,
    "treiteren": Voorval.LASTIGVALLEN,
    "intimidatie": Voorval.BEDREIGEN,
    "bedreiging": Voorval.BEDREIGEN,
    "bedreiging_gezin": Voorval.BEDREIGEN,
    "stalking": Voorval.LASTIGVALLEN,
    "hinderlijk_contact": Voorval.LASTIGVALLEN,
    "doxing": Voorval.ONLINE,
    "online_haat": Voorval.ONLINE,
    "non_verbaal": Voorval.BEDREIGEN,
    "fysiek": Voorval.GEWELD,
    "gijzeling": Voorval.GEWELD,
    "vernieling": Voorval.VERNIELEN,
    "vredebreuk": Voorval.VERNIELEN,
    "ordeverstoring": Voorval.BEDREIGEN,
}


def oudste_goede(dag: date, maanden: int) -> date:
    """A number that was checked before this day must be checked again; on it is still good."""
    return plus_maanden(dag, -maanden)


def is_te_controleren(
    gecontroleerd_op: date | None, geldig_tot: date | None, dag: date, maanden: int
) -> bool:
    """Never checked, checked too long ago, or past its own last day."""
    if gecontroleerd_op is None or (geldig_tot is not None and geldig_tot < dag):
        return True
    return gecontroleerd_op < oudste_goede(dag, maanden)


def laatste_dag(gecontroleerd_op: date, geldig_tot: date | None, maanden: int) -> date:
    """Until which day a checked number counts as checked.

    The six months are counted backwards (`oudste_goede`), so at the end of a short month this may
    be a day or two early: a card never promises more than the check does.
    """
    gerekend = plus_maanden(gecontroleerd_op, maanden)
    return gerekend if geldig_tot is None else min(gerekend, geldig_tot)


_NUMMER = re.compile(r"(\+|0|1)[\d\s()/.-]{1,38}")


def check_nummer(nummer: str | None) -> None:
    """What one can dial: it begins with 0, 1 (112, 14 0…) or +, and holds digits and signs.

    A spreadsheet takes the first 0 away from a number that it thinks is one to count with.
    """
    if nummer and not _NUMMER.fullmatch(nummer):
        raise RegelOvertreden(
            "Vul een telefoonnummer in, met de 0 of + aan het begin en zonder woorden."
        )


def check_privenummer(privenummer: str | None, toestemming: Toestemming | None) -> None:
    """A private number is kept only of someone who agreed."""
    if privenummer and toestemming is not Toestemming.GEGEVEN:
        raise RegelOvertreden(
            "Een privénummer komt alleen in VOB als de persoon toestemming gaf. "
            "Vul dat in, of laat het nummer weg."
        )


def is_in_werking(
    status: Afspraakstatus, ingangsdatum: date, einddatum: date | None, dag: date
) -> bool:
    """The first and the last day both count; one that was ended holds until its last day."""
    if status is Afspraakstatus.CONCEPT or ingangsdatum > dag:
        return False
    return einddatum is None or dag <= einddatum


def calculate_stand(
    status: Afspraakstatus, ingangsdatum: date, einddatum: date | None, dag: date
) -> Stand:
    """How an agreement stands on this day."""
    if status is Afspraakstatus.CONCEPT:
        return Stand.CONCEPT
    if status is Afspraakstatus.OPGEZEGD:
        return Stand.OPGEZEGD
    if einddatum is not None and einddatum < dag:
        return Stand.VERLOPEN
    if ingangsdatum > dag:
        return Stand.ONDERTEKEND
    if einddatum is not None and (einddatum - dag).days <= VERLOOPT:
        return Stand.VERLOOPT
    return Stand.GELDIG


def drempel(einddatum: date | None, dag: date) -> int | None:
    """Which reminder is due: 90, 30 or 7 days before the end. After the end there is none.

    The nearest one counts, so a day on which nothing ran costs no reminder.
    """
    if einddatum is None or einddatum < dag:
        return None
    over = (einddatum - dag).days
    return next((dagen for dagen in DREMPELS if over <= dagen), None)


def check_overgang(
    van: Afspraakstatus, naar: Afspraakstatus, soort: Afspraaksoort, ondertekenaars: int
) -> None:
    """Raises RegelOvertreden with the reason."""
    if naar not in OVERGANGEN[van]:
        raise RegelOvertreden(
            f"Een afspraak gaat niet van ‘{van.label.lower()}’ naar ‘{naar.label.lower()}’."
        )
    if naar is Afspraakstatus.ONDERTEKEND and (
        zin := missing_ondertekenaars(soort, ondertekenaars)
    ):
        raise RegelOvertreden(zin)


def missing_ondertekenaars(soort: Afspraaksoort, ondertekenaars: int) -> str:
    """What must happen before it is signed, as a sentence; nothing for what is only spoken."""
    if soort is Afspraaksoort.MONDELING or ondertekenaars >= 2:
        return ""
    return "Voeg eerst toe wie ondertekenden: ten minste twee partijen."


def check_wijzigen(status: Afspraakstatus) -> None:
    """What was signed does not change; a change is a new version."""
    if status is not Afspraakstatus.CONCEPT:
        raise RegelOvertreden(
            "Deze afspraak is ondertekend en verandert niet meer. Maak een nieuwe versie."
        )


def check_verlengen(status: Afspraakstatus, heeft_opvolger: bool) -> None:
    """One version follows another; two would each be a truth."""
    if status is Afspraakstatus.CONCEPT:
        raise RegelOvertreden("Deze versie is nog een concept. Werk daarin verder.")
    if heeft_opvolger:
        raise RegelOvertreden("Er is al een nieuwere versie van deze afspraak.")


def check_ladder(status: Ladderstatus, treden: int) -> None:
    """A ladder that holds does not change, and an empty one helps nobody."""
    if status is not Ladderstatus.CONCEPT:
        raise RegelOvertreden("Deze versie is vastgesteld. Maak een nieuwe versie.")
    if not treden:
        raise RegelOvertreden("Deze ladder heeft nog geen treden.")


def check_antwoord(status: Vraagstatus) -> None:
    """An answer is taken over or not, once."""
    if status is not Vraagstatus.WACHT:
        raise RegelOvertreden("Over dit antwoord is al besloten.")


def voorval_van(code: str) -> Voorval | None:
    """What a case calls its kind, in either of its two lists; None when it is not known."""
    return Voorval(code) if code in set(Voorval) else _FIJN.get(code)


class MetZwaarte(Protocol):
    @property
    def vanaf(self) -> Zwaarte: ...


T = TypeVar("T", bound=MetZwaarte)


def treden_voor(treden: Iterable[T], zwaarte: Zwaarte) -> list[T]:
    """The levels that are used when it is this grave."""
    return [trede for trede in treden if trede.vanaf <= zwaarte]


def past(
    partnersoort: Partnersoort,
    situaties: Sequence[str],
    gezocht: Sequence[Situatie],
    bel: Sequence[str],
) -> bool:
    """Whether a contact is one to call: of a kind that the level names, and for this situation.

    A contact without situations is for everything.
    """
    if partnersoort not in bel:
        return False
    return not situaties or not gezocht or bool({*situaties} & {*gezocht, Situatie.SPOED})


def replace_bestuurder(tekst: str, wie: str, vervanger: str) -> str:
    """Who is threatened does not act: whoever stands in does. Not inside another word: a
    "loco-dijkgraaf" is no "dijkgraaf"."""
    return re.sub(rf"(?<![\w-]){re.escape(wie)}(?!\w)", vervanger, tekst)


def binnen(minuten: int) -> str:
    """How long one has, as a person says it: "meteen", "binnen 30 minuten", "binnen 2 dagen"."""
    if minuten == 0:
        return "meteen"
    for maat, enkel, meer in ((1440, "dag", "dagen"), (60, "uur", "uur")):
        if minuten % maat == 0:
            aantal = minuten // maat
            return f"binnen {aantal} {enkel if aantal == 1 else meer}"
    return f"binnen {minuten} {'minuut' if minuten == 1 else 'minuten'}"


def kaart_geldig_tot(gemaakt_op: date, maanden: int, laatste_dagen: Iterable[date]) -> date:
    """A card on paper holds so long, but no longer than the first number on it.

    Numbers that are overdue already are marked on the card itself; they would end it today.
    """
    uiterlijk = plus_maanden(gemaakt_op, maanden)
    return min([uiterlijk, *(dag for dag in laatste_dagen if dag >= gemaakt_op)])
