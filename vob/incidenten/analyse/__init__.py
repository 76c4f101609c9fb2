"""The analysis of a case: how grave, why, again, and what it may be by law."""
