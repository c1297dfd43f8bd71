"""What police officers write, and those who ask a child who came back."""

SENTENCES = {
    "domestic_abuse_incident": (
        "Attended after a call from a neighbour. Verbal argument, both spoken to apart. No injuries. Notice sent.",
        "Called to the address. Argument about money, one party left for the night. Safeguarding notice completed.",
        "Attended. Shouting heard from the street; all calm on arrival. Advice given and numbers left.",
        "Officers attended a report of raised voices. Risk assessed with the victim alone. Notice shared.",
    ),
    "contact_received:police": (
        "Notice sent to social care after officers had been at the address about another matter.",
        "Officer's concern for {children} passed to the front door.",
    ),
    "missing_episode": (
        "Reported missing at teatime, gone {hours} hours, came back by bus. Safe and well check done.",
        "Missing {hours} hours, found at a friend's. Well.",
    ),
    "return_interview": (
        "Return conversation held. Had argued about a phone. No sign of anybody older being involved.",
        "Talked at the youth centre. Wants later home times; agreed to ring if late.",
    ),
    "police_investigation:started": ("Investigation opened jointly with social care.",),
    "police_investigation:closed": (
        "Enquiries complete. No offence made out. No further action; family told.",
    ),
    "information_provided:police": (
        "Checks done: nothing held that bears on children.",
        "Replied to the request. Two driving matters, nothing else held.",
    ),
    "protective_order": ("Order made and served. A copy is with police and social care.",),
}
