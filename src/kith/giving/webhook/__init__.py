"""Knocking: the one thing that Kith sends by itself, to an address that was checked, saying nothing but "ask"."""
