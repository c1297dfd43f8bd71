"""Faults as somebody could make them: each is planted alone, and lets one secret out by one channel.

Not planted, because the channel does not exist: a cache, e-mail, text messages, push, PDF, spreadsheets, calendar files,
files with names, a search index, storage in the browser, messages to other areas, a vault of referrers' names. No page
writes out the value that stands for an address: what it says of itself is tested in `tests/rooms`.
"""

import base64
import logging
import quopri
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any
from urllib.parse import quote

import pytest
import structlog

from kith.access import kin, policies
from kith.access.operations import trail as access_trail
from kith.access.types import NotInvolved
from kith.kernel import dead_letters, outbox
from kith.people.operations import trail
from kith.web import drafts, show
from kith.web import policy as guarding
from kith.web.child import may_read, reading
from kith.web.child import views as child_views
from kith.web.refused import views as refused_views
from tests.guard.canary.families import Secrets
from tests.guard.standing_still import NOW

Patch = pytest.MonkeyPatch
Plant = Callable[[Patch, Secrets], None]


def _drawn(change: Callable[[str, Secrets], str]) -> Plant:
    """A fault of a template: the page is drawn, and then says more."""

    def plant(patch: Patch, said: Secrets) -> None:
        whole = show.draw
        patch.setattr(show, "draw", lambda *given, **named: change(whole(*given, **named), said))

    return plant


def _more(said: Callable[[Secrets], str]) -> Plant:
    return _drawn(lambda page, secrets: page.replace("</main>", f"{said(secrets)}</main>"))


def _answered(change: Callable[[Any, Secrets], None]) -> Plant:
    """A fault of what is sent beside the page."""

    def plant(patch: Patch, said: Secrets) -> None:
        made = show.HttpResponse

        def answer(*given: Any, **named: Any) -> Any:
            response = made(*given, **named)
            change(response, said)
            return response

        patch.setattr(show, "HttpResponse", answer)

    return plant


def _on_the_way(does: Callable[[Any, Secrets], object]) -> Plant:
    """Something that is written while a page is drawn; it is given the request."""

    def plant(patch: Patch, said: Secrets) -> None:
        whole = show.draw

        def drawn(*given: Any, **named: Any) -> str:
            does(named["request"], said)
            return whole(*given, **named)

        patch.setattr(show, "draw", drawn)

    return plant


def _header(name: str, value: Callable[[Secrets], str]) -> Plant:
    return _answered(lambda answer, said: answer.headers.__setitem__(name, value(said)))


def _utf16(answer: Any, said: Secrets) -> None:
    answer.content = answer.content + said.house.encode("utf-16")


def _coordinates(said: Secrets, places: int) -> str:
    return ",".join(f"{float(one):.{places}f}" for one in said.coordinates.split(","))


def _raises(request: Any, said: Secrets) -> None:
    raise ValueError(f"no such address: {said.street}")


def _sentence(patch: Patch, said: Secrets) -> None:
    whole = trail.keep
    patch.setattr(
        trail,
        "keep",
        lambda done, **named: whole(replace(done, sentence=f"{done.sentence} {said.house}"), **named),
    )


def _details(patch: Patch, said: Secrets) -> None:
    whole = trail.keep
    patch.setattr(
        trail, "keep", lambda done, **named: whole(replace(done, details={**done.details, "at": said.postcode}), **named)
    )  # fmt: skip


def _purpose(patch: Patch, said: Secrets) -> None:
    patch.setattr(access_trail, "check_said", lambda words, **named: f"{words} {said.postcode}")


def _draft(patch: Patch, said: Secrets) -> None:
    whole = drafts.save

    def save(*, answers: Mapping[str, str], asked: tuple[str, ...], **named: Any) -> Any:
        return whole(answers={**answers, "where": said.street}, asked=(*asked, "where"), **named)

    patch.setattr(drafts, "save", save)


def _reason(patch: Patch, said: Secrets) -> None:
    whole = policies.nothing_found

    def found(**named: Any) -> Any:
        no = whole(**named)
        reason = f"{no.reason} Ask for {said.sealed_name}."
        return NotInvolved(by=named["by"], child=no.child, what=no.what, reason=reason)

    patch.setattr(policies, "nothing_found", found)


def _missing(patch: Patch, said: Secrets) -> None:
    whole = refused_views.MissingPage
    patch.setattr(refused_views, "MissingPage", lambda **named: whole(**{**named, "words": said.refuge}))


def _sheet(patch: Patch, said: Secrets) -> None:
    patch.setattr(child_views, "style_sheet", lambda head: f'@page {{ content: "{said.house}" }}')


def _redirect(patch: Patch, said: Secrets) -> None:
    whole = guarding.redirect_to_login
    patch.setattr(guarding, "redirect_to_login", lambda path: whole(f"{path}?at={quote(said.house)}"))


def _kin(hides: Callable[[Any], bool]) -> Plant:
    def plant(patch: Patch, said: Secrets) -> None:
        def shown(relatives: Any, mine: Any) -> Any:
            return {one.id: kin._kin_as_shown(one, not hides(one)) for one in relatives}

        patch.setattr(kin, "_shown", shown)

    return plant


def _restricted_alone(patch: Patch, said: Secrets) -> None:
    whole = kin._shown
    patch.setattr(
        kin, "_shown", lambda them, mine: whole(them, {one.id for one in them if one.tier == "restricted"})
    )


def _may(**changed: bool) -> Plant:
    """Whoever reads is taken for somebody who reads more."""

    def plant(patch: Patch, said: Secrets) -> None:
        whole = may_read.may_read
        patch.setattr(reading, "may_read", lambda **named: replace(whole(**named), **changed))

    return plant


def _prose_stays(patch: Patch, said: Secrets) -> None:
    patch.setattr(may_read, "PLACE_UNSAID", f"At {said.clinic}.")


def _details_stay(patch: Patch, said: Secrets) -> None:
    patch.setattr(may_read, "_without_places", lambda entry, book: replace(entry, text=""))


def _anybody_learns(patch: Patch, said: Secrets) -> None:
    patch.setattr(policies, "check_can_learn_address", lambda **named: policies.check_can_see(**named))


LEAKS: Mapping[str, Plant] = {
    "page: the house in a sentence": _more(lambda said: said.house),
    "page: the street in capitals": _more(lambda said: said.street.upper()),
    "page: the postcode without its space": _more(lambda said: said.postcode.replace(" ", "")),
    "page: the telephone with dashes": _more(lambda said: said.telephone.replace(" ", "-")),
    "page: the UPRN in a class": _more(lambda said: f'<i class="u-{said.uprn}"></i>'),
    "page: coordinates to two places": _more(lambda said: _coordinates(said, 2)),
    "page: coordinates to three places": _more(lambda said: _coordinates(said, 3)),
    "page: the refuge split across tags": _more(lambda said: "<b></b>".join(said.refuge)),
    "page: the house backwards": _more(lambda said: said.house[::-1]),
    "page: the house in base64": _more(lambda said: base64.b64encode(said.house.encode()).decode()),
    "page: the house in entities": _more(lambda said: "".join(f"&#x{ord(one):x};" for one in said.house)),
    "page: quoted-printable": _more(
        lambda said: quopri.encodestring(b"=" + said.house.encode(), True).decode()
    ),
    "page: UTF-7": _more(lambda said: said.house.replace(" H", "+ACAASA-")),
    "page: UTF-16": _answered(_utf16),
    "title": _drawn(lambda page, said: page.replace("<title>", f"<title>{said.house} ")),
    "a form's value": _more(lambda said: f'<input value="{said.street}">'),
    "a comment": _more(lambda said: f"<!-- {said.house} -->"),
    "a link": _more(lambda said: f'<a href="/map?q={quote(said.house, safe="")}">'),
    "a picture's words": _more(lambda said: f"<svg><title>near {said.school}</title></svg>"),
    "the name of somebody sealed": _more(lambda said: said.sealed_name),
    "a header": _header("X-Home", lambda said: said.house),
    "the name of a file": _header(
        "Content-Disposition", lambda said: f'inline; filename="{said.house}.html"'
    ),
    "an ETag in base64": _header("ETag", lambda said: base64.b64encode(said.street.encode()).decode()),
    "a cookie": _answered(lambda answer, said: answer.set_cookie("home", quote(said.house))),
    "a redirect": _redirect,
    "the session": _on_the_way(lambda request, said: request.session.__setitem__("home", said.street)),
    "a line of a log": _on_the_way(lambda _, said: logging.getLogger("kith").warning("at %s", said.house)),
    "a structured line": _on_the_way(lambda _, said: structlog.get_logger().info("drawn", at=said.postcode)),
    "the text of an error": _on_the_way(_raises),
    "the outbox": _on_the_way(
        lambda _, said: outbox.put(topic="planted", payload={"at": said.house}, area="tolland-bay", at=NOW)
    ),
    "a dead letter's problem": _on_the_way(
        lambda _, said: dead_letters.keep(
            area="tolland-bay",
            came_by="planted",
            media_type="text/plain",
            body=b"",
            problem=said.street,
            at=NOW,
        )
    ),
    "the trail's sentence": _sentence,
    "the trail's details": _details,
    "the purpose of a look": _purpose,
    "somebody else's draft": _draft,
    "the reason of a refusal": _reason,
    "the page of an address that leads nowhere": _missing,
    "the print sheet": _sheet,
    "the household: everybody": _kin(lambda one: False),
    "the household: the restricted": _restricted_alone,
    "places told to whoever sees": _may(places=True),
    "an entry's prose": _prose_stays,
    "an entry's details": _details_stay,
    "an address revealed to whoever sees": _anybody_learns,
}
"""Each by the channel by which it would leave."""
