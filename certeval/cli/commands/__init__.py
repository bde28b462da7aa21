"""One module per command; its ``main`` loads, asks the analysis and shows the result."""
