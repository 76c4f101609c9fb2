"""What a search asks for. Pure."""

import re

MINIMUM = 2  # letters: one finds everything
_NUMMER = re.compile(r"\d{4}-\d{4,9}", re.ASCII)


def is_zaaknummer(q: str) -> bool:
    return _NUMMER.fullmatch(q) is not None


def is_te_kort(q: str) -> bool:
    return len(q) < MINIMUM
