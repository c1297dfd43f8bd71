"""What went back: to which systems of the agencies Kith gives back, what waits, what failed, and trying again."""
