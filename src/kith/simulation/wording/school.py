"""What teachers, school offices, nurseries and the home education adviser write."""

SENTENCES = {
    "school_absence": (
        "Away from school, days: {days}. Mum rang in.",
        "Absent with a cold and cough ({days}).",
        "Days off: {days}. Reason given by text.",
    ),
    "behaviour_concern": (
        "{children} not quite themselves this week: {aspect}. Have asked the teaching assistant to keep close.",
        "Noted by class teacher: {aspect}. Spoke to Mum at the gate.",
        "{aspect} at lunchtime, two days running. Settled with a story.",
    ),
    "development_concern": (
        "Few words yet. Talked to Mum about speech and language drop-in.",
        "{aspect} behind the others in the room; health visitor to be asked.",
    ),
    "injury_seen:school": (
        "{appearance} on {site} seen at break. Written in the first aid book.",
        "Noticed a {appearance} ({site}). {children} shrugged and ran off to play.",
        "Came in with a {appearance} on the {site}.",
    ),
    "moved_school": ("Left our roll for another school. File sent on.", "Started elsewhere; common transfer file sent."),
    "moved_school:exclusion": ("Permanently excluded. New school named by the local authority.",),
    "left_school_roll": ("Parents have written that they will educate at home from today. Home education team told.",),
    "visit:home_education": (
        "Home education visit. Saw the work and the garden project; {children} showed me round.",
        "Called as arranged. Reading well ahead, maths to be thought about.",
    ),
    "child_seen:school": (
        "Quiet word at the start of the day. {children} came in as usual, ate breakfast club toast, happy to go to class.",
        "Saw {children} on their own in the library. Knows who to come to.",
        "Checked in. A bit tired, otherwise fine.",
    ),
    "disclosure": (
        "{children} told me something at the end of class. I wrote it down as said and told the safeguarding lead.",
        "Asked to talk. Listened, did not ask leading questions, reported today.",
    ),
    "information_provided:school": (
        "Sent: attendance 94 per cent, friends, on track. No worries held.",
        "Shared our chronology with social care by secure email.",
        "Information given: collected on time, PE kit sometimes missing, settled.",
    ),
    "contact_received:school": (
        "We are worried about {children} and have rung social care: see what we wrote.",
        "Rang the front door about {children}. Mum knows that we have.",
        "Concern passed on by us today after talking it over with the head.",
    ),
    "contact_received:early_years": (
        "Nursery manager rang social care about {children} after talking with Mum.",
        "Passed on our worry about {children} today.",
    ),
    "information_provided:early_years": ("Sent attendance and key person's observations.",),
    "adult_joined_household:school": ("{children} says {who} is around a lot now.", "New name on the collection list: {who}."),
    "adult_left_household": ("Mum told us that {who} has moved out. Asked for two copies of letters.",),
    "moved_home:school": ("New address given by Mum.", "Family has moved; address changed on our system."),
}  # fmt: skip
