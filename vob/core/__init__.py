"""The ground floor: pure Python. No database, no request, no framework."""
