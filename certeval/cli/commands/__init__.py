"""One module per command; its ``main`` asks the facade and shows the result."""
