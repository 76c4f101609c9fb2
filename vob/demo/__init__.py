"""The demo organisation: a living year, so that a newcomer sees VOB at work at once."""
