"""The second wall around what the list says of a child, as SQL for the migration.

A page reads a listing of a child whom it has opened and whom its reader may see (``access.page_wall``), or one that the
reader wrote; the same of the trail. Whatever is not a page (journeys, commands) reads all of them.
"""

UP = """
ALTER TABLE caseload_listing ENABLE ROW LEVEL SECURITY;
CREATE POLICY listings_are_kept ON caseload_listing FOR INSERT WITH CHECK (true);
CREATE POLICY listings_end ON caseload_listing FOR UPDATE USING (true) WITH CHECK (true);
CREATE POLICY listings_are_shown_of_children_whom_the_page_has_opened ON caseload_listing FOR SELECT USING (
    (SELECT current_setting('kith.page', true)) IS DISTINCT FROM 'yes'
    OR listed_by_id = (SELECT nullif(current_setting('kith.page_reader', true), '')::uuid)
    OR child_id IN (SELECT kith_children_seen())
);

ALTER TABLE caseload_caseloadchange ENABLE ROW LEVEL SECURITY;
CREATE POLICY changes_are_kept ON caseload_caseloadchange FOR INSERT WITH CHECK (true);
CREATE POLICY changes_are_shown_of_children_whom_the_page_has_opened ON caseload_caseloadchange FOR SELECT USING (
    (SELECT current_setting('kith.page', true)) IS DISTINCT FROM 'yes'
    OR done_by = (SELECT nullif(current_setting('kith.page_reader', true), '')::uuid)
    OR child_id IN (SELECT kith_children_seen())
);
"""
DOWN = """
DROP POLICY changes_are_shown_of_children_whom_the_page_has_opened ON caseload_caseloadchange;
DROP POLICY changes_are_kept ON caseload_caseloadchange;
ALTER TABLE caseload_caseloadchange DISABLE ROW LEVEL SECURITY;
DROP POLICY listings_are_shown_of_children_whom_the_page_has_opened ON caseload_listing;
DROP POLICY listings_end ON caseload_listing;
DROP POLICY listings_are_kept ON caseload_listing;
ALTER TABLE caseload_listing DISABLE ROW LEVEL SECURITY;
"""
