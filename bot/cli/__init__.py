"""The staff command ``advisor``."""
