"""What went back: a system that heard, one that asks by itself, one that Kith gave up telling, and none."""

from kith.web.dates import Moment
from kith.web.given_back.page import GivenBackPage, SystemLine
from kith.web.parts.agency import agency

_TOLD = SystemLine(
    name="Niche", body="Tolland Bay Police", agency=agency("police"), owner="Hamish Orde, Detective sergeant, 01632 960 212",
    post="Hamish Orde", finding="It was told of everything.", is_wrong=False, ready="214 things stand ready",
    ready_when=Moment(words="10:40 today", iso="2026-11-17T10:40"), heard=Moment(words="10:40 today", iso="2026-11-17T10:40"),
    asks_itself=False, fetched=Moment(words="10:41 today", iso="2026-11-17T10:41"), held="", again="",
)  # fmt: skip
_ASKS = SystemLine(
    name="SystmOne", body="Harbour Surgery", agency=agency("gp"), owner="Piers Vane, GP, 01632 960 410", post="Piers Vane",
    finding="It asks by itself.", is_wrong=False, ready="1 thing stands ready",
    ready_when=Moment(words="Friday 17:02", iso="2026-11-13T17:02"), heard=None, asks_itself=True, fetched=None, held="", again="",
)  # fmt: skip
_GIVEN_UP = SystemLine(
    name="CPOMS", body="Fernmoor Primary", agency=agency("school"), owner="Anneka Bright, Designated safeguarding lead, 01632 960 310",
    post="Anneka Bright",
    finding="Kith gave up telling it, after trying 20 times. It could not be reached. What stands ready can still be fetched.",
    is_wrong=True, ready="3 things stand ready", ready_when=Moment(words="yesterday 18:30", iso="2026-11-16T18:30"),
    heard=Moment(words="12 November 09:10", iso="2026-11-12T09:10"), asks_itself=False,
    fetched=Moment(words="12 November 09:11", iso="2026-11-12T09:11"), held="1 file waits for two people", again="/given-back/1/again",
)  # fmt: skip
_LEAD = "What is recorded or decided here goes back to the systems that {} must also keep, so that nobody keys it twice."
GIVEN_BACK = GivenBackPage(lead=_LEAD.format("the area"), systems=(_GIVEN_UP, _TOLD, _ASKS), nobody="")
NONE = GivenBackPage(
    lead=_LEAD.format("your agency"), systems=(),
    nobody="No system of your agency is given anything back yet, so what is recorded here must still be keyed there. Whoever runs Kith sets one up.",
)  # fmt: skip
