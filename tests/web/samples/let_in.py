"""A password changed, nobody getting in, and a keeper who lets a colleague in again."""

from dataclasses import replace

from kith.web.let_in.page import LetInLine, LetInPage, MadePage
from kith.web.parts.form import Choice, Form, Problem
from kith.web.sign_in.password_page import CannotGetInPage, CodePage, ComeInPage, NoPasswordPage, PasswordPage
from kith.web.sign_in.wording import too_many
from tests.web.samples.tolland_bay import DESK

DANA = "dana.ferris@tolland-bay.example"
PASSWORD = PasswordPage(form=Form(), shown=False, email=DANA)
PASSWORD_TO_MEND = PasswordPage(
    form=Form(
        problems=(
            Problem(field="new_password", words="Use at least 15 characters. Four or five words are good."),
        )
    ),
    shown=True,
    email=DANA,
)
PASSWORDS_DIFFER = PasswordPage(
    form=Form(problems=(Problem(field="new_password_again", words="The two are not the same."),)),
    shown=False,
    email=DANA,
)
NO_PASSWORD = NoPasswordPage(agency="", agency_phone="", ring=DESK)
PASSWORD_AT_THE_AGENCY = NoPasswordPage(agency="Tolland Bay Council", agency_phone="01632 960 100", ring=DESK)
CANNOT_GET_IN = CannotGetInPage(ring=DESK)
CODE = CodePage(form=Form(), ring=DESK)
CODE_TO_MEND = CodePage(form=Form(answers={"email": DANA}, problems=(too_many("let_in_code"),)), ring=DESK)
COME_IN = ComeInPage(form=Form(), shown=False, email=DANA, agency="")
COME_IN_TO_MEND = replace(
    COME_IN, form=Form(problems=(Problem(field="new_password", words="That is one that is tried first."),))
)
COME_IN_BY_AGENCY = ComeInPage(form=Form(), shown=False, email=DANA, agency="Tolland Bay Council")
_LINES = (
    LetInLine(
        id="2", when="Tue 17 Nov, 10:40", whom="Joel Prewett, Tolland Bay Children’s Services", by="Helen Marrable",
        proof="Seen on video with photo card", words="Staff card 4471, his own kitchen behind him.",
        state="Waits until Tue 17 Nov, 11:40", waits=True,
    ),
    LetInLine(
        id="1", when="Mon 2 Nov, 09:12", whom="Siobhan Keane, Tolland Bay Children’s Services", by="Yusuf Demir",
        proof="Seen in person", words="She came to my desk.", state="Used Mon 2 Nov, 09:15, on Edge on Windows",
        waits=False,
    ),
)  # fmt: skip
_FOUND = (
    Choice(value="a", words="Joel Prewett", hint="Social worker, Harbour, joel.prewett@tolland-bay.example"),
    Choice(value="b", words="Joelle Hart", hint="Social worker, Moor, joelle.hart@tolland-bay.example"),
)
LET_IN = LetInPage(
    form=Form(answers={"key": "k"}), keeper=True, searches=True, found=(), found_words="", agency="", lines=_LINES, since="90 days",
    whose="Those whom you keep",
)  # fmt: skip
LET_IN_FEW = replace(LET_IN, searches=False, found=_FOUND)
LET_IN_FOUND = replace(LET_IN, form=Form(answers={"key": "k", "text": "joel"}), found=_FOUND)
LET_IN_TO_MEND = replace(
    LET_IN_FOUND,
    form=Form(
        answers={"key": "k", "text": "joel", "practitioner": "a"},
        problems=(
            Problem(field="proof", words="Choose how they proved who they are."),
            Problem(field="words", words="Write what you saw or whom you rang."),
        ),
    ),
)
LET_IN_NOBODY = replace(
    LET_IN,
    form=Form(
        answers={"key": "k", "text": "zzz"}, problems=(Problem(field="let-in-list", words="It was used."),)
    ),
    found_words="Nobody of those whom you keep is called so.",
    agency="Tolland Bay Council",
)
LET_IN_READ = replace(LET_IN, keeper=False, lines=(), whose="Everybody’s in Tolland Bay")
CODE_MADE = MadePage(
    whom="Joel Prewett", code="7KQM-4RTX-9WBD-2HFP-6NVC", until="11:40", email=DANA, agency=""
)
CODE_MADE_BY_AGENCY = replace(CODE_MADE, agency="Tolland Bay Council")
