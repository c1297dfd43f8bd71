"""The application as the demo's workers run it: they end with the demo, however it ends."""

from kith.config.asgi import application
from kith.config.end_with_parent import end_with_parent

__all__ = ["application"]

end_with_parent()
