# The two commands of the README are `make lab` and `make test`; both set up what they need, once.
PYTHON ?= python3
EDITION ?= $(if $(filter ko%,$(LANG)),ko,en)
LAB_OPTIONS ?=
RUN := .venv/bin/python -m
NBVAL := --nbval-lax --nbval-current-env --nbval-cell-timeout=300
# Now and then a kernel's answer gets lost on its way: a test that waited in vain is tried once more.
AGAIN := --reruns 1 --only-rerun CellTimeoutError
# Notebooks run with the network cut off, where the machine lets us: nothing may need it.
CUT = $(if $(shell unshare -rn ip link set lo up 2>/dev/null && echo yes),\
	unshare -rn sh -c 'ip link set lo up && exec "$$@"' cut)
# A container's root and a machine without a screen: then the address is printed instead.
SERVER := $(if $(filter 0,$(shell id -u)),--allow-root) \
	$(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),,--no-browser) $(LAB_OPTIONS)
# Where there is a browser, the site and JupyterLab are tested in it.
BROWSER := $(if $(shell command -v chromium || command -v chromium-browser || \
	command -v google-chrome),site $(if $(shell command -v npm),build/node_modules/axe-core))

.PHONY: lab test test-all check notebooks site assignments grade bench links

# .jupyter/ko has JupyterLab speak Korean, unless the reader has chosen a language in its menu.
lab: .venv/ready  ## open the course
	@test -f notebooks/$(EDITION)/01_compression.ipynb || { echo "There is no edition '$(EDITION)': use EDITION=ko or EDITION=en."; exit 2; }
	JUPYTER_CONFIG_PATH="$(CURDIR)/.jupyter/$(EDITION)$${JUPYTER_CONFIG_PATH:+:$$JUPYTER_CONFIG_PATH}" \
		$(RUN) jupyterlab $(SERVER) --LabApp.default_url=/lab/tree/notebooks/$(EDITION)/01_compression.ipynb

test: check $(BROWSER)  ## prove that all of it works
	PYTHONWARNINGS=error:Glyph $(CUT) \
		$(RUN) pytest -q -n 2 --dist loadscope --durations=15 -m "not nightly" $(AGAIN) $(NBVAL) \
		tests notebooks assignments/ko assignments/en

test-all: test  ## the same in harder surroundings, from fresh installs too; about an hour
	$(RUN) pytest -q -n 2 --dist loadscope -rs -m nightly --durations=15 $(AGAIN) tests

check: .venv/ready  ## what needs no notebook run, in seconds
	$(RUN) ruff check
	$(RUN) ruff format --check helpers site tests assignments/*.py
	$(RUN) pytest -q -m "not slow and not nightly" tests

notebooks: .venv/ready  ## run every notebook and store its outputs
	$(RUN) jupyter nbconvert --to notebook --execute --inplace --log-level=ERROR \
		--ExecutePreprocessor.record_timing=False --ClearMetadataPreprocessor.enabled=True \
		--ClearMetadataPreprocessor.clear_cell_metadata=False \
		--ClearMetadataPreprocessor.preserve_nb_metadata_mask="{'kernelspec'}" \
		notebooks/*/*.ipynb assignments/*/*.ipynb

site: .venv/site  ## both editions as web pages, in build/site
	rm -rf build/site
	for edition in ko en; do \
		EDITION=$$edition $(RUN) sphinx -q -W -E -d build/doctrees/$$edition -c site \
			notebooks/$$edition build/site/$$edition || exit; \
	done
	cp site/index.html build/site

assignments: .venv/ready  ## student copies, without solutions and hidden tests
	.venv/bin/python assignments/grade.py release

grade: .venv/ready  ## make grade SUBMISSIONS=folder EDITION=ko|en: grades into folder-graded
	@.venv/bin/python assignments/grade.py grade "$(SUBMISSIONS)" "$(EDITION)"

bench: .venv/ready  ## each lesson's seconds and peak memory; its recipes against tutorials' own
	.venv/bin/python tests/bench.py $(LESSONS)
	$(if $(LESSONS),,.venv/bin/python tests/race.py)

links:  ## make links REPOSITORY=owner/name: point every launch button and the site's address at your copy
	@echo "$(REPOSITORY)" | grep -qE '^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$$' || \
		{ echo "Say which repository: make links REPOSITORY=owner/name"; exit 2; }
	was=$$(perl -ne 'print $$1 and exit if m{mybinder.org/v2/gh/([\w.-]+/[\w.-]+)/}' README.md) && \
		perl -pi -e "s{\Q$$was\E}{$(REPOSITORY)}g;" \
		-e 's{[\w-]+\.github\.io/[\w.-]+/(?=(ko|en)/README)}{$(subst /,.github.io/,$(REPOSITORY))/}g' \
		README.md notebooks/*/README.md notebooks/*/*.ipynb

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "The course needs Python 3.11, 3.12 or 3.13. Name one: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --disable-pip-version-check -r requirements.txt -e ".[test,teach]"
	touch .venv/ready

.venv/site: .venv/ready
	$(RUN) pip install --quiet --disable-pip-version-check -e ".[site]"
	touch .venv/site

build/node_modules/axe-core:  # checks accessibility; only the tests of the site need it
	npm install --silent --no-audit --no-fund --prefix build axe-core@4.11.0
