"""Professional disagreement: the form, a challenge in its states, a request for a conference, an override, scrutiny."""

from dataclasses import replace
from datetime import UTC, datetime

from kith.web.challenge.filling import ANSWERS, OUTCOMES
from kith.web.challenge.page import (
    Adding,
    Answering,
    ChallengePage,
    ChallengesPage,
    DisagreePage,
    GoingOn,
    SaidShown,
    StageShown,
)
from kith.web.conference_request.filling import ANSWERS as CONFERENCE_ANSWERS
from kith.web.conference_request.page import AskForConferencePage, ConferenceRequestPage
from kith.web.dates import lately
from kith.web.override.filling import FINDINGS
from kith.web.override.page import OverridePage, OverridingPage
from kith.web.parts.form import Choice, Form, Problem
from kith.web.parts.needs import Need, NeedGroup
from kith.web.scrutiny.page import ScrutinyPage
from kith.web.scrutiny.views import LEAD
from tests.web.samples.tolland_bay import NOW, POLICE, SCHOOL, SOCIAL, tams_identity

_CITED = "Stages and their times: Tolland Bay safeguarding partnership, resolving professional disagreement, 2025 (fiction)."
_FIRST = StageShown(
    name="Line managers, safeguarding leads and named professionals",
    who="Ruth Abara, Team manager, Harbour, 01632 960 112",
    began="Opened 09:02 today",
    due="At the latest Wednesday 18 November",
    due_kind="",
)
_ANSWERED = replace(
    _FIRST,
    due="",
    answer="Explained why it stands: Ruth Abara, 10:05 today.",
    words="Her grandmother has Tam until Thursday, and police have Lewis’s bail conditions. A new call would change it.",
)
_SECOND = StageShown(
    name="Service managers, heads and designated professionals",
    who="Margaret Oyelaran, Service manager, help and protection, 01632 960 130",
    began="A stage was passed over 10:20 today",
    due="Due today by midnight",
    due_kind="due",
    why="He was seen outside the school at ten past nine. It cannot wait until Thursday.",
)
_THIRD = StageShown(
    name="Directors and delegated safeguarding partners",
    who="Nobody could be named. Ring the duty desk: 01632 960 140",
    began="Climbed by itself 10:30 today",
    due="At the latest Friday 20 November",
    due_kind="",
    nobody=True,
)
CHALLENGE = ChallengePage(
    who=tams_identity(),
    agency=POLICE,
    to=SOCIAL,
    about="whether the threshold for section 47 is met",
    words="Three calls in nine weeks, and the child said stop.\nNobody has asked Tam alone. We think the threshold is met today.",
    would_settle="Tam seen alone, away from home, before she leaves school.",
    opened="DC Hamish Orde, 01632 960 305, 09:02 today",
    thing="Of the joint decision: strategy discussion",
    thing_href="/decisions/x/",
    meanwhile="",
    stands="It waits for Ruth Abara to answer.",
    stages=(_FIRST,),
    said=(),
    cited=_CITED,
    form=Form(),
    answering=Answering(action="/challenges/x/answer", answers=ANSWERS),
)
CHALLENGE_TO_MEND = replace(
    CHALLENGE,
    form=Form(
        answers={"words": ""},
        problems=(Problem(field="answer", words="Choose whether something is changed, or why it stands."),),
    ),
)
_GOING_ON = GoingOn(
    settle_action="/challenges/x/settle",
    outcomes=OUTCOMES,
    press_action="/challenges/x/press",
    stages=(
        Choice(value="senior_managers", words="Service managers, heads and designated professionals"),
        Choice(value="directors", words="Directors and delegated safeguarding partners"),
        Choice(value="scrutineer", words="The independent scrutineer"),
    ),
    after=1,
    must_say_why=False,
)
CHALLENGE_ANSWERED = replace(
    CHALLENGE,
    answering=None,
    stands="Answered. It waits for police to say whether that settles it.",
    stages=(_ANSWERED,),
    said=(
        SaidShown(when=lately(datetime(2026, 11, 17, 9, 40, tzinfo=UTC), now=NOW), who="PC Ellie Thorne joined", words="The same man as in July."),
        SaidShown(when=lately(datetime(2026, 11, 17, 10, 2, tzinfo=UTC), now=NOW), who="Gwen Ashdown asked", words="Who saw Tam alone last?"),
    ),
    going_on=_GOING_ON,
)  # fmt: skip
CHALLENGE_LAST = replace(
    CHALLENGE_ANSWERED,
    stands="Nobody could be named to answer. Ring the duty desk: 01632 960 140.",
    meanwhile="Decided again meanwhile, 10:31 today: yes to strategy discussion. Say whether that settles it.",
    stages=(_ANSWERED, _SECOND, _THIRD),
    going_on=replace(
        _GOING_ON,
        press_action="",
        stages=(),
        last_words="This is the last stage: there is none above it. Where a child is not safe now, ring the duty desk, 01632 960 140, or the police.",
    ),
)
CHALLENGE_KEPT = replace(
    CHALLENGE,
    answering=None,
    stands="Answered. It waits for police to say whether that settles it.",
    stages=(_ANSWERED,),
    kept="We see her at two o’clock, at school, with DC Orde.",
    kept_because="This was answered already. Read the answer, and add to it if you know more.",
    form=Form(answers={"said": "We see her at two o’clock, at school, with DC Orde."}),
    adding=Adding(
        action="/challenges/x/say", what="added", label="Add to your answer",
        hint="What was answered stands; this stands beside it.", button="Add",
    ),
)  # fmt: skip
CHALLENGE_SETTLED = replace(
    CHALLENGE_ANSWERED,
    going_on=None,
    stands="Settled. What was said stands as it was written.",
    settled="Settled: it was changed. DC Hamish Orde, 10:38 today",
    settled_words="Tam was seen alone at school. An enquiry begins today.",
)
DISAGREE = DisagreePage(
    who=tams_identity(),
    with_what="The joint decision of 09:50 today: strategy discussion",
    about=(
        Choice(value="referral_not_accepted", words="A referral that was not accepted"),
        Choice(value="section_47_threshold", words="Whether the threshold for section 47 is met"),
        Choice(value="information_not_shared", words="Information that was not shared"),
        Choice(value="assessment_outcome", words="The outcome of an assessment"),
        Choice(value="plan_drifts", words="A plan that drifts"),
        Choice(value="immediate_safety", words="The child’s immediate safety"),
        Choice(value="other", words="Something else"),
    ),
    to=(
        Choice(value="childrens_social_care", words="Tolland Bay Children’s Services"),
        Choice(value="community_health", words="Tolland Bay Community Health"),
    ),
    goes_to="One named person of the other side answers: first of line managers, safeguarding leads and named professionals."
    " At the latest Wednesday 18 November. Where that does not settle it you press on, to service managers, heads and"
    " designated professionals, directors and delegated safeguarding partners, and the independent scrutineer.",
    climbs="About the child’s immediate safety and whether the threshold for section 47 is met it climbs by itself where nobody"
    " answers in time. Everything else climbs when you press on.",
    action="/decisions/x/challenge/",
    form=Form(answers={"to_agency": "childrens_social_care"}),
)
DISAGREE_TO_MEND = replace(
    DISAGREE,
    form=Form(
        answers={"about": "plan_drifts", "words": "Nothing has changed since July."},
        problems=(Problem(field="would_settle", words="Say what would settle it for you."),),
    ),
)


def _need(when: str, what: str, why: str, act: str, tag: str = "", kind: str = "") -> Need:
    return Need(when=when, tag=tag, tag_kind=kind, what=what, why=why, act=act, href="/challenges/x/")


CHALLENGES = ChallengesPage(
    lead="Where professionals disagree: each in its own words, answered by one named person, until whoever disagrees says that it is settled.",
    groups=(
        NeedGroup(
            title="They wait for you",
            needs=(
                _need("Since Friday", "Nobody answered your challenge: Casper Lyle", "Social care did not answer in time. Press on, or ring them.", "Press on", "overdue", "over"),
                _need("Wed 18 Nov", "Police disagrees: Tam Orrey", "About whether the threshold for section 47 is met: “Three calls in nine weeks …”", "Answer"),
                _need("Thu 19 Nov", "Review a decision against another view: Wilf Denby", "The view that was overridden: “He should not go home.”", "Review"),
            ),
        ),
        NeedGroup(
            title="They wait for others",
            needs=(_need("Fri 20 Nov", "Hospital is to answer: Robin Heald", "About information that was not shared: “We asked twice.”", "Read"),),
        ),
    ),
    silence="",
)  # fmt: skip
NO_CHALLENGES = replace(
    CHALLENGES,
    groups=(),
    silence="No challenge waits for you, and you have none open. Disagree from the page of a decision, or from a child’s own page.",
)
ASK_FOR_CONFERENCE = AskForConferencePage(
    who=tams_identity(),
    called="Tam",
    backed_by=(
        Choice(value="nobody", words="Nobody has been asked yet"),
        Choice(value="senior_manager", words="A senior manager of my agency backs it"),
        Choice(value="named_or_designated", words="A named or designated professional backs it"),
    ),
    goes_to="The conference chair answers yes or no. At the latest Wednesday 18 November.",
    earlier=(("School, 3 November 14:10: no", "/conferences/x/"),),
    action="/children/tam/conference/",
    form=Form(),
)
ASK_FOR_CONFERENCE_TO_MEND = replace(
    ASK_FOR_CONFERENCE,
    form=Form(
        answers={"backed_by": "nobody"},
        problems=(
            Problem(
                field="why",
                words="Say why a conference is needed: what you know, and what you fear happens without one.",
            ),
        ),
    ),
)
CONFERENCE_ASKED = ConferenceRequestPage(
    who=tams_identity(),
    agency=SCHOOL,
    why="She comes in with marks that nobody explains, and the plan has not been looked at since July.",
    backed="Backed by a senior manager: it should normally be agreed.",
    asked="Anneka Bright, 01632 960 233, 09:40 today",
    owner="Answered by Maureen Tully, 01632 960 151.",
    due="At the latest Wednesday 18 November",
    due_kind="",
    answers=CONFERENCE_ANSWERS,
    action="/conferences/x/",
    form=Form(),
)
CONFERENCE_REFUSED = replace(
    CONFERENCE_ASKED,
    due="",
    answers=(),
    answered="No conference is called. Maureen Tully, 10:30 today",
    reasons="The enquiry that began today comes first. Its outcome is due by 8 December.",
    challenge_href="/conferences/x/challenge/",
)
OVERRIDING = OverridingPage(
    who=tams_identity(),
    called="Tam",
    reviewed="An independent reviewer looks at it, never you. At the latest Thursday 19 November.",
    action="/children/tam/override/",
    form=Form(),
)
OVERRIDING_TO_MEND = replace(
    OVERRIDING,
    form=Form(
        answers={"their_view": "She should not go home.", "decided": "She goes home on Friday."},
        problems=(Problem(field="why", words="Say why. They read it, and so does whoever reviews it."),),
    ),
)
OVERRIDE = OverridePage(
    who=tams_identity(),
    decided="No to strategy discussion",
    by_whom="Dana Ferris, 01632 960 102, 09:50 today",
    their_view="Police: Three calls in nine weeks. A no is wrong.",
    why="The grandmother has her until Thursday.",
    would_change="",
    decision_href="/decisions/x/",
    reviewer="Reviewed by Abena Darko, Independent reviewing officer, 01632 960 153.",
    due="At the latest Thursday 19 November",
    due_kind="",
    since=(),
    answers=FINDINGS,
    may_say=False,
    action="/overrides/x/",
    form=Form(),
)
OVERRIDE_TO_SAY = replace(OVERRIDE, answers=(), may_say=True)
OVERRIDE_REVIEWED = replace(
    OVERRIDE,
    due="",
    answers=(),
    would_change="A fourth call, or what Tam says when she is asked alone.",
    since=(
        (
            lately(datetime(2026, 11, 17, 10, 12, tzinfo=UTC), now=NOW),
            "A domestic abuse incident; the child was there.",
        ),
    ),
    reviewed="It is to be decided again. Abena Darko, 10:35 today",
    found="The fourth call came at ten past ten. Dana was rung.",
)
SCRUTINY = ScrutinyPage(
    lead=LEAD,
    things=(
        Choice(value="challenge-x", words="Police disagrees with social care about whether the threshold for section 47 is met, since 09:02 today"),
        Choice(value="override-x", words="Decided against another view, 09:50 today: not reviewed"),
        Choice(value="decision-x", words="Joint decision on strategy discussion, opened yesterday 16:10, decided 09:50 today; dissent from police"),
    ),
    silence="",
    form=Form(answers={"thing": "challenge-x"}, problems=(Problem(field="why", words="Say why you look, in a sentence. It is kept with the look."),)),
)  # fmt: skip
NOTHING_TO_SCRUTINISE = replace(
    SCRUTINY,
    things=(),
    form=Form(),
    silence="No challenge is open, and nothing was decided together in the last 28 days. What is older is opened from the challenge of it.",
)
ON_TAMS_PAGE = (
    ("Disagree", "/children/tam/challenge/"),
    ("Ask for a conference", "/children/tam/conference/"),
    ("Decide otherwise than the worker", "/children/tam/override/"),
    ("Police disagrees about whether the threshold for section 47 is met: open", "/challenges/x/"),
)
