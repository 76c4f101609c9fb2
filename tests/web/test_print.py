"""A report on paper: its frame and the parts that go with it make a valid PDF/UA-1."""

from collections.abc import Callable

import page
from flask import Flask, g, render_template_string

from vob.core.bewijs import Oordeel
from vob.core.permissions import Rol
from vob.gebruikers.models import Gebruiker
from vob.web.pdf import render_pdf

RAPPORT = """{% extends "print.html" %}
{% from "components/badges.html" import oordeel_badge, progress23 %}
{% from "components/parts.html" import card, facts, note, timeline_item %}
{% block title %}Checklist{% endblock %}
{% block ondertitel %}Ronde 2026{% endblock %}
{% block vertrouwelijk %}Alleen voor de coördinator{% endblock %}
{% block main %}
<section><h2>Samenvatting</h2>{{ progress23(oordelen) }}</section>
{% call note("warn", "Let op.") %}Een stap heeft geen eigenaar.{% endcall %}
{% call card("Stap 1") %}
  {{ facts([("Eigenaar", "Noor Bakker")]) }}
  <ol class="timeline">{{ timeline_item("Vastgesteld", "20 nov 2026") }}</ol>
  <table>
    <caption>Stand</caption>
    <thead><tr><th scope="col">Wat</th><th scope="col">Oordeel</th></tr></thead>
    <tbody>{% for oordeel in oordelen %}
      <tr><th scope="row">{{ loop.index }}</th><td>{{ oordeel_badge(oordeel) }}</td></tr>
    {% endfor %}</tbody>
  </table>
{% endcall %}
{% endblock %}"""


def _html(app: Flask, gebruiker: Gebruiker) -> str:
    with app.test_request_context("/"):
        g._login_user = gebruiker
        return render_template_string(RAPPORT, oordelen=list(Oordeel))


def test_a_report_is_valid_pdf_ua(app: Flask, make_gebruiker: Callable[..., Gebruiker]) -> None:
    pdf = render_pdf(_html(app, make_gebruiker(Rol.COORDINATOR)))
    oordeel = page.validate_pdf_bytes(pdf, profile="ua1")
    assert not oordeel.failures, str(oordeel)


def test_a_report_says_who_made_it_for_whom(
    app: Flask, make_gebruiker: Callable[..., Gebruiker]
) -> None:
    html = _html(app, make_gebruiker(Rol.COORDINATOR, naam="Noor Bakker"))
    assert "<title>Checklist – VOB</title>" in html
    assert "door Noor Bakker" in html
    assert "Alleen voor de coördinator" in html
