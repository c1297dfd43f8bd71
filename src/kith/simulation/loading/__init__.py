"""Brings a made-up area into the tables by the doors, as agencies would have over three years."""
