"""The birth of a child who was expected, or the end of the pregnancy."""
