"""One-way sensitivity: how much the answer depends on one score, or on one weight."""
