"""A made-up population as agencies describe it, with the truth beside it: for measuring record linkage."""
