"""Pictures: what is written beside them (EXIF, XMP, comments, position), and what stands in them, where it can be read."""

import io
import re
import shutil
import warnings
from collections.abc import Iterator
from typing import Any

from PIL import ExifTags, Image

from kith.outgoing.reading.gathered import Inside
from kith.outgoing.reading.plain import read_letters

MOST_PIXELS = 40_000_000
MOST_FRAMES = 20
FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "TIFF", "BMP")
SECONDS = 60
"""For reading the words of one picture."""
_POSITION = re.compile(rb"GPS(?:Latitude|Longitude|Position)", re.IGNORECASE)


def read_image(inside: Inside) -> None:
    """Everything beside the picture, then its own words; where no program here reads those, a person must look."""
    read_letters(inside)
    if _POSITION.search(inside.body):
        inside.gathered.located.append(inside.at("the picture’s properties"))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            Image.MAX_IMAGE_PIXELS = MOST_PIXELS
            with Image.open(io.BytesIO(inside.body), formats=FORMATS) as picture:
                _read_beside(inside, picture)
                _read_words(inside, picture)
    except Exception:
        inside.gathered.cannot(inside.place or "the picture", "this picture cannot be read")


def _read_beside(inside: Inside, picture: Image.Image) -> None:
    told = [f"{name}: {_text(value)}" for name, value in picture.info.items() if name != "exif"]
    told += list(_exif(inside, picture))
    inside.gathered.say(inside.at("the picture’s properties"), "\n".join(told))


def _exif(inside: Inside, picture: Image.Image) -> Iterator[str]:
    exif = picture.getexif()
    yield from (_text(value) for value in exif.values())
    for part in (ExifTags.IFD.Exif, ExifTags.IFD.GPSInfo, ExifTags.IFD.IFD1):
        yield from (_text(value) for value in exif.get_ifd(part).values())
    if gps := exif.get_ifd(ExifTags.IFD.GPSInfo):
        inside.gathered.located.append(inside.at("the picture’s properties"))
        yield f"{_degrees(gps, 1, 2)}, {_degrees(gps, 3, 4)}"


def _degrees(gps: dict[int, Any], side: int, parts: int) -> str:
    try:
        whole, minutes, seconds = (float(part) for part in gps[parts])
        return f"{'-' if gps.get(side) in ('S', 'W') else ''}{whole + minutes / 60 + seconds / 3600:.6f}"
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return ""


def _text(value: Any) -> str:
    return value.decode("latin-1").replace("\x00", "") if isinstance(value, bytes) else str(value)


def _read_words(inside: Inside, picture: Image.Image) -> None:
    frames = getattr(picture, "n_frames", 1)
    if shutil.which("tesseract") is None:
        inside.gathered.cannot(inside.place or "the picture", "no program here reads the words in a picture")
        return
    if frames > MOST_FRAMES:
        inside.gathered.cannot(inside.place or "the picture", "it has more pictures in it than can be read")
        return
    import pytesseract  # brings numpy and pandas where they are installed: never into a process that serves pages

    for frame in range(frames):
        picture.seek(frame)
        words = pytesseract.image_to_string(_on_white(picture), timeout=SECONDS)
        inside.gathered.say(
            inside.at(f"the words in the picture{f' ({frame + 1})' if frames > 1 else ''}"), words
        )


def _on_white(picture: Image.Image) -> Image.Image:
    """Grey, on white where the picture lets what is behind it through; large enough for small letters."""
    plain = picture.convert("RGBA")
    sheet = Image.new("RGBA", plain.size, "white")
    sheet.alpha_composite(plain)
    grey = sheet.convert("L")
    return grey.resize((grey.width * 2, grey.height * 2)) if max(grey.size) < 1000 else grey
