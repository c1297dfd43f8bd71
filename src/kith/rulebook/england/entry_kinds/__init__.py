"""Entry kinds: what an agency in England can say happened, one kind a file."""
