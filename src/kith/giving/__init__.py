"""Giving back: what is recorded or decided here goes to the systems that an agency must also keep."""
