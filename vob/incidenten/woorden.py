"""Value lists in the words of this organisation: a gemeentehuis here is a waterschapshuis there."""

from vob.core.organisatietype import Woorden

from .values import Deelpartij, GemeldDoor, Locatie


def locatie_label(locatie: Locatie, woorden: Woorden) -> str:
    """The kind of place in the words of this organisation."""
    eigen = {Locatie.GEMEENTEHUIS: woorden.gemeentehuis, Locatie.RAADZAAL: woorden.raadzaal}
    woord = eigen.get(locatie, locatie.label)
    return woord[:1].upper() + woord[1:]


def deelpartij_label(partij: Deelpartij, woorden: Woorden) -> str:
    woord = woorden.college if partij is Deelpartij.COLLEGE else partij.label
    return woord[:1].upper() + woord[1:]


def gemeld_door_label(door: GemeldDoor, woorden: Woorden) -> str:
    griffie = f"{woorden.griffier} of secretaris"
    woord = griffie if door is GemeldDoor.GRIFFIE else door.label
    return woord[:1].upper() + woord[1:]
