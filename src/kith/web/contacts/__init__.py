"""The front door: what was told, by its clock; each with what is known, and the form on which it is decided."""
