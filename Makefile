# The doors of Jiayi. `make help` prints what stands after ##.

SHELL := /bin/bash
MAKEFLAGS += --no-print-directory --no-builtin-rules
.DEFAULT_GOAL := help
.PHONY: help demo test check build bench soak fuzz fmt clean setup browser

PYTHON ?= python3
STEP := @$(PYTHON) tools/step.py
APP_SOURCES := $(shell find pwa/src pwa/public pwa/index.html pwa/vite*.ts locales 2>/dev/null)

# Compiled once, a process of ours starts in half the time.
unexport PYTHONDONTWRITEBYTECODE
# .venv/node is empty where the system's Node.js is new enough.
export PATH := $(CURDIR)/.venv/node/bin:$(CURDIR)/.venv/bin:$(PATH)

help: ## print this
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-7s %s\n", $$1, $$2}' Makefile

demo: setup pwa/dist/index.html ## run everything on http://127.0.0.1:8000 with a demo county (PORT=… for another port)
	@exec jiayi demo

test: setup pwa/dist/index.html browser ## run all tests: the app's units, then the server's and the browser's
	@failed=0; test -t 1 || export NO_COLOR=1; \
	npm --prefix pwa --silent test -- --reporter=dot || failed=1; \
	pytest -n 2 --dist loadgroup || failed=1; \
	exit $$failed

check: setup ## lint, types, imports, migrations, generated files, texts
	@python tools/check.py

build: setup pwa/dist/index.html ## build the app into pwa/dist

bench: setup pwa/dist/index.html browser ## measure against the bars; writes build/bench.json
	@exec jiayi bench

soak: setup ## phones, network, server and database against each other, for some minutes (JIAYI_SOAK_SEED=… for the same again)
	@python -m tests.soak && pytest -m soak

fuzz: setup ## send the API what nobody expects, at random, for some minutes
	@pytest -n 2 -m fuzz

fmt: setup ## format and repair what the linters can
	@ruff check --quiet --fix-only; ruff format --quiet; npm --prefix pwa --silent run lint -- --fix

clean: ## remove what was built or installed; the data in .jiayi stays
	@rm -rf build dist .venv pwa/dist pwa/node_modules .*_cache .hypothesis .import_linter_cache

setup: pwa/node_modules/.ready

.venv/.ready: pyproject.toml uv.lock tools/setup.py
	$(STEP) "Python packages" $(PYTHON) tools/setup.py
	@touch $@

pwa/node_modules/.ready: pwa/package-lock.json | .venv/.ready
	$(STEP) "packages of the app" npm --prefix pwa ci --ignore-scripts --no-audit --no-fund
	@touch $@

pwa/dist/index.html: $(APP_SOURCES) pwa/node_modules/.ready
	$(STEP) "the app" npm --prefix pwa run build

browser:
	@$(PYTHON) tools/browser.py
