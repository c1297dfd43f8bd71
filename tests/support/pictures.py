"""Pictures and papers for tests, honest ones and others, made here: no test needs a file of somebody's."""

import gzip
import io
import struct
import zipfile
import zlib

from PIL import Image

EICAR = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
GPS, COMMENT = 0x8825, b"photographed by Made Up at 14 Quarry Rise"


def picture(width: int = 64, height: int = 48, mode: str = "RGB", kind: str = "JPEG", **more) -> bytes:
    """A picture whose left half is red and whose right half is blue, or grey where there is no colour."""
    made = Image.new("RGB", (width, height), (200, 20, 20))
    made.paste((20, 20, 200), (width // 2, 0, width, height))
    if mode.startswith("I;16"):
        made = Image.new("I;16", (width, height), 40_000)
    return written(made if made.mode == mode else made.convert(mode), kind, **more)


def written(made: Image.Image, kind: str, **more) -> bytes:
    into = io.BytesIO()
    made.save(into, kind, **more)
    return into.getvalue()


def with_everything_beside_it(kind: str = "JPEG", *, turned: int = 1) -> bytes:
    """A picture with a place, a camera, words, a thumbnail's worth of XMP, a comment and bytes after its end."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x010E] = "MadeUp Camera 9", turned, COMMENT.decode()
    exif[GPS] = {1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)}
    xmp = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"><GPSLatitude>51,30.4N</GPSLatitude></x:xmpmeta>'
    more = {"comment": COMMENT, "xmp": xmp} if kind == "JPEG" else {"xmp": xmp}
    return picture(kind=kind, exif=exif, **more) + b"trailing " + COMMENT


def heic(width: int = 64, height: int = 48, *, turned: int = 1) -> bytes:
    """A picture as an iPhone keeps it, with a place and a camera beside it; the writer is in no server."""
    import pillow_heif

    made = Image.open(io.BytesIO(picture(width, height)))
    exif = Image.Exif()
    exif[0x010F], exif[0x0112], exif[0x010E] = "MadeUp Camera 9", turned, COMMENT.decode()
    exif[GPS] = {1: "N", 2: (51.0, 30.0, 26.0), 3: "W", 4: (0.0, 7.0, 39.0)}
    into = io.BytesIO()
    pillow_heif.from_pillow(made).save(into, quality=90, exif=exif.tobytes())
    return into.getvalue()


def moving(kind: str) -> bytes:
    frames = [Image.new("RGB", (40, 40), colour) for colour in ("red", "blue", "green")]
    return written(frames[0], kind, save_all=True, append_images=frames[1:])


def png_that_claims(width: int, height: int) -> bytes:
    """A PNG of so many pixels in a few kilobytes: every row is the same byte, squeezed."""
    squeezer = zlib.compressobj(9)
    row = b"\0" * (width // 8 + 1)
    body = b"".join(squeezer.compress(row) for _ in range(min(height, 5_000))) + squeezer.flush()
    header = struct.pack("!IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _piece(name, body) for name, body in ((b"IHDR", header), (b"IDAT", body), (b"IEND", b""))
    )


def png_with_a_bomb_of_words() -> bytes:
    """A small PNG with a text of 200 million characters, squeezed."""
    words = b"Comment\0\0" + zlib.compress(b"A" * 200_000_000, 9)
    whole = picture(kind="PNG")
    return whole[:33] + _piece(b"zTXt", words) + whole[33:]


def _piece(name: bytes, body: bytes) -> bytes:
    return struct.pack("!I", len(body)) + name + body + struct.pack("!I", zlib.crc32(name + body))


def packed(names: dict[str, bytes]) -> bytes:
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as folder:
        for name, body in names.items():
            folder.writestr(name, body)
    return into.getvalue()


def gzip_bomb() -> bytes:
    return gzip.compress(b"\0" * 20_000_000)


def gif() -> bytes:
    return written(Image.new("P", (10, 10)), "GIF")


def paper(pages: int = 1) -> bytes:
    """A PDF of drawn pages."""
    sheets = [Image.new("RGB", (200, 280), (255, 250 - 10 * number, 240)) for number in range(pages)]
    return written(sheets[0], "PDF", save_all=True, append_images=sheets[1:])


def paper_with(catalogue: bytes, objects: bytes = b"") -> bytes:
    """A PDF of one empty page, whose catalogue says something more; readers mend its missing table."""
    return (
        b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R " + catalogue + b">>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj\n"
        + objects
        + b"trailer<</Root 1 0 R>>\n%%EOF\n"
    )


PAPER_WITH_A_PROGRAM = paper_with(b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"
                                  b"/Names<</JavaScript<</Names[(a)4 0 R]>>>>",
                                  b"4 0 obj<</S/JavaScript/JS(app.alert\\(1\\))>>endobj\n")  # fmt: skip
PAPER_WITH_A_FILE = paper_with(
    b"/Names<</EmbeddedFiles<</Names[(a.exe)4 0 R]>>>>",
    b"4 0 obj<</Type/Filespec/F(a.exe)/EF<</F 5 0 R>>>>endobj\n5 0 obj<</Length 2>>stream\nMZ\nendstream endobj\n",
)
PAPER_THAT_ACTS = paper_with(b"/OpenAction<</S/Launch/F(cmd.exe)>>")
