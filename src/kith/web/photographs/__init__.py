"""The photographs of an entry: blurred until asked for, added by whoever sees the child."""
