"""Takes a new password from a form exactly as it was typed: neither cut nor trimmed, and pasted if its person likes."""

from django.http import HttpRequest

from kith.kernel.errors import BadInput


def is_shown(request: HttpRequest) -> bool:
    """Whether the page shows what is typed, which its person chose by a link: no script is needed for it."""
    return (request.POST or request.GET).get("shown") == "yes"


def typed_twice(request: HttpRequest) -> str:
    """The new password. Where it cannot be read while it is typed, it is typed twice. Raises BadInput."""
    typed = request.POST.get("new_password", "")
    if typed and not is_shown(request) and typed != request.POST.get("new_password_again", ""):
        raise BadInput(
            "new_password_again", "The two are not the same. Type both again, or show what you type."
        )
    return typed
