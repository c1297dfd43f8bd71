"""Pages that say no: why, whom to ring, and that no words were lost."""
