"""Hands out one copy of a file: the one view that answers with a picture, under the child's own guard."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from kith import rulebook
from kith.access import operations as access
from kith.access import policies
from kith.access import queries as involved
from kith.access.types import Opened
from kith.chronology import queries as chronology
from kith.files import operations as files
from kith.files import queries as held
from kith.files.types import File, Picture
from kith.identity import queries as identity
from kith.journeys.add_photographs import say_that_it_was_opened
from kith.kernel.clock import now
from kith.kernel.errors import Refused
from kith.kernel.types import Actor
from kith.web.child.may_read import may_read, shown_to
from kith.web.policy import policy
from kith.web.refused.page import MissingPage
from kith.web.refused.views import refused
from kith.web.show import show
from kith.web.who import acting

CLEAR, BLURRED = "open a photograph", "be shown a blurred photograph"
SANDBOX = "sandbox; default-src 'none'"


@require_safe
@policy("sees_child")
def file(request: HttpRequest, *, file: UUID) -> HttpResponse:
    """One copy, blurred or clear. A file that is not there is refused as a child who is not there."""
    at = now()
    try:
        by = acting(request, at=at)
        picture = _picture(file, by, at)
    except Refused as refusal:
        return refused(request, refusal)
    except held.Damaged:
        return show(request, _DAMAGED, status=410)
    return _as_file(picture)


_DAMAGED = MissingPage(
    title="This picture is damaged",
    words="What is on the disk is not what was kept, so it is not shown. The original is sealed: tell whoever runs Kith.",
)


def _picture(copy: UUID, by: Actor, at: datetime) -> Picture:
    found = held.of_copy(copy=copy)
    child = _child_of(found[0], by, at) if found else None
    purpose = CLEAR if found and found[2] else BLURRED
    opened = access.open_child(child=child or copy, purpose=purpose, by=by, at=at)
    if found is None or not _may_see_entry(found[0], opened, by, at):
        raise Refused("This photograph is not for you to see. Ring your duty desk.")
    picture = files.hand_out(copy=copy, by=by, at=at)
    if picture.is_clear:
        say_that_it_was_opened(file=picture.file, by=by, at=at)
    return picture


def _child_of(file: File, by: Actor, at: datetime) -> UUID | None:
    """The child through whom this reader may see it: of those whom the entry is about now, wherever a match has put it."""
    if file.child is None:
        return None
    about = chronology.children_of(entry=file.entry) if file.entry else []
    children = about or [identity.stands_for(person=file.child, as_at=at)]
    seen = policies.sight(by=by, at=at).filter(child__in=children).values_list("child", flat=True)
    return min(seen, default=children[0])


def _may_see_entry(file: File, opened: Opened, by: Actor, at: datetime) -> bool:
    """Whether this reader may read the entry, and learn where the child is, which a picture can show.

    An entry that was erased, or that the database does not show to this reader, takes its pictures with it.
    """
    if file.entry is None:
        return False
    entry = chronology.entry(file.entry)
    may = may_read(
        child=opened.child,
        involved=involved.involved_with(child=opened.child.id, at=at),
        basis=opened.basis,
        by=by,
        at=at,
    )
    book = rulebook.load(settings.KITH_RULEBOOK)
    return entry is not None and may.places and not shown_to(may, [entry], book)[1]


def _as_file(picture: Picture) -> HttpResponse:
    """A name of our own, no reading of it as anything else, and no power to whatever opens it."""
    answer = HttpResponse(picture.body, content_type="image/jpeg")
    answer.headers["Content-Disposition"] = f'attachment; filename="kith-{picture.id}.jpg"'
    answer.headers["Content-Security-Policy"] = SANDBOX
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Cross-Origin-Resource-Policy"] = "same-origin"
    return answer
