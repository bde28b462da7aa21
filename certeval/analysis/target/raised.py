"""Parts of the result of a target: raw scores that are raised, alone or with others."""
