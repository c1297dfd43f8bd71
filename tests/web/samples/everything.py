"""Every page and state that the tests draw, by a name for its picture."""

from kith.web.frame import Frame
from kith.web.show import Page
from tests.web.samples import answers, child, chronology, concern, front_door, together
from tests.web.samples.tolland_bay import AT_SCHOOL, AT_THE_DOOR, FRAME

PAGES: dict[str, tuple[Page, Frame]] = {
    "sign-in": (front_door.DEMO_SIGN_IN, AT_THE_DOOR),
    "sign-in-problem": (front_door.SIGN_IN_WITH_PROBLEM, AT_THE_DOOR),
    "needs-me": (front_door.WHAT_NEEDS_DANA, FRAME),
    "needs-me-nothing": (front_door.NOTHING_NEEDS_DANA, FRAME),
    "find-child": (front_door.FIND_A_CHILD, FRAME),
    "find-child-found": (front_door.TAM_IS_FOUND, FRAME),
    "find-child-nobody": (front_door.NOBODY_FOUND, FRAME),
    "child": (child.TAMS_PAGE, FRAME),
    "child-little-known": (child.LITTLE_KNOWN, FRAME),
    "chronology": (chronology.TAMS_CHRONOLOGY, FRAME),
    "concern-where": (concern.WHERE_TO_MEND, AT_SCHOOL),
    "concern-child": (concern.WHICH_CHILD, AT_SCHOOL),
    "concern-seen": (concern.WHAT_WAS_SEEN, AT_SCHOOL),
    "concern-injury": (concern.WHERE_ON_THE_BODY, AT_SCHOOL),
    "concern-urgent": (concern.HOW_SOON, AT_SCHOOL),
    "concern-check": (concern.CHECK_AND_SEND, AT_SCHOOL),
    "concern-sent": (concern.SENT_AND_URGENT, AT_SCHOOL),
    "visit-note": (answers.VISIT_NOTE, FRAME),
    "visit-note-problem": (answers.VISIT_NOTE_TO_MEND, FRAME),
    "prompt": (answers.PROMPT, FRAME),
    "prompt-problem": (answers.PROMPT_TO_MEND, FRAME),
    "prompt-declined": (answers.PROMPT_DECLINED, FRAME),
    "prompt-opens": (together.PROMPT_OPENS, FRAME),
    "prompt-look-again": (together.PROMPT_LOOK_AGAIN, FRAME),
    "decisions": (together.DECISIONS, FRAME),
    "decision-new": (together.NEW_DECISION, FRAME),
    "same-child": (together.SAME_CHILD, FRAME),
    "decision": (answers.DISCUSSION, FRAME),
    "decision-deciding": (answers.TO_BE_DECIDED, FRAME),
    "decision-decided": (answers.DECIDED, FRAME),
    "refused": (front_door.NOT_INVOLVED, FRAME),
    "expired": (front_door.EXPIRED, AT_THE_DOOR),
    "missing": (front_door.NO_SUCH_PAGE, FRAME),
}
