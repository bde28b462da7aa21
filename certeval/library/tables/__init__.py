"""Tables of raw scores, read row by row."""
