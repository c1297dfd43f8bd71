"""Pictures and papers that come in: what they are, the original sealed, a copy drawn anew for people to look at."""
