"""A planted value is found in every format, in every hiding place, in every normal form; and the count is kept."""

import base64
import quopri
import random
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kith.outgoing.reading import read
from kith.outgoing.reading.kinds import read_here
from kith.people.address_forms import forms_of_address, forms_of_name, forms_of_place, forms_of_telephone
from kith.people.hidden_words import forms_found, geohash, prepared
from tests.rooms import outgoing_files as files

WHERE = "Larkspur House, 14 Quarry Rise, Nettlecombe, ZX9 0AA"
VALUE = "14 Quarry Rise, ZX9 0AA"
HIDDEN = forms_of_address(WHERE)


def utf_7(text: str) -> str:
    return "+" + base64.b64encode(text.encode("utf-16-be")).decode().rstrip("=") + "-"


NORMAL_FORMS = {
    "as it is": lambda text: text,
    "capitals": str.upper,
    "no spaces": lambda text: text.replace(" ", ""),
    "other punctuation": lambda text: text.replace(" ", "_").replace(",", ";"),
    "accents": lambda text: text.replace("a", "á").replace("i", "ï"),
    "letters apart": " ".join,
    "reversed": lambda text: text[::-1],
    "percent signs": lambda text: quote(text, safe=""),
    "entities": lambda text: "".join(f"&#{ord(letter)};" for letter in text),
    "base64": lambda text: base64.b64encode(text.encode()).decode(),
    "quoted-printable": lambda text: "".join(f"={byte:02X}" for byte in text.encode()),
    "UTF-7": utf_7,
    "UTF-16 in base64": lambda text: base64.b64encode(text.encode("utf-16")).decode(),
    "hexadecimal": lambda text: text.encode().hex(),
    "split by tags": lambda text: "<i></i>".join(text),
    "split by lines": lambda text: text.replace(" ", "\n"),
}
HIDING_PLACES = {
    "txt": ("text/plain", lambda text: f"Dear Dean.\n{text}\n".encode()),
    "txt in UTF-16": ("text/plain", lambda text: f"Dear Dean.\n{text}\n".encode("utf-16")),
    "csv, a cell": ("text/csv", lambda text: f'name,where\nAmira,"{text}"\n'.encode()),
    "json": ("application/json", lambda text: f'{{"where": "{text}"}}'.encode()),
    "html, the text": ("text/html", lambda text: f"<p>Dear Dean. {text}</p>".encode()),
    "html, an attribute": ("text/html", lambda text: f"<p title={files.attribute(text)}>Dear Dean.</p>".encode()),
    "html, a comment": ("text/html", lambda text: f"<p>Dear Dean.</p><!-- {text} -->".encode()),
    "html, a script": ("text/html", lambda text: f"<script>var x = '{text}'</script>".encode()),
    "ics, the place": ("text/calendar", lambda text: f"BEGIN:VCALENDAR\r\nLOCATION:{text}\r\nEND:VCALENDAR".encode()),
    "ics, the description": ("text/calendar", lambda text: f"BEGIN:VCALENDAR\r\nDESCRIPTION:See {text}\r\n".encode()),
    "eml, the subject": ("message/rfc822", lambda text: files.mail(header=text.replace("\n", " "))),
    "eml, the body": ("message/rfc822", lambda text: files.mail(body=text)),
    "eml, an attachment": ("message/rfc822", lambda text: files.mail(attached=("text/plain", text.encode()))),
    "zip, a file": ("application/zip", lambda text: files.packed({"a.txt": text})),
    "zip, the comment": ("application/zip", lambda text: files.packed({"a.txt": "Dear"}, comment=text)),
    "zip in a zip": ("application/zip", lambda text: files.packed({"b.zip": files.packed({"a.txt": text})})),
    "pdf, the page": ("application/pdf", lambda text: files.pdf(drawn=text)),
    "pdf, invisible": ("application/pdf", lambda text: files.pdf(drawn=text, mode=3)),
    "pdf, letter by letter": ("application/pdf", lambda text: files.pdf(drawn=text, kerned=True)),
    "pdf, the properties": ("application/pdf", files.pdf_property),
    "pdf, an annotation": ("application/pdf", files.pdf_annotation),
    "pdf, an attachment": ("application/pdf", files.pdf_attachment),
    "pdf, XMP": ("application/pdf", files.pdf_xmp),
    "pdf, an object of nobody": ("application/pdf", files.pdf_orphan),
    "pdf, an earlier version": ("application/pdf", files.pdf_earlier_version),
    "docx, in runs": ("", lambda text: files.docx(body=files.runs(text))),
    "docx, struck out": ("", lambda text: files.docx(body=f"<w:del><w:r><w:delText>{files.escape(text)}</w:delText></w:r></w:del>")),
    "docx, a comment": ("", lambda text: files.docx(**{"word__comments.xml": f"<c>{files.escape(text)}</c>"})),
    "docx, the properties": ("", lambda text: files.docx(**{"docProps__custom.xml": f"<p>{files.escape(text)}</p>"})),
    "docx, an attribute": ("", lambda text: files.docx(**{"word__settings.xml": f"<s v={files.attribute(text)}/>"})),
    "xlsx, a shared word": ("", lambda text: files.xlsx(shared=("Dear", text))),
    "xlsx, a hidden sheet": ("", lambda text: files.xlsx(hidden_cells=files.cell(text))),
    "xlsx, a defined name": ("", lambda text: files.xlsx(names=f"<definedName name='a'>{files.escape(text)}</definedName>")),
    "xlsx, a comment": ("", lambda text: files.xlsx(**{"xl__comments1.xml": f"<c>{files.escape(text)}</c>"})),
    "png, a packed text": ("image/png", files.png_text),
    "jpeg, EXIF": ("image/jpeg", files.jpeg_exif),
    "jpeg, the comment": ("image/jpeg", lambda text: files.picture("JPEG", comment=text.encode())),
    "a file name": ("text/plain", None),
}  # fmt: skip


@pytest.fixture(autouse=True)
def without_reading_pictures(request, monkeypatch):
    """What stands beside a picture is what these tests are about; two of them read its words as well."""
    if "picture" not in request.node.name:
        monkeypatch.setattr("kith.outgoing.reading.image.shutil.which", lambda program: None)


def found_in(place: str, text: str) -> bool:
    media_type, make = HIDING_PLACES[place]
    if make is None:
        told = read_here(b"Dear Dean.", media_type=media_type, name=f"{text}.txt")
    else:
        told = read_here(make(text), media_type=media_type, name="document")
    assert not [one for one in told.not_read if "picture" not in one.why], told.not_read
    return any(forms_found(prepared(piece.text), HIDDEN) for piece in told.pieces)


@pytest.mark.parametrize("place", HIDING_PLACES)
def test_a_value_is_found_in_this_place_in_every_normal_form(place):
    missed = [form for form, write in NORMAL_FORMS.items() if not found_in(place, write(VALUE))]
    assert not missed


def test_the_table_has_so_many_cells():
    assert len(HIDING_PLACES) * len(NORMAL_FORMS) == 608


@pytest.mark.parametrize(
    "place", ["pdf, the page", "docx, in runs", "xlsx, a hidden sheet", "eml, an attachment", "zip in a zip"]
)
def test_a_process_of_its_own_reads_the_same(place):
    media_type, make = HIDING_PLACES[place]
    body = make(VALUE)
    assert read(body, media_type=media_type).pieces == read_here(body, media_type=media_type, name="").pieces


@pytest.mark.parametrize("place", HIDING_PLACES)
def test_an_ordinary_text_in_this_place_is_not_held(place):
    assert not found_in(place, "Amira was seen at home with her mother on Tuesday, and was well.")


def test_the_words_in_a_picture_are_read(monkeypatch):
    told = read(files.picture(words=VALUE), media_type="image/png")
    if told.not_read:
        pytest.skip("no tesseract here: such a picture is held")
    assert any(forms_found(prepared(piece.text), HIDDEN) for piece in told.pieces)


def test_a_picture_that_nobody_here_can_read_is_not_read(monkeypatch):
    monkeypatch.setenv("PATH", "/nowhere")
    told = read(files.picture(words=VALUE), media_type="image/png")
    assert [one.why for one in told.not_read] == ["no program here reads the words in a picture"]


def test_a_position_in_a_photograph_is_told_and_compared():
    told = read(files.jpeg_with_position(), media_type="image/jpeg")
    assert told.located
    hidden = forms_of_address("14 Quarry Rise\n50.7160, -2.4380")
    assert any("place on the map" in forms_found(prepared(one.text), hidden) for one in told.pieces)


@pytest.mark.parametrize(
    ("words", "text", "form"),
    [
        (WHERE, "zx90aa", "postcode"),
        (WHERE, "the house is called LARKSPUR HOUSE", "house name"),
        ("9 Mill Street, ZX9 0AA", "a flat in Mill St, over in ZX9", "district and street"),
        ("9 Heron Street, ZX9 0AA", "in heron st.", "street"),
        ("14 Quarry Rise\n100012345678", "UPRN 0100012345678", "property number"),
        ("14 Quarry Rise\n50.7160, -2.4380", "50.70, -2.44", "place on the map"),
        ("14 Quarry Rise\n50.7160, -2.4380", "map: " + geohash(north=50.72, east=-2.43, length=8), "geohash"),
        (WHERE, "ZX9 OAA", "postcode in look-alike letters"),
    ],
)
def test_each_part_of_an_address_is_found_alone(words, text, form):
    assert form in forms_found(prepared(text), forms_of_address(words))


@pytest.mark.parametrize(
    "text",
    ["+44 7700 900123", "07700-900-123", "0044 (0) 7700 900 123", "077 00 90 01 23", "tel:+447700900123"],
)
def test_a_telephone_number_is_found_in_any_grouping(text):
    assert forms_found(prepared(text), forms_of_telephone("07700 900123"))


@pytest.mark.parametrize(
    ("words", "text"),
    [
        (WHERE, "112 High Street, and 14 children"),
        ("9 Mill Street, ZX9 0AA", "Mill Street"),
        (WHERE, "abs14quarries rises zx9 and 0aa elsewhere"),
        ("Rose Cottage, 2 High Street, ZX9 0AA", "Rose Cottage in the High Street"),
        (WHERE, "077009001234"),
    ],
)
def test_what_only_looks_like_it_is_left_alone(words, text):
    assert not forms_found(prepared(text), forms_of_address(words))


def test_names_and_places_stand_apart():
    assert forms_found(prepared("OKAFOR, Amira"), forms_of_name("Amira Okafor"))
    assert not forms_found(prepared("Amira said: Okaforestry"), forms_of_name("Amira Okafor"))
    assert forms_found(prepared("gorse vale"), forms_of_place("Gorse Vale Surgery"))
    assert not forms_found(prepared("the surgery"), forms_of_place("The Surgery"))


@settings(deadline=None)
@given(st.text(max_size=300))
def test_any_text_is_gone_over_without_a_fault(text):
    forms_found(prepared(text), HIDDEN)


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_gone_over_without_a_fault(body):
    for media_type in (
        "text/plain",
        "text/html",
        "application/pdf",
        "application/zip",
        "message/rfc822",
        "image/png",
    ):
        for piece in read_here(body, media_type=media_type, name="").pieces:
            forms_found(prepared(piece.text), HIDDEN)


def test_random_letters_do_not_hit():
    draw = random.Random(7)
    letters = "".join(
        draw.choice("abcdefghijklmnopqrstuvwxyz0123456789     ,.\n+/=%") for _ in range(400_000)
    )
    assert not forms_found(prepared(letters), HIDDEN)
    assert not forms_found(prepared(quopri.encodestring(letters.encode()).decode()), HIDDEN)
