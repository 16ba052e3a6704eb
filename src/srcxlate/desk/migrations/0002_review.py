"""What review needs: whose text stands, why something was returned, comments, and the files last written."""

from typing import Any

from django.db import migrations, models
from django.db.models import Q
from django.db.models.deletion import PROTECT

import srcxlate.desk.models

# SQLite makes a table anew to add some columns, and its triggers go with the old one
SQLITE = [
    """CREATE TRIGGER IF NOT EXISTS desk_revision_not_changed BEFORE UPDATE ON desk_revision
       BEGIN SELECT RAISE(ABORT, 'a revision is never changed'); END""",
    """CREATE TRIGGER IF NOT EXISTS desk_revision_not_deleted BEFORE DELETE ON desk_revision
       BEGIN SELECT RAISE(ABORT, 'a revision is never deleted'); END""",
    """CREATE TRIGGER IF NOT EXISTS desk_revision_not_replaced BEFORE INSERT ON desk_revision
       WHEN EXISTS (SELECT 1 FROM desk_revision WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'a revision is never replaced'); END""",
    """CREATE TRIGGER desk_comment_not_changed BEFORE UPDATE ON desk_comment
       BEGIN SELECT RAISE(ABORT, 'a comment is never changed'); END""",
    """CREATE TRIGGER desk_comment_not_deleted BEFORE DELETE ON desk_comment
       BEGIN SELECT RAISE(ABORT, 'a comment is never deleted'); END""",
    """CREATE TRIGGER desk_comment_not_replaced BEFORE INSERT ON desk_comment
       WHEN EXISTS (SELECT 1 FROM desk_comment WHERE id = NEW.id)
       BEGIN SELECT RAISE(ABORT, 'a comment is never replaced'); END""",
]
POSTGRESQL = [
    """CREATE TRIGGER desk_comment_kept BEFORE UPDATE OR DELETE ON desk_comment
       FOR EACH ROW EXECUTE FUNCTION desk_kept()""",
    """CREATE TRIGGER desk_comment_not_emptied BEFORE TRUNCATE ON desk_comment
       FOR EACH STATEMENT EXECUTE FUNCTION desk_kept()""",
]


def keep_history(apps: Any, schema_editor: Any) -> None:
    for statement in {"sqlite": SQLITE, "postgresql": POSTGRESQL}[schema_editor.connection.vendor]:
        schema_editor.execute(statement, params=None)


def key() -> "models.BigAutoField[Any, Any]":
    return models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")


def step() -> "models.ForeignKey[Any, Any]":
    return models.ForeignKey("desk.revision", PROTECT, null=True, related_name="+")


class Migration(migrations.Migration):
    dependencies = [("desk", "0001_first")]
    operations = [
        migrations.AddField("revision", "original", models.TextField(blank=True, default="")),
        migrations.AlterField("revision", "original", models.TextField(blank=True)),
        migrations.AlterField("revision", "at", models.DateTimeField(default=srcxlate.desk.models.now)),
        migrations.AddField("segment", "correction", step()),
        migrations.AddField("segment", "approval", step()),
        migrations.AddField("segment", "publication", step()),
        migrations.AddField("segment", "returned", models.TextField(blank=True, default="")),
        migrations.AlterField("segment", "returned", models.TextField(blank=True)),
        migrations.AddField("segment", "claim", models.CharField(blank=True, max_length=100, default="")),
        migrations.AlterField("segment", "claim", models.CharField(blank=True, max_length=100)),
        migrations.AddConstraint(
            "segment",
            models.CheckConstraint(
                condition=Q(status__in=("undecided", "undrafted", "drafted"), correction__isnull=True)
                | Q(status__in=("corrected", "approved", "published"), correction__isnull=False),
                name="a_person_s_text_where_the_status_says_so",
            ),
        ),
        migrations.AddConstraint(
            "segment",
            models.CheckConstraint(
                condition=~Q(status__in=["approved", "published"]) | Q(approval__isnull=False),
                name="approved_by_someone",
            ),
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                ("id", key()),
                ("at", models.DateTimeField(default=srcxlate.desk.models.now)),
                ("who", models.CharField(max_length=100)),
                ("text", models.TextField()),
                ("segment", models.ForeignKey("desk.segment", PROTECT, related_name="comments")),
            ],
            options={"ordering": ("pk",)},
        ),
        migrations.CreateModel(
            name="Kept",
            fields=[
                ("source", models.CharField(max_length=80, primary_key=True, serialize=False)),
                ("text", models.TextField()),
                ("step", models.PositiveBigIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Change",
            fields=[("token", models.CharField(max_length=32, primary_key=True, serialize=False))],
        ),
        migrations.CreateModel(
            name="DeclinedTerm",
            fields=[
                ("id", key()),
                ("language", models.CharField(max_length=3)),
                ("original", models.CharField(max_length=200)),
                ("english", models.CharField(max_length=400)),
                ("who", models.CharField(max_length=100)),
                ("at", models.DateTimeField(default=srcxlate.desk.models.now)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("language", "original", "english"), name="declined_once")
                ]
            },
        ),
        migrations.RunPython(keep_history, elidable=False),
    ]
