"""The guardian desk: whom to ring back, and what came of it."""
