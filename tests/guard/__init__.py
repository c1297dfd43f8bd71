"""Tests that try to break the rules of access, written from what is promised and not from the code."""
