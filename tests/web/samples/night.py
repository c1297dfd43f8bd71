"""What the day hands to the night and the night to the morning: Tam Orrey, on a Saturday at ten past two."""

from dataclasses import replace

from kith.web.before_you_knock.page import BeforeYouKnockPage
from kith.web.dates import Moment
from kith.web.from_the_night.page import FromTheNightPage, MorningPage, Receipt, Step
from kith.web.parts.form import Form, Problem
from kith.web.parts.resting import Resting, RestingLine
from kith.web.tonight.page import OnTheList, Ring, TonightPage
from kith.web.weekend.page import Listed, PutOnPage, WeekendPage
from tests.web.samples.tolland_bay import DESK, tams_identity

_CHRONOLOGY = "/children/tam/chronology/?entry=1#entry-1"


def _rests(words: str, on: str, *, danger: bool = False, href: str = _CHRONOLOGY) -> Resting:
    return Resting(words=words, rests_on=on, href=href, is_danger=danger)


_MUST_NOT = RestingLine(
    question="Must not be there",
    said=(
        _rests(
            "Lewis Dane. A non-molestation order stands until 24 January 2027. If they are there, ring 999.",
            "Police, 24 Jul, 4 months ago",
            danger=True,
        ),
    ),
    shown=2,
    silence="Nobody has told us of an order.",
)
_LIVES_THERE = RestingLine(
    question="Who lives there",
    said=(
        _rests(
            "Keren Orrey (mother); Jory Orrey (brother, 2 years 1 month).",
            "Social care, Ruth Abara, 2 Jul, 5 months ago",
            href="/children/tam/home/",
        ),
        _rests("A man not named joined the household; no checks are written down.", "Midwife, 15 Nov, 20 days ago", danger=True),
    ),
    shown=2,
    silence="Nobody has told us who lives with Tam.",
)  # fmt: skip
_BEFORE = RestingLine(
    question="Before you knock",
    said=(
        _rests(
            "A worker was threatened by Lewis Dane. Lewis to Joel Prewett in the car park: “I know what you drive.”",
            "Social care, 20 Jul, 4 months ago",
            danger=True,
        ),
        _rests("“There is a large dog in the hall, loose.”", "Police, 27 Nov, 8 days ago", danger=True),
    ),
    silence="Nobody has told us of a threat to a worker, of a dog or of a weapon. That is not the same as safe.",
)
_PLAN = RestingLine(
    question="The plan",
    said=(
        _rests(
            "Child protection plan: physical abuse, since 1 July 2026. “Lewis to live elsewhere; Tam seen alone every 10 working days.”",
            "Social care, 1 Jul, 5 months ago",
        ),
        _rests("“Initial conference. Tam’s wish was read out.”", "Reviewing, 1 Jul, 5 months ago"),
    ),
    silence="Nobody has told us of a plan for Tam, for tonight or for any night.",
)
_SEEN = RestingLine(
    question="Last seen",
    said=(
        _rests("5 Nov: not alone (visit, Ruth Abara). There: Keren and Jory.", "Social care, 5 Nov, 4 weeks ago"),
        _rests("2 Nov: alone (the child told, Anneka Bright).", "School, 2 Nov, 4 weeks ago"),
    ),
    silence="Nobody has told us that an agency has seen Tam.",
)  # fmt: skip
_SAFE = RestingLine(
    question="What would make Tam safe tonight",
    said=(_rests("Agreed by Keren Orrey: “Nan has Tam overnight if Lewis comes to the house”.", "Social care, 3 Dec, 2 days ago"),),
    silence="Nobody has told us what would make Tam safe tonight, or with whom Tam may stay.",
)  # fmt: skip
_ASKED = RestingLine(
    question="Asked, and due today",
    said=(),
    silence="Nobody has told us of anything that Kith asks for today. That is not the same as safe.",
)
TONIGHT = TonightPage(
    name="Tamsin Orrey",
    called="Tam",
    age="7 years 6 months",
    as_at="Sat 5 Dec, 02:10",
    on_the_list=None,
    lines=(_MUST_NOT, _LIVES_THERE, _BEFORE, _PLAN, _SEEN),
    more_lines=(_SAFE, _ASKED),
    rings=(
        Ring(who="Emergency duty worker now", name="Lorna Tyndall", phone="01632 960 142"),
        Ring(who="On-call manager now", name="Yusuf Demir", phone="01632 960 131"),
        Ring(who="Tolland Bay Police", name="", phone="01632 960 300"),
        Ring(who="Hospital, emergency department", name="", phone="01632 960 452"),
        Ring(
            who="Team manager",
            name="Ruth Abara",
            phone="01632 960 112",
            words="No lead worker is allocated. By day.",
        ),
        Ring(
            who="The child’s school",
            name="Fernmoor Primary",
            phone="",
            words="By day: 01632 960 233. No number out of hours is held.",
        ),
    ),
    desk=DESK,
    address="The family moved on 15 September 2026: an older paper has another address.",
    child_href="/children/tam/",
    knock_href="/children/tam/before-you-knock/",
    night_href="/children/tam/note-from-the-night/",
)
_SAID = {
    "may_happen": "Lewis may come to the house on Saturday night.",
    "may_happen_because": "He came on the last two.",
    "then_do": "Ring police, then see Tam at her Nan’s.",
    "then_do_because": "Nan agreed on Thursday, and the order stands.",
}
TONIGHT_LISTED = replace(
    TONIGHT,
    on_the_list=OnTheList(
        **_SAID, rests_on="Ruth Abara, Team manager, Harbour, yesterday 15:10; until Monday 7 December 2026, 09:00"
    ),
)  # fmt: skip
TONIGHT_LITTLE_KNOWN = replace(
    TONIGHT,
    name="Robin Sayle",
    called="Robin",
    age="age not known",
    lines=tuple(
        replace(line, said=(), ring="One entry exists that you may not see. Ring the desk: 01632 960 140")
        for line in TONIGHT.lines
    ),
    more_lines=tuple(replace(line, said=()) for line in TONIGHT.more_lines),
    rings=(Ring(who="Lead worker", name="", phone="", words="Nobody is allocated, and no manager holds the child."),),
    address="Address withheld: ask the desk before you go, 01632 960 140.",
)  # fmt: skip
KNOCK = BeforeYouKnockPage(
    who=tams_identity("Tonight"),
    called="Tam",
    as_at="Friday 4 December 2026, 10:40",
    address=TONIGHT.address,
    safety=replace(_BEFORE, question="Your own safety"),
    behind_the_door=(_MUST_NOT, _LIVES_THERE),
    last_times=RestingLine(
        question="Behind the door last times",
        said=(
            _rests(
                "Announced visit: not let in to all of it; the child was seen, not alone; rooms seen: “kitchen”. Footsteps upstairs; Keren: “the radio”.",
                "Social care, 5 Nov, 29 days ago",
            ),
            _rests("Unannounced visit: nobody answered.", "Social care, 19 Oct, 6 weeks ago"),
        ),
        shown=4,
        ring="Of the last 2 visits written down: 2 not let in, or only in part; Tam seen on 1, alone on 0.",
    ),
    unanswered=(
        _rests("“He comes in the night now so the lady doesn’t see.”", "School, 2 Nov. Nothing has settled it."),
        _rests("What do police and other areas know of a man not named?", "Midwife, 15 Nov; no checks are written down"),
    ),
    unanswered_silence="Nobody has told us of a worry that nothing has settled. Ask how things are, and look.",
    seen_alone=RestingLine(
        question="Tam alone, and in Tam’s words",
        said=(_rests("Seen alone 2 Nov.", "School, 2 Nov, 4 weeks ago"), _rests("“Jory cries if I don’t stay awake.”", "School, 13 Nov, 3 weeks ago")),
        shown=3,
    ),
    speaking=RestingLine(
        question="Language, and how to speak",
        said=(),
        silence="Nobody has told us which language is spoken, or whether an interpreter is needed.",
    ),
    print_href="/children/tam/before-you-knock/print/",
    child_href="/children/tam/",
    visit_href="/children/tam/visit/",
    print_sheet="/static/print-sample.css",
)  # fmt: skip
KNOCK_LITTLE_KNOWN = replace(
    KNOCK,
    address="",
    safety=replace(KNOCK.safety, said=()),
    behind_the_door=tuple(replace(line, said=()) for line in KNOCK.behind_the_door),
    last_times=replace(KNOCK.last_times, said=(), ring="", silence="Nobody has told us of a visit to Tam."),
    unanswered=(),
    seen_alone=replace(KNOCK.seen_alone, said=(), silence="Nobody has told us that Tam was seen alone."),
)
_LEFT = Receipt(
    what="Ring Nan at nine. See Tam alone before school.",
    state="Joel Prewett has not taken it yet. At the latest Monday 7 December, 09:00.",
    is_taken=False,
    left="Lorna Tyndall left it, 02:40 today",
    href="/children/tam/morning/1/",
)
_TAKEN = replace(
    _LEFT, what="Tell the school what happened.", state="Joel Prewett took it, 08:52 today.", is_taken=True
)
NOTE = FromTheNightPage(
    who=tams_identity("Tonight"),
    called="Tam",
    form=Form(answers={"day": "5", "month": "12", "year": "2026", "hour": "02", "minute": "10"}),
    action="/children/tam/note-from-the-night/?draft=1",
    goes_to="It is for Joel Prewett, Social worker, Harbour, by 09:00 on Monday 7 December. If nobody takes it by 10:00, it goes to the manager above.",
    receipts=(),
    visit_href="/children/tam/visit/",
    tonight_href="/children/tam/tonight/",
    saved="",
)
NOTE_KEPT = replace(NOTE, receipts=(_LEFT, _TAKEN))
NOTE_TO_MEND = replace(
    NOTE,
    form=Form(
        answers={"happened": "Keren rang at 01:40: “He is outside.”"},
        problems=(Problem(field="was_done", words="Write what was done; “nothing yet” is an answer"),),
    ),
    saved="Saved at 02:31.",
)
MORNING = MorningPage(
    who=tams_identity("Tonight"),
    asked="Ring Nan at nine. See Tam alone before school.",
    happened="What happened: Keren rang at 01:40: “He is outside.”\nWhat was done: Police went, 01:55. Lewis had gone.",
    left="Lorna Tyndall left it, Saturday 02:40.",
    owner="Joel Prewett, 01632 960 113",
    due="Due today by 09:00.",
    due_kind="due",
    steps=(
        Step(
            when=Moment(words="Sat 5 Dec, 02:40", iso="2026-12-05T02:40"),
            words="Lorna Tyndall left it to the morning.",
        ),
    ),
    is_mine=True,
    is_taken=False,
    is_done=False,
    form=Form(),
    action="/children/tam/morning/1/",
    entry_href=_CHRONOLOGY,
)
MORNING_TO_MEND = replace(
    MORNING,
    is_taken=True,
    form=Form(problems=(Problem(field="done", words="Say what was done, by whom and when."),)),
)
MORNING_DONE = replace(MORNING, is_mine=False, is_done=True, is_taken=True, due="", due_kind="", happened="")
_LISTED = Listed(
    name="Tamsin Orrey",
    age="7 years 6 months",
    href="/children/tam/tonight/",
    **_SAID,
    by_whom="Ruth Abara, Team manager, Harbour, 01632 960 112; yesterday 15:10",
    until="until Monday 7 December 2026, 09:00",
)
WEEKEND = WeekendPage(
    lead="Lorna Tyndall is on duty. What the day knows of tonight, in two sentences a child.",
    listed=(_LISTED, replace(_LISTED, name="Robin Sayle", age="2 years")),
    silence="Nobody has put a child whom you see on the list. That is not the same as a quiet night.",
    receipts=(_LEFT, _TAKEN),
    desk=DESK,
)
WEEKEND_NONE = replace(WEEKEND, listed=(), receipts=())
PUT_ON = PutOnPage(
    who=tams_identity("Tonight"),
    called="Tam",
    form=Form(answers={"until": "7", "until_month": "12", "until_year": "2026"}),
    action="/children/tam/weekend/",
    refused="",
    listed=None,
    shown_to="Whoever is on duty reads it, and sees Tam until it ends. The list is open by night, on days off, and from 16:00 before them.",
    list_href="/weekend/",
)
PUT_ON_TO_MEND = replace(
    PUT_ON,
    form=Form(
        answers={**PUT_ON.form.answers, "may_happen": _SAID["may_happen"]},
        problems=(Problem(field="may_happen_because", words="Say why you think so."),),
    ),
)
PUT_ON_ALREADY = replace(PUT_ON, listed=_LISTED)
PUT_ON_REFUSED = replace(
    PUT_ON,
    refused="Whoever is allocated to the child, or manages the work, puts them on the list. Ring Ruth Abara, 01632 960 112.",
)
