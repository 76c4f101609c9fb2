"""What a WSGI server loads: `wsgi:app`."""

from vob import create_app

app = create_app()
