"""E-mail (EML): every header as it reads, every part, every attachment and its name."""

from email import policy
from email.message import EmailMessage
from email.parser import BytesParser

from kith.outgoing.reading.gathered import DEEPEST, Inside, TooMuch
from kith.outgoing.reading.plain import read_letters

MOST_PARTS = 200


def read_mail(inside: Inside) -> None:
    """Headers first: who it is from, whom an answer goes to, and what it is about leak as well as words do."""
    try:
        told = BytesParser(policy=policy.default).parsebytes(inside.body)
        _read_message(inside, told)
    except TooMuch:
        raise
    except Exception:
        inside.gathered.cannot(inside.place or "the e-mail", "this e-mail cannot be read")
    read_letters(inside)


def _read_message(inside: Inside, told: EmailMessage) -> None:
    for number, part in enumerate(told.walk(), start=1):
        if number > MOST_PARTS:
            raise TooMuch("it has more parts than can be searched")
        where = "the e-mail’s headers" if number == 1 else f"part {number} of the e-mail"
        inside.gathered.say(inside.at(where), "\n".join(f"{name}: {value}" for name, value in part.items()))
        if part.is_multipart():
            continue
        body = part.get_payload(decode=True)
        if isinstance(body, bytes) and body:
            where = f"part {number} of the e-mail"
            if inside.depth >= DEEPEST:
                inside.gathered.cannot(inside.at(where), "it is a file inside too many others")
                continue
            inside.open(body, where=where, media_type=part.get_content_type(), name=part.get_filename() or "")
