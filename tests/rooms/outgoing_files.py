"""Makes small files of every format with a text planted in one hiding place each, by hand, so that nothing tidies them."""

import io
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from xml.sax.saxutils import escape, quoteattr

from PIL import Image, ImageDraw, ImageFont, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Text
from pypdf.generic import DecodedStreamObject, NameObject, TextStringObject

Maker = Callable[[str], bytes]


def pdf(*, drawn: str = "Dear Dean.", mode: int = 0, kerned: bool = False) -> bytes:
    """One page whose text is drawn in a rendering mode (3 draws nothing), whole or letter by letter."""
    safe = drawn.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    shown = (
        f"[{' -20 '.join(f'({letter})' for letter in drawn if letter not in '()')}] TJ"
        if kerned
        else f"({safe}) Tj"
    )
    content = zlib.compress(f"BT /F1 12 Tf {mode} Tr 50 700 Td {shown} ET".encode("latin-1", "replace"))
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    out, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    return (
        out
        + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
        % (table, start)
    )


def _written(change: Callable[[PdfWriter], None]) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdf())))
    change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def pdf_property(text: str) -> bytes:
    return _written(lambda writer: writer.add_metadata({"/Title": text}))


def pdf_annotation(text: str) -> bytes:
    return _written(lambda writer: writer.add_annotation(0, Text(rect=(10, 10, 30, 30), text=text)) and None)


def pdf_attachment(text: str) -> bytes:
    return _written(lambda writer: writer.add_attachment("a.txt", text.encode()) and None)


def pdf_xmp(text: str) -> bytes:
    def change(writer: PdfWriter) -> None:
        stream = DecodedStreamObject()
        stream.set_data(f"<x:xmpmeta><dc:title>{escape(text)}</dc:title></x:xmpmeta>".encode())
        stream[NameObject("/Type")] = NameObject("/Metadata")
        writer.root_object[NameObject("/Metadata")] = writer._add_object(stream.flate_encode())

    return _written(change)


def pdf_orphan(text: str) -> bytes:
    return _written(lambda writer: writer._add_object(TextStringObject(text)) and None)


def pdf_earlier_version(text: str) -> bytes:
    """What was replaced by a later version that was appended, as redaction by an editor does."""
    first = pdf(drawn=text)
    out = io.BytesIO()
    writer = PdfWriter(io.BytesIO(first), incremental=True)
    page = writer.pages[0]
    clean = DecodedStreamObject()
    clean.set_data(b"BT /F1 12 Tf 50 700 Td (Dear Dean.) Tj ET")
    page[NameObject("/Contents")] = writer._add_object(clean)
    writer.write(out)
    return out.getvalue()


def packed(files: dict[str, str | bytes], *, comment: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            archive.writestr(name, body)
        archive.comment = comment.encode()[:60000]
    return out.getvalue()


_TYPES = '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_S = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'


def docx(*, body: str = "", **parts: str | bytes) -> bytes:
    document = f'<?xml version="1.0"?><w:document {_W}><w:body><w:p><w:r><w:t>Dear Dean.</w:t></w:r></w:p>{body}</w:body></w:document>'
    files: dict[str, str | bytes] = {"[Content_Types].xml": _TYPES, "word/document.xml": document}
    return packed(files | {name.replace("__", "/"): part for name, part in parts.items()})


def runs(text: str) -> str:
    """A text that Word has cut into runs of three letters."""
    cut = [text[at : at + 3] for at in range(0, len(text), 3)]
    return (
        "<w:p>"
        + "".join(f'<w:r><w:t xml:space="preserve">{escape(one)}</w:t></w:r>' for one in cut)
        + "</w:p>"
    )


def xlsx(
    *, shared: tuple[str, ...] = ("Dear Dean",), hidden_cells: str = "", names: str = "", **parts: str
) -> bytes:
    book = (
        f'<workbook {_S}><sheets><sheet name="Seen" sheetId="1"/><sheet name="Kept" sheetId="2" state="veryHidden"/>'
        f"</sheets><definedNames>{names}</definedNames></workbook>"
    )
    strings = "".join(f"<si><t>{escape(one)}</t></si>" for one in shared)
    files = {
        "[Content_Types].xml": _TYPES,
        "xl/workbook.xml": book,
        "xl/sharedStrings.xml": f"<sst {_S}>{strings}</sst>",
        "xl/worksheets/sheet1.xml": f'<worksheet {_S}><sheetData><row><c t="s"><v>0</v></c></row></sheetData></worksheet>',
        "xl/worksheets/sheet2.xml": f"<worksheet {_S}><sheetData><row>{hidden_cells}</row></sheetData></worksheet>",
    }
    return packed(files | {name.replace("__", "/"): part for name, part in parts.items()})


def cell(text: str) -> str:
    return f'<c t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def mail(
    *, header: str = "", body: str = "Dear Dean.", attached: tuple[str, bytes] | None = None, name: str = ""
) -> bytes:
    told = EmailMessage()
    told["From"], told["To"], told["Subject"] = (
        "desk@tolland-bay.example",
        "dean@home.example",
        header or "Visit",
    )
    told.set_content(body, cte="base64")
    if attached or name:
        media, content = attached or ("text/plain", b"Dear Dean.")
        main, _, sub = media.partition("/")
        told.add_attachment(content, maintype=main, subtype=sub, filename=name or "a.bin")
    return told.as_bytes()


def picture(form: str = "PNG", *, words: str = "", **saved: object) -> bytes:
    image = Image.new("RGB", (1400, 90), "white")
    if words:
        ImageDraw.Draw(image).text((10, 20), words, fill="black", font=ImageFont.load_default(size=36))
    out = io.BytesIO()
    image.save(out, form, **saved)
    return out.getvalue()


def png_text(text: str) -> bytes:
    beside = PngImagePlugin.PngInfo()
    beside.add_itxt("Title", text, zip=True)
    return picture(pnginfo=beside)


def jpeg_exif(text: str) -> bytes:
    exif = Image.Exif()
    exif[0x010E] = text
    return picture("JPEG", exif=exif)


def jpeg_with_position() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (50.0, 42.0, 56.0), 3: "W", 4: (2.0, 26.0, 14.0)})
    return picture("JPEG", exif=exif)


def attribute(text: str) -> str:
    return quoteattr(text)
