# Three commands that everyone runs (run, test, check), the benchmarks, and the training of the judge of content.
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

UV = $(shell command -v uv || echo .tools/bin/uv)
IN = $(UV) run --frozen

.PHONY: help run test check bench train system-run system-test environment

help:
	@echo "make run    install what is missing and open Viva Voce (a demo where there is no display)"
	@echo "make test   install what is missing and run every test"
	@echo "make check  ruff, mypy, import-linter"
	@echo "make bench  accuracy, speed and memory beside their targets"
	@echo "make train  train the judge of content anew: PUBLIC=folder with the public pairs, see its model card"

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

train:
	@[ -n "$(PUBLIC)" ] || { echo "Say where the public pairs are: make train PUBLIC=folder. See simulator/entailment/MODEL_CARD.md."; exit 2; }
	$(UV) run --frozen --group train python -m tests.training.learn --public "$(PUBLIC)" --out trained.safetensors
	$(UV) run --frozen --group train python -m tests.training.export trained.safetensors simulator/entailment/weights.onnx

system-run:
	@packaging/system-packages run

system-test:
	@packaging/system-packages test

environment: | $(UV)
	@$(UV) sync --frozen --quiet

.tools/bin/uv:
	python3 -m venv .tools
	.tools/bin/pip install --quiet uv
