"""How well identifiers are taken out of messages, beside two general tools. See docs/privacy-benchmark.md."""
