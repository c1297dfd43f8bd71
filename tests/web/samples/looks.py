"""Looks that the guardian reviews, and who looked, as a family reads it."""

from dataclasses import replace

from kith.web.dates import Moment
from kith.web.looks_review.filling import CLOSELY, NOT_SEEN
from kith.web.looks_review.page import (
    ClosedLine,
    FindingLine,
    FindingPage,
    LooksPage,
    QuotedLine,
    RuleLine,
)
from kith.web.parts.form import Form, Problem
from kith.web.who_looked.page import LookLine, RecordPage, WhoLookedPage

LATE = Moment(words="Mon 16 Nov, 23:10", iso="2026-11-16T23:10")
JOEL = "Joel Prewett, Social worker, Harbour (Tolland Bay Children’s Services)"
WAITS = FindingLine(
    due="Was due Monday 16 November",
    due_kind="overdue",
    age="asked 6 working days ago",
    who=JOEL,
    rule="At night, and not on duty",
    why="3 looks at 2 children in the night, and no duty of theirs is held for that time.",
    href="/looks/1/",
)
LOOKS = LooksPage(
    lead="2 findings wait, 1 of them overdue. A finding proves nothing: it asks.",
    asked="The rules were asked of every day up to 16 November 2026: that day, 1204 looks by 61 people.",
    share="4 of 112 children opened in the last 30 days were opened in an emergency, 3.6%. Fewer than 1% is what is hoped for.",
    share_means="More than three in a hundred: a fault of the access model, not of the people. Look at who should have had "
    "sight from the start.",
    waiting=(WAITS,),
    drawn=(
        replace(
            WAITS,
            due="At the latest Monday 23 November",
            due_kind="",
            age="asked today",
            rule="Drawn by lot",
            why="4 looks at 3 children of the week of 9 November. A lot drew them; nothing was found.",
        ),
    ),
    rules=(
        RuleLine(
            rule="At night, and not on duty",
            found="24",
            open="2",
            acceptable="21 of 22",
            referred="1",
            says="It cries wolf: set its threshold higher, or mend what makes ordinary work look like this.",
        ),
        RuleLine(
            rule="Same last name as the family",
            found="0",
            open="0",
            acceptable="none answered",
            referred="0",
            says="",
        ),
    ),
    not_seen=NOT_SEEN,
    closed=(
        ClosedLine(
            when=Moment(words="yesterday 16:20", iso="2026-11-16T16:20"),
            who="Imran Hussain, Newly qualified social worker, Moor (Tolland Bay Children’s Services)",
            rule="Same last name as the family",
            said="It was in order",
            href="/looks/2/",
        ),
    ),
)
NO_LOOKS = replace(
    LOOKS,
    lead="Nothing waits to be reviewed. That is not the same as nobody having looked without a reason.",
    asked="The rules were never asked here: the rounds of “kith work” do not run. Tell whoever runs Kith.",
    share_means="",
    waiting=(),
    drawn=(),
    closed=(),
)
FINDING = FindingPage(
    who=JOEL,
    rule="At night, and not on duty",
    words="3 looks at 2 children in the night, and no duty of theirs is held for that time.",
    why="A record that is read at night by somebody who works by day was seldom read for work.",
    cited="privacy-web.nl on HagaZiekenhuis, 2019: checks must follow the risk; the hours are [P]",
    wrong_if="They work nights and their rota is not held here.",
    looks=(
        QuotedLine(
            when=LATE, child="Tamsin Orrey", purpose="read the chronology", basis="on duty for the team"
        ),
        QuotedLine(when=LATE, child=CLOSELY, purpose="read the chronology", basis="on duty for the team"),
    ),
    no_looks="It rests on refusals alone: nothing was opened.",
    due="At the latest Monday 23 November",
    ring="Ring Joel Prewett, 01632 960 113.",
    said=((LATE, "The person is to be asked first. Philippa Venn: “I ring on Thursday.”"),),
    action="/looks/1/",
    form=Form(),
    is_open=True,
)
FINDING_TO_MEND = replace(
    FINDING,
    form=Form(
        answers={"answer": "acceptable"},
        problems=(Problem(field="because", words="Say why, in a sentence."),),
    ),
)
FINDING_CLOSED = replace(FINDING, is_open=False, due="", looks=())
WHO_LOOKED = WhoLookedPage(
    child="Tamsin Orrey",
    child_href="",
    before="Looks up to 6 November 2026 may be told; later ones wait until ten days have gone by.",
    released="Nobody released anything: looks around an enquiry stay unsaid until it is over, or you release them.",
    action="/children/tam/who-looked/",
    form=Form(),
    told=(
        (
            LATE,
            "Keren Orrey (a parent, or somebody with parental responsibility): 12 lines",
            "/children/tam/who-looked/1/",
        ),
    ),
)
WHO_LOOKED_TO_MEND = replace(
    WHO_LOOKED,
    form=Form(
        answers={"recipient": ""},
        problems=(Problem(field="recipient", words="Say for whom it is, by their full name."),),
    ),
)
RECORD = RecordPage(
    child="Tamsin Orrey",
    recipient="Keren Orrey",
    prepared=Moment(words="17 November 2026", iso="2026-11-17"),
    until="6 November 2026",
    lines=(
        LookLine(
            day=Moment(words="3 November 2026", iso="2026-11-03"),
            who="Allocated social worker, children’s social care",
            why="To write down a visit",
            times="",
        ),
        LookLine(
            day=Moment(words="2 November 2026", iso="2026-11-02"),
            who="Head teacher, school",
            why="To read what has happened so far",
            times="3 times",
        ),
    ),
    refused="",
    back_href="/children/tam/who-looked/",
    area="Tolland Bay",
    desk="01632 960 140",
    print_sheet="",
)
RECORD_EMPTY = replace(RECORD, lines=())
RECORD_REFUSED = replace(RECORD, lines=(), refused="We cannot give you this list.")
