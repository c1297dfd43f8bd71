"""The work with children and who carries it: what is handed to the night, and what the night hands to the morning."""
