# VOB: `make help` names what there is.
.DEFAULT_GOAL := help
.SUFFIXES:
PORT ?= 8000
export PORT
unexport PYTHONDONTWRITEBYTECODE # compiled once, VOB starts a second sooner

PYTHON := .venv/bin/python

.PHONY: help
help: ## Deze lijst
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-18s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: start
start: install ## VOB met een voorbeeldorganisatie op http://127.0.0.1:8000 (andere poort: PORT=8123 make start)
	@exec $(PYTHON) .ci/start.py

.PHONY: install
install: ## Alles om VOB te draaien: Python-omgeving en Pango
	@.ci/klaarzetten.sh run

.PHONY: install-dev
install-dev: ## Alles om VOB te testen: ook Chromium en PostgreSQL
	@.ci/klaarzetten.sh dev

.PHONY: test
test: install-dev ## Alle controles en tests, op SQLite en op PostgreSQL
	@$(PYTHON) .ci/test.py

.PHONY: lint
lint: install-dev ## Alleen de controles zonder tests: stijl, typen, sjablonen, laagregels
	@$(PYTHON) .ci/test.py lint

.PHONY: format
format: install-dev ## Python-code in de vaste vorm zetten
	@.venv/bin/ruff check --quiet --fix . ; .venv/bin/ruff format .

.PHONY: toegankelijkheid
toegankelijkheid: install-dev ## Elke pagina, als elke rol, licht en donker, breed en smal, met axe
	@VOB_TOEGANKELIJKHEID=alles $(PYTHON) -m pytest -q --dist load tests/browser

.PHONY: bench
bench: install-dev ## De snelheid meten, als verhouding tot een kale pagina
	@$(PYTHON) bench/run.py

.PHONY: schermen
schermen: install-dev ## Schermafbeeldingen voor de README
	@$(PYTHON) docs/schermen.py

.PHONY: lock
lock: install-dev ## De vastgezette pakketten bijwerken naar pyproject.toml
	@.ci/lock.sh

.PHONY: vendor
vendor: install-dev ## De meegeleverde htmx, stijlen, iconen en lettertypen bijwerken (vraagt npm en internet)
	@$(PYTHON) .ci/vendor.py
