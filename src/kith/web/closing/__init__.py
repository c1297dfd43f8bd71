"""An agency ends its part with a child."""
