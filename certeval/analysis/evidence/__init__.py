"""Scores from evidence: facts become measurements, and measurements become intervals of scores."""
