"""Which heavy libraries the application loads before anyone needs them; prints JSON."""

import json
import sys

from vob import create_app

ZWAAR = ("weasyprint", "PIL", "playwright", "odf", "openpyxl", "markdown_it", "pydyf", "fontTools")

if __name__ == "__main__":
    create_app()
    print(json.dumps([naam for naam in ZWAAR if naam in sys.modules]))
