"""Opening a child in an emergency, what is told of it and reviewed; and whom the guardian desk rings back."""

from dataclasses import replace

from kith.web.dates import Moment
from kith.web.desk.filling import DO, FIRST
from kith.web.desk.page import CallLine, CallPage, DeskPage
from kith.web.emergency.page import OpeningLine, OpeningPage, OpeningsPage, OpenPage
from kith.web.own_family.page import NearLine, OwnFamilyPage
from kith.web.parts.form import Choice, Form, Problem

OWN_FAMILY = OwnFamilyPage(
    form=Form(answers={"practitioner": "joel", "text": "Joel Prewett 3 May 1985"}),
    practitioners=(
        Choice(value="joel", words="Joel Prewett, Tolland Bay Children’s Services"),
        Choice(value="ruth", words="Ruth Abara, Tolland Bay Children’s Services"),
    ),
    found=(Choice(value="1", words="Joel Prewett, born 3 May 1985"), Choice(value="2", words="Joel Prowett")),
    found_words="",
    held=("Ruth Abara is Ruth Abara, among the people held.",),
    near=(
        NearLine(
            id="1",
            when=Moment(words="Mon 16 Nov, 10:40", iso="2026-11-16T10:40"),
            who="Ruth Abara",
            child="a child whom you do not work with",
            had_sight=True,
            lifted="",
        ),
        NearLine(
            id="2",
            when=Moment(words="Mon 2 Nov, 09:10", iso="2026-11-02T09:10"),
            who="Gareth Pugh",
            child="Rowan Pell",
            had_sight=False,
            lifted="They have never met.",
        ),
    ),
)
NO_OWN_FAMILY = replace(OWN_FAMILY, form=Form(), found=(), held=(), near=())
DESK = "01632 960 140"
THIS_MORNING = Moment(words="Mon 16 Nov, 10:40", iso="2026-11-16T10:40")
WHY = "His grandmother is at the school gate and says that he has not eaten since Friday."

OPEN = OpenPage(
    action="/children/tam/open/",
    form=Form(),
    ring=f"You are not involved with this child. Ring Folasade Adeyemi, 01632 960 114, or the duty desk: {DESK}.",
    desk=DESK,
    told="Folasade Adeyemi, who leads the work, and the guardian of information are told at once.",
)
OPEN_TO_MEND = replace(
    OPEN,
    form=Form(
        answers={"category": "danger_now", "because": "Needed."},
        problems=(Problem(field="because", words="Say what has happened, in 30 characters or more."),),
    ),
)
OPENED = OpeningPage(
    lead="Anneka Bright, head teacher (Fernmoor Primary School) opened Tam Orrey’s record 10:40 today, until 14:40.",
    sort="A child may be in danger now",
    because=f"“{WHY}”",
    looked=((THIS_MORNING, "open in an emergency"), (THIS_MORNING, "read the story so far")),
    ring="Ring Anneka Bright, 01632 960 411.",
    told=("Folasade Adeyemi: read it 10:52 today", "Philippa Venn: has not read it yet"),
    reviewed="",
    due="At the latest Tuesday 17 November",
    action="/openings/1/",
    form=Form(),
    may_review=True,
    child_href="",
)
OPENED_AND_TOLD = replace(OPENED, may_review=False, child_href="/children/tam/")
OPENED_AND_REVIEWED = replace(
    OPENED, due="", reviewed="They should have had sight already. Philippa Venn: “He is at her school.”"
)
LINE = OpeningLine(
    when=THIS_MORNING,
    who="Anneka Bright, head teacher (Fernmoor Primary School)",
    sort="A child may be in danger now",
    state="Not yet. At the latest Tuesday 17 November",
    href="/openings/1/",
)
OPENINGS = OpeningsPage(
    share="4 of 112 openings in the last 30 days, 3.6%.",
    share_means="More than three in a hundred: that is a fault of who has sight, not of the people who open. Look at who "
    "should be involved from the start.",
    waiting=(LINE,),
    reviewed=(replace(LINE, state="It was needed"),),
)
NO_OPENINGS = OpeningsPage(
    share="0 of 812 openings in the last 30 days, 0.0%.", share_means="", waiting=(), reviewed=()
)
CALL_LINE = CallLine(
    due="By today by 10:55",
    due_kind="due",
    who="Marcus Delroy, Tolland Bay Police",
    ring="Tolland Bay Police: 01632 960 300, at night 01632 960 300",
    state="not rung yet",
    href="/desk/1/",
)
RING_BACK = DeskPage(
    waiting=(CALL_LINE,),
    closed=(replace(CALL_LINE, state="Nothing was said, and nothing more is needed."),),
)
NOBODY_TO_RING = DeskPage(waiting=(), closed=())
CALL = CallPage(
    who="Marcus Delroy, Tolland Bay Police",
    searched=THIS_MORNING,
    due="To be rung today by 10:55.",
    ring=CALL_LINE.ring,
    action="/desk/1/",
    form=Form(),
    said="",
    behind=(),
    closed="",
)
CALL_RUNG = replace(
    CALL,
    due="",
    said="The control room: “A neighbour rang about shouting, and gave a first name.”",
    behind=(FIRST, "Rowan Pell: ring Kwame Boateng, 01632 960 122.", DO),
)
