"""The desk's first tables; history is kept by the database itself, whatever program opens it."""

from typing import Any

from django.db import migrations, models
from django.db.models import Q
from django.db.models.deletion import PROTECT

STATUSES = [
    ("undecided", "language open"),
    ("undrafted", "no current draft"),
    ("drafted", "an engine's draft"),
    ("corrected", "a person's text"),
    ("approved", "reviewed"),
    ("published", "in the reader and the exports"),
]

SQLITE = [
    """CREATE TRIGGER desk_revision_not_changed BEFORE UPDATE ON desk_revision
       BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END""",
    """CREATE TRIGGER desk_revision_not_deleted BEFORE DELETE ON desk_revision
       BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END""",
    # INSERT OR REPLACE deletes without asking the trigger above
    """CREATE TRIGGER desk_revision_not_replaced BEFORE INSERT ON desk_revision
       WHEN EXISTS (SELECT 1 FROM desk_revision WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'a revision is never replaced'); END""",
    """CREATE TRIGGER desk_draft_not_changed BEFORE UPDATE ON desk_draft
       BEGIN SELECT RAISE(ABORT, 'a draft is never changed'); END""",
]
POSTGRESQL = [
    """CREATE FUNCTION desk_kept() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN RAISE EXCEPTION '% is never changed or deleted', TG_TABLE_NAME; END $$""",
    """CREATE TRIGGER desk_revision_kept BEFORE UPDATE OR DELETE ON desk_revision
       FOR EACH ROW EXECUTE FUNCTION desk_kept()""",
    """CREATE TRIGGER desk_revision_not_emptied BEFORE TRUNCATE ON desk_revision
       FOR EACH STATEMENT EXECUTE FUNCTION desk_kept()""",
    """CREATE TRIGGER desk_draft_not_changed BEFORE UPDATE ON desk_draft
       FOR EACH ROW EXECUTE FUNCTION desk_kept()""",
]


def keep_history(apps: Any, schema_editor: Any) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Draft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64, unique=True)),
                ("digest", models.CharField(max_length=64)),
                ("text", models.TextField(blank=True)),
                ("engine", models.CharField(max_length=20)),
                ("model", models.CharField(max_length=200)),
                ("model_digest", models.CharField(max_length=64)),
                ("options", models.CharField(max_length=64)),
                ("terms", models.JSONField(default=list)),
                ("flags", models.JSONField(default=list)),
                ("made", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="EngineChoice",
            fields=[
                ("language", models.CharField(max_length=7, primary_key=True, serialize=False)),
                ("model", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Segment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("source", models.CharField(max_length=80)),
                ("key", models.CharField(max_length=32)),
                ("order", models.PositiveIntegerField()),
                ("page", models.CharField(blank=True, max_length=40)),
                ("language", models.CharField(max_length=3)),
                ("script", models.CharField(blank=True, max_length=7)),
                ("original", models.TextField()),
                ("digest", models.CharField(max_length=64)),
                ("romanised", models.TextField(blank=True)),
                ("printed", models.TextField(blank=True)),
                ("status", models.CharField(choices=STATUSES, max_length=10)),
                ("draft", models.ForeignKey("desk.draft", PROTECT, null=True, related_name="segments")),
                ("claimed_by", models.CharField(blank=True, max_length=100)),
                ("claimed_until", models.DateTimeField(null=True)),
                ("record", models.JSONField(null=True)),
                ("listed", models.BooleanField(default=True)),
            ],
            options={
                "ordering": ("source", "order"),
                "indexes": [models.Index(fields=["status", "language"], name="by_status")],
                "constraints": [
                    models.UniqueConstraint(fields=("source", "key"), name="one_segment_a_key"),
                    models.CheckConstraint(
                        condition=Q(status__in=[value for value, _ in STATUSES]), name="a_known_status"
                    ),
                    models.CheckConstraint(
                        condition=~Q(status="drafted") | Q(draft__isnull=False), name="drafted_has_a_draft"
                    ),
                    models.CheckConstraint(
                        condition=~Q(status__in=["undecided", "undrafted"]) | Q(draft__isnull=True),
                        name="undrafted_has_no_draft",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Revision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("segment", models.ForeignKey("desk.segment", PROTECT, related_name="revisions")),
                ("at", models.DateTimeField(auto_now_add=True)),
                ("who", models.CharField(max_length=250)),
                ("was", models.CharField(blank=True, max_length=10)),
                ("now", models.CharField(max_length=10)),
                ("digest", models.CharField(max_length=64)),
                ("text", models.TextField(null=True)),
                ("draft", models.ForeignKey("desk.draft", PROTECT, null=True, related_name="+")),
                ("reason", models.TextField(blank=True)),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.RunPython(keep_history, elidable=False),
    ]
