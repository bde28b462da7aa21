"""The command line: one thin module a command, and what they share."""
