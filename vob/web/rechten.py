"""Which role opens which route: read from the declarations themselves, for the auditor."""

from dataclasses import dataclass

from flask import Flask

from vob.core.permissions import RECHTEN, Rol

from .access import PUBLIC


@dataclass(frozen=True)
class Route:
    route: str
    methoden: str
    recht: str
    rollen: frozenset[Rol]


def route_matrix(app: Flask) -> list[Route]:
    """Every route, in the order of its address. A public route is open to every role."""
    return [
        Route(
            route=rule.rule,
            methoden=",".join(sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})),
            recht=str(access),
            rollen=frozenset(rol for rol in Rol if access == PUBLIC or access in RECHTEN[rol]),
        )
        for rule in sorted(app.url_map.iter_rules(), key=lambda rule: rule.rule)
        if (access := getattr(app.view_functions[rule.endpoint], "access", None))
    ]
