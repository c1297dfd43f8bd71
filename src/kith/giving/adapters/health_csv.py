"""Health systems such as SystmOne, as a table: a CSV of our own making. No vendor has checked it [P]."""

from kith.giving.adapters import table as t
from kith.giving.types import Adapter

ADAPTER = Adapter(
    code="health_csv",
    form="csv",
    label="Health systems such as SystmOne, as a table",
    media_type=t.CSV,
    suffix=".csv",
    agencies=frozenset(
        {
            "health_visiting",
            "midwifery",
            "gp",
            "hospital",
            "community_health",
            "camhs",
            "adult_mental_health",
            "substance_misuse",
            "ambulance",
        }
    ),
    write=t.table(
        (
            ("Patient", t.reference),
            ("NHS number", t.nhs_number),
            ("Name", t.name),
            ("Date of birth", t.born),
            ("Date", t.day),
            ("Time", t.clock),
            ("When, in words", t.when),
            ("Type", t.label),
            ("Summary", t.sentence),
            ("Text", t.account),
            ("Organisation", t.said_by),
            ("Why you have it", t.why),
            ("Held since", t.held),
            ("Your reference", t.sent_as),
            ("Kith entry", t.entry),
        )
    ),
)
