"""The pages of measures: preparing, deciding, what runs, the desk, and how they are set up."""

from . import besluit, deur, inrichten, lopend, maatregelen

__all__ = ["besluit", "deur", "inrichten", "lopend", "maatregelen"]
