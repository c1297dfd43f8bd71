"""The tables of the pages: drafts, so that no typed word is ever lost; up to when each person has seen what came in; what
signing in must remember: open sessions, wrong tries, whom an agency knows by which name; and what the public tells."""

from django.db import models
from django.db.models import Q

from kith.kernel.ids import new_id

TASKS = ("concern", "visit_note", "from_the_night")


class Draft(models.Model):
    """What one practitioner has typed into a form that is not sent. It is nobody else's, and it is not history."""

    removable = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    task = models.CharField(max_length=40)
    child = models.UUIDField(null=True)
    """Whom it is about, where the form was begun on a child's page; not a key, so that a draft keeps no child."""
    answers = models.JSONField(default=dict)
    saved_at = models.DateTimeField()
    saved_by = models.ForeignKey("agencies.Practitioner", on_delete=models.CASCADE, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["saved_by", "task"], name="draft_of_its_writer")]
        constraints = [
            models.CheckConstraint(name="a_draft_is_of_a_task_we_know", condition=Q(task__in=TASKS)),
        ]

    def __str__(self) -> str:
        return f"{self.task} draft {self.id}"


class LastHere(models.Model):
    """Up to when somebody has seen what came in: the end of the sitting before the one in which they read now."""

    kept_from_rules = True

    practitioner = models.OneToOneField(
        "agencies.Practitioner", primary_key=True, on_delete=models.CASCADE, related_name="+"
    )
    area = models.CharField(max_length=60)
    opened_at = models.DateTimeField()
    """When they last opened the page of what needs them."""
    seen_until = models.DateTimeField(null=True)
    """Empty in their first sitting."""

    def __str__(self) -> str:
        return f"{self.practitioner_id} had seen what came in until {self.seen_until}"


class OpenSession(models.Model):
    """One device on which somebody is signed in: so that they can see it and end it. No network address is kept."""

    removable = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    sign_in = models.ForeignKey("agencies.SignIn", on_delete=models.CASCADE, related_name="+")
    session = models.CharField(max_length=40)
    """The session's key, which is as secret as the row in ``django_session`` that it opens."""
    device = models.CharField(max_length=80)
    """In words, such as ``Firefox on Windows``."""
    shared = models.BooleanField(default=False)
    from_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["session"], name="a_session_is_open_once")]

    def __str__(self) -> str:
        return f"{self.device} since {self.from_at}"


class WrongTry(models.Model):
    """A try to sign in that was not right, or is not known to be yet. Neither e-mail nor address can be read from it."""

    removable = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    about = models.CharField(max_length=64)
    """A keyed hash of whom it was tried for, and from where."""
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "wrong tries"
        indexes = [
            models.Index(fields=["about", "at"], name="wrong_tries_about_one"),
            models.Index(fields=["at"], name="wrong_tries_by_age"),
        ]

    def __str__(self) -> str:
        return f"try at {self.at}"


class AgencyIdentity(models.Model):
    """The name by which an agency's own sign-in knows one of ours; it stays when an e-mail address changes hands."""

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    issuer = models.CharField(max_length=300)
    known_as = models.CharField(max_length=255)
    sign_in = models.ForeignKey("agencies.SignIn", on_delete=models.CASCADE, related_name="+")
    from_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "agency identities"
        constraints = [
            models.UniqueConstraint(fields=["issuer", "known_as"], name="an_agency_names_one_person_once"),
            models.UniqueConstraint(fields=["issuer", "sign_in"], name="a_sign_in_has_one_name_at_an_agency"),
            models.CheckConstraint(name="an_agency_identity_is_named", condition=~Q(known_as="")),
        ]

    def __str__(self) -> str:
        return f"{self.sign_in_id} at {self.issuer}"


class HalfTold(models.Model):
    """What somebody without an account has typed and not sent: sealed with a key that only their page holds, for a day.

    Nothing of the device or the address is kept.
    """

    removable = True
    kept_from_rules = True

    id = models.CharField(primary_key=True, max_length=64)
    """A hash of the random key that travels in the form."""
    words = models.BinaryField()
    received_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "half told"
        indexes = [models.Index(fields=["received_at"], name="half_told_by_age")]

    def __str__(self) -> str:
        return f"half told at {self.received_at}"


class HalfToldPhotograph(models.Model):
    """A photograph sent with what is half told, sealed with the same key; it goes to the files once the words are sent."""

    removable = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    half_told = models.CharField(max_length=64)
    """Whose it is; not a key, so that it outlives the words by the seconds in which it is drawn."""
    body = models.BinaryField()
    received_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["half_told"], name="half_told_photographs_of_one"),
            models.Index(fields=["received_at"], name="half_told_photographs_by_age"),
        ]

    def __str__(self) -> str:
        return f"photograph at {self.received_at}"


class Telling(models.Model):
    """Something that the public told, and a keyed hash of the five words by which whoever told it comes back."""

    removable = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, editable=False)
    """Made from the form's key, so that two submits are one telling."""
    area = models.CharField(max_length=60)
    five_words = models.CharField(max_length=64, unique=True)
    contact = models.UUIDField()
    """The entry; not a key, so that erasing it leaves nothing hanging."""
    received_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["area", "received_at"], name="tellings_of_an_area")]

    def __str__(self) -> str:
        return f"told at {self.received_at}"
