"""A table for any other system. No vendor has checked it [P]."""

from kith.giving.adapters import table as t
from kith.giving.types import Adapter

ADAPTER = Adapter(
    code="plain_csv",
    form="csv",
    label="Any other system, as a table",
    media_type=t.CSV,
    suffix=".csv",
    write=t.table(
        (
            ("Reference", t.reference),
            ("Name", t.name),
            ("Date of birth", t.born),
            ("From", t.day),
            ("To", t.last_day),
            ("Time", t.clock),
            ("When, in words", t.when),
            ("Kind", t.label),
            ("Sentence", t.sentence),
            ("Text", t.words),
            ("Child’s own words", t.own_words),
            ("Said by", t.said_by),
            ("Why you have it", t.why),
            ("Held since", t.held),
            ("Your reference", t.sent_as),
            ("Kith entry", t.entry),
        )
    ),
)
