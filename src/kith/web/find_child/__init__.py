"""Find a child: known or not known, and whom to ring."""
