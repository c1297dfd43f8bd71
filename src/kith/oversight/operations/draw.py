"""Once a week some looks of every team are drawn by lot, so that a finding proves nothing about anybody."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction

from kith.access import looks_for_review as access
from kith.agencies import queries as agencies
from kith.agencies import shifts
from kith.kernel.clock import LONDON
from kith.oversight import models
from kith.oversight.gathering import key, span_of
from kith.oversight.looking.lot import drawn
from kith.oversight.looking.rows import LookSeen
from kith.oversight.looking.rule import of_children
from kith.oversight.looking.rules import BY_LOT
from kith.oversight.operations import findings

WITHOUT_TEAM = "none"


def draw_lots(*, at: datetime, limit: int = 200) -> int:
    """Draw the lots of the week that is over, in every area where nobody did; answers in how many areas."""
    today = at.astimezone(LONDON).date()
    monday = today - timedelta(days=today.weekday() + 7)
    drawn_in = models.LooksAsked.objects.filter(what="lot", day=monday)
    done = set(drawn_in.values_list("area", flat=True))
    waiting = [area for area in agencies.areas() if area not in done]
    return sum(_drawn(area, monday, at) for area in waiting[:limit])


def _drawn(area: str, monday: date, at: datetime) -> bool:
    since, until = span_of(monday)[0], span_of(monday + timedelta(days=7))[0]
    try:
        with transaction.atomic():
            looks = [
                LookSeen(**vars(one)) for one in access.looks_between(area=area, since=since, until=until)
            ]
            who = {one.practitioner for one in looks}
            models.LooksAsked.objects.create(
                area=area, what="lot", day=monday, looks=len(looks), people=len(who), done_at=at
            )
            teams = shifts.teams_between(practitioners=who, since=since, until=until)
            for one, quoted in _of_each_person(looks, teams, f"{area}|{monday}").items():
                words = f"{of_children(quoted)} of the week of {monday.day} {monday:%B}. A lot drew them; nothing was found."
                findings.keep(
                    area=area, rule=BY_LOT, practitioner=one, words=words, looks=quoted, day=monday, at=at
                )
    except IntegrityError as clash:
        if "a_day_of_looks_is_asked_once" not in str(clash):
            raise
        return False
    return True


def _of_each_person(
    looks: Iterable[LookSeen], teams: dict[UUID, frozenset[UUID]], words: str
) -> dict[UUID, tuple[LookSeen, ...]]:
    """Each team's lot, then by whose looks they are: one finding is about one person."""
    by_team: dict[object, list[LookSeen]] = {}
    for one in looks:
        for team in teams.get(one.practitioner) or {WITHOUT_TEAM}:
            by_team.setdefault(team, []).append(one)
    found: dict[UUID, dict[UUID, LookSeen]] = {}
    for team, own in by_team.items():
        for one in drawn(own, key=key() or settings.SECRET_KEY.encode(), words=f"{words}|{team}"):
            found.setdefault(one.practitioner, {})[one.id] = one
    return {
        who: tuple(sorted(held.values(), key=lambda one: (one.looked_at, one.id)))
        for who, held in found.items()
    }
