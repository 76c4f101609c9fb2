"""A visiting card that a phone can keep (vCard 4.0, RFC 6350)."""

from .models import Woordvoerder

_ESCAPE = str.maketrans({"\\": "\\\\", "\n": "\\n", ",": "\\,", ";": "\\;"})


def render_vcard(wie: Woordvoerder, organisatie: str) -> str:
    """Lines end in CRLF and are folded at 75 bytes, as the standard wants."""
    *voor, achter = wie.naam.split() or [""]
    regels = [
        "BEGIN:VCARD",
        "VERSION:4.0",
        f"FN:{_text(wie.naam)}",
        f"N:{_text(achter)};{_text(' '.join(voor))};;;",
        f"ORG:{_text(organisatie)}",
    ]
    regels += [f"TITLE:{_text(wie.functie)}"] if wie.functie else []
    regels += [f"TEL;TYPE=work:{_text(wie.telefoon)}"] if wie.telefoon else []
    regels += [f"TEL;TYPE=cell:{_text(wie.telefoon_buiten)}"] if wie.telefoon_buiten else []
    regels += [f"EMAIL:{_text(wie.email)}"] if wie.email else []
    regels.append("END:VCARD")
    return "".join(f"{_fold(regel)}\r\n" for regel in regels)


def _text(tekst: str) -> str:
    return tekst.translate(_ESCAPE)


def _fold(regel: str) -> str:
    """A longer line goes on after a line end and a space; never in the middle of a letter."""
    delen, deel = [], ""
    for teken in regel:
        if len((deel + teken).encode()) > 74:
            delen.append(deel)
            deel = ""
        deel += teken
    return "\r\n ".join([*delen, deel])
