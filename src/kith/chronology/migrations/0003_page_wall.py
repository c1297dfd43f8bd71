from django.db import migrations

from kith.chronology import page_wall


class Migration(migrations.Migration):
    dependencies = [
        ("chronology", "0002_entry_as_known"),
        ("access", "0003_page_wall"),
        ("identity", "0001_initial"),
    ]

    operations = [migrations.RunSQL(page_wall.UP, page_wall.DOWN)]
