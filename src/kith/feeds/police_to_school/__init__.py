"""Domestic abuse that the police tell a child's school of."""
