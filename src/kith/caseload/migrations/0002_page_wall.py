from django.db import migrations

from kith.caseload import page_wall


class Migration(migrations.Migration):
    dependencies = [
        ("caseload", "0001_initial"),
        ("access", "0003_page_wall"),
    ]

    operations = [migrations.RunSQL(page_wall.UP, page_wall.DOWN)]
