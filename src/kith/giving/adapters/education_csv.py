"""School safeguarding systems such as CPOMS: a CSV of our own making. No vendor has checked it [P]."""

from kith.giving.adapters import table as t
from kith.giving.types import Adapter

ADAPTER = Adapter(
    code="education_csv",
    form="csv",
    label="School safeguarding systems such as CPOMS",
    media_type=t.CSV,
    suffix=".csv",
    agencies=frozenset({"school", "early_years", "home_education", "education_welfare"}),
    write=t.table(
        (
            ("Pupil", t.reference),
            ("Name", t.name),
            ("Date of birth", t.born),
            ("Date", t.day),
            ("Time", t.clock),
            ("When, in words", t.when),
            ("Category", t.label),
            ("Incident", t.sentence),
            ("Account", t.words),
            ("Child’s own words", t.own_words),
            ("Said by", t.said_by),
            ("Why you have it", t.why),
            ("Held since", t.held),
            ("Your reference", t.sent_as),
            ("Kith entry", t.entry),
        )
    ),
)
