"""Draws a page's values as HTML."""

from typing import ClassVar, Protocol

from django.http import HttpRequest, HttpResponse
from django.template import engines

from kith.web.frame import Frame, frame_for


class Page(Protocol):
    """What every page's values have beside their own fields."""

    template: ClassVar[str]
    """The template's path below ``web/``, such as ``child/page.jinja``."""
    section: ClassVar[str]
    """Which entry of the main menu is the current one; empty for none."""

    @property
    def title(self) -> str:
        """The browser's title, without the product's name."""
        ...


def draw(page: Page, *, request: HttpRequest, frame: Frame) -> str:
    """The page as HTML. Raises when the template asks for a value that the page does not have."""
    return engines["pages"].get_template(page.template).render({"page": page, "frame": frame}, request)


def show(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """The page as an answer to this request."""
    return HttpResponse(draw(page, request=request, frame=frame_for(request)), status=status)
