"""What a password may not be: short, what many people choose, or made of what everybody knows of its person.

Nothing asks for capitals, figures or signs, and no password runs out (NIST SP 800-63B-4, section 3.1.1; OWASP ASVS 5.0, V6.2).
Named in the settings as Django's validators, so that every way to a password asks the same.
"""

import re
import unicodedata
from typing import Any

from django.contrib.auth.password_validation import CommonPasswordValidator, validate_password
from django.core.exceptions import ValidationError

from kith.agencies import models
from kith.kernel.errors import BadInput

SHORTEST, LONGEST = 15, 256
"""Characters. Fifteen, because before a second factor stands the password is the only one."""
_OF_THEIR_OWN = 8
"""Letters and figures that must be left when what everybody knows is taken out."""
_DIFFERENT = 6
_EVERYBODYS = (
    "kith",
    "password",
    "letmein",
    "welcome",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "1234567890",
    "0987654321",
)


class LongEnough:
    """At least fifteen characters, any; and no more than anybody types."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError."""
        if len(password) < SHORTEST:
            raise ValidationError(
                f"Use at least {SHORTEST} characters. Four or five words that do not belong together are good."
            )
        if len(password) > LONGEST:
            raise ValidationError(f"Use at most {LONGEST} characters.")


class NotCommon(CommonPasswordValidator):
    """None of the twenty thousand most common, nor one of them with more round it or over and over."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError."""
        typed = password.casefold().strip()
        bare = re.sub(r"^[\W\d_]+|[\W\d_]+$", "", typed)
        tried = {typed, bare, _once(typed), _once(bare)}
        if tried & self.passwords or len(set(typed)) < _DIFFERENT:
            raise ValidationError(
                "That is one of the passwords that are tried first. Choose words that nobody would expect."
            )


class NotKnownOfThem:
    """Not made of their own name, e-mail, agency, team or area: that is what somebody who knows them tries."""

    def validate(self, password: str, user: Any = None) -> None:
        """Raises ValidationError."""
        left = _plain(password)
        for word in sorted({*_known_of(user), *_EVERYBODYS}, key=len, reverse=True):
            left = left.replace(word, "")
        if len(left) < _OF_THEIR_OWN:
            raise ValidationError(
                "That is made of your name, your e-mail, your agency or what everybody types. Choose words that have nothing to do with you or your work."
            )


def check_new_password(password: str, *, sign_in: models.SignIn, field: str = "new_password") -> None:
    """Whether this may be somebody's password. BadInput names ``field`` and the first reason."""
    if not password:
        raise BadInput(field, "Type the password that you want from now on.")
    try:
        validate_password(password, user=sign_in)
    except ValidationError as wrong:
        raise BadInput(field, wrong.messages[0]) from None
    if sign_in.has_usable_password() and sign_in.check_password(password):
        raise BadInput(field, "That is the password you have. Choose another.")


def _known_of(sign_in: Any) -> set[str]:
    """Everything that a colleague or a visitor of the agency's site knows, as plain words of three letters and more."""
    if not isinstance(sign_in, models.SignIn):
        return set()
    said = [sign_in.email, sign_in.area]
    said += models.Area.objects.filter(code=sign_in.area).values_list("name", flat=True)
    row = models.Practitioner.objects.select_related("agency").filter(sign_in=sign_in.pk).first()
    if row:
        said += [row.name, row.agency.name, row.agency.code]
        said += row.memberships.values_list("team__name", flat=True)
    words = re.split(r"[\W_]+", " ".join(said))
    return {plain for word in words if len(plain := _plain(word)) > 2}


def _plain(words: str) -> str:
    """Letters and figures alone, small and without accents."""
    apart = unicodedata.normalize("NFKD", words.casefold())
    return "".join(one for one in apart if one.isalnum())


def _once(words: str) -> str:
    """``abcabc`` as ``abc``: a piece that is said over and over, said once."""
    found = re.fullmatch(r"(.+?)\1+", words)
    return found[1] if found else words
