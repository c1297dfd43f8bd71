"""The forms of a contact's page: what one thinks, the decision, taking over, and disagreeing."""

from kith.journeys.truths_of_contact import truths_of
from kith.pathway.policies import MANAGER
from kith.rulebook import Rulebook
from kith.web.contacts.door import AtContact
from kith.web.contacts.page import Deciding, Thinking
from kith.web.parts.form import Choice, Form, SayingWhy

THINKING = ("leaning", "view")
DECIDING = ("outcome", "closing_reason", "reasons", "spoken_to", "told_back", "despite")
BECAUSE = ("because",)


def thinking_of(here: AtContact, book: Rulebook, form: Form | None) -> Thinking | None:
    """Asked of whoever reads an open contact and has not written yet."""
    if not here.contact.is_open or here.first_view:
        return None
    return Thinking(
        action=f"/contacts/{here.contact.id}/think", leanings=outcome_choices(book), form=_own(form, THINKING)
    )


def deciding_of(here: AtContact, book: Rulebook, form: Form | None) -> Deciding | None:
    """For its owner, once they wrote what they think."""
    if not here.mine or here.first_view is None:
        return None
    return Deciding(
        action=f"/contacts/{here.contact.id}/decide",
        outcomes=outcome_choices(book),
        closing_reasons=tuple(
            Choice(value=one.code, words=one.label, hint=one.asks) for one in book.closing_reasons.values()
        ),
        spoken_to=tuple(Choice(value=code, words=words) for code, words in book.spoken_to.items()),
        truths=tuple(one.words for one in truths_of(contact=here.contact, by=here.by, at=here.at)),
        form=_own(form, DECIDING),
    )


def taking_of(here: AtContact, form: Form | None) -> SayingWhy | None:
    """For whoever else screens."""
    if not here.contact.is_open or here.mine:
        return None
    return SayingWhy(action=f"/contacts/{here.contact.id}/take", form=_own(form, BECAUSE))


def disagreeing_of(here: AtContact, form: Form | None) -> SayingWhy | None:
    """For a manager of the front door who did not decide it themselves."""
    contact = here.contact
    if contact.is_open or contact.decided_by == here.by.id or MANAGER not in here.by.roles:
        return None
    return SayingWhy(action=f"/contacts/{contact.id}/disagree", form=_own(form, BECAUSE))


def outcome_choices(book: Rulebook) -> tuple[Choice, ...]:
    """What may be decided, with what each means."""
    return tuple(
        Choice(value=one.code, words=one.label, hint=one.hint) for one in book.contact_outcomes.values()
    )


def _own(form: Form | None, fields: tuple[str, ...]) -> Form:
    """What was typed, where it was typed into this form."""
    return form if form and set(form.answers) <= set(fields) else Form()
