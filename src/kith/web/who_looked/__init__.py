"""Who looked at a child, for a parent, a young person or their advocate: prepared by the guardian of information."""
