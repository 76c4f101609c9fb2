"""The checklist as other rooms and the pages need it."""

from .rondes import Rondebeeld, Rondestap, list_rondes, open_ronde, read_ronde
from .stappen import (
    Checklist,
    Regel,
    count_deelacties,
    list_bewijsstukken,
    list_deelacties,
    list_gebeurtenissen,
    my_steps_due,
    per_fase,
    per_groep,
    progress,
    read_checklist,
)

__all__ = [
    "Checklist",
    "Regel",
    "Rondebeeld",
    "Rondestap",
    "count_deelacties",
    "list_bewijsstukken",
    "list_deelacties",
    "list_gebeurtenissen",
    "list_rondes",
    "my_steps_due",
    "open_ronde",
    "per_fase",
    "per_groep",
    "progress",
    "read_checklist",
    "read_ronde",
]
