"""The rules that ask about looks: one idea a file, pure functions over frozen rows."""
