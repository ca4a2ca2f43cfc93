"""What redaction looks for: one module for each kind of thing that people give away, and one for what must survive."""
