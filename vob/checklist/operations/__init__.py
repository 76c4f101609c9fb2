"""The acts of the checklist, by what they act on."""

from .rondes import close_ronde, start_ronde
from .stappen import (
    add_bewijsstuk,
    add_deelactie,
    delete_bewijsstuk,
    delete_deelactie,
    mark_gedaan,
    tick_deelactie,
    update_planning,
    update_stand,
)

__all__ = [
    "add_bewijsstuk",
    "add_deelactie",
    "close_ronde",
    "delete_bewijsstuk",
    "delete_deelactie",
    "mark_gedaan",
    "start_ronde",
    "tick_deelactie",
    "update_planning",
    "update_stand",
]
