"""The second wall around confidential addresses, as SQL for the migrations: who revealed, and who searched."""

UP = """
ALTER TABLE people_whereabouts ENABLE ROW LEVEL SECURITY;

CREATE POLICY whereabouts_are_kept ON people_whereabouts FOR INSERT WITH CHECK (true);

CREATE POLICY whereabouts_are_shown_to_whoever_wrote_why ON people_whereabouts FOR SELECT USING (
    current_user <> 'kith_asker'
    AND EXISTS (
        SELECT FROM people_peoplechange said
         WHERE said.id = NULLIF(current_setting('kith.revealing', true), '')::uuid
           AND said.what = 'address_revealed'
           AND said.details ->> 'confidential_address' = people_whereabouts.address_id::text
    )
);
"""

DOWN = """
DROP POLICY whereabouts_are_shown_to_whoever_wrote_why ON people_whereabouts;
DROP POLICY whereabouts_are_kept ON people_whereabouts;
ALTER TABLE people_whereabouts DISABLE ROW LEVEL SECURITY;
"""

SEARCHING = """
CREATE POLICY whereabouts_are_searched_by_whoever_wrote_why ON people_whereabouts FOR SELECT USING (
    current_user <> 'kith_asker'
    AND EXISTS (
        SELECT FROM people_peoplechange said
         WHERE said.id = NULLIF(current_setting('kith.revealing', true), '')::uuid
           AND said.what = 'address_searched_for'
           AND said.details -> 'confidential_addresses' ? people_whereabouts.address_id::text
    )
);
"""
"""A search names every address that it looks for, and is shown those and no other."""

NO_SEARCHING = "DROP POLICY whereabouts_are_searched_by_whoever_wrote_why ON people_whereabouts;"
