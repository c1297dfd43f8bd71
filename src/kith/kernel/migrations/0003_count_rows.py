"""A function by which the plain role may have PostgreSQL count the rows of Kith's tables."""

from django.db import migrations

COUNT_ROWS = """
CREATE FUNCTION kith_count_rows() RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    name text;
BEGIN
    FOR name IN SELECT c.oid::regclass::text FROM pg_class c
                 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relowner = current_user::regrole
    LOOP
        EXECUTE 'ANALYZE ' || name;
    END LOOP;
END $$;
COMMENT ON FUNCTION kith_count_rows() IS
    'Counts the rows of every table of the owner, also those that this transaction added: see kith.kernel.rows.';
REVOKE ALL ON FUNCTION kith_count_rows() FROM PUBLIC;
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0002_stored_files")]
    operations = [migrations.RunSQL(COUNT_ROWS, "DROP FUNCTION kith_count_rows()")]
