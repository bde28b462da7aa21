"""What to add to it, for the least money and time."""
