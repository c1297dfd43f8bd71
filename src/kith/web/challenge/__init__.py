"""Professional disagreement: open a challenge, answer it, press on, say that it is settled."""
