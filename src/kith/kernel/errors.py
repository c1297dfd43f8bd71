"""Errors that reach a person: each names the field or gives the reason."""


class BadInput(ValueError):
    """Something given cannot be taken. ``field`` names what to mend; nothing was saved."""

    def __init__(self, field: str, problem: str) -> None:
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


class Refused(Exception):
    """A person may not do this, or not now. ``reason`` is a sentence for that person."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason
