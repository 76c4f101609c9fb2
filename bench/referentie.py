"""What the figures are measured against, on the same server with the same workers.

R2: a Flask route that returns a constant 20 kB. R3: Flask, SQLAlchemy and Jinja: 25 rows out of
100,000 by keyset, no login, no rights.
"""

import os

from flask import Flask, render_template_string, request
from flask_sqlalchemy import SQLAlchemy
from sqlalchemy import insert, select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column


class Base(DeclarativeBase):
    pass


db = SQLAlchemy(model_class=Base)


class Zaak(Base):
    __tablename__ = "zaak"

    id: Mapped[int] = mapped_column(primary_key=True)
    nummer: Mapped[str]
    titel: Mapped[str]
    plaats: Mapped[str]
    status: Mapped[str]
    gemeld: Mapped[str]


_CONSTANT = "<!doctype html><title>R2</title>" + "Een regel tekst van een gewone bladzijde. " * 488
_LIJST = """<!doctype html><html lang="nl"><title>R3</title><h1>Zaken</h1><table>
{% for zaak in zaken %}<tr><td><a href="/zaak/{{ zaak.id }}">{{ zaak.nummer }}</a></td>
<td>{{ zaak.titel }}</td><td>{{ zaak.plaats }}</td><td>{{ zaak.status }}</td>
<td>{{ zaak.gemeld }}</td></tr>{% endfor %}</table>
<p><a href="/r3?na={{ zaken[-1].id }}">Volgende</a></p></html>"""


def make_app() -> Flask:
    app = Flask(__name__)
    app.config["SQLALCHEMY_DATABASE_URI"] = f"sqlite:///{os.environ['BENCH_R3']}"
    db.init_app(app)

    @app.get("/r2")
    def show_constant() -> str:
        return _CONSTANT

    @app.get("/r3")
    def list_zaken() -> str:
        na = request.args.get("na", type=int)
        stmt = select(Zaak).order_by(Zaak.id.desc()).limit(25)
        if na is not None:
            stmt = stmt.where(Zaak.id < na)
        return render_template_string(_LIJST, zaken=db.session.scalars(stmt).all())

    return app


def fill(rijen: int) -> None:
    """Make the database of R3."""
    with app.app_context():
        db.create_all()
        db.session.execute(insert(Zaak), [_row(nummer) for nummer in range(1, rijen + 1)])
        db.session.commit()


def _row(nummer: int) -> dict[str, object]:
    return {
        "id": nummer,
        "nummer": f"2026-{nummer:04d}",
        "titel": f"Uitgescholden om betaald parkeren, keer {nummer}",
        "plaats": "publieksbalie",
        "status": ("gemeld", "in behandeling", "gesloten")[nummer % 3],
        "gemeld": f"{nummer % 28 + 1} nov 2026",
    }


app = make_app()
