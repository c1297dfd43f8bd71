"""A decision against somebody's view: both views, why, what would change it, and what the reviewer found."""
