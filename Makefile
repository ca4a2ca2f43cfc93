# `make` alone prints the targets. Each target does its own set-up.
.DEFAULT_GOAL := help
SHELL := /bin/bash
BIN := .venv/bin
export RASA_TELEMETRY_ENABLED := false
export TF_CPP_MIN_LOG_LEVEL := 3
export PYTHONWARNINGS := ignore
export SQLALCHEMY_SILENCE_UBER_WARNING := 1

TRAINING := config.yml domain.yml data/word_classes.yml $(wildcard data/nlu/*.yml data/circumstances/*.yml data/remarks/*.yml data/rules/*.yml data/stories/*.yml bot/nlu/*.py bot/text.py)

# The tagger of the redaction learns from these; ordinary messages are those in which no rule finds anything.
REDACTION := $(wildcard data/privacy/*.txt data/privacy/messages/*.yml bot/privacy/*.py bot/privacy/finding/*.py)
TRAINED := models/.trained models/redaction.crfsuite

.PHONY: help setup trained run shell sms-demo train test lint types check evaluate bench audit lock clean

help:  ## print this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | awk -F':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

setup: .venv/.ready  ## make the environment (.venv) from the lock, once

run: trained  ## serve the assistant on http://127.0.0.1:5005
	@$(BIN)/python -m bot.runtime

shell: trained  ## talk to the assistant in the terminal
	@$(BIN)/rasa shell

train: .venv/.ready  ## train, whether or not something changed
	@rm -f $(TRAINED) && $(MAKE) --no-print-directory trained

# A file stays with one process, and the browser's files come last: its library keeps a loop running that others may not start.
test: trained  ## all tests, the served assistant included
	@$(BIN)/python -m pytest --numprocesses 2 --dist loadfile --no-loadscope-reorder

lint: .venv/.ready  ## style and import borders
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/lint-imports

types: .venv/.ready  ## types
	@$(BIN)/mypy

check: .venv/.ready  ## validate all knowledge: file, line, what is wrong, how to mend it
	@$(BIN)/advisor check

sms-demo: trained  ## a phone in the terminal: text with the assistant, nothing leaves this machine
	@$(BIN)/python tests/sms/sms_demo.py

evaluate: trained  ## measure the understanding, report in results/understanding, compare with the kept run
	@$(BIN)/python -m benchmarks.nlu.evaluate

bench: trained  ## measure beside the default Rasa pipeline (about 30 minutes)
	@$(BIN)/python -m benchmarks.compare

audit: .venv/.ready .venv/auditor/.ready  ## ask which locked packages have known flaws, compare with requirements/audit.yml (needs the network)
	@$(BIN)/python scripts/audit

lock: .venv/.ready  ## write the dependency locks anew (no registry address in them)
	@cd requirements && for set in runtime dev installer auditor; do \
	  ../$(BIN)/uv pip compile -q --python-version 3.10 --generate-hashes --no-emit-index-url --no-header $$set.in -o $$set.lock; done

clean:  ## remove everything that was made
	rm -rf .venv models build var results .rasa *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis

.venv/.ready: requirements/installer.lock requirements/dev.lock pyproject.toml scripts/setup
	@scripts/setup

# pip-audit needs newer packages than Rasa allows: in a folder of its own it changes nothing that the assistant uses.
.venv/auditor/.ready: .venv/.ready requirements/auditor.lock
	@rm -rf .venv/auditor
	@$(BIN)/python -m pip install -q --disable-pip-version-check --no-deps --require-hashes --target .venv/auditor -r requirements/auditor.lock
	@touch $@

trained: .venv/.ready
	@$(MAKE) --no-print-directory -j 2 $(TRAINED)

models/redaction.crfsuite: .venv/.ready $(REDACTION)
	@echo "Learning what to take out of messages (about a minute) ..."
	@$(BIN)/python -m bot.privacy.learning

models/.trained: .venv/.ready $(TRAINING)
	@mkdir -p models && rm -f models/*.tar.gz
	@echo "Training (about a minute) ..."
	@$(BIN)/rasa train --skip-validation --force --out models > models/train.log 2>&1 || { tail -30 models/train.log; exit 1; }
	@touch $@
