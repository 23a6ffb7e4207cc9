# Each of these does its own set-up, on a machine with Python 3.11 or newer and make:
#
#   make demo          plan the four-week review that ships with the planner and write its documents, in demo/
#   make test          everything: format, lint, types, import contracts, documents, tests, the wheel
#   make check         only what can be said without running the planner
#   make bench         measure how long planning each format and repairing it takes, and that it gives the same bytes
#   make campaign      the full counts behind the claims; stopped, it goes on where it was; writes docs/evidence.md
#   make docs          write the generated pages anew
#   make requirements  pin the newest packages that pyproject.toml allows
#   make clean         remove what these have made
#
# Everything runs in .venv, made here from pinned packages whose hashes are checked. Nothing else that the machine's
# Python has installed is seen. To choose the Python: make test PYTHON=python3.12

.DELETE_ON_ERROR:
.SUFFIXES:
unexport PYTHONPATH PYTHONHOME
export PYTHONNOUSERSITE := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

CANDIDATES := python3 python3.14 python3.13 python3.12 python3.11 python
PYTHON ?= $(CANDIDATES)
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed
PINNING := $(VENV)/pinning

.PHONY: demo test check bench campaign docs requirements clean

demo: $(INSTALLED)
	$(BIN)/planner demo --as-of 2021-04-14T09:00

test: check
	$(BIN)/python -m pytest --numprocesses 2 --dist loadfile

check: $(INSTALLED)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/python docs/generate.py --check

bench: $(INSTALLED)
	$(BIN)/python benchmarks/formats.py $(if $(EVIDENCE),--evidence)
	$(BIN)/python benchmarks/repairs.py $(if $(EVIDENCE),--evidence)

campaign: $(INSTALLED)
	$(BIN)/python benchmarks/campaign.py $(if $(FRESH),--fresh)

docs: $(INSTALLED)
	$(BIN)/python docs/generate.py

$(VENV)/made:
	@for each in $(PYTHON); do \
	  if "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then chosen="$$each"; break; fi; \
	done; \
	if [ -z "$$chosen" ]; then \
	  echo "No Python 3.11 or newer was found: install one, or name it with 'make PYTHON=path/to/python'." >&2; exit 1; \
	fi; \
	rm -rf $(VENV) && "$$chosen" -m venv $(VENV) && touch $@

$(VENV)/packages: requirements-dev.txt $(VENV)/made
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements-dev.txt
	@touch $@

$(INSTALLED): pyproject.toml $(VENV)/packages
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

PIN := $(PINNING)/bin/uv pip compile pyproject.toml --upgrade --universal --python-version 3.11 --generate-hashes \
  --no-header --no-annotate --no-emit-index-url --no-emit-find-links --quiet

requirements: $(VENV)/made
	$(BIN)/python -m venv $(PINNING)
	$(PINNING)/bin/python -m pip install --quiet uv
	$(PIN) --output-file requirements.txt
	$(PIN) --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean:
	rm -rf $(VENV) node_modules demo campaign dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
