"""Children who came to an emergency department."""
