# Three commands that everyone runs (run, test, check), and the benchmarks.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

UV = $(shell command -v uv || echo .tools/bin/uv)
IN = $(UV) run --frozen

.PHONY: help run test check bench system-run system-test environment

help:
	@echo "make run    install what is missing and open Viva Voce (a demo where there is no display)"
	@echo "make test   install what is missing and run every test"
	@echo "make check  ruff, mypy, import-linter"
	@echo "make bench  accuracy, speed and memory beside their targets"

run: system-run environment
	@if [ -n "$${DISPLAY:-}$${WAYLAND_DISPLAY:-}" ] || [ "$$(uname)" != Linux ]; then \
		$(IN) --no-dev viva-voce; \
	else \
		echo "There is no display here, so this is a demo: a synthetic candidate holds the interview."; \
		$(IN) --no-dev viva-voce demo --out demo-output; \
	fi

test: system-test environment
	$(IN) pytest

check: environment
	$(IN) ruff check .
	$(IN) ruff format --check .
	$(IN) mypy
	$(IN) lint-imports

bench: system-test environment
	$(IN) python -m tests.benchmarks

system-run:
	@packaging/system-packages run

system-test:
	@packaging/system-packages test

environment: | $(UV)
	@$(UV) sync --frozen --quiet

.tools/bin/uv:
	python3 -m venv .tools
	.tools/bin/pip install --quiet uv
