"""What the desk keeps: segments with one status each, drafts, and a history that only grows."""

from datetime import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone


def now() -> datetime:
    """The time to the second, as records write it: what a file tells must be what the desk keeps."""
    return timezone.now().replace(microsecond=0)


class Status(models.TextChoices):
    """Where a segment stands; only ``desk/moves.py`` changes it."""

    UNDECIDED = "undecided", "language open"
    UNDRAFTED = "undrafted", "no current draft"
    DRAFTED = "drafted", "an engine's draft"
    CORRECTED = "corrected", "a person's text"
    APPROVED = "approved", "reviewed"
    PUBLISHED = "published", "in the reader and the exports"


WAITING = (Status.UNDECIDED, Status.UNDRAFTED, Status.DRAFTED)
"""No person's text yet."""
PERSON_S = (Status.CORRECTED, Status.APPROVED, Status.PUBLISHED)
"""A person's text stands."""


class Draft(models.Model):
    """An engine's text, stored under the key of all that went into it; never changed, never made twice."""

    key = models.CharField(max_length=64, unique=True)
    digest = models.CharField(max_length=64)
    """SHA-256 of the text that it is a draft of."""
    text = models.TextField(blank=True)
    engine = models.CharField(max_length=20)
    model = models.CharField(max_length=200)
    model_digest = models.CharField(max_length=64)
    options = models.CharField(max_length=64)
    terms = models.JSONField(default=list)
    """The terms found in the original: a list of {original, english, kept}."""
    flags = models.JSONField(default=list)
    made = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.signature}: {self.text[:60]}"

    @property
    def signature(self) -> str:
        """Who made it, for people: engine and model."""
        return f"{self.engine} {self.model}"


class Segment(models.Model):
    """What is drafted and reviewed at one time: a title, a container's title, a passage."""

    source = models.CharField(max_length=80)
    """The id of its source record."""
    key = models.CharField(max_length=32)
    """``title``, ``container``, or the first 12 hex digits of the SHA-256 of its text; -2 for a repeat."""
    order = models.PositiveIntegerField()
    """Its place in the source, from 0."""
    page = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=3)
    script = models.CharField(max_length=7, blank=True)
    original = models.TextField()
    digest = models.CharField(max_length=64)
    """SHA-256 of :attr:`original`."""
    romanised = models.TextField(blank=True)
    printed = models.TextField(blank=True)
    """The authors' own English."""
    status = models.CharField(max_length=10, choices=Status.choices)
    draft = models.ForeignKey(Draft, null=True, on_delete=models.PROTECT, related_name="segments")
    """The current draft."""
    correction = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")
    """The step that made the person's text that stands."""
    approval = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")
    publication = models.ForeignKey("Revision", null=True, on_delete=models.PROTECT, related_name="+")
    returned = models.TextField(blank=True)
    """Why it was given back to its translator; empty where it was not."""
    claimed_by = models.CharField(max_length=100, blank=True)
    claimed_until = models.DateTimeField(null=True)
    claim = models.CharField(max_length=100, blank=True)
    """The sitting that holds it: one person may have two."""
    record = models.JSONField(null=True)
    """On a title, the source record while the language is open and it has no file."""
    listed = models.BooleanField(default=True)
    """Whether its source still holds it; a segment is never deleted."""

    class Meta:
        """One segment for each key of a source; a draft where the status says so, and nowhere before."""

        constraints = (
            models.UniqueConstraint(fields=["source", "key"], name="one_segment_a_key"),
            models.CheckConstraint(condition=Q(status__in=Status.values), name="a_known_status"),
            models.CheckConstraint(
                condition=~Q(status=Status.DRAFTED) | Q(draft__isnull=False), name="drafted_has_a_draft"
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.UNDECIDED, Status.UNDRAFTED]) | Q(draft__isnull=True),
                name="undrafted_has_no_draft",
            ),
            models.CheckConstraint(
                condition=Q(status__in=WAITING, correction__isnull=True)
                | Q(status__in=PERSON_S, correction__isnull=False),
                name="a_person_s_text_where_the_status_says_so",
            ),
            models.CheckConstraint(
                condition=~Q(status__in=[Status.APPROVED, Status.PUBLISHED]) | Q(approval__isnull=False),
                name="approved_by_someone",
            ),
        )
        indexes = (
            models.Index(fields=["status", "language"], name="by_status"),
            models.Index(fields=["digest"], name="by_digest"),
        )
        ordering = ("source", "order")

    def __str__(self) -> str:
        return f"{self.source} {self.key}: {self.original[:40]}"

    @property
    def english(self) -> str | None:
        """The person's text that stands."""
        return self.correction.text if self.correction else None

    @property
    def reviewed(self) -> str | None:
        """The person's text once it is approved."""
        return self.english if self.status in (Status.APPROVED, Status.PUBLISHED) else None

    @property
    def stale(self) -> bool:
        """Whether the person's text renders another original than the present one."""
        return self.correction is not None and self.correction.digest != self.digest


class Revision(models.Model):
    """One step in a segment's history; the database itself refuses to change or delete it."""

    segment = models.ForeignKey(Segment, on_delete=models.PROTECT, related_name="revisions")
    at = models.DateTimeField(default=now)
    """When it was done, by the clock of that machine; the order of steps is that of their keys."""
    who = models.CharField(max_length=250)
    """A person, or an engine with its model."""
    was = models.CharField(max_length=10, blank=True)
    """The status before; empty for the first step."""
    now = models.CharField(max_length=10)
    """The status after; the same as before where something else changed, which the reason tells."""
    digest = models.CharField(max_length=64)
    """SHA-256 of the original at that time: a text made from another original is stale."""
    text = models.TextField(null=True)
    """A person's English, where this step brought one."""
    original = models.TextField(blank=True)
    """What that English renders."""
    draft = models.ForeignKey(Draft, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)

    class Meta:
        """Oldest first."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.who}: {self.was or 'new'} -> {self.now}"


class EngineChoice(models.Model):
    """The model that drafts a language in this workspace; resolved once, then kept."""

    language = models.CharField(max_length=7, primary_key=True)
    model = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.language}: {self.model}"


class Basis(models.Model):
    """What the drafts rested on when all of them were last looked at; one row, or none."""

    dumped = models.TextField()
    """As :meth:`srcxlate.basis.Basis.dump` gives it."""
    step = models.PositiveBigIntegerField()
    """The last step in any history that was there then: segments with a later one are looked at again."""

    def __str__(self) -> str:
        return f"all drafts as of step {self.step}"


class Comment(models.Model):
    """What someone remarked on a segment; kept like a revision."""

    segment = models.ForeignKey(Segment, on_delete=models.PROTECT, related_name="comments")
    at = models.DateTimeField(default=now)
    who = models.CharField(max_length=100)
    text = models.TextField()

    class Meta:
        """Oldest first."""

        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.who}: {self.text[:60]}"


class Kept(models.Model):
    """The file of a work's reviewed English as it was last written or taken in.

    With it, what a person changed in the file and what changed in the queue are told apart.
    """

    source = models.CharField(max_length=80, primary_key=True)
    text = models.TextField()
    step = models.PositiveBigIntegerField(default=0)
    """The last step in the history of the work's segments that the text tells; 0: it is to be looked at."""

    def __str__(self) -> str:
        return self.source


class Change(models.Model):
    """The last change of works that the queue has; the journal of its files bears the same token."""

    token = models.CharField(max_length=32, primary_key=True)

    def __str__(self) -> str:
        return self.token


class DeclinedTerm(models.Model):
    """A term that was proposed for the glossary and not wanted; it is not proposed again."""

    language = models.CharField(max_length=3)
    original = models.CharField(max_length=200)
    english = models.CharField(max_length=400)
    who = models.CharField(max_length=100)
    at = models.DateTimeField(default=now)

    class Meta:
        """Each once."""

        constraints = (
            models.UniqueConstraint(fields=["language", "original", "english"], name="declined_once"),
        )

    def __str__(self) -> str:
        return f"{self.original}: {self.english}"


class Judgement(models.Model):
    """What a person said of a finding or a quotation; of several the last one holds. Kept like a revision."""

    class State(models.TextChoices):
        """What was said."""

        DISMISSED = "dismissed", "no fault"
        SIGNED_OFF = "signed-off", "may be printed"
        REOPENED = "reopened", "what was said before does not hold any more"

    key = models.CharField(max_length=16, db_index=True)
    """The finding's or the quotation's: it is another one once either wording changes."""
    state = models.CharField(max_length=10, choices=State.choices)
    who = models.CharField(max_length=100)
    at = models.DateTimeField(default=now)
    reason = models.TextField(blank=True)
    kind = models.CharField(max_length=20)
    printed = models.TextField()
    """The words of the report that it is about, as they were then."""
    original = models.TextField(blank=True)
    message = models.TextField(blank=True)

    class Meta:
        """Oldest first; no state but those."""

        constraints = (
            models.CheckConstraint(
                condition=Q(state__in=["dismissed", "signed-off", "reopened"]), name="a_known_judgement"
            ),
        )
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.who} {self.state} {self.key}: {self.printed[:40]}"
