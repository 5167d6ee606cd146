# Everything needed is Python 3.11 or later and make; `make help` lists the targets.
# Packages come from whichever index pip is set up to use, at the versions in
# .ci/constraints.txt.

PYTHON ?= python3
VENV ?= .venv

BIN := $(VENV)/bin
PY := $(BIN)/python
PINS := .ci/constraints.txt
PIP := $(PY) -m pip --disable-pip-version-check
# What is never imported need not be compiled: that halves the time.
INSTALL := $(PIP) install --quiet --no-compile --constraint $(PINS) --build-constraint $(PINS)
# pyright takes the interpreter from PATH.
PYRIGHT := PATH="$(abspath $(BIN)):$$PATH" $(BIN)/basedpyright
INPUTS := pyproject.toml $(PINS)

# Every process would compile every package anew.
unexport PYTHONDONTWRITEBYTECODE

SHELL := /bin/sh
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

# Run one gate: say its name, and say it again if it fails.
gate = @printf '\n== %s\n' '$(1)'; $(2) || { printf '\n** FAILED: %s\n' '$(1)' >&2; exit 1; }

# --- setting up ---------------------------------------------------------------

$(VENV)/.pip: $(PINS)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo 'icluster needs Python 3.11 or later: make PYTHON=/path/to/python3.11' >&2; exit 1; }
	@echo 'Making $(VENV) ...'
	@$(PYTHON) -m venv --clear $(VENV)
	@$(PIP) install --quiet --constraint $(PINS) --upgrade pip
	@touch $@

$(VENV)/.runtime: $(VENV)/.pip $(INPUTS)
	@echo 'Installing icluster ...'
	@$(INSTALL) --editable .
	@touch $@

$(VENV)/.dev: $(VENV)/.pip $(INPUTS)
	@echo 'Installing icluster and its tools ...'
	@$(INSTALL) --editable . --group dev
	@touch $@ $(VENV)/.runtime

$(VENV)/.engines: $(VENV)/.dev
	@echo 'Installing Dask and PySpark ...'
	@$(INSTALL) --editable . --group clusters
	@touch $@

$(VENV)/.rivals: $(VENV)/.dev
	@echo 'Installing what is measured beside icluster ...'
	@$(INSTALL) --editable . --group rivals
	@touch $@

.PHONY: setup
setup: $(VENV)/.dev ## Make the virtual environment with every tool

# --- for everyone -------------------------------------------------------------

.PHONY: demo
demo: $(VENV)/.runtime ## Score a country's cluster policy and explain the score
	@$(PY) examples/maturity.py

.PHONY: help
help: ## List the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# --- gates --------------------------------------------------------------------
# What only reads the tree runs two at a time, what is quickly told first; pytest comes
# last so that its closing line is the last word.

SPHINX := $(BIN)/sphinx-build --quiet --fail-on-warning --keep-going --fresh-env
QUICK_GATES := check-format check-lint check-imports
SLOW_GATES := check-pyright check-docs check-mypy check-typing
# Each gate's output in one piece, where make can do that.
TWO_AT_A_TIME := --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target)

.PHONY: test check-tests check-laws $(QUICK_GATES) $(SLOW_GATES)
test: ## Run every gate: format, lint, types, imports, docs, tests
	@$(MAKE) --no-print-directory $(VENV)/.dev
	@$(MAKE) --no-print-directory $(TWO_AT_A_TIME) $(QUICK_GATES) $(SLOW_GATES)
	@$(MAKE) --no-print-directory check-laws
	@$(MAKE) --no-print-directory check-tests

check-format: $(VENV)/.dev ## Is everything formatted?
	$(call gate,format (ruff format),$(BIN)/ruff format --check --quiet . || { $(BIN)/ruff format --diff --quiet . ; false; })

check-lint: $(VENV)/.dev ## Lint
	$(call gate,lint (ruff check),$(BIN)/ruff check --quiet .)

check-mypy: $(VENV)/.dev ## Types, as mypy sees them
	$(call gate,types (mypy),$(BIN)/mypy)

check-pyright: $(VENV)/.dev ## Types, as pyright sees them, those of the manual's examples too
	@$(PY) tests/pages.py build/pages
	$(call gate,types (pyright),$(PYRIGHT))

check-typing: $(VENV)/.dev ## Is every public name typed?
	$(call gate,typed public names (pyright --verifytypes),$(PYRIGHT) --ignoreexternal --verifytypes icluster)

check-imports: $(VENV)/.dev ## Import contracts
	$(call gate,import contracts (import-linter),$(BIN)/lint-imports --no-cache --no-logo)

# Every page is read and every reference followed, without writing pages: that takes half.
check-docs: $(VENV)/.dev ## Is the manual whole? Warnings are errors
	$(call gate,manual (sphinx),$(SPHINX) -b dummy docs docs/_build/checked)

# Every line is reached by the unit tests and the examples of docstrings. The laws, the
# house rules and the manual say what is right, at twice the speed where nothing counts.
PYTEST := $(PY) -m pytest --quiet --numprocesses=auto --dist=loadfile
COUNTED := tests/unit src

check-tests: $(VENV)/.dev ## Unit tests and examples of docstrings; full coverage
	$(call gate,unit tests (pytest),$(PYTEST) $(COUNTED) --cov --cov-report=term)

check-laws: $(VENV)/.dev ## Laws, house rules, golden outputs, examples of the manual
	$(call gate,laws and examples (pytest),$(PYTEST) tests/laws tests/house tests/golden README.md README.es.md docs examples)

# --- the inner loop -------------------------------------------------------------

.PHONY: quick
quick: $(VENV)/.dev ## Lint, types and tests of what changed, in seconds
	@$(PY) tests/quick.py

.PHONY: try
try: $(VENV)/.dev ## Run some tests: make try T=tests/unit/rules
	@$(PY) -m pytest --quiet --exitfirst --no-header $(T)

# --- the rest -----------------------------------------------------------------

.PHONY: format
format: $(VENV)/.dev ## Format and fix what can be fixed
	@$(BIN)/ruff check --fix --quiet . || true
	@$(BIN)/ruff format .

.PHONY: docs
docs: $(VENV)/.dev ## Build the manual, its notebooks executed
	$(call gate,manual (sphinx),$(SPHINX) -b html docs docs/_build/html)
	@echo 'docs/_build/html/index.html'

.PHONY: test-engines
test-engines: export PYSPARK_PYTHON = $(abspath $(PY))
test-engines: export SPARK_LOCAL_IP = 127.0.0.1
test-engines: $(VENV)/.engines ## Do Dask and PySpark give the same rows? Needs Java
	@$(PY) -W ignore examples/spark_and_dask.py dask spark
	@$(PY) -m pytest tests/engines_apart -p no:cacheprovider --quiet \
	  --override-ini=addopts= --override-ini=filterwarnings=default \
	  --import-mode=importlib

.PHONY: golden
golden: $(VENV)/.dev ## Write the golden outputs anew; look at the diff
	@$(PY) -m tests.golden.outputs
	@$(PY) docs/figures.py

.PHONY: codes
codes: $(VENV)/.dev ## Write the tables of countries and currencies anew
	@$(PY) -m tests.codes

.PHONY: bench
bench: $(VENV)/.rivals ## Measure speed and size
	@$(PY) -m pytest tests/bench -p no:cacheprovider --quiet --override-ini=addopts= \
	  --import-mode=importlib --benchmark-columns=min,median,ops,rounds --benchmark-sort=name --durations=12

.PHONY: mutate
mutate: $(VENV)/.dev ## Does a test notice a changed function? make mutate PART=dates SAMPLE=200
	@$(PY) -m tests.mutation $(PART) $(if $(SAMPLE),--sample=$(SAMPLE)) $(if $(AGAIN),--again)

ORDERS ?= 1 2 3

.PHONY: test-hard
test-hard: $(VENV)/.dev ## Other environments, threads, Pythons; unit tests in any order
	$(call gate,other environments (pytest),$(PY) -m pytest --quiet tests/hard)
	@for seed in $(ORDERS); do \
	  printf '\n== unit tests in the order of seed %s\n' $$seed; \
	  $(PY) -m pytest --quiet --numprocesses=auto --shuffle=$$seed tests/unit || exit 1; \
	done

N ?= 10000
FROM ?= 0

.PHONY: fuzz
fuzz: $(VENV)/.dev ## Send anything in at every door: make fuzz N=100000 DOOR=dates FROM=0
	@$(PY) -m tests.fuzz $(DOOR) --inputs=$(N) --first=$(FROM)

.PHONY: test-pythons
test-pythons: ## Run the tests under every other Python found
	@for version in 3.12 3.13; do \
	  found=; \
	  for python in python$$version $$HOME/.pyenv/versions/$$version.*/bin/python; do \
	    if "$$python" -c "import sys; sys.exit(sys.version_info[:2] != tuple(map(int, '$$version'.split('.'))))" 2>/dev/null; \
	    then found=$$python; break; fi; \
	  done; \
	  if [ -z "$$found" ]; then echo "== Python $$version: not found, skipped"; continue; fi; \
	  echo "== Python $$version: $$found"; \
	  $(MAKE) --no-print-directory PYTHON="$$found" VENV=.venv-$$version check-tests check-laws || exit 1; \
	done

.PHONY: wheel
wheel: $(VENV)/.dev ## Build sdist and wheel into dist/
	@rm -rf dist
	@PATH="$(abspath $(BIN)):$$PATH" $(PY) -m build --no-isolation --outdir dist

# From a copy without src/: what is tested is what was installed. Before the tools are,
# the wheel is alone and says of each extra how to get it.
COPY := build/copy
WHEEL_VENV := .venv-wheel

.PHONY: test-wheel
test-wheel: wheel ## Do unit tests and laws pass against the installed wheel?
	@rm -rf $(COPY) && mkdir -p $(COPY)
	@tar -xzf dist/icluster-*.tar.gz -C $(COPY) --strip-components=1
	@rm -r $(COPY)/src
	@$(PYTHON) -m venv --clear $(WHEEL_VENV)
	@$(WHEEL_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --constraint $(PINS) --upgrade pip
	@$(WHEEL_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --constraint $(PINS) dist/icluster-*.whl
	@cd $(COPY) && $(abspath $(WHEEL_VENV))/bin/python tests/installed.py
	@$(WHEEL_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --constraint $(PINS) --group test --group codes --group engines
	@cd $(COPY) && $(abspath $(WHEEL_VENV))/bin/python -m pytest --quiet --numprocesses=auto --dist=loadfile tests/unit tests/laws

# The lowest releases that pyproject.toml allows, beside the pins of all else. Pictures and
# where a label is broken are those of the matplotlib that is pinned.
LOW_VENV := .venv-lowest
LOW_PINS := build/lowest.txt
NOT_LOW := --deselect=tests/laws/test_figures.py::test_looks_as_before \
  --deselect=tests/unit/plots/test_plots.py::test_where_less_is_better_the_strip_says_so

.PHONY: test-lowest
test-lowest: ## Do unit tests and laws pass with the lowest releases allowed?
	@mkdir -p build
	@awk -F == 'NR == FNR { low[$$1] = $$0; next } { print $$1 in low ? low[$$1] : $$0; delete low[$$1] } END { for (name in low) print low[name] }' .ci/lowest.txt $(PINS) >$(LOW_PINS)
	@$(PYTHON) -m venv --clear $(LOW_VENV)
	@$(LOW_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --constraint $(LOW_PINS) --upgrade pip
	@$(LOW_VENV)/bin/python -m pip --disable-pip-version-check install --quiet --constraint $(LOW_PINS) --build-constraint $(PINS) --editable . --group test --group codes --group engines
	@$(LOW_VENV)/bin/python -m pytest --quiet --numprocesses=auto --dist=loadfile tests/unit tests/laws $(NOT_LOW)

# The last release or, before there is one, the first commit with a package.
SINCE ?= $(shell git describe --tags --abbrev=0 2>/dev/null || \
  git log --diff-filter=A --format=%h -- src/icluster/__init__.py | tail -n 1)

.PHONY: api
api: $(VENV)/.dev ## What breaks in the public API since a release: make api SINCE=ref
	@git rev-parse --quiet --verify '$(SINCE)^{commit}' >/dev/null || { echo 'No such commit: $(SINCE)' >&2; exit 1; }
	@echo 'Since $(SINCE):'
	@$(BIN)/griffe check icluster --search src --against $(SINCE) || test $$? = 1

.PHONY: clean
clean: ## Remove whatever these targets made
	rm -rf .venv .venv-* build dist docs/_build .benchmarks .coverage .hypothesis \
	  .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests examples docs -name __pycache__ -prune -exec rm -rf {} +
