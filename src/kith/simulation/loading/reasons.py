"""What practitioners write when they answer: by step, in the words of people who have a minute for it."""

from collections.abc import Mapping

Said = tuple[str, str]
"""A position or an outcome, and its reasons."""
ACTED: Mapping[str, tuple[str, ...]] = {
    "immediate_safety_action": (
        "Rang home and the school. Duty worker and an officer go out together now; {child} stays with grandmother tonight.",
    ),
    "obtain_paediatric_opinion": (
        "Spoke to the paediatrician on call: {child} to be seen today at two. Parents told why, and will come too.",
    ),
    "child_protection_medical": (
        "Medical arranged for today. The social worker goes with {child} and a parent.",
    ),
    "see_child_alone": (
        "Rang school: {child} will be seen alone there, in the quiet room, before any home visit.",
        "Next visit moved to school so that {child} can be seen alone. Play worker asked to help.",
    ),
    "manager_review": (
        "Read the file with the worker. One action was nobody’s; now it has a name and a day.",
        "Reviewed. It was closed too early. Opened again to the same worker, so that nobody has to start over.",
    ),
    "independent_review": (
        "Read it without the earlier decision in front of me. To be assessed. The referrer has been told.",
    ),
    "household_check": (
        "Mother spoken to on her own about who stays. Police asked, on the grounds written in the file.",
        "Adult met by appointment, name and birth date given freely. Checks asked for.",
    ),
    "seek_information": (
        "Rang the team that had not answered and spoke to a person. Their reply follows in writing.",
    ),
    "share_information": ("Rang and told them what we hold. They had not known.",),
    "speak_to_referrers": (
        "Rang each of them back and listened. Told them what I may, and what would make us look again.",
    ),
    "answer_the_worry": (
        "Put the worries side by side with the school and the health visitor. Two are settled; who answers the others is named.",
    ),
    "refer": ("Rang the front door and told them ourselves. Taken as a contact, with a name.",),
    "escalate": ("Rang my opposite number. We disagree, in writing now, and it goes up a level this week.",),
    "review_plan": (
        "Core group brought forward to Monday. The second aim has not moved and must be another.",
    ),
    "multi_agency_discussion": (
        "Telephone round with school, health and police today. Each knew a part. Who does what is written beside each name.",
    ),
    "strategy_discussion": (
        "Held by telephone at once with police and health. Minutes follow; {child} is seen today.",
    ),
}
DECLINED: Mapping[str, tuple[str, ...]] = {
    "obtain_paediatric_opinion": (
        "Seen undressed this morning by the paediatrician on another matter, who looked at the mark. Letter to follow.",
    ),
    "see_child_alone": (
        "{child} was seen alone by the school nurse on Tuesday. It had not reached us; asked her to send it.",
        "I have read how the mark came about and who saw it. The others in the house were at school and well today.",
        "The practice nurse saw all of them last week and has no worry. Her entry is late.",
    ),
    "manager_review": (
        "Reviewed in supervision last week. The reasons are in the file, and I stand by them.",
    ),
    "household_check": (
        "He stayed a week while his own flat was wet, and the health visitor has known him for years.",
    ),
    "multi_agency_discussion": (
        "Police, school and we spoke after the last notice. Advice given. Mother says that it has ended.",
        "Letter sent and mother rung; she has support from her family. No discussion at this point.",
    ),
    "strategy_discussion": (
        "Read all of it together. It had been closed on the paediatrician’s letter, which we hold on paper.",
    ),
    "seek_information": ("The answer had come by letter and was not put in. It is now.",),
    "share_information": ("They had it from us by telephone on the day. It was not written down until now.",),
    "speak_to_referrers": ("Each was rung back the same evening. My entry is late.",),
    "answer_the_worry": (
        "They tell of one evening, which has been visited. Mother is on the parenting course.",
    ),
}
OTHERWISE_ACTED = ("Done today as asked, with the worker. Who does what by when is in the file.",)
OTHERWISE_DECLINED = ("Looked at with the worker. It has been done already, and had not reached Kith.",)
NOBODY_FREE = (
    "Three of us for eleven assessments, and one off sick. I cannot do this by then, and will not pretend to.",
    "No worker is free before Thursday. Please say what should wait.",
)
QUESTIONS: Mapping[str, str] = {
    "strategy_discussion": "Is there reasonable cause to suspect that {child} is suffering, or likely to suffer, "
    "significant harm?",
    "multi_agency_discussion": "What do we know between us about life at home for {child}, and what will each of us do?",
}
ANY_QUESTION = "What does {child} need from each of us, and by when?"
POSITIONS: Mapping[str, tuple[Said, ...]] = {
    "police": (
        (
            "agree",
            "We would join an enquiry. Checks on the adults at the address are done, and can be read here.",
        ),
        (
            "agree_in_part",
            "Nothing here to charge anybody with. {child} must be seen, if quick by social care alone.",
        ),
        (
            "disagree",
            "On what we hold we see no grounds for a joint enquiry today. If another call comes we will say so.",
        ),
    ),
    "childrens_social_care": (
        (
            "agree",
            "Put together it is more than any of us had alone. {child} has not been asked, and should be.",
        ),
        (
            "agree_in_part",
            "An assessment that starts today would answer most of it. If not, we come back here.",
        ),
    ),
    "health_visiting": (
        (
            "agree",
            "I have been worried since the spring and have told mother so. I would rather we did this together.",
        ),
        ("agree_in_part", "Seen last month: well cared for, mother tired. Not opposed; gently, please."),
    ),
    "midwifery": (("agree", "Mother asked for help the last time that she was alone with us."),),
    "community_health": (
        ("agree", "The school nurse finds {child} quiet and tired, and would see {child} again tomorrow."),
        ("agree_in_part", "Known to us for routine care only. Nothing against it from our side."),
    ),
    "school": (
        (
            "agree",
            "{child} says little and watches the door. We can give a room, and somebody whom {child} trusts.",
        ),
        ("disagree", "{child} is settled here, and mother talks to us. A heavy hand now could lose that."),
    ),
}
ANY_POSITION: tuple[Said, ...] = (
    ("agree", "We agree, from what we have heard here."),
    ("cannot_say", "We do not know this family well enough to say."),
)
OUTCOMES: Mapping[str, tuple[Said, ...]] = {
    "strategy_discussion": (
        (
            "yes",
            "Reasonable cause: what each of us holds fits together. The enquiry starts today, {child} seen alone first.",
        ),
        ("no", "Not today. {child} is seen alone this week, and we speak again if anything more comes."),
    ),
    "multi_agency_discussion": (
        (
            "yes",
            "Each agency does one thing by Friday, written beside its name. School tells {child} what happens.",
        ),
        (
            "something_else",
            "Early help, with one lead whom the family chose. Police tell the lead of any call the same day.",
        ),
    ),
}
ANY_OUTCOME: tuple[Said, ...] = (("yes", "Agreed, for the reasons of those who know {child} best."),)
WITHOUT_THEM = "They were rung twice and did not answer, and it cannot wait until tomorrow."
PARENTS = "The social worker tells both parents what was decided, once {child} has been seen."
