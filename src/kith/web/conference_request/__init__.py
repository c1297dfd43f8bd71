"""A professional asks for a child protection conference; the chair answers."""
