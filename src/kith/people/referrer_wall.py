"""The second wall around who told of a worry, as SQL for a migration."""

UP = """
ALTER TABLE people_referrervault ENABLE ROW LEVEL SECURITY;
ALTER TABLE people_referrerkey ENABLE ROW LEVEL SECURITY;

CREATE POLICY who_told_is_kept ON people_referrervault FOR INSERT WITH CHECK (true);
CREATE POLICY keys_are_kept ON people_referrerkey FOR INSERT WITH CHECK (true);

CREATE POLICY who_told_is_shown_to_whoever_wrote_why ON people_referrervault FOR SELECT USING (
    current_user <> 'kith_asker'
    AND EXISTS (
        SELECT FROM people_referrerchange said
         WHERE said.id = NULLIF(current_setting('kith.revealing', true), '')::uuid
           AND said.what = 'referrer_revealed'
           AND said.referrer = people_referrervault.referrer_id
    )
);

CREATE POLICY keys_are_for_whoever_is_writing_a_referrer_down ON people_referrerkey FOR SELECT USING (
    current_user <> 'kith_asker'
    AND EXISTS (
        SELECT FROM people_referrerchange said
         WHERE said.id = NULLIF(current_setting('kith.revealing', true), '')::uuid
           AND said.what = 'referrer_held'
           AND said.area = people_referrerkey.area
    )
);
"""

DOWN = """
DROP POLICY keys_are_for_whoever_is_writing_a_referrer_down ON people_referrerkey;
DROP POLICY who_told_is_shown_to_whoever_wrote_why ON people_referrervault;
DROP POLICY keys_are_kept ON people_referrerkey;
DROP POLICY who_told_is_kept ON people_referrervault;
ALTER TABLE people_referrerkey DISABLE ROW LEVEL SECURITY;
ALTER TABLE people_referrervault DISABLE ROW LEVEL SECURITY;
"""
