"""A visit note: five fields on a phone, two minutes."""
