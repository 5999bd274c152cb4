# Patternwork: `make demo` to use it, `make test` to prove it. `make help` lists the rest.
SHELL := bash
PYTHON ?= python3
PORT ?= 8501
VENV := .venv
BIN := $(VENV)/bin
TORCH := torch==2.13.0
# The PyTorch project's own index of builds for plain processors: without it, pip on Linux also brings a graphics card's
# libraries, several GB. Any other index, or a folder of wheels, can be given; where it can't be reached, plain pip is used.
TORCH_INDEX ?= $(if $(filter Linux,$(shell uname -s)),https://download.pytorch.org/whl/cpu)
PIP := $(BIN)/python -m pip --disable-pip-version-check

.PHONY: demo test lint wheel clean help

help:  ## Say what there is
	@sed -n 's/^\([a-z]*\):.*## /  make \1  /p' $(MAKEFILE_LIST)

demo: $(VENV)/.installed  ## Install Patternwork here and open it with the sample class sets
	@$(BIN)/python -m pipeline.cli demo --home .demo --port $(PORT)

test: $(VENV)/.installed-dev  ## Lint, types, every test; SKIP_BROWSER=1 leaves the browser's out
	@.ci/find_browser
	@$(MAKE) --no-print-directory lint
	$(BIN)/coverage erase
	$(BIN)/coverage run -m pytest --numprocesses 2 --dist worksteal --ignore=tests/browser
	$(BIN)/coverage combine -q
	$(BIN)/coverage report
	$(if $(SKIP_BROWSER),,$(BIN)/python -m pytest --numprocesses 2 --dist worksteal tests/browser)

lint: $(VENV)/.installed-dev  ## Lint and types only
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict -p pipeline

wheel: $(VENV)/.installed-dev  ## Build the wheel into dist/
	$(BIN)/python -m build --wheel --no-isolation --outdir dist .

clean:  ## Remove what was installed and built here, and the demo's home
	rm -rf $(VENV) .demo build dist htmlcov .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(VENV)/.installed: pyproject.toml
	@.ci/make_venv "$(PYTHON)" "$(VENV)"
	@.ci/install_torch "$(BIN)/python" "$(TORCH)" "$(TORCH_INDEX)"
	$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(PIP) install --quiet --editable '.[dev]'
	@touch $@
