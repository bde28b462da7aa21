"""Job postings in files of the user's own: text, CSV and JSON Lines."""
