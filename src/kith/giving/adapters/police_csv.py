"""Police systems such as Niche: a CSV of our own making. No vendor has checked it [P]."""

from kith.giving.adapters import table as t
from kith.giving.types import Adapter

ADAPTER = Adapter(
    code="police_csv",
    form="csv",
    label="Police systems such as Niche",
    media_type=t.CSV,
    suffix=".csv",
    agencies=frozenset({"police", "probation"}),
    write=t.table(
        (
            ("Nominal", t.reference),
            ("Name", t.name),
            ("Date of birth", t.born),
            ("From", t.day),
            ("To", t.last_day),
            ("Time", t.clock),
            ("When, in words", t.when),
            ("Type", t.label),
            ("Summary", t.sentence),
            ("Text", t.account),
            ("Origin", t.said_by),
            ("Why you have it", t.why),
            ("Held since", t.held),
            ("Your reference", t.sent_as),
            ("Kith entry", t.entry),
        )
    ),
)
