"""Tolland Bay: an invented area and its families, as the values of every page."""
