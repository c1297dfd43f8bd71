"""The values of the page on which a birth is told, or that a pregnancy ended."""

from dataclasses import dataclass
from typing import ClassVar

from kith.web.birth.questions import MORE_BABIES, SEX
from kith.web.parts.form import Choice, Form
from kith.web.parts.header import Identity


@dataclass(frozen=True, kw_only=True)
class BirthPage:
    """Everything on the page, in reading order."""

    template: ClassVar[str] = "birth/page.jinja"
    section: ClassVar[str] = "children"
    sexes: ClassVar = SEX
    more_babies: ClassVar = MORE_BABIES

    who: Identity
    action: str
    form: Form
    due: str
    """``The baby is due on 3 March 2027.``"""
    proposed: tuple[str, ...]
    """Why Kith thinks that the baby may be born, a sentence each; empty where nothing says so."""
    which: tuple[Choice, ...]
    """Children who may be this baby, and nobody of them; empty where there is nobody."""
    ended: str = ""
    """Said where the pregnancy has ended; the page then asks only whether that was a mistake."""

    @property
    def title(self) -> str:
        """Says first that something needs mending."""
        return ("Error: " if self.form.problems else "") + f"The birth: {self.who.name}"
