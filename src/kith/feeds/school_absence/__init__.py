"""Absences that a school's register shows."""
