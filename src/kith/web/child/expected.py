"""What is to be asked of a child who is not born yet: whether they are born by now, or that the pregnancy ended."""

from kith.journeys.births_proposed import births_proposed
from kith.web.child.reading import Reading
from kith.web.dates import long_day
from kith.web.parts.now import NowLine

QUESTION = "Is the baby born?"


def expecting(reading: Reading) -> tuple[NowLine, ...]:
    """One line, today's, for an unborn child; nothing while the day is still to come and nothing says otherwise."""
    child = reading.child
    if is_lost(reading):
        return (_ended(reading),)
    if reading.is_past or child.kind != "unborn":
        return ()
    proposed = births_proposed(expected=child, by=reading.by, at=reading.at)
    if proposed:
        who = proposed[0].name or "a baby"
        words = f"{who[:1].upper()}{who[1:]} was born on {long_day(proposed[0].born_on)}: {proposed[0].because}. Say on “The birth” whether that is this baby."
        return (NowLine(question=QUESTION, answer="It may be so.", words=words),)
    due = child.birth.expected_on
    if due is not None and due < reading.today:
        words = f"The baby was due on {long_day(due)}, and nobody has told of a birth. Ask the midwife."
        return (NowLine(question=QUESTION, answer="Not known.", words=words),)
    return ()


def is_lost(reading: Reading) -> bool:
    """Whether the pregnancy had ended by the day that is read: then nothing more is asked about the baby."""
    ended = reading.child.birth.ended_on
    return ended is not None and ended <= reading.today


def _ended(reading: Reading) -> NowLine:
    ended = reading.child.birth.ended_on
    assert ended is not None
    return NowLine(
        question="The pregnancy",
        answer=f"Ended by {long_day(ended)}, without a birth.",
        words="What was written about the baby is kept, and no clock about the baby runs. Ask how the mother is, and who is with her.",
    )
