"""Telling a change of a child's home."""
