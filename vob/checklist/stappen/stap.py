"""What is written about one step."""

from dataclasses import dataclass

from vob.checklist.values import Fase, Groep, Ritme


@dataclass(frozen=True)
class Bron:
    naam: str
    url: str = ""


@dataclass(frozen=True)
class Stap:
    """`product`: what there is when the step is done. `bewijs`: what shows that it is done.

    `eigenaar` and `ritme`: who usually does it, and how often; an organisation decides otherwise.
    """

    nummer: int
    groep: Groep
    titel: str
    uitleg: str
    deelacties: tuple[str, ...]
    product: str
    bewijs: str
    eigenaar: str
    ritme: Ritme
    bronnen: tuple[Bron, ...]

    @property
    def fase(self) -> Fase:
        return self.groep.fase
