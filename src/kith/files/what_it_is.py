"""Says from its first bytes what a file is, and of what is never taken in, what to send instead."""

from dataclasses import dataclass

from kith.kernel.errors import BadInput

JPEG, PNG, WEBP, HEIC, PDF = "image/jpeg", "image/png", "image/webp", "image/heic", "application/pdf"
NOT_KEPT = "It was not kept: hold on to it. The words that you typed stay."
"""After every refusal of a file: who sent it must not believe that we have it."""
_OF_AN_IPHONE = (b"heic", b"heix", b"heim", b"heis", b"mif1")
"""Still pictures; what the part after ``ftyp`` says of a HEIC file."""
_MOVES = (b"hevc", b"hevx", b"msf1", b"avis")
_OF_A_PAGE = (b"<svg", b"<?xml", b"<!doctype", b"<html", b"<script", b"<head", b"<body", b"<!--", b"<?php")

_SENTENCES = {
    "nothing": "This file is empty. Choose it again.",
    "avif": "This is an AVIF picture, which cannot be opened here. Send it as a JPEG, or a picture of your screen.",
    "gif": "GIF pictures are not taken in. Send a JPEG or a PNG; a picture of your screen will do.",
    "film": "Films and recordings are not taken in here. Ring the duty desk, who will say how to hand it over; the police keep "
    "it as evidence.",
    "moves": "This is several pictures in one, which move. Send one still picture of it; if the film matters, ring the duty desk, "
    "who will say how to hand it over.",
    "page": "Web pages and SVG drawings are not taken in, since they can carry programs. Send a picture of your screen as a "
    "JPEG or PNG.",
    "office": "Word, Excel and other office files, and folders that were packed, are not taken in, since they can carry programs. "
    "Send each page as a PDF or a picture.",
    "unknown": "This is no picture that can be opened here. Send a JPEG, a HEIC, a PNG, a WebP or a PDF.",
}


@dataclass(frozen=True, kw_only=True)
class WhatItIs:
    """``media_type`` is ours, from the bytes alone; a name or a claim never counts."""

    media_type: str


def what_it_is(*, body: bytes) -> WhatItIs:
    """What the bytes are. Raises BadInput, with what to send instead, for everything that is never taken in."""
    for begins, media_type in ((b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG), (b"%PDF-", PDF)):
        if body.startswith(begins):
            return WhatItIs(media_type=media_type)
    if body[:4] == b"RIFF" and body[8:12] == b"WEBP":
        return WhatItIs(media_type=WEBP)
    if body[4:8] == b"ftyp" and body[8:12] in _OF_AN_IPHONE:
        return WhatItIs(media_type=HEIC)
    raise refused(_SENTENCES[_never_taken(body)])


def refused(sentence: str) -> BadInput:
    """Why a file is not taken, and that it was not kept."""
    return BadInput("file", f"{sentence} {NOT_KEPT}")


def _never_taken(body: bytes) -> str:
    if not body:
        return "nothing"
    if body[4:8] == b"ftyp":
        return "avif" if body[8:12] == b"avif" else "moves" if body[8:12] in _MOVES else "film"
    if body[:4] in (b"RIFF", b"\x1aE\xdf\xa3", b"OggS", b"ID3\x03", b"ID3\x04"):
        return "film"
    if body[:6] in (b"GIF87a", b"GIF89a"):
        return "gif"
    if (
        body[:4] in (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0", b"Rar!", b"7z\xbc\xaf")
        or body[:2] == b"\x1f\x8b"
    ):
        return "office"
    return "page" if _is_a_page(body) else "unknown"


def _is_a_page(body: bytes) -> bool:
    """Also where it is written in UTF-16, or begins with blanks."""
    begins = body[:400].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n\x0b\x0c").lower()
    return begins.startswith(_OF_A_PAGE) or b"<svg" in begins or b"<script" in begins
