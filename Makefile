# Two commands: `make run` and `make test`. Each does all the set-up there is.
PYTHON ?= python3
PORT ?= 8000
PY = .venv/bin/python
MESSAGES = articles/locale/ar/LC_MESSAGES/django

.PHONY: run test quick check messages clean

run: var/.ready var/static/staticfiles.json
	@echo "The archive is at http://127.0.0.1:$(PORT)/ and its editors' desk at http://127.0.0.1:$(PORT)/admin/ (Ctrl+C ends it)."
	@$(PY) -m gunicorn --bind 127.0.0.1:$(PORT) --workers 2 --log-level warning newsarchive.wsgi

# Made once: the database with its samples, the index, and a demo editor whose password is printed here and nowhere else.
var/.ready: .venv/.runtime $(MESSAGES).mo $(wildcard articles/migrations/*.py)
	@mkdir -p var
	$(PY) manage.py migrate --verbosity 0
	@[ -e $@ ] || $(PY) manage.py set_up_demo
	@touch $@

# The files as browsers keep them, collected anew when one of them has changed. htmx's extensions are not used, and
# what they import by example would stop the collecting.
var/static/staticfiles.json: .venv/.runtime $(shell find static -type f)
	@rm -rf var/static && mkdir -p var/static
	$(PY) manage.py collectstatic --noinput --verbosity 0 --ignore 'hx-*'

test: .venv/.tests $(MESSAGES).mo check
	$(PY) -m pytest

quick: .venv/.tests $(MESSAGES).mo check
	$(PY) -m pytest -q -m "not browser"

check: .venv/.tests
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) manage.py makemigrations --check --dry-run

messages: $(MESSAGES).mo

$(MESSAGES).mo: $(MESSAGES).po .venv/.runtime
	$(PY) -m babel.messages.frontend compile --domain django --directory articles/locale --statistics

.venv/.runtime: requirements.txt
	@[ -e $(PY) ] || $(PYTHON) -m venv .venv
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/.tests: .venv/.runtime .ci/requirements.txt
	$(PY) -m pip install --quiet --disable-pip-version-check -r .ci/requirements.txt
	@touch $@

clean:
	rm -rf .venv var $(MESSAGES).mo
