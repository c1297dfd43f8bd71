"""What all views of the public door share: they leave nothing on a device, and know no one who comes."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any
from urllib.parse import urlsplit

from csp.constants import SELF
from csp.decorators import csp_update
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from kith.agencies import queries as agencies
from kith.agencies.front_door import next_reading
from kith.web.frame import Frame
from kith.web.show import Page, draw
from kith.web.tell.languages import Words, every_language, words_in
from kith.web.tell.page import Door

View = Callable[..., HttpResponse]


def leaves_nothing(view: View) -> View:
    """Declares that a view's answers set no cookie and say to no site where somebody was: the middleware obeys the mark.

    There is no CSRF token, which would need a cookie. What it guards is authority that a browser carries along by
    itself, and these views have none: who may write is whoever holds the key in the form. What is left is that another
    site makes somebody send words unknowingly, and ``came_from_elsewhere`` asks them to press once more.
    """

    @wraps(view)
    def marked(request: HttpRequest, **kept: Any) -> HttpResponse:
        answer = view(request, **kept)
        answer.headers["Referrer-Policy"] = "no-referrer"
        answer.headers["X-Robots-Tag"] = "noarchive"
        return answer

    marked.leaves_nothing = True  # type: ignore[attr-defined]
    return csrf_exempt(csp_update({"script-src": [SELF]})(marked))


def takes_files(view: View) -> View:
    """Declares that files may come to a view from somebody who is not signed in."""
    view.takes_files = True  # type: ignore[attr-defined]
    return view


def came_from_elsewhere(request: HttpRequest) -> bool:
    """Whether a browser says that another site sent this form.

    Our pages say no-referrer, so that a browser gives their forms the origin "null": Sec-Fetch-Site then decides, which
    every browser since 2023 sends. An older one that says neither is believed; it can only have sent words.
    """
    if site := request.headers.get("Sec-Fetch-Site", ""):
        return site not in ("same-origin", "none")
    origin = request.headers.get("Origin", "")
    return origin not in ("", "null") and urlsplit(origin).netloc != request.get_host()


def door_for(request: HttpRequest, *, at: datetime) -> Door:
    """The door in the language and for the area that the form or the link says."""
    said = request.POST if request.method == "POST" else request.GET
    words = words_in(said.get("to_language") or said.get("language", ""))
    held = agencies.areas()
    wanted = said.get("area", "")
    area = wanted if wanted in held else (held[0] if held else "")
    return Door(
        words=words,
        area=area,
        desk=agencies.duty_desk(area=area) if area else "",
        read=when_read(words, area=area, at=at) if area else "",
        languages=tuple(
            (code, str(one.catalogue["language"]))
            for code, one in every_language().items()
            if code != words.code
        ),
        areas=tuple((code, agencies.area_name(area=code)) for code in held if code != area),
        invented=bool(getattr(settings, "KITH_DEMO", False)),
    )


def when_read(words: Words, *, area: str, at: datetime) -> str:
    """By when a person reads what comes now: ``today, by 6pm``, ``on Monday, from 8.30am``; empty where no hours are given."""
    reading = next_reading(area=area, at=at)
    if reading is None:
        return ""
    is_open = reading.opens_at <= at
    day, clock = words.moment(reading.by_at if is_open else reading.opens_at, now=at)
    return words("when_by" if is_open else "when_from", day=day, time=clock)


def show(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """The page, without asking who is signed in."""
    return HttpResponse(draw(page, request=request, frame=Frame()), status=status)
