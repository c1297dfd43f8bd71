"""A practitioner and a supervisor talked about the child."""

from kith.grammar.entry_kinds import entry_kind, having

supervision = entry_kind(
    label="Supervision",
    sentence=("the child was talked about in supervision", "({by_role})"),
    redaction=("worker", "third_party"),
    routine_when=(having(),),
)
