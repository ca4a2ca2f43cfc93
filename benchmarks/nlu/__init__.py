"""How well messages are understood: evaluation, comparison of models, public benchmarks, choice of thresholds."""
