"""What to add to a certificate, for the least money and time."""
