PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.DEFAULT_GOAL := help
.PHONY: help demo test lint format bench bench-dates bench-pages bench-read bench-trace torture fuzz clean

help: ## list the targets
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/'

$(VENV)/.demo: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[demo]'
	@touch $@

$(VENV)/.dev: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[dev]'
	@touch $@

$(VENV)/.fuzz: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --editable '.[fuzz]'
	@touch $@

demo: $(VENV)/.demo ## build a record of the State of the Union addresses and audit examples/draft.md
	$(BIN)/python examples/sotu_manifest.py build/sotu.csv
	$(BIN)/onrecord add --manifest build/sotu.csv --office examples/sotu.toml --record build/sotu.record --format table
	$(BIN)/onrecord audit examples/draft.md --record build/sotu.record --format table || [ $$? -eq 1 ]

test: $(VENV)/.dev ## run the whole test suite
	$(BIN)/python -m pytest

lint: $(VENV)/.dev ## ruff and mypy
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(VENV)/.dev ## format the code
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

bench: $(VENV)/.dev ## measure adding and checking; prints a table
	$(BIN)/python benchmarks/record.py

bench-trace: $(VENV)/.dev ## trace 20,000 altered quotations in records of 2, 10 and 32 million words; prints tables
	$(BIN)/python benchmarks/trace.py suite

bench-pages: $(VENV)/.dev ## measure adding 10,000 generated pages; prints a table
	$(BIN)/python benchmarks/pages.py

torture: $(VENV)/.dev ## the faults of tests/test_faults.py, twenty times as many
	ONRECORD_TORTURE=20 $(BIN)/python -m pytest tests/test_faults.py

bench-read: $(VENV)/.dev ## measure reading PDF, HTML and web archives; prints a table
	$(BIN)/python benchmarks/read.py

fuzz: $(VENV)/.fuzz ## feed every reader what nobody would write, for ten minutes (Linux)
	$(BIN)/python fuzz/readers.py

bench-dates: $(VENV)/.dev ## score and speed of reading dates; prints a table
	$(BIN)/python benchmarks/dates.py bench

clean: ## remove what was built
	rm -rf $(VENV) build
