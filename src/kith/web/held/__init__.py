"""Pages of the outgoing gate: what was held and where, whom to ask, and how two people release it."""
