"""Damage: what it cost, how it is recovered, and what came in."""
