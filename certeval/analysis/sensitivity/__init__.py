"""How much the answer hangs on a single score, or a single weight."""
