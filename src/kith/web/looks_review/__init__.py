"""What the rules found in the record of looks, and what came of it: for the guardian of information."""
