"""Figures of the register per period; small numbers are hidden outside the coordinator's screen."""
