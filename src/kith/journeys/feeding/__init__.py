"""What an agency's system sends is kept as it came, read by its feed, and taken; what cannot be read waits for a person."""
