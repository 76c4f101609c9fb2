"""The evidence log of a case: what was kept, by whom, and where it went."""
