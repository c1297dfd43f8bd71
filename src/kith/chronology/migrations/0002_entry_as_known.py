"""The views through which every engine and page reads who knew what of which child, and since when."""

from django.db import migrations

# One plain SELECT, so that PostgreSQL folds it into the query that asks and goes from the child to the entries by index,
# whether the child is given or comes from a join. Scalar subqueries are looked up only where a column is used.
ENTRY_LINKED = """
CREATE VIEW entry_linked WITH (security_invoker = true) AS
SELECT c.id AS child,
       e.id AS entry,
       r.scope,
       e.recorded_at,
       greatest(l.from_at, r.lived_from) AS linked_from,
       greatest((SELECT l.from_at WHERE EXISTS (SELECT FROM identity_link f
                                                 WHERE f.description_id = l.description_id AND f.from_at < l.from_at)),
                r.lived_from) AS held_from,
       least(l.to_at, r.lived_to) AS linked_to,
       (SELECT w.recorded_at FROM chronology_entry_reference x JOIN chronology_entry w ON w.id = x.entry_id
         WHERE x.to_id = e.id AND x.relation IN ('corrects', 'withdraws')) AS replaced_at
  FROM people_person c
 CROSS JOIN LATERAL (
       SELECT c.id AS person, 'own'::text AS scope, NULL::timestamptz AS lived_from, NULL::timestamptz AS lived_to
       UNION ALL
       SELECT theirs.person_id, 'household',
              greatest(mine.known_at, theirs.known_at,
                       mine.from_on::timestamp AT TIME ZONE 'Europe/London',
                       theirs.from_on::timestamp AT TIME ZONE 'Europe/London'),
              least(mine.withdrawn_at, theirs.withdrawn_at,
                    mine.to_on::timestamp AT TIME ZONE 'Europe/London',
                    theirs.to_on::timestamp AT TIME ZONE 'Europe/London')
         FROM people_residency mine
         JOIN people_residency theirs
           ON theirs.household_id = mine.household_id AND theirs.person_id <> mine.person_id
         JOIN people_person p ON p.id = theirs.person_id AND p.kind IN ('child', 'unborn')
        WHERE mine.person_id = c.id) r
  JOIN identity_link l ON l.person_id = r.person
  JOIN chronology_entry_about a ON a.description_id = l.description_id
  JOIN chronology_entry e ON e.id = a.entry_id
 WHERE c.kind IN ('child', 'unborn')
"""

ENTRY_AS_KNOWN = """
CREATE VIEW entry_as_known WITH (security_invoker = true) AS
SELECT v.child, v.entry,
       greatest(v.linked_from, (SELECT min(k.known_at) FROM chronology_entry_known_to k
                                 WHERE k.entry_id = v.entry AND k.how IN ('said', 'told', 'delivered'))) AS known_from,
       greatest(v.linked_from, v.recorded_at) AS recorded_from,
       least(v.linked_to, v.replaced_at) AS until,
       v.scope
  FROM entry_linked v
"""

ENTRY_AS_KNOWN_TO = """
CREATE VIEW entry_as_known_to WITH (security_invoker = true) AS
SELECT v.child, v.entry, k.agency, k.agency_area,
       greatest(v.held_from, k.known_at) AS known_from,
       greatest(v.linked_from, v.recorded_at, k.recorded_at) AS recorded_from,
       least(v.linked_to, v.replaced_at) AS until,
       k.how, v.scope
  FROM entry_linked v
  JOIN chronology_entry_known_to k ON k.entry_id = v.entry
"""

COMMENTS = """
COMMENT ON VIEW entry_linked IS
    'An entry is about a child (own), or about another child of the household (household), in [linked_from, linked_to).';
COMMENT ON VIEW entry_as_known IS
    'What the partnership could have known of a child (known_from) and what Kith could have asked (recorded_from), until withdrawn, corrected or unlinked. One entry may reach a child in several ways: take it once, as own where it is both.';
COMMENT ON VIEW entry_as_known_to IS
    'The same for each agency, one row for each way in which it knew: it holds from said, told or delivered; a person knows from opened.';
"""


class Migration(migrations.Migration):
    dependencies = [
        ("chronology", "0001_initial"),
        ("identity", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [
        migrations.RunSQL(ENTRY_LINKED, "DROP VIEW entry_linked"),
        migrations.RunSQL(ENTRY_AS_KNOWN, "DROP VIEW entry_as_known"),
        migrations.RunSQL(ENTRY_AS_KNOWN_TO, "DROP VIEW entry_as_known_to"),
        migrations.RunSQL(COMMENTS, migrations.RunSQL.noop),
    ]
