"""The home and family of a child, over time."""
