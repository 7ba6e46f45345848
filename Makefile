# The two commands of the README are `make lab` and `make test`; both set up what they need, once.
PYTHON ?= python3
EDITION ?= $(if $(filter ko%,$(LANG)),ko,en)
LAB_OPTIONS ?=
RUN := .venv/bin/python -m
NBVAL := --nbval-lax --nbval-current-env --nbval-cell-timeout=300
# Notebooks run with the network cut off, where the machine lets us: nothing may need it.
CUT = $(if $(shell unshare -rn ip link set lo up 2>/dev/null && echo yes),\
	unshare -rn sh -c 'ip link set lo up && exec "$$@"' cut)
# A container's root and a machine without a screen: then the address is printed instead.
SERVER := $(if $(filter 0,$(shell id -u)),--allow-root) \
	$(if $(DISPLAY)$(WAYLAND_DISPLAY)$(filter Darwin,$(shell uname)),,--no-browser) $(LAB_OPTIONS)

.PHONY: lab test check notebooks bench links assignments grade

lab: .venv/ready  ## open the course
	@test -f notebooks/$(EDITION)/01_compression.ipynb || { echo "There is no edition '$(EDITION)': use EDITION=ko or EDITION=en."; exit 2; }
	$(RUN) jupyterlab $(SERVER) --LabApp.default_url=/lab/tree/notebooks/$(EDITION)/01_compression.ipynb

test: check  ## prove that all of it works
	PYTHONWARNINGS=error:Glyph $(CUT) \
		$(RUN) pytest -q -n 2 --dist loadscope --durations=15 $(NBVAL) tests notebooks assignments/ko assignments/en

check: .venv/ready  ## what needs no notebook run, in seconds
	$(RUN) ruff check
	$(RUN) ruff format --check helpers tests assignments/*.py
	$(RUN) pytest -q -m "not slow" tests

notebooks: .venv/ready  ## run every notebook and store its outputs
	$(RUN) jupyter nbconvert --to notebook --execute --inplace --log-level=ERROR \
		--ExecutePreprocessor.record_timing=False --ClearMetadataPreprocessor.enabled=True \
		--ClearMetadataPreprocessor.clear_cell_metadata=False \
		--ClearMetadataPreprocessor.preserve_nb_metadata_mask="{'kernelspec'}" \
		notebooks/*/*.ipynb assignments/*/*.ipynb

bench: .venv/ready  ## each lesson's seconds and peak memory
	.venv/bin/python tests/bench.py $(LESSONS)

assignments: .venv/ready  ## student copies, without solutions and hidden tests
	.venv/bin/python assignments/grade.py release

grade: .venv/ready  ## make grade SUBMISSIONS=folder EDITION=ko|en: grades into folder-graded
	@.venv/bin/python assignments/grade.py grade "$(SUBMISSIONS)" "$(EDITION)"

links:  ## make links REPOSITORY=owner/name: point every launch button at your copy
	@echo "$(REPOSITORY)" | grep -qE '^[A-Za-z0-9_.-]+/[A-Za-z0-9_.-]+$$' || \
		{ echo "Say which repository: make links REPOSITORY=owner/name"; exit 2; }
	perl -pi -e 's{mybinder.org/v2/gh/[\w.-]+/[\w.-]+/}{mybinder.org/v2/gh/$(REPOSITORY)/}g' \
		README.md notebooks/*/README.md notebooks/*/*.ipynb

.venv/ready: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' || \
		{ echo "The course needs Python 3.11, 3.12 or 3.13. Name one: make PYTHON=python3.12"; exit 2; }
	$(PYTHON) -m venv .venv
	$(RUN) pip install --quiet --disable-pip-version-check -r requirements.txt -e ".[test,teach]"
	touch .venv/ready
