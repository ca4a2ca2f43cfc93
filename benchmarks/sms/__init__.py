"""What text messages cost, how many are answered in a second, and what becomes of forged ones."""
