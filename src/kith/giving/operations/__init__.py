"""Systems are set up, moved, given new secrets and ended, and tried again by hand; each takes ``by`` and ``at``."""

from kith.giving.operations.receivers import end, move, new_secret, register
from kith.giving.operations.sending_again import send_again

__all__ = ["end", "move", "new_secret", "register", "send_again"]
