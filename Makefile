# One command for each thing to do; each sets up what it needs, once, inside .venv.
# Works with GNU make 3.81 (macOS): no .ONESHELL, no grouped targets.

# Tried in this order; `make PYTHON=/path/to/python3 …` says which one to use.
PYTHON ?= python3.14 python3.13 python3.12 python3.11 python3
ADDRESS ?= 127.0.0.1:8000
KIND ?= tool
# More than 4 Chromiums at once gain nothing. Each takes a stretch of the tests, then of the others'.
PYTEST_OPTIONS ?= --numprocesses=auto --maxprocesses=4 --dist=worksteal

RUN := .venv/bin/python
READY := .venv/.project

# Always this folder's code, even where .venv was moved or copied along with the folder.
export PYTHONPATH := $(CURDIR)/plugins
unexport PYTHONHOME
export NO_MKDOCS_2_WARNING := 1
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.NOTPARALLEL:
.PHONY: help serve site check fix new release test late lint chromium lock attack torture fuzz editor handouts bench load links prose audit sbom clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

serve: $(READY) ## preview at http://127.0.0.1:8000, reloaded at each change
	$(RUN) -m mkdocs serve --dev-addr $(ADDRESS)

site: $(READY) ## build the site into site/, where any warning is an error
	$(RUN) -m mkdocs build --strict

check: $(READY) ## check the content of data/ and docs/, without building
	@$(RUN) -m agir check

fix: $(READY) ## repair quotes, blanks and the order of keys in data/
	@$(RUN) -m agir fix $(if $(MINOR),--minor $(MINOR)) $(if $(DIFFERENT),--different $(DIFFERENT))

new: $(READY) ## write a new entry from a few questions (make new KIND=tool, or term)
	@$(RUN) -m agir new $(KIND)

release: $(READY) ## note which ids are published, so that no answer to them is lost
	@$(RUN) -m agir release

test: lint check chromium ## run every test (installs a Chromium when none is found)
	$(RUN) -m pytest $(PYTEST_OPTIONS)

late: $(READY) chromium ## browser tests where scripts come late: do they wait? 20 minutes (LATE=1: a second)
	LATE=$(or $(LATE),0.5) $(RUN) -m pytest tests/browser $(PYTEST_OPTIONS)

lint: $(READY) ## check the style and the types of the Python code
	$(RUN) -m ruff check
	$(RUN) -m ruff format --check
	$(RUN) -m mypy

chromium: $(READY) ## find a Chromium for the tests, or install one
	@$(RUN) tools/chromium.py

lock: ## rewrite both requirements.lock (newest versions: make lock UPGRADE=--upgrade)
	@test -x .venv-lock/bin/python || { $(call create_venv,.venv-lock) }
	.venv-lock/bin/python -m pip install --quiet --upgrade uv
	.venv-lock/bin/python -m uv pip compile pyproject.toml --quiet --all-extras --universal \
	  --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --output-file requirements.lock $(UPGRADE)
	.venv-lock/bin/python -m uv pip compile tools/audit/requirements.in --quiet --universal \
	  --python-version 3.11 --generate-hashes --no-header --no-annotate \
	  --output-file tools/audit/requirements.lock $(UPGRADE)

bench: $(READY) ## compare with other generators: hours (BENCH="--sizes 40,400 --pairs 3": minutes)
	PYTHONPATH=$(CURDIR)/plugins:$(CURDIR)/tools $(RUN) -m bench $(BENCH)

attack: $(READY) chromium ## bombs, and hostile texts in every field, in a browser: 35 to 55 minutes (npm)
	PYTHONPATH=$(CURDIR)/plugins:$(CURDIR)/tools $(RUN) -m attack

torture: $(READY) ## kill builds, run ten at once, fill the disk: half an hour, before a release
	$(RUN) tools/torture.py

fuzz: $(READY) ## 5,000 mistakes and 100,000 broken files: are messages right? a quarter of an hour
	PYTHONPATH=$(CURDIR)/plugins:$(CURDIR)/tools $(RUN) -m mutation $(FUZZ)

load: site chromium ## measure what the site costs a server (nginx, wrk) and its visitors
	$(RUN) tools/load.py

links: $(READY) ## open the links, say which moved or are gone (RECORD=1 AGE=90; network)
	@PYTHONPATH=$(CURDIR)/plugins:$(CURDIR)/tools $(RUN) -m links $(if $(RECORD),--record) \
	  $(if $(AGE),--age $(AGE))

prose: $(READY) ## advice on the words of data/ and docs/: spelling, typography… (Node, network)
	PYTHONPATH=$(CURDIR)/plugins:$(CURDIR)/tools $(RUN) -m prose

audit: site chromium ## ask judges about every page and tool, in one table (Java, network; ALL=1: hours)
	@PYTHONPATH=$(CURDIR)/plugins:$(CURDIR)/tools $(RUN) -m audit $(if $(ALL),--all) $(AUDIT)

editor: $(READY) ## get the form editor of /admin/, once (npm); `editor: true` in mkdocs.yml serves it
	$(RUN) tools/editor.py

handouts: $(READY) chromium ## print the handouts (PDF, Word); `handouts: true` in mkdocs.yml links them
	@PYTHONPATH=$(CURDIR)/plugins:$(CURDIR)/tools $(RUN) -m handouts $(HANDOUTS)

sbom: $(READY) ## list whatever comes from elsewhere in sbom.json (network)
	$(RUN) tools/sbom.py

clean: ## remove what builds and tests wrote (remove .venv by hand to set up anew)
	rm -rf site .mypy_cache .pytest_cache .ruff_cache .venv-lock
	find plugins tests tools -name __pycache__ -prune -exec rm -rf {} +

# --- set-up: each step runs again only when the file it is made from is newer ---

# When the system's Python was upgraded, the one in .venv leads nowhere: start over.
GONE := $(shell test -x $(RUN) || rm -f .venv/.locked)

# Wheels only: a fresh machine has no compiler, and a build would fetch tools that no hash covers.
.venv/.locked: requirements.lock
	@$(RUN) -m pip --version >/dev/null 2>&1 || { $(call create_venv,.venv) }
	$(RUN) -m pip install --quiet --only-binary :all: --require-hashes -r requirements.lock
	@touch $@

$(READY): pyproject.toml .venv/.locked
	$(RUN) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

# A candidate is run, not just looked up: pyenv leaves shims of absent versions on the PATH, and
# Debian's python3 has no ensurepip until python3-venv is installed. 3.15 waits for PyYAML's wheel.
define create_venv
for python in $(PYTHON); do \
  if "$$python" -c \
      'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' \
      >/dev/null 2>&1; then \
    echo "Setting up $(1) with $$python"; exec "$$python" -m venv --clear $(1); \
  fi; \
done; \
echo 'No Python 3.11 to 3.14 with venv among: $(PYTHON)' >&2; \
echo 'Debian: sudo apt-get install -y python3-venv' >&2; \
echo 'macOS:  brew install python, or the installer of python.org' >&2; \
echo 'Or say which one: make PYTHON=/path/to/python3 …' >&2; \
exit 1;
endef
