"""A joint decision: each agency's facts, its position in its own words, one outcome with reasons."""
