"""The relative's and neighbour's door: telling of a worry about a child without an account."""
