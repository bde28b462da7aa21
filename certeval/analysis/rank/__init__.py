"""Which is best: definitions, or the rows of a table of any length."""
