"""Has the database itself put every look and refusal where it waits to be sealed into the chain of looks."""

from pgtrigger import After, Insert, Trigger


def waits_to_be_sealed(what: str) -> Trigger:
    """Whoever writes the row, by whatever way, it waits. By the database's clock: the verifier asks about what waits long."""
    return Trigger(
        name=f"{what}s_wait_to_be_sealed",
        operation=Insert,
        when=After,
        func=f"INSERT INTO access_unsealed (id, what, put_at) VALUES (NEW.id, '{what}', now()); RETURN NULL;",  # noqa: S608
    )
