"""Reads what people type into forms: dates in their own way, and nothing else than was asked."""
