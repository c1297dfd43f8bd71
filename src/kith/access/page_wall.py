"""The second wall as SQL, for the migration: which of the children whom a page has opened its reader may see.

It is the rule of ``policies.sight`` a second time, on purpose; ``tests/rooms/test_access_page_wall.py`` holds the two
equal.
"""

from kith.access.bases import BASES

_OPENS_NOTHING = ", ".join(f"'{code}'" for code, one in sorted(BASES.items()) if not one.sees)

UP = f"""
CREATE FUNCTION kith_children_seen() RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
    SELECT child.id
      FROM people_person child,
           (SELECT nullif(current_setting('kith.page_reader', true), '')::uuid AS reader,
                   nullif(current_setting('kith.page_at', true), '')::timestamptz AS at) page
     WHERE child.id = ANY (string_to_array(nullif(current_setting('kith.page_children', true), ''), ',')::uuid[])
       AND NOT EXISTS (SELECT FROM access_conflict near WHERE near.child_id = child.id
                                AND near.practitioner_id = page.reader AND near.lifted_at IS NULL)
       AND (EXISTS (
            SELECT FROM access_involvement held
             WHERE held.child_id = child.id AND held.basis NOT IN ({_OPENS_NOTHING})
               AND held.from_at <= page.at AND (held.to_at IS NULL OR held.to_at > page.at)
               AND (held.practitioner_id = page.reader
                    OR child.tier = 'normal' AND (
                        held.agency_id = (SELECT agency_id FROM agencies_practitioner WHERE id = page.reader)
                        OR held.team_id IN (
                            SELECT team_id FROM agencies_membership
                             WHERE practitioner_id = page.reader AND from_at <= page.at
                               AND (to_at IS NULL OR to_at > page.at)))))
            OR EXISTS (
            SELECT FROM access_look look
             WHERE look.child_id = child.id AND look.practitioner_id = page.reader
               AND look.basis = 'owns_a_question' AND look.looked_at = page.at))
$$;
"""  # noqa: S608
DOWN = "DROP FUNCTION kith_children_seen();"
