"""Cases of the demo: lived ones with a story, and as many made ones as asked, in order of time."""

from .levend import live_zaken
from .massa import make_zaken
from .schrijver import Schrijver
from .uit_log import link_zaak, zaak_uit_log
from .zaak import Bezetting, Zaak

__all__ = [
    "Bezetting",
    "Schrijver",
    "Zaak",
    "link_zaak",
    "live_zaken",
    "make_zaken",
    "zaak_uit_log",
]
