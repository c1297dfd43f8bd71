"""What needs me: the first page after signing in."""
