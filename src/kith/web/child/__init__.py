"""The child page."""
