"""Who this child is, and how we know: each agency's description, why it is theirs, the trail, and undoing a wrong match."""
