"""What was held: the page of whoever printed, a guardian's, a frozen one, the list, and who was written to."""

from dataclasses import replace

from kith.web.dates import Moment
from kith.web.held.page import HeldPage, Knew, StillKnowPage, Stopped, WaitingPage, Waits
from kith.web.parts.form import Form, Problem

HELD = HeldPage(
    what="a printed chronology",
    recipient="Siobhan Keane, Social worker, Moor",
    compiled="Siobhan Keane compiled it, 10:40 today.",
    stopped=(
        Stopped(what="a confidential address", where="the text", form="postcode"),
        Stopped(
            what="a place that says where somebody is",
            where="the markup: an attribute, a comment or a script",
            form="place in percent signs",
        ),
        Stopped(what="something that nothing here could read", where="page 3, picture 1", form=""),
    ),
    ask="Ask Philippa Venn, information guardian, 01632 960 170. An answer is due 12:00 tomorrow. Out of hours ring the duty desk: 01632 960 100.",
    frozen="",
    said=(),
    release="Release it, first of two",
    release_href="/held/01a22b40-5de7-7112-ada1-b254b85b9918/release",
    may_keep_back=False,
    keep_back_href="/held/01a22b40-5de7-7112-ada1-b254b85b9918/keep-back",
    read_href="",
    read_words="",
    children=(("Tam Okonkwo", "/children/01a22b40-5de7-7112-ada1-b254b85b9918/"),),
    form=Form(),
)
FOR_A_GUARDIAN = replace(
    HELD,
    said=(
        "Siobhan Keane released it, first of two, 11:05 today: “The clinic is the one that both parents know.”",
    ),
    release="Release it, second of two",
    may_keep_back=True,
    read_href="/held/01a22b40-5de7-7112-ada1-b254b85b9918/document",
    read_words="Read the document before you decide",
    children=(),
    form=Form(
        answers={"because": "ok"}, problems=(Problem(field="because", words="Say why, in a sentence"),)
    ),
)
FROZEN = replace(
    HELD,
    frozen="Since it was compiled an address became confidential. Compile it again for where they are now.",
    release="",
    release_href="",
)
_ONE = Waits(
    what="a letter",
    recipient="Dean Okonkwo, father",
    due=Moment(words="12:00 tomorrow", iso="2026-11-18T12:00"),
    is_late=False,
    state="Nobody has released it",
    href="/held/01a22b40-5de7-7112-ada1-b254b85b9918/",
)
WAITING = WaitingPage(
    waits=(replace(_ONE, is_late=True), replace(_ONE, state="Frozen: a home has changed since"))
)
NOTHING_WAITS = WaitingPage(waits=())
STILL_KNOW = StillKnowPage(
    name="Tam Okonkwo",
    href="/children/01a22b40-5de7-7112-ada1-b254b85b9918/",
    frozen=(replace(_ONE, state="Frozen: a home has changed since"),),
    knew=(
        Knew(
            what="a report", recipient="P. Stone, grandparent", when=Moment(words="3 Feb", iso="2026-02-03")
        ),
    ),
)
NOBODY_KNEW = replace(STILL_KNOW, frozen=(), knew=())
