"""Signing in: with a passkey, by a code, again, and what is one's own."""

from dataclasses import replace
from uuid import UUID

from kith.web.parts.form import Form, Problem
from kith.web.sign_in.own_page import (
    ChangeLine,
    DeviceLine,
    FactorLine,
    MakePasskeyPage,
    MinePage,
    RecoveryPage,
    SetUpPage,
)
from kith.web.sign_in.page import (
    AgainPage,
    AgencyDoor,
    NoWayInPage,
    Passkey,
    PasskeyPage,
    SecondPage,
    SignInPage,
)
from kith.web.sign_in.wording import NO_PASSKEY, too_many, wrong_code
from tests.web.samples.tolland_bay import DESK

_ASKED = Passkey(options='{"challenge": "dG9sbGFuZC1iYXk", "rpId": "kith.tolland-bay.example"}')
_SQUARES = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h2v2H0zM3 0h1v1H3zM2 2h1v1H2zM0 3h1v1H0z"/></svg>'

EVERY_WAY_IN = SignInPage(
    form=Form(
        answers={"email": "dana.ferris@tolland-bay.example", "shared": "yes"}, problems=(too_many("email"),)
    ),
    agencies=(AgencyDoor(words="Tolland Bay Council", href="/sign-in/agency/council"),),
    passkeys=True,
    ring=DESK,
)
WITH_A_PASSKEY = PasskeyPage(form=Form(), passkey=_ASKED)
PASSKEY_OF_NOBODY = PasskeyPage(form=Form(problems=(NO_PASSKEY,)), passkey=_ASKED, next="/children/")
SECOND_STEP = SecondPage(form=Form(problems=(wrong_code("code"),)), passkey=_ASKED, app=True, ring=DESK)
SECOND_BY_CODE = SecondPage(form=Form(), passkey=None, app=True, ring=DESK)
AGAIN = AgainPage(
    form=Form(problems=(Problem(field="again_password", words="That password is not right."),)),
    passkey=None,
    password=True,
    app=True,
    action="/children/x/open/",
    method="POST",
    kept=(("category", "danger"), ("because", "His aunt rang: he is alone with him tonight.")),
    ring=DESK,
)
AGAIN_WITH_PASSKEY = AgainPage(
    form=Form(), passkey=_ASKED, password=True, app=False, action="/sign-in/set-up", method="GET", ring=DESK
)
SET_UP = SetUpPage(
    form=Form(),
    picture=_SQUARES,
    secret="JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP",
    needed=True,
    passkeys=True,
)
SET_UP_TO_MEND = SetUpPage(
    form=Form(problems=(wrong_code("code"),)),
    picture=_SQUARES,
    secret="JBSW Y3DP",
    needed=False,
    passkeys=False,
)
MAKE_A_PASSKEY = MakePasskeyPage(form=Form(), passkey=Passkey(options="{}", make=True))
RECOVERY = RecoveryPage(
    codes=tuple(f"{number:012}" for number in range(111_111_111, 1_111_111_111, 111_111_111)), left=9
)
RECOVERY_KEPT = RecoveryPage(codes=(), left=1)
MINE = MinePage(
    devices=(
        DeviceLine(
            id=UUID(int=1), words="Firefox on Windows", since="Tue 17 Nov, 08:31", here=True, shared=True
        ),
        DeviceLine(
            id=UUID(int=2), words="Chrome on Android", since="Tue 17 Nov, 07:58", here=False, shared=False
        ),
    ),
    factors=(
        FactorLine(id=1, words="Code app", since="Mon 2 Nov, 09:00"),
        FactorLine(id=2, words="Passkey, made on Firefox on Windows", since="Tue 3 Nov, 09:12"),
    ),
    changes=(
        ChangeLine(when="Tue 17 Nov, 08:31", words="Your password was changed, on Firefox on Windows."),
        ChangeLine(when="Mon 2 Nov, 09:00", words="A code app was set up, on Firefox on Windows."),
    ),
    recovery_left=9,
    demo=False,
    passkeys=True,
    ring=DESK,
    keeps="Let a colleague in again",
)
MINE_IN_THE_DEMO = MinePage(
    devices=(), factors=(), changes=(), recovery_left=0, demo=True, passkeys=False, ring=DESK
)
MINE_BY_AGENCY = replace(MINE_IN_THE_DEMO, demo=False, agency="Tolland Bay Council")
NO_WAY_IN = NoWayInPage(agency="Tolland Bay Council", ring=DESK)
