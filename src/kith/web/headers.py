"""Headers that every page about people carries."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_POWERS_NOT_USED = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class PrivatePageHeaders:
    """Keeps pages out of caches and other sites. Static files are answered before this and keep their own."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers["Cache-Control"] = "no-store"
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        response.headers["Permissions-Policy"] = _POWERS_NOT_USED
        found = getattr(request, "resolver_match", None)
        if found is not None and getattr(found.func, "leaves_nothing", False):
            # Outside the session's middleware, so that nothing which a later one sets comes by.
            response.cookies.clear()
        return response
