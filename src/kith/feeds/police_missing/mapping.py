"""What a missing episode says, in Kith's words."""

from kith.chronology.when import When
from kith.journeys.feeding.fields import Fields
from kith.journeys.feeding.saying import SEX, ChildSaid, EntryKept, check_somebody, concern_of
from kith.journeys.feeding.types import Letter, Part

HEAD = ("message", "version", "force")
STATES = {"missing": "no_trace", "found": "found", "stalled": "stalled"}
SECONDS_IN_AN_HOUR = 3600


def episode_of(message: Fields, one: Fields, letter: Letter) -> Part:
    """One child's episode, as it stands: each state of it is an entry."""
    episode = one.text("episode", needed="Give the episode’s number: it ties the finding to the missing.")
    state = one.one_of("state", STATES, needed="Say whether the child is missing or was found.")
    since = one.when("missing_since", needed="Say since when the child is missing.")
    found = one.when("found_at")
    account = one.text("account")
    words = one.text("words")
    one.pass_over("risk")
    child = ChildSaid(
        name=one.text("name"),
        born=one.day("born"),
        sex=one.one_of("sex", SEX) or "",
        nhs_number=one.text("nhs_number"),
        key=one.text("person"),
    )
    check_somebody(child, one, name="name")
    if since and found and found.happened_from < since.happened_from:
        one.say("found_at", "This is before the child was missing.")
    if state == "found" and found is None:
        one.say("found_at", "Say when the child was found.")
    if since is None or state is None:
        return Part(body=b"", place="")
    entry = EntryKept(
        kind="missing_episode",
        when=_span(since, found),
        details={"trace_result": state, "hours": _hours(since, found)},
        text=account,
        childs_words=words,
    )
    return Part(body=b"", place="", concern=concern_of(child, entry, letter=letter), key=f"{episode}/{state}")


def _span(since: When, found: When | None) -> When:
    """From when until when, to the minute only where both are."""
    if found is None:
        return since
    exact = "time" if since.precision == found.precision == "time" else "day"
    return When(
        happened_from=since.happened_from,
        happened_to=max(found.happened_to, since.happened_from),
        precision=exact,
    )


def _hours(since: When, found: When | None) -> int | None:
    """Whole hours, where both moments are known to the minute."""
    if found is None or since.precision != "time" or found.precision != "time":
        return None
    return round((found.happened_from - since.happened_from).total_seconds() / SECONDS_IN_AN_HOUR)
