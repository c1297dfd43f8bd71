"""Children who were taken off a GP practice's list."""
