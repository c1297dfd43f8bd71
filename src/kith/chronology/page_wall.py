"""The second wall around what entries say, as SQL for the migration.

A page reads the words of an entry where the entry is about a child whom the page has opened and whom its reader may see
(``access.page_wall``), or where the reader wrote it; a letter as it came in where the reader sent it. Whatever is not a page (rules, journeys, commands) reads as before.
"""

UP = """
CREATE FUNCTION kith_entries_seen() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT about.entry_id
      FROM kith_children_seen() AS seen (child)
      JOIN identity_link link ON link.person_id = seen.child
      JOIN chronology_entry_about about ON about.description_id = link.description_id
$$;

ALTER TABLE chronology_entry_content ENABLE ROW LEVEL SECURITY;
CREATE POLICY words_are_kept ON chronology_entry_content FOR INSERT WITH CHECK (true);
CREATE POLICY words_are_erased ON chronology_entry_content FOR DELETE USING (true);
CREATE POLICY words_are_shown_of_children_whom_the_page_has_opened ON chronology_entry_content FOR SELECT USING (
    (SELECT current_setting('kith.page', true)) IS DISTINCT FROM 'yes'
    OR recorded_by = (SELECT nullif(current_setting('kith.page_reader', true), '')::uuid)
    OR entry_id IN (SELECT kith_entries_seen())
);

ALTER TABLE chronology_envelope ENABLE ROW LEVEL SECURITY;
CREATE POLICY envelopes_are_kept ON chronology_envelope FOR INSERT WITH CHECK (true);
CREATE POLICY envelopes_are_erased ON chronology_envelope FOR DELETE USING (true);
CREATE POLICY envelopes_are_shown_to_whoever_sent_them ON chronology_envelope FOR SELECT USING (
    (SELECT current_setting('kith.page', true)) IS DISTINCT FROM 'yes'
    OR received_by = (SELECT nullif(current_setting('kith.page_reader', true), '')::uuid)
);
"""
DOWN = """
DROP POLICY envelopes_are_shown_to_whoever_sent_them ON chronology_envelope;
DROP POLICY envelopes_are_erased ON chronology_envelope;
DROP POLICY envelopes_are_kept ON chronology_envelope;
ALTER TABLE chronology_envelope DISABLE ROW LEVEL SECURITY;
DROP POLICY words_are_shown_of_children_whom_the_page_has_opened ON chronology_entry_content;
DROP POLICY words_are_erased ON chronology_entry_content;
DROP POLICY words_are_kept ON chronology_entry_content;
ALTER TABLE chronology_entry_content DISABLE ROW LEVEL SECURITY;
DROP FUNCTION kith_entries_seen();
"""
