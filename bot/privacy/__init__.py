"""Privacy by construction: tokens and redaction. Standard library and phonenumbers only."""
