"""What people said of findings and quotations, and when: a record that only grows."""

from typing import Any

from django.db import migrations, models
from django.db.models import Q

import srcxlate.desk.models

SQLITE = [
    """CREATE TRIGGER desk_judgement_not_changed BEFORE UPDATE ON desk_judgement
       BEGIN SELECT RAISE(ABORT, 'a judgement is never changed'); END""",
    """CREATE TRIGGER desk_judgement_not_deleted BEFORE DELETE ON desk_judgement
       BEGIN SELECT RAISE(ABORT, 'a judgement is never deleted'); END""",
    """CREATE TRIGGER desk_judgement_not_replaced BEFORE INSERT ON desk_judgement
       WHEN EXISTS (SELECT 1 FROM desk_judgement WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'a judgement is never replaced'); END""",
]
POSTGRESQL = [
    """CREATE TRIGGER desk_judgement_kept BEFORE UPDATE OR DELETE ON desk_judgement
       FOR EACH ROW EXECUTE FUNCTION desk_kept()""",
    """CREATE TRIGGER desk_judgement_not_emptied BEFORE TRUNCATE ON desk_judgement
       FOR EACH STATEMENT EXECUTE FUNCTION desk_kept()""",
]
STATES = [
    ("dismissed", "no fault"),
    ("signed-off", "may be printed"),
    ("reopened", "what was said before does not hold any more"),
]


def keep_judgements(apps: Any, schema_editor: Any) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    dependencies = [("desk", "0003_basis")]
    operations = [
        migrations.CreateModel(
            name="Judgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(db_index=True, max_length=16)),
                ("state", models.CharField(choices=STATES, max_length=10)),
                ("who", models.CharField(max_length=100)),
                ("at", models.DateTimeField(default=srcxlate.desk.models.now)),
                ("reason", models.TextField(blank=True)),
                ("kind", models.CharField(max_length=20)),
                ("printed", models.TextField()),
                ("original", models.TextField(blank=True)),
                ("message", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("pk",),
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(state__in=[value for value, _ in STATES]), name="a_known_judgement"
                    )
                ],
            },
        ),
        migrations.RunPython(keep_judgements, elidable=False),
    ]
