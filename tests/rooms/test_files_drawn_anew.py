"""What comes in is known by its bytes, drawn anew in a process that may do little, and says nothing of where it was taken."""

import io
import resource
import shutil
import subprocess

import pytest
from PIL import Image

from kith.files.drawing import drawn_anew
from kith.files.given_name import UNNAMED, given_name
from kith.files.what_it_is import HEIC, JPEG, NOT_KEPT, PDF, PNG, WEBP, what_it_is
from kith.kernel.errors import BadInput
from tests.support import pictures

OF = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP}
MEGABYTE_OF_KILOBYTES = 1024


def drawn(body: bytes) -> Image.Image:
    """The clear copy of the first page, as whoever looks at it gets it."""
    return Image.open(io.BytesIO(clear(body)))


def clear(body: bytes) -> bytes:
    return drawn_anew(body=body, media_type=what_it_is(body=body).media_type)[0].clear


def why_not(body: bytes) -> str:
    """The sentence that refuses it; it always says that nothing was kept."""
    with pytest.raises(BadInput) as refused:
        drawn_anew(body=body, media_type=what_it_is(body=body).media_type)
    assert refused.value.field == "file"
    assert refused.value.problem.endswith(NOT_KEPT)
    return refused.value.problem


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"", "empty"),
        (pictures.gif(), "GIF"),
        (pictures.gif() + pictures.packed({"Evil.class": b"\xca\xfe\xba\xbe"}), "GIF"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', "SVG"),
        (b'\xef\xbb\xbf<?xml version="1.0"?><!DOCTYPE svg><svg onload="alert(1)"/>', "SVG"),
        ('\ufeff<svg onload="alert(1)"/>'.encode("utf-16-le"), "SVG"),
        (b"   \n<html><body>hello</body></html>", "Web pages"),
        (b"<?php system($_GET[0]); ?>", "Web pages"),
        (b"just words <script>alert(1)</script>", "Web pages"),
        (pictures.packed({"word/vbaProject.bin": b"macro"}), "office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "office"),
        (pictures.gzip_bomb(), "office"),
        (pictures.packed({"0.bin": b"\0" * 30_000_000}), "office"),
        (b"\0\0\0\x18ftyphevc\0\0\0\0mif1hevc", "which move"),
        (b"\0\0\0\x18ftypavif", "JPEG"),
        (b"\0\0\0\x18ftypisom", "Films"),
        (b"RIFF\0\0\0\0AVI LIST", "Films"),
        (b"MZ\x90\0" + b"\0" * 100, "no picture"),
        (b"II*\0" + b"\0" * 100, "no picture"),
        (pictures.EICAR, "no picture"),
        (b"GARBAGE%PDF-1.7", "no picture"),
    ],
)
def test_what_is_never_taken_in_is_refused_with_what_to_send_instead(body, says):
    assert says in why_not(body)


@pytest.mark.parametrize("kind", OF)
def test_a_file_is_what_its_bytes_say_whatever_it_is_called(kind):
    assert what_it_is(body=pictures.picture(kind=kind)).media_type == OF[kind]
    assert what_it_is(body=pictures.paper()).media_type == PDF


def test_a_telephones_heic_is_drawn_anew_and_says_nothing_of_where_it_was_taken():
    before = pictures.heic(120, 80)
    assert what_it_is(body=before).media_type == HEIC
    assert b"MadeUp" in before and b"Quarry" in before
    after = clear(before)
    opened = Image.open(io.BytesIO(after))
    assert (opened.format, opened.size, dict(opened.getexif())) == ("JPEG", (120, 80), {})
    assert not any(word in after for word in (b"MadeUp", b"Quarry", b"Exif", b"GPS"))
    (r, _, b), (r2, _, b2) = opened.getpixel((10, 40)), opened.getpixel((110, 40))
    assert r > 150 > b and b2 > 150 > r2


@pytest.mark.slow
def test_a_heic_of_twelve_million_pixels_fits_and_one_of_fifty_million_does_not():
    assert max(drawn(pictures.heic(4032, 3024)).size) == 4032
    assert "40 million" in why_not(pictures.heic(8200, 6100))


def test_a_heic_that_is_cut_short_is_damaged_and_not_kept():
    assert "damaged" in why_not(pictures.heic()[:300])


@pytest.mark.parametrize("kind", OF)
def test_nothing_beside_the_pixels_is_left(kind):
    before = pictures.with_everything_beside_it(kind)
    assert b"MadeUp" in before and Image.open(io.BytesIO(before)).getexif().get_ifd(pictures.GPS)
    after = clear(before)
    opened = Image.open(io.BytesIO(after))
    assert dict(opened.getexif()) == {} and not opened.getexif().get_ifd(pictures.GPS)
    assert not {"exif", "xmp", "icc_profile", "comment", "photoshop"} & set(opened.info)
    assert not any(word in after for word in (b"MadeUp", b"Quarry", b"xmpmeta", b"Exif", b"trailing", b"GPS"))


@pytest.mark.skipif(not shutil.which("exiftool"), reason="apt-get install libimage-exiftool-perl")
@pytest.mark.parametrize("kind", OF)
def test_exiftool_finds_no_place_and_no_camera(kind, tmp_path):
    before, after = tmp_path / "before", tmp_path / "after"
    before.write_bytes(pictures.with_everything_beside_it(kind))
    after.write_bytes(clear(before.read_bytes()))
    told = [
        subprocess.run(["exiftool", "-a", "-G", path], capture_output=True, text=True, check=True).stdout
        for path in (before, after)
    ]
    assert "GPS" in told[0] and "MadeUp" in told[0]
    groups = {line.partition("]")[0] for line in told[1].splitlines()}
    assert groups == {"[ExifTool", "[File", "[Composite", "[JFIF"}
    assert not any(word in told[1] for word in ("GPS", "MadeUp", "Quarry"))


@pytest.mark.parametrize("turned", range(1, 9))
def test_a_picture_stands_as_it_was_held(turned):
    shown = drawn(pictures.with_everything_beside_it(turned=turned))
    assert shown.size == ((64, 48) if turned < 5 else (48, 64))
    red = {1: (4, 24), 2: (60, 24), 3: (60, 24), 4: (4, 24), 5: (24, 4), 6: (24, 4), 7: (24, 60), 8: (24, 60)}
    r, _, b = shown.getpixel(red[turned])
    assert r > 150 > b


@pytest.mark.parametrize(
    ("mode", "kind"),
    [
        ("CMYK", "JPEG"), ("L", "JPEG"), ("P", "PNG"), ("1", "PNG"), ("LA", "PNG"), ("RGBA", "PNG"),
        ("I;16", "PNG"), ("RGBA", "WEBP"),
    ],
)  # fmt: skip
def test_every_way_of_colour_becomes_three_of_eight_bits(mode, kind):
    shown = drawn(pictures.picture(mode=mode, kind=kind))
    assert (shown.format, shown.mode, shown.size) == ("JPEG", "RGB", (64, 48))


def test_sixteen_bits_keep_their_light_and_what_is_clear_becomes_white():
    assert abs(drawn(pictures.picture(mode="I;16", kind="PNG")).getpixel((5, 5))[0] - 155) < 4
    see_through = pictures.written(Image.new("RGBA", (20, 20), (0, 0, 0, 0)), "PNG")
    assert min(drawn(see_through).getpixel((5, 5))) > 250


def test_polyglots_lose_what_they_hid():
    php = pictures.picture()[:-2] + b"<?php system($_GET[0]); ?>" + b"\xff\xd9" + b"<script>alert(1)</script>"
    jar = pictures.picture() + pictures.packed({"META-INF/MANIFEST.MF": b"Main-Class: Evil"})
    for body in (php, jar):
        assert not any(word in clear(body) for word in (b"php", b"script", b"PK\x03\x04", b"MANIFEST"))


@pytest.mark.parametrize("kind", OF)
@pytest.mark.parametrize("kept", [0.02, 0.5, 0.9])
def test_a_truncated_picture_is_refused_and_not_half_shown(kind, kept):
    whole = pictures.written(Image.effect_noise((300, 300), 80).convert("RGB"), kind)
    assert "damaged" in why_not(whole[: max(20, int(len(whole) * kept))])


@pytest.mark.parametrize("kind", ["WEBP", "PNG"])
def test_a_picture_that_moves_is_refused(kind):
    assert "moves" in why_not(pictures.moving(kind))


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (pictures.png_that_claims(50_000, 50_000), "40 million"),
        (pictures.png_that_claims(2_000_000_000, 2), "40 million"),
        (pictures.png_with_a_bomb_of_words(), "damaged"),
    ],
)
def test_bombs_are_refused_before_they_are_unpacked(body, says):
    assert len(body) < 2_000_000
    assert says in why_not(body)


def most_used(*of: int) -> float:
    """Megabytes of the largest process that this one has started and waited for."""
    of = of or (resource.RUSAGE_CHILDREN,)
    return max(resource.getrusage(who).ru_maxrss for who in of) / MEGABYTE_OF_KILOBYTES


def test_forty_million_pixels_are_drawn_in_less_than_512_megabytes():
    """A child counts as what it was forked from, too: this process, or another test's child, may be larger than it is."""
    body = pictures.picture(7_900, 5_000)
    before = most_used(resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    assert max(drawn(body).size) == 4096
    assert 100 < most_used() < max(before + 1, 512)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("mode", "kind"), [("RGB", "PNG"), ("RGBA", "PNG"), ("CMYK", "JPEG"), ("I;16", "PNG"), ("P", "PNG")]
)
def test_so_are_forty_million_pixels_of_every_colour(mode, kind):
    body = pictures.picture(7_900, 5_000, mode, kind)
    before = most_used(resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    assert max(drawn(body).size) == 4096
    assert most_used() < max(before + 1, 512)


@pytest.mark.slow
def test_what_does_not_fit_into_the_memory_is_refused():
    body = pictures.picture(7_900, 5_000, "RGB", "WEBP")
    before = most_used(resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    assert "takes too much" in why_not(body)
    assert most_used() < max(before + 1, 512)


def test_a_blurred_copy_has_no_more_in_it_than_a_few_colours():
    fine = pictures.written(Image.effect_noise((800, 600), 100).convert("RGB"), "JPEG")
    other = pictures.written(Image.effect_noise((800, 600), 100).convert("RGB"), "JPEG")
    blurred = [
        Image.open(io.BytesIO(drawn_anew(body=body, media_type=JPEG)[0].blurred)) for body in (fine, other)
    ]
    assert max(blurred[0].size) == 240
    apart = [abs(a - b) for a, b in zip(*(one.convert("L").tobytes() for one in blurred), strict=True)]
    assert max(apart) < 40  # two quite different pictures of the same brightness look alike


def test_a_paper_becomes_pictures_page_by_page():
    pages = drawn_anew(body=pictures.paper(3), media_type=PDF)
    assert [(page.height, page.clear[:2]) for page in pages] == [(1120, b"\xff\xd8")] * 3
    html = pictures.paper() + b"<html><script>alert(1)</script></html>"
    assert b"script" not in clear(html)


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (pictures.PAPER_WITH_A_PROGRAM, "holds programs"),
        (pictures.PAPER_WITH_A_FILE, "holds programs"),
        (pictures.paper(31), "more than 30 pages"),
        (b"%PDF-1.7\nnothing of a paper", "damaged"),
    ],
)
def test_a_paper_that_acts_or_is_too_long_is_refused(body, says):
    assert says in why_not(body)


def test_what_a_paper_wants_to_start_is_not_started_and_not_kept():
    assert b"cmd.exe" not in clear(pictures.PAPER_THAT_ACTS)


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("bruise.jpg", "bruise.jpg"),
        ("../../etc/passwd", "passwd"),
        ("C:\\Users\\dana\\bruise.jpg", "bruise.jpg"),
        ("a\0b\r\nc.jpg", "abc.jpg"),
        ("bruise\u202egpj.exe", "bruisegpj.exe"),
        ("x\u2066y\u200bz\ufeff.png", "xyz.png"),
        ("e\u0301.jpg", "é.jpg"),
        ("\u202e\u200f", UNNAMED),
        ("..", UNNAMED),
        ("", UNNAMED),
    ],
)
def test_a_given_name_is_words_and_no_path(name, kept):
    assert given_name(name=name) == kept


def test_a_long_name_is_cut():
    assert len(given_name(name="x" * 5_000 + ".jpg")) == 120
