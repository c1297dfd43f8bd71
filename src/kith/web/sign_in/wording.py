"""What is said when a proof is not right."""

from kith.web.parts.form import Problem

NO_PASSKEY = Problem(
    field="passkey", words="That passkey is not one that opens Kith for you. Try again, or use another way."
)


def too_many(field: str) -> Problem:
    """Five wrong tries. The same words whether or not there is such a sign-in."""
    return Problem(
        field=field,
        words="Too many wrong tries from here. Wait 15 minutes, or ring your duty desk if it cannot wait.",
    )


def wrong_code(field: str) -> Problem:
    """A code that is wrong, or was taken before."""
    return Problem(
        field=field, words="That code is not right, or was used already. Wait for the next one and type it."
    )
