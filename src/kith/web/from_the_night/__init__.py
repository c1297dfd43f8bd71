"""A note from the night: three boxes become entries, and what must be done in the morning has one named owner."""
