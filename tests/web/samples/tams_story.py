"""Tam's story so far, as lines."""

from datetime import date

from kith.web.dates import on_day
from kith.web.parts.agency import Agency
from kith.web.parts.story import Fold, Settled, Story, StoryLine, StoryPart
from tests.web.samples.tolland_bay import ALL_HEALTH, NEIGHBOURS, POLICE, SCHOOL, SOCIAL

NOTHING = "Nothing has settled this"


def _line(month: int, day: int, who: Agency, seen_or_said: str, done: str, **settled: str) -> StoryLine:
    state, words = next(iter(settled.items()))
    return StoryLine(
        when=on_day(date(2026, month, day)),
        agency=who,
        seen_or_said=seen_or_said,
        done=done,
        settled=Settled(state=state, words=words),
        entry_href=f"/children/tam/chronology/#entry-2026-{month:02}-{day:02}",
    )


BEFORE_THE_PLAN = (
    _line(
        2, 3, POLICE,
        "A neighbour rang 999: “banging, and a little girl crying upstairs”. Tam and Jory at home. Keren: “just a row”.",
        "Officers looked in on both children, asleep. One notice; school, health visitor and social care have copies.",
        open=NOTHING,
    ),
    _line(
        2, 12, SCHOOL,
        "Tam to her teaching assistant: “When he does the loud voice I put Jory in the wardrobe with the torch.”",
        "School asked Keren: “too many films”. No other agency told until 27 March.",
        settled="Section 47 enquiry, 26 June",
    ),
    Fold(
        words="9 routine entries, 5 February to 26 March: nothing noted",
        inside=("6 school weeks, attendance 96%", "2 health visitor checks of Jory", "1 GP visit, ear infection"),
    ),
    _line(
        3, 27, SCHOOL,
        "Told social care Tam is “tired, hungry twice this week, jumps when doors bang”.",
        "Closed the same day; a parenting course was offered. School was not told why.",
        open=NOTHING,
    ),
    _line(
        4, 21, NEIGHBOURS,
        "Grandmother rang social care: “She flinches when a door bangs. I have told three of you now.”",
        "Noted. Nobody has rung her back.",
        open=NOTHING,
    ),
    _line(
        5, 18, POLICE,
        "Keren “pushed against the cooker” by Lewis; red mark on her neck. Tam awake on the stairs.",
        "Lewis arrested, released without charge. Social care told on 20 May.",
        settled="Court order, 24 July",
    ),
    _line(
        6, 11, SCHOOL,
        "Three round bruises in a row, left upper arm, about 1 cm each. Tam: “Lewis held me still so I would listen.”",
        "Strategy discussion at 16:00: social care, police, health, school. Section 47 enquiry.",
        settled="Paediatrician, 12 June: “a hard grip; a scooter fall does not explain it”",
    ),
    _line(
        6, 29, ALL_HEALTH,
        "Midwife: Keren 10 weeks pregnant. Lewis stayed in the room, so she could not be asked alone.",
        "Seen without him on 8 July: “I’m scared of what he’ll do if I go.”",
        settled="Move and court order, 24 July",
    ),
)  # fmt: skip

ON_THE_PLAN = (
    _line(
        7, 1, SOCIAL,
        "Initial conference. Tam’s wish: “I want to stay at my school and I want it to be quiet.”",
        "Plan: Lewis to live elsewhere; Tam seen alone every 10 working days.",
        decision="Decision. Reviewed 22 September",
    ),
    _line(
        7, 20, SOCIAL,
        "Lewis to Joel Prewett in the car park: “I know what you drive.”",
        "Police told the same day. Two workers at every visit since.",
        carried="Carried: two workers, every visit",
    ),
    _line(
        7, 24, SOCIAL,
        "Court: Lewis must not contact Keren or the children, to 24 January 2027. The family moved.",
        "Address withheld. School and health visitor kept.",
        settled="For now, by the order",
    ),
    Fold(
        words="14 routine entries, 25 July to 8 October: nothing noted",
        inside=(
            "3 visits, Tam seen each time",
            "6 health: Jory’s two-year check, 4 midwife, 1 dentist",
            "5 school weeks, attendance 98%",
        ),
    ),
    _line(
        8, 14, SOCIAL,
        "Tam seen alone, in the garden, 25 minutes. “I like it when Nan does the voices in the book.”",
        "The last time her social worker was alone with her.",
        no_worry="Nothing to settle",
    ),
    _line(
        9, 22, SOCIAL,
        "Review conference: plan goes on. Police sent apologies; the health report came after.",
        "Core group every six weeks. Next review by 22 March.",
        decision="Decision",
    ),
    _line(
        10, 9, NEIGHBOURS,
        "Neighbour rang: “His van has been outside three nights this week.”",
        "Social worker rang Keren: “not true”. Police not told. Neighbour not rung back.",
        open=NOTHING,
    ),
    _line(
        10, 16, ALL_HEALTH,
        "Keren did not come to her 26-week midwife appointment; telephone off.",
        "Seen 23 October, “rushed, would not take her coat off”.",
        open=NOTHING,
    ),
    _line(
        11, 2, SCHOOL,
        "Tam to Anneka Bright, just the two of them: “He comes in the night now so the lady doesn’t see.”",
        "Voicemail left for her social worker at 15:20. Nobody has acknowledged it.",
        open=NOTHING,
    ),
    _line(
        11, 5, SOCIAL,
        "Announced visit. Tam seen, Keren in the room throughout. Footsteps upstairs; Keren: “the radio”.",
        "Upstairs was not seen. Note written on 9 November.",
        open=NOTHING,
    ),
    _line(
        11, 10, SOCIAL,
        "Joel Prewett away ill. Held by Ruth Abara, team manager; not allocated.",
        "No visit since. Third social worker in eight months was to be named.",
        open="Nobody is allocated",
    ),
    Fold(
        words="11 routine entries, 19 October to 12 November: nothing noted",
        inside=("4 school weeks, half term 26 to 30 October", "5 midwife and health visitor", "2 housing"),
    ),
    _line(
        11, 13, SCHOOL,
        "Tam asleep in class twice. “Jory cries if I don’t stay awake.”",
        "Sent at 17:02, the last thing received from school. Nobody has opened it.",
        open=NOTHING,
    ),
    _line(
        11, 14, POLICE,
        "23:50, neighbour rang 999: “a man shouting, a child saying stop”. All quiet at 00:35; no answer at the door.",
        "Log closed, “no reply”. The children were not seen. Social care told Monday 08:55.",
        open=NOTHING,
    ),
    _line(
        11, 16, ALL_HEALTH,
        "Midwife rang the desk: Keren “whispering, then hung up”.",
        "Dana Ferris called a strategy discussion for today, 10:05.",
        open="Being discussed now",
    ),
)  # fmt: skip

STORY = Story(
    parts=(
        StoryPart(title="Before the plan", span="3 February to 30 June", lines=BEFORE_THE_PLAN),
        StoryPart(title="On a child protection plan", span="from 1 July", lines=ON_THE_PLAN),
    ),
    entry_count=56,
    all_href="/children/tam/chronology/",
    not_shown="Two more exist that you may not see: ring the desk, 01632 960 140.",
)
