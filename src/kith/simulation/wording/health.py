"""What health visitors, doctors, midwives and clinics write."""

SENTENCES = {
    "appointment:attended": (
        "Attended {service} appointment with Mum. No concerns raised.",
        "{children} brought to {service} appointment. Routine.",
        "Seen at {service} appointment. Well, nothing to follow up.",
        "{service} appointment kept.",
    ),
    "appointment:was_not_brought": (
        "{children} was not brought to {service} appointment. Letter sent.",
        "Not brought to {service} appointment today. Rang Mum, no answer, message left.",
        "Was not brought to {service} appointment. New date to be offered.",
    ),
    "appointment:cancelled_by_carer": (
        "Mum rang to cancel {service} appointment, asked for another date.",
        "{service} appointment cancelled by family this morning: {children} has a temperature.",
    ),
    "appointment:cancelled_by_service": (
        "{service} clinic cancelled, clinician off sick. Family told by text.",
        "We had to cancel {service} appointment. Rebooking.",
    ),
    "appointment:left_before_seen": (
        "Waited forty minutes and left before being seen ({service}).",
        "Left {service} clinic before being seen, had to fetch a sibling from school.",
    ),
    "hospital_attendance": (
        "Came to the emergency department with an injury. Treated and sent home.",
        "Attended ED with parent after an injury. GP letter to follow.",
        "In ED with Mum. Seen within the hour, home with advice sheet.",
    ),
    "injury_seen": (
        "{appearance} seen, {site}. Account given: {explanation_text}.",
        "{site}: {appearance}. \"{explanation_text}\".",
        "Examined. {appearance} to the {site}; said to be {explanation_text}.",
    ),
    "injury_seen:head_injury": (
        "Head injury, alert throughout. Account given: {explanation_text}. Head injury advice given.",
    ),
    "injury_seen:health_visiting": (
        "Small mark seen on the {site} while weighing {children}. Told social care straight away.",
        "Undressed for weighing: a mark on the {site}. {children} does not roll yet. Rang the front door.",
    ),
    "injury_seen:early_years": (
        "Came in with a {appearance} on the {site}. Filled in the accident book.",
        "{appearance} on {site} noticed at nappy change, shown to room lead.",
    ),
    "growth_or_hunger_concern": (
        "Weight has dropped a centile since last seen. Feeding plan agreed with Mum, referred to clinic.",
        "Weight gain slower than expected. Happy, alert baby. To be weighed fortnightly.",
    ),
    "carer_concern": (
        "Saw {who}: {aspect}. Talked about what helps. Review in four weeks.",
        "{aspect} discussed with {who}. Has support from a sister nearby.",
        "{who} came about {aspect}. Knows where to ring out of hours.",
    ),
    "registered_with_health": ("{children} registered with the practice.", "New registration: {children}."),
    "pregnancy_booked": (
        "Booked at {weeks} weeks. Pleased about the baby. Routine enquiry asked alone, nothing disclosed.",
        "Booking appointment, {weeks} weeks. Well. Partner came too.",
    ),
    "birth": ("Baby born, well. Home with Mum.", "Healthy baby. Community midwife to visit."),
    "medical_examination": (
        "Examined with consent. Finding: {finding}. Social care told by phone and in writing.",
        "Full examination, child chatty and at ease. {finding}. Report sent.",
    ),
    "dissent": ("I do not agree that this can wait and have said so to the social work manager.",),
    "information_provided:gp": (
        "Sent what we hold: immunisations up to date, seen for coughs, nothing of concern.",
        "GP summary sent. Mum attends for her own appointments.",
    ),
    "information_provided:health_visiting": (
        "Shared: reviews attended, growth along centile, home visits as planned.",
        "Sent our summary. Warm with the children at every contact.",
    ),
    "child_seen:health_visiting": (
        "Called in. {children} settled and playing, seen with Mum and on the mat by myself.",
        "Saw {children} at clinic. Clean, well, clingy at first and then off exploring.",
    ),
    "child_seen:health_visiting:small": (
        "Called in. {children} on the mat, kicking, well. Mum at ease.",
        "Weighed and undressed at clinic. Growing well, no marks.",
    ),
    "worry_settled:hospital": (
        "Reviewed by me in clinic. I am satisfied with the cause and with progress since.",
        "Second opinion given: this is not an inflicted injury. Reasons in my letter.",
    ),
}  # fmt: skip
