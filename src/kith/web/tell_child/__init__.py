"""A child's own door: words or a face, in a minute, without an account."""
