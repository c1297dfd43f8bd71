"""Children who were not brought to an appointment at a hospital."""
