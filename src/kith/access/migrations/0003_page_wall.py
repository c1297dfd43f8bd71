from django.db import migrations

from kith.access import page_wall


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_guard"),
        ("agencies", "0001_initial"),
        ("people", "0001_initial"),
    ]

    operations = [migrations.RunSQL(page_wall.UP, page_wall.DOWN)]
