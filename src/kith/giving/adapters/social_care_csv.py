"""Social care systems such as LCS and Mosaic: a CSV of our own making. No vendor has checked it [P]."""

from kith.giving.adapters import table as t
from kith.giving.types import Adapter

ADAPTER = Adapter(
    code="social_care_csv",
    form="csv",
    label="Social care systems such as LCS and Mosaic",
    media_type=t.CSV,
    suffix=".csv",
    agencies=frozenset({"childrens_social_care", "out_of_area_social_care", "adult_social_care"}),
    write=t.table(
        (
            ("Person ID", t.reference),
            ("Name", t.name),
            ("Date of birth", t.born),
            ("Start date", t.day),
            ("End date", t.last_day),
            ("Time", t.clock),
            ("When, in words", t.when),
            ("Type", t.label),
            ("Title", t.sentence),
            ("Text", t.words),
            ("Child’s voice", t.own_words),
            ("Agency", t.said_by),
            ("Why you have it", t.why),
            ("Held since", t.held),
            ("Your reference", t.sent_as),
            ("Kith entry", t.entry),
        )
    ),
)
