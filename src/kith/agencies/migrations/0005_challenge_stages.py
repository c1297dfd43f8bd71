from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('agencies', '0004_lettings_in'),
    ]

    operations = [
        migrations.AddField(
            model_name='area',
            name='challenge_stages',
            field=models.JSONField(default=dict),
        ),
    ]
