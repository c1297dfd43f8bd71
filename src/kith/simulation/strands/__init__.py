"""Strands of life, one file each: what an agency comes to hold about a family, and how often."""
