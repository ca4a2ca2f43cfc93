"""Measurements: this assistant beside the default Rasa pipeline. Run ``python -m benchmarks.compare``."""
