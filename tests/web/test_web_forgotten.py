"""What is forgotten when its time is over, by the work that runs beside the pages."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.contrib.sessions.models import Session
from django.test import Client

from kith.jobs.rounds import one_round
from kith.kernel.clock import now
from kith.web import drafts, models
from kith.web.sign_in import hours, sessions
from tests.web.forms import bay, way_in
from tests.web.signing_in import first_step, is_in

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore:No directory at")]


def test_a_round_of_work_removes_sessions_that_ran_out_and_no_other():
    bay()
    person = way_in("dana-ferris")
    (gone, _), (here, _) = first_step(person), first_step(person, client=Client())
    Session.objects.filter(pk=gone.session.session_key).update(expire_date=now() - timedelta(seconds=1))
    models.OpenSession.objects.filter(session=gone.session.session_key).update(
        from_at=now() - timedelta(days=2)
    )
    assert sessions.OVER_BY_THEN > hours.LONGEST
    one_round(at=now())
    assert [row.pk for row in Session.objects.all()] == [here.session.session_key]
    assert [row.session for row in models.OpenSession.objects.all()] == [here.session.session_key]
    assert is_in(here) and not is_in(gone)


def test_a_round_of_work_removes_drafts_that_nobody_touched_for_two_weeks(monkeypatch):
    asked = []
    monkeypatch.setattr(drafts, "forget_old", lambda *, at: asked.append(at) or 0)
    at = now()
    one_round(at=at)
    assert asked == [at]
    assert set(settings.KITH_FORGETS) == {
        "kith.web.drafts.forget_old",
        "kith.web.tell.forgetting.forget_old",
        "kith.web.sign_in.sessions.forget_ended",
    }
