# make run | dev | test | check | bench | load | mutants: a short list that explains itself.
PORT ?= 8000
PY := .venv/bin/python
UV := $(PY) -m uv

.PHONY: help run dev test check bench load mutants coverage figures architecture install assets format lock migration

help: ## What you can do
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

run: .venv/installed ## Install what is needed and show the demo on http://127.0.0.1:8000 (PORT=…)
	@$(PY) build_assets.py
	@.venv/bin/opgavebord demo --port $(PORT)

dev: .venv/installed-dev ## The demo for developers: starts again at each change, with a debugger (PORT=…)
	@$(PY) dev_server.py --port $(PORT)

test: .venv/installed-dev ## Run all tests, on SQLite and on a real PostgreSQL, on all cores
	@$(PY) build_assets.py
	@$(PY) -m pytest -n auto --dist loadgroup $(ARGS)

check: .venv/installed-dev ## Style, types, the layers of the house, templates
	@.venv/bin/ruff check . && .venv/bin/ruff format --check .
	@.venv/bin/mypy
	@.venv/bin/lint-imports --no-cache
	@.venv/bin/djlint templates --lint --quiet
	@$(PY) -m tests.format_templates --check

bench: .venv/installed-dev ## Measure queries, bytes and time on both databases
	@$(PY) build_assets.py
	@$(PY) -m tests.bench

load: .venv/installed-dev ## Let fifty people work at once, and look whether all they wrote is there
	@$(PY) build_assets.py
	@$(PY) -m tests.load && $(PY) -m tests.load.silent

mutants: .venv/installed-mutants ## Change the rules a little, 150 times, and count how often a test notices
	@$(PY) build_assets.py
	@$(PY) -m tests.mutants $(ARGS)

coverage: .venv/installed-mutants ## Run all tests, and name the lines of board/ that none of them ran
	@$(PY) build_assets.py
	@mkdir -p build && COVERAGE_FILE=build/coverage $(PY) -m pytest -n auto --dist loadgroup --cov=board --cov-report=term-missing:skip-covered $(ARGS)

figures: .venv/installed-dev ## Count names, sizes, imports and tests: of this checkout, or ARGS="../before ."
	@$(PY) -m tests.figures $(ARGS)

architecture: .venv/installed-dev ## Draw docs/architecture.svg from the imports that there are
	@$(PY) -m tests.figures.architecture

install: .venv/installed assets ## Install into .venv

assets: .venv/installed ## Build styles, scripts and drawings
	@$(PY) build_assets.py

format: .venv/installed-dev ## Put the code in our style
	@.venv/bin/ruff check --fix . ; .venv/bin/ruff format . ; $(PY) -m tests.format_templates

migration: .venv/installed ## Write a migration from the models: make migration name="Photos of results"
	@test -n "$(name)" || { echo 'Say what it adds: make migration name="Photos of results"'; exit 1; }
	@$(PY) -c 'import sys; from board.db import schema; schema.write_migration(sys.argv[1])' "$(name)"

lock: .venv/installed-dev ## Choose the newest packages that pyproject.toml allows
	@$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml --group assets -o requirements.lock
	@$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate pyproject.toml --group assets --group dev -o requirements-dev.lock
	@$(UV) pip compile -q --universal --generate-hashes --no-header --no-annotate --group mutants -c requirements-dev.lock -o requirements-mutants.lock

.venv/uv:
	@python3 -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Opgavebord needs Python 3.11 or newer.")'
	@python3 -m venv .venv || { echo "Python cannot make a virtual environment here; on Debian or Ubuntu: apt install python3-venv"; exit 1; }
	@$(PY) -m pip install --quiet --disable-pip-version-check uv
	@touch $@

.venv/installed: .venv/uv requirements.lock pyproject.toml
	@echo "Installing…"
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements.lock
	@$(UV) pip install --quiet --python $(PY) --no-deps --no-build-isolation --editable .
	@touch $@

.venv/installed-dev: .venv/installed requirements-dev.lock
	@echo "Installing what the tests need…"
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements-dev.lock
	@touch $@

.venv/installed-mutants: .venv/installed-dev requirements-mutants.lock
	@echo "Installing what changes the rules…"
	@$(UV) pip install --quiet --python $(PY) --require-hashes -r requirements-mutants.lock
	@touch $@
