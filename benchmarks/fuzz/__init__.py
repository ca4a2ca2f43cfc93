"""Fuzzing with atheris: what reads text from strangers must neither fail nor hang. See docs/privacy-benchmark.md."""
