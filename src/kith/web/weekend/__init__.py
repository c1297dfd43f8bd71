"""The list for the night and the weekend: who may ring, and what to do then."""
