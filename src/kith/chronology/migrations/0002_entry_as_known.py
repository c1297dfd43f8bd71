"""The views through which every engine and page reads who knew what of which child, and since when."""

from django.db import migrations

ENTRY_LINKED = """
CREATE VIEW entry_linked WITH (security_invoker = true) AS
WITH own AS NOT MATERIALIZED (
    SELECT l.person_id AS child,
           e.id AS entry,
           e.recorded_at,
           l.from_at,
           l.to_at,
           CASE WHEN EXISTS (SELECT FROM identity_link f
                              WHERE f.description_id = l.description_id AND f.from_at < l.from_at)
                THEN l.from_at END AS again_from,
           (SELECT min(w.recorded_at)
              FROM chronology_entry_reference x JOIN chronology_entry w ON w.id = x.entry_id
             WHERE x.to_id = e.id AND x.relation IN ('corrects', 'withdraws')) AS replaced_at
      FROM identity_link l
      JOIN people_person p ON p.id = l.person_id AND p.kind IN ('child', 'unborn')
      JOIN chronology_entry_about a ON a.description_id = l.description_id
      JOIN chronology_entry e ON e.id = a.entry_id
)
SELECT child, entry, 'own'::text AS scope, recorded_at, from_at AS linked_from, again_from AS held_from,
       to_at AS linked_to, replaced_at
  FROM own
UNION ALL
SELECT mine.person_id, own.entry, 'household'::text, own.recorded_at,
       greatest(own.from_at, mine.known_at, theirs.known_at,
                mine.from_on::timestamp AT TIME ZONE 'Europe/London',
                theirs.from_on::timestamp AT TIME ZONE 'Europe/London'),
       greatest(own.again_from, mine.known_at, theirs.known_at,
                mine.from_on::timestamp AT TIME ZONE 'Europe/London',
                theirs.from_on::timestamp AT TIME ZONE 'Europe/London'),
       least(own.to_at, mine.withdrawn_at, theirs.withdrawn_at,
             mine.to_on::timestamp AT TIME ZONE 'Europe/London',
             theirs.to_on::timestamp AT TIME ZONE 'Europe/London'),
       own.replaced_at
  FROM people_residency mine
  JOIN people_person c ON c.id = mine.person_id AND c.kind IN ('child', 'unborn')
  JOIN people_residency theirs ON theirs.household_id = mine.household_id AND theirs.person_id <> mine.person_id
  JOIN own ON own.child = theirs.person_id
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
    'What the partnership could have known of a child (known_from) and what Kith could have asked (recorded_from), until withdrawn, corrected or unlinked. One entry may reach a child in several ways: take it once for each scope.';
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
