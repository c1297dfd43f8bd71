"""A small site of the sample pages for the real browser, under the same content security policy."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from csp.utils import build_policy
from django.conf import settings

from kith.web.print_head import PrintHead, style_sheet
from tests.web.drawing import drawn

STATIC = Path(settings.STATICFILES_DIRS[0])
KINDS = {
    ".css": "text/css",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".woff2": "font/woff2",
    ".txt": "text/plain",
}
HEAD = PrintHead(
    initials="T.O.",
    recipient="Dana Ferris, duty social worker",
    copy="copy 1 of 1",
    printed="17 November 2026, 10:40",
    foot="Addresses withheld.",
)


class _Site(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        path = self.path.partition("?")[0].strip("/")
        if path.startswith("static/"):
            return self._answer(*_static(path.removeprefix("static/")))
        return self._answer(drawn(path).encode(), "text/html; charset=utf-8")

    def _answer(self, body: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        has_a_script = b"<script" in body
        policy = build_policy(update={"script-src": ["'self'"]}) if has_a_script else build_policy()
        self.send_header("Content-Security-Policy", policy)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        """Says nothing."""


def _static(name: str) -> tuple[bytes, str]:
    if name == "print-sample.css":
        return style_sheet(HEAD).encode(), "text/css"
    return (STATIC / name).read_bytes(), KINDS[Path(name).suffix]


@pytest.fixture(scope="session")
def site() -> Iterator[str]:
    """The address of the samples: ``<site>/child`` and so on."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Site)
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()
