"""What a WSGI server loads: `wsgi:app`. Each worker also delivers mail, beside its requests."""

from vob import create_app
from vob.berichten import bezorger

app = create_app()
bezorger.start(app)
