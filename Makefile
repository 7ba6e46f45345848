# `make lab` and `make test` set up what they need, once. What is longer lives in tools/.
PYTHON ?= python3
EDITION ?= $(if $(filter ko%,$(LANG)),ko,en)
OURS := .venv/bin/python
INSTALL := $(OURS) -m pip install --quiet --disable-pip-version-check

.PHONY: help lab test test-all check lint notebooks site handout grade bench

help:  ## this list
	@sed -nE 's/^([a-z-]+):.*## /make \1\t/p' Makefile | expand -t 18

lab: .venv/ready  ## open the course; EDITION=ko or EDITION=en, by default as LANG says
	@sh tools/lab.sh $(EDITION) $(LAB_OPTIONS)

test: lint site  ## prove that all of it works
	sh tools/test.sh

test-all: test  ## the same in harder surroundings, from fresh installs too; over an hour
	$(OURS) -m pytest -q -n 2 -rs -m nightly --durations=15 tests

check: lint  ## what needs no notebook run, in seconds
	$(OURS) -m pytest -q tests/content

lint: .venv/test
	$(OURS) -m ruff check
	$(OURS) -m ruff format --check
	$(OURS) tools/build.py --check

notebooks: .venv/test  ## build both editions from their sources, run what changed
	$(OURS) tools/build.py --run $(LESSONS)

site: .venv/site  ## both editions as web pages, in build/site
	sh tools/site.sh

handout: .venv/test  ## student copies of lessons and assignments, in build/handout
	$(OURS) tools/handout.py

grade: .venv/test  ## make grade SUBMISSIONS=folder EDITION=ko: grades into folder-graded
	@$(OURS) classroom/grade.py "$(SUBMISSIONS)" "$(EDITION)" $(if $(UNFENCED),--unfenced)

bench: .venv/test  ## each lesson's seconds and peak memory; LESSONS="…" for some only
	$(OURS) tools/bench.py $(LESSONS)

.venv/ready: requirements.txt
	@$(PYTHON) tools/supported.py
	$(PYTHON) -m venv .venv
	$(INSTALL) -r requirements.txt -e .
	touch $@

.venv/test: .venv/ready pyproject.toml
	$(INSTALL) -e ".[test,teach]"
	touch $@

.venv/site: .venv/test
	$(INSTALL) -e ".[site]"
	touch $@
