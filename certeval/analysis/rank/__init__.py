"""Rank certificates of a library, or the rows of a table of any length."""
