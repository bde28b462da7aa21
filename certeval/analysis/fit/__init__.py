"""Whether a certificate suits a reader: take it, not yet, or skip it."""
