"""Goal seek: what it would take to reach a score."""
