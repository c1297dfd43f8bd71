"""Time limits of child protection in England, one a file."""
