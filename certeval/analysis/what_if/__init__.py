"""What changes if a score, a weight, the price or the pace is another."""
