"""What social workers, their managers, conference chairs, courts and housing write."""

from itertools import product

HOW_IT_BEGAN = (
    "Visited.",
    "Home visit.",
    "Called as planned.",
    "Visit made after school.",
    "Visited, a bit late, had rung ahead.",
)
WHO_WAS_SEEN = (
    "{children} seen; talked about school and the weekend.",
    "Saw {children} in the front room, then upstairs.",
    "{children} showed me the bedroom, new curtains.",
    "{children} seen and heard: laughing, then an argument about a charger, mended by themselves.",
    "Played a card game with {children}, lost.",
    "{children} seen, affectionate with Mum.",
    "Talked with {children} while we walked the dog round the block.",
    "{children} doing homework at the table, glad to stop.",
)
WHAT_ELSE = (
    "Home warm, food in.",
    "Mum open about a hard week.",
    "Washing machine still broken; grant applied for.",
    "Went through the plan; two things ticked off.",
    "Bedtimes are going better, Mum says.",
    "Mum tired, new shifts. Talked about who helps.",
    "Letter from school read together.",
    "Next visit agreed.",
)


def _visits() -> tuple[str, ...]:
    """Every way of putting the three together, so that no worker writes the same words each time."""
    return tuple(" ".join(parts) for parts in product(HOW_IT_BEGAN, WHO_WAS_SEEN, WHAT_ELSE))


SENTENCES = {
    "contact_received": (
        "Call received about {children}. Caller gave their name and was thanked.",
        "Worry about {children} passed to us: {nature}.",
        "Contact taken. {children} named; caller asked what would happen next and was told.",
    ),
    "contact_received:domestic_abuse": (
        "Police notice received about an incident at the home. Read today.",
        "Domestic abuse notice from police, {children} named on it.",
    ),
    "contact_received:childrens_social_care": (
        "Call received about {children}: worried about how things are at home.",
        "Rang to say they are worried about {children}. Wants somebody to look.",
        "Contact taken about {children}. Caller asked what would happen next and was told.",
    ),
    "contact_received:health_visiting": ("Rang the front door about {children}. Mum knows.",),
    "contact_received:gp": ("Practice is worried about {children} and has written to social care.",),
    "contact_received:hospital": ("Emergency department asked social care to look at what is known about {children}.",),
    "contact_received:housing": ("Housing officer worried about the state of the home, children in it. Passed on.",),
    "referral_decision:assessment": ("Decision: child and family assessment. Reasons written.", "For assessment; see the children and ask school and GP."),
    "referral_decision:advice": ("Advice and information given. No assessment needed on what is known.", "Advice to caller; school to ring again if anything changes."),
    "referral_decision:early_help": ("Family would welcome help. Passed to family help with their agreement.",),
    "referral_decision:no_further_action": ("No further action. Looked at alongside what we already knew.",),
    "referral_decision:strategy_discussion": ("Reasonable cause to ask: strategy discussion today.",),
    "information_requested": ("Asked {to} what they know, with Mum's agreement.", "Request sent to {to}."),
    "information_provided": ("Answered the request.", "Information sent as asked."),
    "visit:completed": _visits(),
    "visit:completed:small": (
        "Visited. {children} asleep when I came, woke smiling, fed while I was there.",
        "Home visit. {children} seen with Mum, and undressed for a nappy change. Cot clear, room warm.",
        "Called as planned. {children} crawling about, goes to Mum for comfort. Next visit agreed.",
    ),
    "visit:no_reply": ("Called, no reply. Card left, text sent. Will call again.", "Nobody in. Neighbour says they are at the shops."),
    "visit:cancelled_by_carer": ("Mum rang to cancel, baby poorly. New time made.", "Family asked to move the visit. Agreed a new day."),
    "visit:cancelled_by_worker": ("I had to cancel: in court. Rebooked.", "Visit cancelled by us, worker off sick."),
    "visit:refused": ("Door opened, visit refused today: not a good moment. Manager told, will go again.",),
    "assessment:started": ("Assessment started. First visit booked.",),
    "assessment:completed": ("Assessment finished and shared with the family.", "Assessment complete; talked through with Mum line by line."),
    "assessment:no_further_action": ("Assessment complete. Needs are met by the family and by what school does already.", "Finished. The worry was looked into and the family coped well with being asked."),
    "assessment:child_in_need": ("Assessment complete: a child in need plan would help, and the family agrees.",),
    "strategy_discussion": ("Strategy discussion held. Enquiry to start. Who sees {children}, when, and who tells the family agreed.",),
    "section_47_enquiry:started": ("Section 47 enquiry started. {children} to be seen today.",),
    "section_47_enquiry:completed": ("Enquiry complete. Outcome shared with family and agencies.",),
    "section_47_enquiry:not_substantiated": ("Enquiry complete. Not substantiated: the account fits and was checked.",),
    "section_47_enquiry:substantiated_continuing": ("Enquiry complete. Concerns substantiated; conference requested.",),
    "medical_considered": ("Paediatrician rung, can see {children} this afternoon.",),
    "worry_settled": ("The worry is settled: {children} seen alone and what was said fits with what others saw.",),
    "referrer_told": ("Rang the caller back with what was decided and why.", "Told the person who rang what came of it."),
    "closed": ("Closed with the family's agreement: {reason}. Agencies told.", "Ended our involvement. {reason}."),
    "conference:initial": ("Initial conference held. Family came and spoke.",),
    "conference:review": ("Review conference. Progress gone through point by point.",),
    "plan:child_protection:started": ("Child protection plan made. Core group in ten working days.",),
    "plan:child_protection:reviewed": ("Plan reviewed and continues. Two of five aims met.",),
    "plan:child_protection:ended": ("Child protection plan ended. All aims met and checked.",),
    "plan:child_in_need:started": ("Child in need plan agreed with the family.",),
    "plan:child_in_need:reviewed": ("Child in need review. Going the right way.", "Review meeting held at school. Plan adjusted."),
    "plan:child_in_need:ended": ("Child in need plan ended. Family keep the things that helped.",),
    "plan:early_help:started": ("Early help plan begun: mornings, bedtimes, and a place at the group.",),
    "plan:early_help:ended": ("Early help ended. Mum says mornings are calmer.",),
    "core_group": ("Core group met. Plan gone through, actions given out with dates.", "Core group at school. Everyone had done their part but the blind for the bedroom."),
    "allocation_change:False": ("New worker allocated and introduced by the one who is leaving.",),
    "allocation_change:True": ("Worker has left. Held by the team manager until somebody is allocated.",),
    "supervision": ("Supervision. Talked about what life is like for {children} day to day.",),
    "escalation_resolved": ("Met with the doctor who disagreed. Agreed a way forward and wrote it down.",),
    "legal_step:application": ("Application about arrangements for {children} received by the court.",),
    "legal_step:applied": ("Application about arrangements for the child issued.",),
    "legal_step": ("First hearing held. Both parents there. Safeguarding letter read.",),
    "legal_step:granted": ("Child arrangements order made by consent.",),
    "visit:voluntary": ("Worker called. All well.",),
}  # fmt: skip
