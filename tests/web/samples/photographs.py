"""The photographs of one entry: none yet, some, one that was refused, and a hidden home."""

from dataclasses import replace

from kith.web.dates import Moment
from kith.web.parts.form import Form, Problem
from kith.web.photographs.page import PhotographsPage, Shot
from kith.web.photographs.telling import NOBODY_SCANNED, WAITS
from tests.web.samples.tolland_bay import DESK, SCHOOL, tams_identity

_BLURRED = Shot(
    id="shot-1-1",
    words="Photograph 1",
    src="/static/kith.svg",
    is_clear=False,
    href="?clear=1#shot-1-1",
    name="IMG_0042.jpg",
    shows="Left arm, outer side; taken by Joy Okafor at 09:10",
    added="Added by Joy Okafor, 3 November 2026, 10:20.",
    opened="Opened by Ruth Abara, 4 November 2026, 09:05.",
)
PHOTOGRAPHS = PhotographsPage(
    who=tams_identity("Chronology"),
    action="/children/tam/chronology/1/files/",
    back_href="/children/tam/chronology/?entry=1",
    when=Moment(words="Tue 3 Nov, 09:05", iso="2026-11-03T09:05"),
    agency=SCHOOL,
    words="A bruise on the left arm, seen at registration. “I fell off the wall.”",
    shots=(
        _BLURRED,
        replace(
            _BLURRED, id="shot-2-1", words="Photograph 2", is_clear=True, href="#shot-2-1", width=1200, height=900,
            opened="Nobody has opened it.", scanned=NOBODY_SCANNED,
        ),
        replace(
            _BLURRED, id="shot-3-1", words="Paper 3, page 1", src="", shows="", opened="Nobody has opened it.",
            name="a_very_long_name_without_any_blank_that_a_telephone_or_a_scanner_might_have_given_to_a_file_20261103.pdf",
            scanned=WAITS,
        ),
    ),
    added="2 photographs were added.",
)  # fmt: skip
NO_PHOTOGRAPHS = replace(
    PHOTOGRAPHS,
    shots=(),
    added="",
    silence="Nobody has added a photograph to this entry here. One may exist elsewhere: ask whoever saw the child.",
)
PHOTOGRAPHS_TO_MEND = replace(
    NO_PHOTOGRAPHS,
    form=Form(
        answers={"shows": "Left arm"},
        problems=(
            Problem(
                field="files",
                words="dance.gif: GIF pictures are not taken in. Send a JPEG or a PNG; a picture of your screen will do. "
                "It was not kept: hold on to it. The words that you typed stay.",
            ),
        ),
    ),
)
PHOTOGRAPHS_WITHHELD = replace(
    NO_PHOTOGRAPHS,
    withheld=f"2 are held. A picture may show where the child is. If you need it now, ring the desk: {DESK}",
)
