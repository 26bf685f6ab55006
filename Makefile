# Everything a contributor runs. Needs Python 3.11 or later with venv, and make; the rest is set up here, once.

PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input

# Each step of the set-up leaves a stamp named after what went in, so that a second run sets nothing up again,
# and a change of the pins, of Python or of the place (scripts hold absolute paths) does.
key = $(shell cat $(1) | cksum | cut -d ' ' -f 1)
HERE := $(shell { $(PYTHON) --version; pwd; } 2>&1 | cksum | cut -d ' ' -f 1)
LIBRARIES := .venv/.libraries-$(HERE)-$(call key,requirements/build.txt requirements/site.txt)
TOOLS := .venv/.tools-$(call key,requirements/dev.txt)
PROJECT := .venv/.project-$(call key,pyproject.toml setup.py)

.NOTPARALLEL:
.PHONY: help site test check lint quality benchmark golden lock screenshots clean chromium nginx

help:
	@echo "make site         set up what is needed, build the demo digest into site/"
	@echo "make test         set up the rest; lint, types and every test"
	@echo "make check        the quick part of it: lint, types, fast tests"
	@echo "make quality      measure summaries, grouping and cleaning, and hold the floors"
	@echo "make benchmark    measure builds beside Hugo's, and put the figures into docs/performance.md"
	@echo "make golden       rewrite the golden site that the tests compare with"
	@echo "make screenshots  take pictures of every kind of page, in English and Arabic, into screenshots/"
	@echo "make lock         remake the pinned requirements from requirements/*.in"
	@echo "make clean        remove all that these commands have made"

site: $(PROJECT)
	$(BIN)/dateline build

test: $(PROJECT) $(TOOLS) lint chromium nginx
	$(BIN)/python -m pytest

check: $(PROJECT) $(TOOLS) lint
	$(BIN)/python -m pytest -m "not slow and not browser"

lint: $(PROJECT) $(TOOLS)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

quality: $(PROJECT) $(TOOLS)
	$(BIN)/python -m tests.quality floors

benchmark: $(PROJECT)
	$(BIN)/python benchmarks/run.py --write

golden: $(PROJECT) $(TOOLS)
	$(BIN)/python -m tests.golden

screenshots: $(PROJECT) $(TOOLS) chromium
	$(BIN)/python -m tests.browser.screenshots screenshots

# The oldest Python makes the pins, so that all can install them; the public index alone, whatever mirrors this
# machine's pip is told of, since a mirror's own builds have other hashes. Files of every platform are hashed.
lock: $(TOOLS)
	$(BIN)/python -c 'import sys; sys.exit(sys.version_info[:2] != (3, 11) and "make lock: use PYTHON=python3.11")'
	cd requirements && for part in build site dev; do \
	  env -u PIP_FIND_LINKS -u PIP_EXTRA_INDEX_URL PIP_CONFIG_FILE=/dev/null PYTHONWARNINGS=ignore \
	  CUSTOM_COMPILE_COMMAND="make lock" \
	  ../$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras \
	  --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --output-file=$$part.txt $$part.in || exit; \
	done

clean:
	[ ! -x $(BIN)/dateline ] || $(BIN)/dateline clean
	rm -rf .venv build dist dateline.egg-info screenshots .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . -name __pycache__ -prune -exec rm -rf {} +

$(LIBRARIES):
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "needs Python 3.11: make PYTHON=python3.11")'
	@echo "Setting up .venv with the libraries of requirements/site.txt (once)"
	@$(PYTHON) -m venv --clear .venv
	@$(PIP) --require-hashes --no-deps -r requirements/build.txt
	@$(PIP) --require-hashes --no-deps --no-build-isolation -r requirements/site.txt
	@touch $@

$(TOOLS): $(LIBRARIES)
	@echo "Setting up the tools of requirements/dev.txt (once)"
	@$(PIP) --require-hashes --no-deps --no-build-isolation -r requirements/dev.txt
	@rm -f .venv/.tools-* && touch $@

$(PROJECT): $(LIBRARIES)
	@PYTHONWARNINGS=ignore $(PIP) --no-index --no-deps --no-build-isolation --editable .
	@rm -f .venv/.project-* && touch $@

chromium: $(TOOLS)
	@tests/browser/get_chromium

nginx: $(LIBRARIES)
	@tests/docs/get_nginx
