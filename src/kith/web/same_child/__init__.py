"""Are these the same child? Two descriptions side by side, and a person decides."""
