"""What it costs, how long it takes, and when it pays."""
