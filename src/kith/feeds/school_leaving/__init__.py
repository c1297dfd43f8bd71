"""Children who were taken off a school's roll."""
