"""The ways from a child's page and from a decision's to what professionals disagree about."""

from datetime import datetime
from uuid import UUID

from kith.decisions.challenges import queries, reviewing
from kith.decisions.challenges.types import ChallengeView
from kith.patterns.queries import rulebook
from kith.web.dates import lately
from kith.web.parts.agency import agency
from kith.web.parts.header import Tab


def on_child(child: UUID, *, at: datetime) -> tuple[Tab, ...]:
    """Disagree, ask for a conference, decide otherwise; and each challenge and request about the child, the newest first."""
    challenges = queries.challenges_about(children=[child])
    asked = reviewing.conferences_about(child=child)
    overrides = reviewing.overrides_about(child=child)
    return (
        Tab(words="Disagree", href=f"/children/{child}/challenge/"),
        Tab(words="Ask for a conference", href=f"/children/{child}/conference/"),
        Tab(words="Decide otherwise than the worker", href=f"/children/{child}/override/"),
        *(_challenge(one) for one in challenges),
        *(
            Tab(words=f"Conference asked for {lately(one.asked_at, now=at).words}: {one.answer or 'not answered'}", href=f"/conferences/{one.id}/")
            for one in asked
        ),
        *(
            Tab(words=f"Decided against another view {lately(one.overridden_at, now=at).words}", href=f"/overrides/{one.id}/")
            for one in overrides
        ),
    )  # fmt: skip


def on_decision(decision: UUID) -> tuple[Tab, ...]:
    """Disagree; each challenge of the decision; and the review of it, where it was made against dissent."""
    review = reviewing.override_of_decision(decision=decision)
    return (
        Tab(words="Disagree with this", href=f"/decisions/{decision}/challenge/"),
        *(_challenge(one) for one in queries.challenges_of_decision(decision=decision)),
        *(
            (Tab(words="Made against another view: the review", href=f"/overrides/{review.id}/"),)
            if review
            else ()
        ),
    )


def _challenge(one: ChallengeView) -> Tab:
    about = rulebook().challenge_about.get(one.about, one.about)
    state = "open" if one.is_open else "settled"
    return Tab(
        words=f"{agency(one.agency).label} disagrees about {about}: {state}", href=f"/challenges/{one.id}/"
    )
