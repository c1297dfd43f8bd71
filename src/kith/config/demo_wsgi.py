"""The application as the demo's workers run it: they end with the demo, however it ends."""

from kith.config.end_with_parent import end_with_parent
from kith.config.wsgi import application

__all__ = ["application"]

end_with_parent()
