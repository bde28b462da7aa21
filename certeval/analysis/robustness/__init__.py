"""How far the answer hangs on the weights, all at once."""
