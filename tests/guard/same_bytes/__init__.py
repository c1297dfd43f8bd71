"""Two worlds that differ only in a secret look the same to whoever is not cleared."""
