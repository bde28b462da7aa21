"""What certeval answers: frozen dataclasses, one module per kind of result."""
