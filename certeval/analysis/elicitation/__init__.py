"""Elicit weights from an order of importance, or from points."""
