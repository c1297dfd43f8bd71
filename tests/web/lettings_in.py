"""What the tests of letting in again share: a keeper at their page, a code, and whoever types it."""

from uuid import uuid4

from django.test import Client

from kith.agencies import models as agencies
from kith.web.sign_in import agencies_that_prove
from tests.web.forms import page, said, signed_in, worker

HELEN, YUSUF, JOEL = "helen-marrable", "yusuf-demir", "joel-prewett"
"""Two keepers of children's services, and a social worker there who cannot get in."""
NEW = "heron ladder quiet turnip"
COUNCIL = agencies_that_prove.AgencyProvider(
    code="council", name="Tolland Bay Council", area="tolland-bay", agency="childrens_social_care",
    issuer="https://login.council.example", our_id="kith", secret="s",
)  # fmt: skip


def keeper(code=HELEN) -> Client:
    client = signed_in(code)
    session = client.session
    session["two_factors"] = True
    session.save()
    return client


def make(client, whom=JOEL, **other):
    typed = {
        "practitioner": str(worker(whom).id),
        "proof": "by_video",
        "words": "Staff card 4471.",
        "key": str(uuid4()),
    }
    return client.post("/sign-in/let-in/code", {**typed, **other})


def made(whom=JOEL, by=HELEN) -> str:
    """A code, as the keeper reads it from the page."""
    answer = make(keeper(by), whom)
    assert answer.status_code == 200, said(answer)
    return page(answer).classed("code-letters")[0].text


def type_code(code, client=None, whom=JOEL, email=None):
    client = client or Client()
    return client, client.post("/sign-in/code", {"email": email or email_of(whom), "let_in_code": code})


def email_of(code):
    return agencies.SignIn.objects.get(practitioner__code=code).email


def choose(client, password=NEW):
    return client.post("/sign-in/code/password", {"new_password": password, "new_password_again": password})


def come_in(code, whom=JOEL) -> Client:
    client, _ = type_code(code, whom=whom)
    answer = choose(client)
    assert answer.status_code == 302, said(answer)
    return client
