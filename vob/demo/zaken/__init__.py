"""Cases of the demo: lived ones with a story, and as many made ones as asked, in order of time."""

from .levend import live_zaken
from .massa import make_zaken
from .schrijver import Schrijver
from .zaak import Bezetting, Zaak

__all__ = ["Bezetting", "Schrijver", "Zaak", "live_zaken", "make_zaken"]
