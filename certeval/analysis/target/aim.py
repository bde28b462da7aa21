"""The result of asking what it would take to reach a score."""
