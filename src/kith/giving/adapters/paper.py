"""A PDF to attach in any system: the child, then each entry in full, with pages counted."""

from pathlib import Path

from fpdf import FPDF

from kith.giving.types import WHATS, Adapter, Line, Summary
from kith.kernel.clock import LONDON

FONTS = Path(__file__).resolve().parents[1] / "fonts"
MARGIN = 18
"""Millimetres."""


class _Paper(FPDF):
    """A4 with the reference and the page at each foot."""

    def __init__(self, summary: Summary) -> None:
        super().__init__(format="A4")
        self.foot = f"{summary.agency_label}, {summary.reference}"
        self.set_creation_date(summary.as_at)
        self.set_title("What goes back to your own system")
        self.set_lang("en-GB")
        self.set_margin(MARGIN)
        self.set_auto_page_break(True, margin=MARGIN + 6)
        self.add_font("DejaVu", "", FONTS / "DejaVuSans.ttf")
        self.add_font("DejaVu", "B", FONTS / "DejaVuSans-Bold.ttf")
        self.missing = 0

    def footer(self) -> None:
        self.set_y(-MARGIN)
        self.set_font("DejaVu", size=8)
        self.cell(0, 6, self.drawn(f"{self.foot} · page {self.page_no()} of {{nb}}"))

    def say(self, words: str, *, size: float = 10, bold: bool = False, after: float = 1.5) -> None:
        """A paragraph across the page."""
        self.set_font("DejaVu", "B" if bold else "", size)
        self.multi_cell(0, size * 0.5, self.drawn(words), new_x="LMARGIN", new_y="NEXT", align="L")
        self.ln(after)

    def drawn(self, words: str) -> str:
        """What the font has, and the number of each sign that it has not: nothing is left out unseen."""
        known = self.fonts["dejavu"].cmap
        signs = [sign if sign in "\n\t" or ord(sign) in known else f"[U+{ord(sign):04X}]" for sign in words]
        self.missing += sum(len(sign) > 1 for sign in signs)
        return "".join(signs)


def write(summary: Summary) -> bytes:
    """The document; the same contents give the same bytes."""
    paper = _Paper(summary)
    paper.add_page()
    paper.say(f"What goes back to {summary.system}", size=16, bold=True, after=3)
    paper.say(f"Your reference {summary.reference}", size=12, bold=True)
    born = f", born {summary.born:%-d %B %Y}" if summary.born else ""
    paper.say(f"{summary.name or 'No name was told'}{born}: as {summary.agency_label} told it.")
    paper.say(
        f"Up to {summary.as_at.astimezone(LONDON):%-d %B %Y, %H:%M}. Only what {summary.agency_label} said, was told, or "
        "what was decided on that. That nothing else stands here does not mean that nothing else is known.",
        after=4,
    )
    for line in summary.lines:
        _line(paper, line)
    if paper.missing:
        paper.say(
            f"{paper.missing} signs stand here by their number, as this font has no picture of them. The table and the FHIR document have every letter.",
            size=8,
        )
    return bytes(paper.output())


def _line(paper: _Paper, line: Line) -> None:
    paper.say(f"{line.happened}: {line.label}", size=11, bold=True, after=0.5)
    paper.say(f"Said by {line.said_by} · {WHATS[line.what]}", size=8.5, after=0.5)
    paper.say(line.sentence)
    if line.words:
        paper.say(line.words)
    if line.childs_words:
        paper.say(f"The child’s own words: “{line.childs_words}”")
    own = f" · your own {line.own_reference}" if line.own_reference else ""
    paper.say(f"Entry {line.entry}{own}", size=7, after=4)


ADAPTER = Adapter(
    code="paper",
    form="pdf",
    label="Any system, as a document to attach",
    media_type="application/pdf",
    suffix=".pdf",
    write=write,
)
