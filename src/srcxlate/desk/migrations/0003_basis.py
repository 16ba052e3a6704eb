"""What drafts rested on when all were last looked at; and texts found by their digest, for the memory."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("desk", "0002_review")]
    operations = [
        migrations.CreateModel(
            name="Basis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dumped", models.TextField()),
                ("step", models.PositiveBigIntegerField()),
            ],
        ),
        migrations.AddIndex("segment", models.Index(fields=["digest"], name="by_digest")),
    ]
