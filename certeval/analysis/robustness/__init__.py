"""Robustness: how much the answer depends on the weights, all of them at once."""
