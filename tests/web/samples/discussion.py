"""A strategy discussion as its reader sees it: talked in, ready to be decided, and decided."""

from dataclasses import replace

from kith.web.decision.page import Deciding, DecisionPage, OurPosition, Outcome
from kith.web.parts.agency import Agency
from kith.web.parts.discussion import (
    Action,
    Brings,
    Fact,
    ForChild,
    MayTell,
    MightBe,
    Position,
    Present,
    View,
)
from kith.web.parts.form import Choice, Form, Problem
from kith.web.parts.header import Identity, Tab
from kith.web.parts.writing import (
    AnsweringAction,
    AskingForAction,
    Bringing,
    DecidingForChild,
    NotingWhoIsHere,
    Writing,
    Writings,
)
from tests.web.samples.tolland_bay import ALL_HEALTH, POLICE, SCHOOL, SOCIAL

_YES = MayTell(answer="yes")
_NO = MayTell(answer="no")
_LATER = MayTell(answer="not_yet", words="not before 15:30")


def _facts(*facts: tuple[str, str, MayTell | None]) -> tuple[Fact, ...]:
    return tuple(Fact(words=words, said=said, may_tell=may) for words, said, may in facts)


def _brings(who: Agency, by: str, facts: tuple[Fact, ...], view: View) -> Brings:
    return Brings(agency=who, by=by, facts=facts, views=(view,))


BRINGS = (
    _brings(
        POLICE,
        "DC Hamish Orde, 10:12",
        _facts(
            (
                "999 from a neighbour: “a man shouting, a child saying stop”",
                "14 November, 23:50. Call recording",
                _LATER,
            ),
            ("No answer at the door at 00:35. Children not seen", "Officer’s log", _LATER),
            ("Court order against Lewis Dane to 24 January", "Held since 24 July", _YES),
        ),
        View(words="It reads like he is back.", said="DC Orde"),
    ),
    _brings(
        ALL_HEALTH,
        "Ines Roskilly, 10:15",
        _facts(
            ("Keren whispering, then hung up", "16 November, 16:10. Midwife, by telephone", _NO),
            ("Missed 26 weeks; came 23 October, coat kept on", "Midwife’s notes", _YES),
            ("Jory weighed 23 October, on his line", "Health visitor", _YES),
        ),
        View(words="I have never heard her frightened like that.", said="Ines Roskilly"),
    ),
    _brings(
        SOCIAL,
        "Dana Ferris, 10:18",
        _facts(
            (
                "Keren in the room throughout; upstairs not seen",
                "Visit, 5 November. Written 9 November",
                _YES,
            ),
            ("Tam not seen alone since 14 August", "Visits", _YES),
            ("Neighbour: “His van has been outside three nights”", "9 October. Not rung back", _NO),
        ),
        View(words="The house was tidy.", said="Joel Prewett’s note. Does not settle the footsteps"),
    ),
    _brings(
        SCHOOL,
        "From Kith. Last received Friday 17:02",
        _facts(
            (
                "“He comes in the night now so the lady doesn’t see.”",
                "Tam to Anneka Bright, 2 November",
                None,
            ),
            ("“Jory cries if I don’t stay awake.”", "Tam, 13 November", None),
            ("In school today? Not known", "Nothing received", None),
        ),
        View(words="No view heard: they are not here.", said="Ring before deciding", quoted=False),
    ),
)
MIGHT_BE = (
    MightBe(
        words="Lewis is staying at the house at night",
        supports="Tam, 2 Nov. Neighbour, 9 Oct. Man heard, 14 Nov.",
        against="Keren: “not true”, 9 Oct.",
        would_tell="Tam, alone. Police check of the van.",
        who="DC Orde, 12:30",
    ),
    MightBe(
        words="A different man is staying",
        supports="Nobody has named him.",
        against="Tam says “he”, as she did of Lewis.",
        would_tell="Ask Tam who, in her words.",
        who="Dana Ferris, 14:00",
    ),
    MightBe(
        words="Keren is being made to let him in",
        supports="Whispering, hung up. Missed midwife and adviser.",
        against="None recorded.",
        would_tell="Keren alone, with Chloe Marsh, somewhere safe.",
        who="Chloe Marsh, tomorrow",
    ),
    MightBe(words="What else could it be?", supports="Nobody has written here yet."),
)
WRITINGS = Writings(
    here=NotingWhoIsHere(
        action="/decisions/tam/here",
        form=Form(prefix="here-"),
        agencies=(Choice(value="police", words="Police"), Choice(value="school", words="School")),
        hows=(
            Choice(value="here", words="Here"),
            Choice(value="not_here", words="Not here, though they were asked"),
        ),
        i_am_here=False,
    ),
    bring=Bringing(
        action="/decisions/tam/bring",
        form=Form(prefix="bring-"),
        agency="social care",
        may_be_told=(
            Choice(value="yes", words="Yes, the parents may be told"),
            Choice(value="ask", words="Ask us first"),
        ),
    ),
    explain=Writing(action="/decisions/tam/explanation", form=Form(prefix="explanation-")),
    ask=AskingForAction(
        action="/decisions/tam/action",
        form=Form(prefix="action-"),
        sorts=(Choice(value="joint_visit", words="A visit by police and social care together"),),
        owners=(Choice(value="dana", words="Dana Ferris, duty social worker, Tolland Bay"),),
    ),
)
_FOR_JORY = DecidingForChild(
    action="/decisions/tam/children",
    form=Form(prefix="children-jory-"),
    child="jory",
    name="Jory",
    outcomes=(Choice(value="section_47", words="A section 47 enquiry"),),
    medicals=(Choice(value="arranged", words="Arranged"),),
)
_ANSWER = AnsweringAction(
    action="/decisions/tam/actions/quist",
    form=Form(prefix="action-quist-"),
    answers=(
        Choice(value="accepted", words="They said yes"),
        Choice(value="declined", words="They said no", hint="Say why."),
    ),
)
ACTIONS = (
    Action(
        what="Speak to Tam alone at school, joint, before 15:10",
        who="Dana Ferris with DC Hamish Orde",
        by="Today 14:00",
        accepted="Both said yes",
    ),
    Action(
        what="Do not tell Keren or Lewis yet; decide again at 15:30",
        who="Ruth Abara",
        by="Today 15:30",
        accepted="Said yes",
    ),
    Action(
        what="Check if Lewis is near the address; order and bail",
        who="DC Hamish Orde",
        by="Today 12:30",
        accepted="Said yes",
    ),
    Action(
        what="Undressed check of Jory by a paediatrician",
        who="Dr Selma Quist",
        by="Today 17:00",
        accepted="Asked, not answered",
        waiting=True,
        answering=_ANSWER,
    ),
    Action(
        what="Ring Morwenna Orrey: can the children stay tonight?",
        who="Dana Ferris",
        by="Today 13:00",
        accepted="Said yes",
    ),
)
DISCUSSION = DecisionPage(
    writings=WRITINGS,
    who=Identity(
        name="Tam, Jory and the unborn baby",
        age="7 years 6 months; 2 years 1 month; due 24 January",
        plan="Child protection plan: physical abuse",
        nobody="Nobody is allocated",
        must_not=("Lewis Dane",),
    ),
    name="Strategy discussion",
    question="Is there reasonable cause to suspect that Tam, Jory or the unborn baby is suffering, or likely to suffer, "
    "significant harm?",
    owner="Dana Ferris",
    due="To be decided today by 15:10",
    due_kind="due",
    began="Began 10:05. Led by Dana Ferris. Last change 10:38.",
    here=(
        Present(agency=SOCIAL, words="Dana Ferris, Ruth Abara"),
        Present(agency=POLICE, words="DC Hamish Orde, by telephone"),
        Present(agency=ALL_HEALTH, words="Ines Roskilly, midwife"),
        Present(agency=SCHOOL, words="Rung 10:02 and 10:20. 01632 960 233", away=True),
    ),
    enough="Enough are here to decide: social care, police and health. School knows Tam best; the decision will say that "
    "it was made without them.",
    brings=BRINGS,
    might_be=MIGHT_BE,
    positions=(
        Position(agency=POLICE, written="Written 10:31. Closed until you write yours."),
        Position(agency=ALL_HEALTH, written="Written 10:36. Closed until you write yours."),
        Position(agency=SCHOOL, written="Not here, not written", sealed=False),
    ),
    actions=ACTIONS,
    for_children=(
        ForChild(
            name="Tam",
            who="7 years 6 months",
            to_decide="To be decided.",
            words="She wants: “to stay at my school”.",
        ),
        ForChild(
            name="Jory",
            who="2 years 1 month",
            to_decide="To be decided.",
            words="Too young to say; who has held and undressed him?",
            deciding=_FOR_JORY,
        ),
        ForChild(
            name="Unborn baby",
            who="due 24 January",
            to_decide="To be decided.",
            words="Assessment not started.",
        ),
        ForChild(
            name="Davy",
            who="13, stays at weekends",
            words="",
            to_decide="To be decided, or the reason why not.",
        ),
    ),
    refresh_href="/decisions/tam/",
    ours=OurPosition(
        agency=SOCIAL,
        question="is there reasonable cause?",
        action="/decisions/tam/position",
        form=Form(),
        answers=(
            Choice(
                value="yes",
                words="Yes: begin a section 47 enquiry",
                hint="No agreement is needed from the parents to begin (Children Act 1989, section 47).",
            ),
            Choice(value="no", words="No"),
            Choice(
                value="wait",
                words="We cannot say until something is known",
                hint="Name what, who finds it, and by when.",
            ),
        ),
    ),
    disagree=(Tab(words="Disagree with this", href="/decisions/x/challenge/"),),
    print_sheet="/static/print-sample.css",
)

_OPENED = (
    Position(
        agency=SOCIAL,
        sealed=False,
        written="Written 10:44.",
        by="Dana Ferris",
        answer="Yes: begin a section 47 enquiry",
        why="Her own words, a man heard, and nobody alone with her for 95 days. A named visitor we had met would change it.",
    ),
    Position(
        agency=POLICE,
        sealed=False,
        written="Written 10:31.",
        by="DC Hamish Orde",
        answer="Yes: begin a section 47 enquiry",
        why="A child heard saying stop. I would think again if the van is elsewhere.",
    ),
    Position(
        agency=ALL_HEALTH,
        sealed=False,
        written="Written 10:36.",
        by="Ines Roskilly",
        answer="We cannot say until something is known",
        why="If he is told tonight she is the one he hurts. See Keren alone first.",
        dissents=True,
    ),
    Position(agency=SCHOOL, sealed=False, written="Not here, not written"),
)
TO_BE_DECIDED = replace(
    DISCUSSION,
    ours=None,
    positions=_OPENED,
    deciding=Deciding(
        action="/decisions/tam/outcome",
        form=Form(problems=(Problem(field="outcome_reasons", words="Write the reasons"),)),
        outcomes=(
            Choice(value="section_47_joint", words="Begin a section 47 enquiry, joint with police"),
            Choice(value="section_47_single", words="Begin a section 47 enquiry, social care alone"),
            Choice(value="no_section_47", words="No section 47 enquiry"),
            Choice(value="further_discussion", words="Decide again, at a time named now"),
        ),
    ),
)
DECIDED = replace(
    DISCUSSION,
    ours=None,
    positions=_OPENED,
    due="Decided today 10:52",
    due_kind="",
    outcome=Outcome(
        words="Begin a section 47 enquiry, joint with police",
        reasons="Tam’s own words of 2 November, a man and a child heard on 14 November, and nobody alone with her since "
        "14 August. Health disagrees about the order: Keren is seen alone before anyone is told.",
        decided="Dana Ferris, today 10:52",
        without="Made without school, rung at 10:02 and 10:20.",
    ),
)
