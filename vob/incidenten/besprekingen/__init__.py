"""Incidents discussed in a forum, without names: an anonymised list, and what was agreed."""
