"""Pages for people: one folder a task, values in, HTML out."""
