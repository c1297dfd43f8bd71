"""Allows the one script of ours, on the pages that ask for a passkey and on no others."""

from csp.constants import SELF
from csp.decorators import csp_update
from django.http import HttpRequest, HttpResponse

from kith.web.show import Page, show


@csp_update({"script-src": [SELF]})
def show_with_script(request: HttpRequest, page: Page, *, status: int = 200) -> HttpResponse:
    """The page, with leave to run scripts from our own static files. It still may fetch nothing and send nothing."""
    return show(request, page, status=status)
