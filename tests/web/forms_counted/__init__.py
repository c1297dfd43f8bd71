"""What each form asks, counted on the page itself, and how long a script takes for it."""
