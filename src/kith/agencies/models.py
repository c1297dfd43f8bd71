"""The tables of the agencies room."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from pgtrigger import Delete, Protect, Update

from kith.kernel.ids import new_id

CHANGES = (
    "area_set",
    "agency_set",
    "team_set",
    "practitioner_set",
    "sign_in_given",
    "sign_in_closed",
    "team_joined",
    "team_left",
    "appointed",
    "role_ended",
    "rota_changed",
    "put_on_duty",
    "password_changed",
    "factor_set_up",
    "factor_taken_away",
    "recovery_codes_made",
    "code_made",
    "code_used",
    "code_taken_back",
    "letting_in_refused",
    "expertise_changed",
)
PROOFS = ("in_person", "by_video", "rung_back")
"""How a keeper knew who stood before them."""
ENDS = ("used", "taken_back")
"""What a code came to, where it did not simply run out."""


def _period(name: str) -> models.CheckConstraint:
    """A period that has an end starts before it."""
    return models.CheckConstraint(name=name, condition=Q(to_at__isnull=True) | Q(to_at__gt=F("from_at")))


class Area(models.Model):
    """One local authority's partnership, with what it set for itself within the law's bounds."""

    code = models.CharField(primary_key=True, max_length=60)
    name = models.CharField(max_length=200)
    desk_phone = models.CharField(max_length=20)
    local_limits = models.JSONField(default=dict)
    local_thresholds = models.JSONField(default=dict)
    threshold_document = models.JSONField(default=list)
    """The title of what the area published about when social care acts, then its lines."""
    challenge_stages = models.JSONField(default=dict)
    """Who answers a professional disagreement at each stage and by when; empty where the rulebook's stages hold."""
    feeds = models.JSONField(default=list)
    front_door = models.JSONField(default=list)
    """When somebody at the front door reads what the public tells: ``[weekday from 0, "08:30", "18:00"]`` each."""

    class Meta:
        constraints = [
            models.CheckConstraint(name="an_area_has_a_desk_that_answers", condition=~Q(desk_phone="")),
            models.CheckConstraint(name="an_area_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """A sort of agency in an area."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=20, blank=True, default="")
    out_of_hours_phone = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        verbose_name_plural = "agencies"
        constraints = [
            models.UniqueConstraint(fields=["area", "code"], name="an_area_has_one_agency_of_a_code"),
            models.CheckConstraint(name="an_agency_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class Team(models.Model):
    """A part of an agency: a MASH, a police unit, a school."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="teams")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    phone = models.CharField(max_length=20, blank=True, default="")
    out_of_hours_phone = models.CharField(max_length=20, blank=True, default="")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "code"], name="an_area_has_one_team_of_a_code"),
            models.CheckConstraint(name="a_team_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class SignIns(BaseUserManager["SignIn"]):
    """Makes sign-ins; an e-mail address is the same in any case."""

    def create_user(self, email: str, password: str | None = None, **more: object) -> "SignIn":
        """A sign-in; without a password it can only be used by another way of proving who one is."""
        made = self.model(email=email.strip().lower(), **more)
        made.set_password(password)
        made.save(using=self._db)
        return made

    def get_by_natural_key(self, username: str | None) -> "SignIn":
        return self.get(email=(username or "").strip().lower())


class SignIn(AbstractBaseUser):
    """What a person comes in by: an e-mail address and a proof."""

    kept_from_rules = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    email = models.EmailField(unique=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["area"]
    objects = SignIns()

    class Meta:
        verbose_name = "sign-in"
        constraints = [
            models.CheckConstraint(name="an_email_is_kept_in_lower_case", condition=Q(email=Lower("email"))),
        ]

    def __str__(self) -> str:
        return self.email


class Practitioner(models.Model):
    """A person who works in an agency."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="practitioners")
    code = models.CharField(max_length=60)
    name = models.CharField(max_length=200)
    title = models.CharField(max_length=200, blank=True, default="")
    phone = models.CharField(max_length=20, blank=True, default="")
    sign_in = models.OneToOneField(
        SignIn, on_delete=models.PROTECT, null=True, blank=True, related_name="practitioner"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["area", "code"], name="an_area_has_one_practitioner_of_a_code"),
            models.CheckConstraint(name="a_practitioner_has_a_name", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """A practitioner in a team for a period. ``joined_by`` is empty where the area file says it."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="memberships")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="memberships")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True, blank=True)
    joined_by = models.UUIDField(null=True, blank=True)

    class Meta:
        constraints = [
            _period("membership_ends_after_it_starts"),
            models.UniqueConstraint(
                fields=["practitioner", "team"],
                condition=Q(to_at__isnull=True),
                name="nobody_joins_a_team_twice_at_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner} in {self.team}"


class Expertise(models.Model):
    """What a practitioner is authorised for or brings, as the area file says it, for a period; current until a day."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="expertise")
    what = models.CharField(max_length=40)
    until = models.DateField(null=True, blank=True)
    """The last day on which it is current; None where it does not run out."""
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [_period("expertise_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.what.replace('_', ' ')}"


class RoleHeld(models.Model):
    """A role that a practitioner holds for a period, in a team or in the whole area.

    ``appointed_by`` is empty where the area file says it: a file ends only what a file began.
    """

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=60)
    team = models.ForeignKey(Team, on_delete=models.PROTECT, null=True, blank=True, related_name="roles_held")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True, blank=True)
    appointed_by = models.UUIDField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "roles held"
        indexes = [models.Index(fields=["area", "role"], name="roles_held_by_area_and_role")]
        constraints = [
            _period("a_role_ends_after_it_starts"),
            models.CheckConstraint(name="a_role_that_is_held_is_named", condition=~Q(role="")),
            models.UniqueConstraint(
                fields=["practitioner", "role", "team"],
                condition=Q(to_at__isnull=True),
                nulls_distinct=False,
                name="nobody_is_appointed_twice_to_one_role",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner}: {self.role}"


class WeeklyDuty(models.Model):
    """A line of the weekly rota, in the clock time of England; it ends the next morning where it ends before it starts."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    role = models.CharField(max_length=60)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="weekly_duties")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()
    from_at = models.DateTimeField()
    to_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "weekly duties"
        indexes = [models.Index(fields=["area", "role"], name="rota_by_area_and_role")]
        constraints = [
            _period("a_line_of_the_rota_ends_after_it_starts"),
            models.CheckConstraint(name="a_week_has_seven_days", condition=Q(weekday__lte=6)),
            models.UniqueConstraint(
                fields=["practitioner", "role", "weekday", "starts", "ends"],
                condition=Q(to_at__isnull=True),
                name="a_line_of_the_rota_stands_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.practitioner} on duty as {self.role}"


class Duty(models.Model):
    """Somebody answers for a role between two moments, whatever the rota says."""

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    role = models.CharField(max_length=60)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="duties")
    from_at = models.DateTimeField()
    to_at = models.DateTimeField()
    put_by = models.UUIDField()

    class Meta:
        verbose_name_plural = "duties"
        indexes = [models.Index(fields=["area", "role", "from_at"], name="duties_by_area_and_role")]
        constraints = [_period("a_duty_ends_after_it_starts")]

    def __str__(self) -> str:
        return f"{self.practitioner} on duty as {self.role}"


class AgencyChange(models.Model):
    """What was done in this room, by whom, when: one row each, never altered."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey(
        Practitioner, on_delete=models.PROTECT, null=True, related_name="changes"
    )
    what = models.CharField(max_length=40)
    sentence = models.TextField()
    done_at = models.DateTimeField()
    done_by = models.UUIDField(null=True)
    """Empty where the area file did it; ``done_by_name`` then names the file."""
    done_by_name = models.CharField(max_length=200)

    class Meta:
        indexes = [models.Index(fields=["area", "done_at"], name="agency_changes_by_area")]
        constraints = [
            models.CheckConstraint(
                name="an_agency_change_is_of_a_listed_kind", condition=Q(what__in=CHANGES)
            ),
            models.CheckConstraint(name="an_agency_change_says_who_did_it", condition=~Q(done_by_name="")),
        ]
        triggers = [Protect(name="agency_changes_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return self.sentence


class LettingIn(models.Model):
    """A keeper made a code by which a colleague who cannot get in may come in once. Never altered."""

    append_only = True
    kept_from_rules = True

    id = models.UUIDField(primary_key=True, editable=False)
    """Given by the form, so that a form that is sent twice makes one code."""
    area = models.CharField(max_length=60)
    practitioner = models.ForeignKey(Practitioner, on_delete=models.PROTECT, related_name="lettings_in")
    proof = models.CharField(max_length=20)
    words = models.TextField()
    """How they proved who they are, in the keeper's words."""
    code = models.CharField(max_length=128)
    """The code's hash, salted and slow, as a password's."""
    made_at = models.DateTimeField()
    made_by = models.UUIDField()
    to_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "lettings in"
        indexes = [models.Index(fields=["area", "made_at"], name="lettings_in_by_area")]
        constraints = [
            models.CheckConstraint(name="a_proof_is_of_a_listed_kind", condition=Q(proof__in=PROOFS)),
            models.CheckConstraint(name="a_letting_in_says_how_they_proved_it", condition=~Q(words="")),
            models.CheckConstraint(name="a_code_ends_after_it_is_made", condition=Q(to_at__gt=F("made_at"))),
            models.CheckConstraint(name="nobody_lets_themselves_in", condition=~Q(made_by=F("practitioner"))),
        ]
        triggers = [Protect(name="lettings_in_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.practitioner} let in at {self.made_at}"


class LettingInEnd(models.Model):
    """A code was used, or taken back: once, whoever comes first. One that ran out has no such row."""

    append_only = True

    id = models.UUIDField(primary_key=True, default=new_id, editable=False)
    area = models.CharField(max_length=60)
    letting_in = models.OneToOneField(LettingIn, on_delete=models.PROTECT, related_name="end")
    how = models.CharField(max_length=20)
    device = models.CharField(max_length=80, blank=True, default="")
    """On which device it was used, in words such as ``Firefox on Windows``."""
    ended_at = models.DateTimeField()
    ended_by = models.UUIDField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="a_code_ends_in_a_listed_way", condition=Q(how__in=ENDS)),
        ]
        triggers = [Protect(name="ends_of_codes_are_append_only", operation=Update | Delete)]

    def __str__(self) -> str:
        return f"{self.how} at {self.ended_at}"
