"""A program of its own: reads a picture or a PDF from its input and writes pictures drawn anew, holding nothing else of it.

It runs in a process without Kith, Django or a database, which may use so much memory and time and may open no
file for writing. Whatever a decoder does there, it does to itself. Its answer is one line of JSON, then the bytes of each
picture in the order of that line.
"""

import io
import json
import resource
import sys

MEMORY = 512 * 1024 * 1024
SECONDS = 20
MOST_PIXELS = 40_000_000
LONGEST_SIDE = 4096
"""Of the copy, in pixels; the sealed original keeps every one."""
MOST_PAGES = 30
PAGE_SIDE = 1800
BLUR_ACROSS = 10
"""So few pixels are left of a picture that is not asked for: light, dark and colour, and nobody in it."""
PREVIEW_SIDE = 240
_FORMATS = {"image/jpeg": ["JPEG"], "image/png": ["PNG"], "image/webp": ["WEBP"], "image/heic": ["HEIF"]}


class NotTaken(Exception):
    """Why it cannot be drawn: a code that ``drawing`` puts into a sentence."""


def hold_back():
    """Less of everything than a hostile file would like. Called before a decoder is loaded."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 32),
    ):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            if sys.platform == "linux":  # other systems know no bound of memory: good enough for a demo alone
                raise


def draw(body, media_type):
    """``(width, height, clear JPEG, blurred JPEG)`` of each page."""
    if media_type == "application/pdf":
        return [_copies(page) for page in _pages(body)]
    return [_copies(_picture(body, _FORMATS[media_type]))]


def _picture(body, formats):
    from PIL import Image, ImageOps

    if formats == ["HEIF"]:
        _learn_heif()
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    with Image.open(io.BytesIO(body), formats=formats) as opened:
        if opened.width * opened.height > MOST_PIXELS:
            raise NotTaken("too_many_pixels")
        # A telephone's JPEG or HEIC may carry a second picture of depth or light: the first is the photograph.
        if opened.format not in ("MPO", "HEIF") and getattr(opened, "n_frames", 1) > 1:
            raise NotTaken("moves")
        turned = opened.getexif().get(0x0112, 1)
        profile = opened.info.get("icc_profile")
        if opened.format in ("JPEG", "MPO"):
            opened.draft(None, (LONGEST_SIDE, LONGEST_SIDE))
        opened.load()
        picture = _smaller(opened)
    plain = _as_rgb(picture, profile)
    marked = Image.Exif()
    marked[0x0112] = turned
    plain.info = {"exif": marked.tobytes()}
    return ImageOps.exif_transpose(plain)


def _learn_heif():
    """A reader alone, on one thread: each thread would take room from the memory that there is."""
    import pi_heif

    pi_heif.options.DECODE_THREADS = 1
    pi_heif.register_heif_opener(thumbnails=False)


def _smaller(picture):
    over = max(picture.size) / LONGEST_SIDE
    if over <= 1 or picture.mode in ("P", "PA", "1", "I", "F") or picture.mode.startswith("I;"):
        return picture.copy() if over <= 1 else picture.resize(_within(picture.size), 0)
    return picture.resize(_within(picture.size), 1, reducing_gap=2.0)


def _within(size):
    over = max(size) / LONGEST_SIDE
    return tuple(max(1, round(side / over)) for side in size)


def _as_rgb(picture, profile):
    """Eight bits, three colours, on white, in the colours that a screen shows; the profile itself goes."""
    from PIL import Image

    if picture.mode in ("I", "F") or picture.mode.startswith("I;16"):
        picture = picture.convert("F").point(lambda value: value * (1 / 257)).convert("L")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        picture = _on_a_screen(picture, profile)
    if picture.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in picture.info:
        shown = picture.convert("RGBA")
        white = Image.new("RGB", shown.size, "white")
        white.paste(shown, mask=shown.getchannel("A"))
        return white
    return picture.convert("RGB")


def _on_a_screen(picture, profile):
    from PIL import ImageCms

    try:
        given = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        return ImageCms.profileToProfile(picture, given, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, ValueError, OSError):
        return picture


def _pages(body):
    import pypdfium2

    try:
        paper = pypdfium2.PdfDocument(body)
    except pypdfium2.PdfiumError as problem:
        locked = "password" in str(problem).lower()
        raise NotTaken("locked" if locked else "damaged") from None
    if _is_active(paper):
        raise NotTaken("active")
    if not 1 <= len(paper) <= MOST_PAGES:
        raise NotTaken("too_many_pages")
    for number in range(len(paper)):
        page = paper[number]
        longest = max(page.get_size())
        if longest <= 0:
            raise NotTaken("damaged")
        picture = page.render(scale=min(PAGE_SIDE / longest, 4), may_draw_forms=False).to_pil().convert("RGB")
        page.close()
        yield picture


def _is_active(paper):
    """Whether it holds programs, other files or a form that is drawn by a program."""
    from pypdfium2 import raw

    return (
        raw.FPDFDoc_GetJavaScriptActionCount(paper) > 0
        or raw.FPDFDoc_GetAttachmentCount(paper) > 0
        or raw.FPDF_GetFormType(paper) in (raw.FORMTYPE_XFA_FULL, raw.FORMTYPE_XFA_FOREGROUND)
    )


def _copies(picture):
    """Only pixels go on: a new JPEG is written from them, with no word, place or profile beside them."""
    picture.info = {}
    few = picture.copy()
    few.thumbnail((BLUR_ACROSS, BLUR_ACROSS))
    across = PREVIEW_SIDE / max(picture.size)
    preview = few.resize(tuple(max(1, round(side * across)) for side in picture.size), 3)
    return (*picture.size, _jpeg(picture, 90), _jpeg(preview, 60))


def _jpeg(picture, quality):
    into = io.BytesIO()
    picture.save(into, "JPEG", quality=quality, optimize=False)
    return into.getvalue()


def main():
    hold_back()
    media_type = sys.argv[1]
    body = sys.stdin.buffer.read()
    try:
        drawn = draw(body, media_type)
        told = {
            "pages": [[width, height, len(clear), len(blurred)] for width, height, clear, blurred in drawn]
        }
    except NotTaken as why:
        drawn, told = [], {"why": str(why)}
    except MemoryError:
        drawn, told = [], {"why": "too_much"}
    except Exception as problem:
        is_bomb = "Bomb" in type(problem).__name__
        drawn, told = [], {"why": "too_many_pixels" if is_bomb else "damaged"}
    sys.stdout.buffer.write(json.dumps(told).encode() + b"\n")
    for _, _, clear, blurred in drawn:
        sys.stdout.buffer.write(clear + blurred)


if __name__ == "__main__":
    main()
