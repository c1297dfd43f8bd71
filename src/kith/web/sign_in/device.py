"""What a browser says of itself, in words; and whether its device is shared by colleagues."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

SHARED_FOR = 365 * 24 * 60 * 60
IDLE_ON_A_SHARED_DEVICE = 5 * 60
"""Seconds without a page before whoever left a shared device is signed out."""

_BROWSERS = (("Edg/", "Edge"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"))
_SYSTEMS = (
    ("Windows", "Windows"), ("Android", "Android"), ("iPhone", "an iPhone"), ("iPad", "an iPad"),
    ("Mac OS", "a Mac"), ("CrOS", "a Chromebook"), ("Linux", "Linux"),
)  # fmt: skip


def device_words(request: HttpRequest) -> str:
    """``Firefox on Windows``: enough to know one's own device by, too little to follow anybody."""
    said = request.META.get("HTTP_USER_AGENT", "")
    browser = next((words for mark, words in _BROWSERS if mark in said), "A browser")
    system = next(
        (words for mark, words in _SYSTEMS if mark in said), "a device that does not say what it is"
    )
    return f"{browser} on {system}"


def address_of(request: HttpRequest) -> str:
    """Where a request comes from: as our own proxies say, and nobody else. It is only ever hashed."""
    proxies = settings.KITH_TRUSTED_PROXIES
    hops = [hop.strip() for hop in request.META.get("HTTP_X_FORWARDED_FOR", "").split(",") if hop.strip()]
    return str(hops[-proxies] if proxies and len(hops) >= proxies else request.META.get("REMOTE_ADDR", ""))


def is_shared(request: HttpRequest) -> bool:
    """Whether somebody marked this device as shared. A mark that was tampered with is none."""
    return request.get_signed_cookie(_cookie(), default="") == "shared"


def mark_shared(answer: HttpResponse, *, shared: bool) -> None:
    """Leaves the mark on the device, or takes it away."""
    if not shared:
        answer.delete_cookie(_cookie(), samesite="Lax")
        return
    answer.set_signed_cookie(
        _cookie(), "shared", max_age=SHARED_FOR, secure=settings.SESSION_COOKIE_SECURE, httponly=True,
        samesite="Lax",
    )  # fmt: skip


def _cookie() -> str:
    return f"{settings.SESSION_COOKIE_NAME}-shared"
