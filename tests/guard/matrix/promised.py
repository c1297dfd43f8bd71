"""The promise as a table: who may ask for what. Written from what Kith says of itself, never from its code.

To add an address: give it a line in ``PAGES`` with what stands in its brackets and the rule that guards it; where no
rule fits, add one to ``RULES``. An address without a line fails the matrix.
"""

from collections.abc import Mapping

from tests.guard.matrix.people import ANONYMOUS, NOBODY, Person
from tests.guard.matrix.promise import SEEN, Answer, Asked, Rule, refusal, sees
from tests.guard.matrix.world import RELATIONSHIPS, Held, World


def _child(world: World, asked: Asked, method: str) -> Answer:
    if asked.about is None or not sees(world, asked.who, asked.about):
        return refusal(asked.about)
    return Answer.REFUSED if asked.thing == "other's" else Answer.SHOWN


def _sheet(world: World, asked: Asked, method: str) -> Answer:
    """A style sheet says nothing when it is refused."""
    return Answer.SHOWN if _child(world, asked, method) is Answer.SHOWN else Answer.REFUSED


def _says_who(world: World, who: Person) -> bool:
    return "mash_manager" in who.roles


def _who(world: World, asked: Asked, method: str) -> Answer:
    """Whoever sees the child, or says who is who in their area where nobody holds the child closely."""
    held, who = asked.about, asked.who
    if held and (sees(world, who, held) or _answers_here(world, who, held)):
        return Answer.SHOWN
    return refusal(held)


def _answers_here(world: World, who: Person, held: Held) -> bool:
    return _says_who(world, who) and who.area == world.area.code and held.tier == "normal"


def _undoes(world: World, asked: Asked, method: str) -> Answer:
    """Only whoever says who is who undoes, or reads what a step moved; of another child's step there is nothing."""
    found = _who(world, asked, method)
    if found is not Answer.SHOWN:
        return found
    if not _says_who(world, asked.who) or asked.who.area != world.area.code or asked.thing == "other's":
        return Answer.REFUSED
    return Answer.SHOWN


def _opens(world: World, asked: Asked, method: str) -> Answer:
    """With a reason anybody opens a child who is not sealed."""
    if asked.about is None or (asked.about.tier == "sealed" and not sees(world, asked.who, asked.about)):
        return Answer.NOTHING
    return Answer.SHOWN


def _owns(world: World, asked: Asked, method: str) -> Answer:
    """A question is answered by whoever it waits on; who sees the child reads it."""
    held = asked.about
    if held is None or not sees(world, asked.who, held):
        return refusal(held)
    return Answer.SHOWN if world.ids[asked.who.key] == held.prompt_owner else Answer.REFUSED


def _declines(world: World, asked: Asked, method: str) -> Answer:
    """Whoever does not own it is offered no reason to choose: the page comes back, and nothing was done."""
    found = _owns(world, asked, method)
    return Answer.NOT_DONE if found is Answer.REFUSED else found


def _nobody_yet(world: World, asked: Asked, method: str) -> Answer:
    """Nothing was challenged, so nobody may answer a challenge."""
    found = _child(world, asked, method)
    return Answer.REFUSED if found is Answer.SHOWN else found


def _reads_decision(world: World, asked: Asked, method: str) -> Answer:
    held, who = asked.about, asked.who
    if held is None or not sees(world, who, held):
        return refusal(held)
    closed = asked.thing == "closed"
    decision = held.closed_decision if closed else held.decision
    assert decision
    scrutinises = "independent_scrutineer" in who.roles
    may = closed or scrutinises or who.code == "ruth-abara" or _was_asked(world, who, decision)
    return Answer.SHOWN if may else Answer.REFUSED


def _was_asked(world: World, who: Person, decision: object) -> bool:
    return who.area == world.area.code and who.agency in world.asked[decision]  # type: ignore[index]


def _takes_a_position(world: World, asked: Asked, method: str) -> Answer:
    found = _reads_decision(world, asked, method)
    if found is not Answer.SHOWN:
        return found
    assert asked.about and asked.about.decision
    may = asked.thing != "closed" and _was_asked(world, asked.who, asked.about.decision)
    return Answer.SHOWN if may else Answer.REFUSED


def _decides(world: World, asked: Asked, method: str) -> Answer:
    """Its owner alone, once, and after their own agency's position: here that is not written yet, so nobody."""
    found = _reads_decision(world, asked, method)
    return Answer.REFUSED if found is Answer.SHOWN else found


def _decides_for_children(world: World, asked: Asked, method: str) -> Answer:
    """Its owner alone, also afterwards for a child who was forgotten."""
    found = _reads_decision(world, asked, method)
    return Answer.REFUSED if found is Answer.SHOWN and asked.who.code != "ruth-abara" else found


def _signed_in(world: World, asked: Asked, method: str) -> Answer:
    return Answer.SHOWN


def _own_draft(world: World, asked: Asked, method: str) -> Answer:
    mine = asked.is_there and asked.who.key == "martha-hale"
    # A first submit begins a draft under the id that its page was drawn with.
    begins = method == "POST" and not asked.is_there
    return Answer.SHOWN if mine or begins else Answer.REFUSED


def _in_role(role: str) -> Rule:
    def rule(world: World, asked: Asked, method: str) -> Answer:
        here = asked.who.area == world.area.code or not asked.thing
        return Answer.SHOWN if role in asked.who.roles and here and asked.is_there else Answer.REFUSED

    return rule


def _review(world: World, asked: Asked, method: str) -> Answer:
    who = asked.who
    may = _says_who(world, who) and who.area == world.area.code and asked.thing == "review normal"
    return Answer.SHOWN if may else Answer.REFUSED


def _adds_pictures(world: World, asked: Asked, method: str) -> Answer:
    """As one's own draft; nothing begins here, so that one that is not there is refused."""
    return _own_draft(world, asked, method) if asked.is_there else Answer.REFUSED


def _opening(world: World, asked: Asked, method: str) -> Answer:
    """The guardian: nobody is allocated to that child or holds them, who would be told as well."""
    may = "information_guardian" in asked.who.roles
    return Answer.SHOWN if may and asked.who.area == world.area.code and asked.is_there else Answer.REFUSED


def _reviews_looks(world: World, asked: Asked, method: str) -> Answer:
    """Guardians. Whoever is on call over them comes in for findings about a guardian alone, of which there is none here."""
    return Answer.SHOWN if "information_guardian" in asked.who.roles else Answer.REFUSED


def _lists(world: World, asked: Asked, method: str) -> Answer:
    """Who sees the child reads it; whoever is allocated puts the child on the list, and nobody a child who is held so closely."""
    found, held = _child(world, asked, method), asked.about
    if found is not Answer.SHOWN or method != "POST":
        return found
    may = held and held.relationship == "personal" and held.tier != "sealed"
    return Answer.SHOWN if may else Answer.REFUSED


def _morning(world: World, asked: Asked, method: str) -> Answer:
    """Who sees the child reads what the night left; an answer that is none of the three is nobody's."""
    found = _child(world, asked, method)
    return Answer.REFUSED if method == "POST" and found is Answer.SHOWN else found


def _letter(world: World, asked: Asked, method: str) -> Answer:
    """The agency that sent it, of schools the school alone; and the manager of the front door."""
    who, sent_by = asked.who, world.letters.get(asked.thing)
    if who.area != world.area.code or sent_by is None:
        return Answer.REFUSED
    own = who.agency == sent_by.agency and (sent_by.agency != "school" or who.team == sent_by.team)
    return Answer.SHOWN if own or "mash_manager" in who.roles else Answer.REFUSED


def _reads_lettings_in(world: World, asked: Asked, method: str) -> Answer:
    """Keepers, for their own people; and the guardian, for the area."""
    may = asked.who.roles & {"sign_in_keeper", "information_guardian"}
    return Answer.SHOWN if may else Answer.REFUSED


def _tells_families(world: World, asked: Asked, method: str) -> Answer:
    """The guardian, of children of the area who are not held closely or whom they see; nobody else learns anything of a child."""
    held, who = asked.about, asked.who
    if "information_guardian" not in who.roles:
        return Answer.REFUSED
    if held is None:
        return Answer.NOTHING
    of_here = who.area == world.area.code and held.tier == "normal"
    if not of_here and not sees(world, who, held):
        return refusal(held)
    return Answer.REFUSED if asked.thing == "other's" else Answer.SHOWN


def _screens(world: World, asked: Asked, method: str) -> Answer:
    """Whoever screens, and whoever has it; one about a child who is held closely its owner alone. Decided on by nobody yet."""
    if not asked.is_there:
        return Answer.NOTHING
    who = asked.who
    if who.area != world.area.code and asked.thing:
        return Answer.REFUSED
    if asked.thing == "contact held closely":
        return Answer.SHOWN if world.ids[who.key] == world.contact_owner else Answer.REFUSED
    may = who.roles & {"screener", "mash_manager", "emergency_duty_worker"}
    return Answer.SHOWN if may else Answer.REFUSED


def _too_soon(world: World, asked: Asked, method: str) -> Answer:
    """Nobody has written what they think of it, so that nobody decides; and nothing was decided that one could disagree with."""
    found = _screens(world, asked, method)
    return Answer.REFUSED if found is Answer.SHOWN else found


def _named_for(thing: str, *, otherwise: Answer = Answer.REFUSED) -> Rule:
    """Who sees the child reads it; the one person who was named answers, and whoever else typed words has them back."""

    def rule(world: World, asked: Asked, method: str) -> Answer:
        found = _child(world, asked, method)
        if found is not Answer.SHOWN or method != "POST":
            return found
        assert asked.about
        named = world.ids[asked.who.key] == asked.about.answers[thing]
        return Answer.SHOWN if named else otherwise

    return rule


def _disagrees(world: World, asked: Asked, method: str) -> Answer:
    """Whoever sees the child, of the agency that disagrees: here the hospital."""
    found = _child(world, asked, method)
    ours = asked.who.agency == "hospital" and asked.who.area == world.area.code
    return Answer.REFUSED if found is Answer.SHOWN and not ours else found


def _nothing(world: World, asked: Asked, method: str) -> Answer:
    return Answer.NOTHING


def _refused(world: World, asked: Asked, method: str) -> Answer:
    return Answer.REFUSED


PAGES: Mapping[str, tuple[str, Rule]] = {
    "concern/": ("", _signed_in),
    "concern/<uuid:draft>/": ("draft", _own_draft),
    "concern/<uuid:draft>/sent/": ("draft", _own_draft),
    "concern/<uuid:draft>/disagree": ("draft", _refused),
    "concern/<uuid:draft>/photographs/": ("draft", _adds_pictures),
    "concern/<uuid:draft>/<slug:key>/": ("draft", _own_draft),
    "children/<uuid:child>/visit/": ("child", _child),
    "children/<uuid:child>/": ("child", _child),
    "children/<uuid:child>/print.css": ("child", _sheet),
    "children/<uuid:child>/chronology/": ("child", _child),
    "children/<uuid:child>/chronology/print/": ("child", _child),
    "children/<uuid:child>/chronology/<uuid:entry>/read": ("entry", _child),
    "children/<uuid:child>/chronology/<uuid:entry>/files/": ("entry", _child),
    "children/<uuid:child>/sent/": ("child", _child),
    "children/<uuid:child>/compiled.css": ("child", _sheet),
    "children/<uuid:child>/who-looked/": ("child", _tells_families),
    "children/<uuid:child>/who-looked/<uuid:told>/": ("told", _tells_families),
    "children/<uuid:child>/who-looked/<uuid:told>/print.css": ("told", _tells_families),
    "files/<uuid:file>/": ("file", _refused),
    "held/": ("", _in_role("information_guardian")),
    "held/<uuid:outgoing>/": ("outgoing", _refused),
    "held/<uuid:outgoing>/document": ("outgoing", _refused),
    "held/<uuid:outgoing>/release": ("outgoing", _refused),
    "held/<uuid:outgoing>/keep-back": ("outgoing", _refused),
    "looks/": ("", _reviews_looks),
    "looks/<uuid:finding>/": ("finding", _refused),
    "own-family/": ("", _in_role("information_guardian")),
    "children/<uuid:child>/tonight/": ("child", _child),
    "children/<uuid:child>/before-you-knock/": ("child", _child),
    "children/<uuid:child>/before-you-knock/print/": ("child", _child),
    "children/<uuid:child>/note-from-the-night/": ("child", _child),
    "children/<uuid:child>/morning/<uuid:task>/": ("task", _morning),
    "children/<uuid:child>/weekend/": ("child", _lists),
    "weekend/": ("", _signed_in),
    "children/<uuid:child>/birth/": ("child", _child),
    "children/<uuid:child>/closing/": ("child", _child),
    "children/<uuid:child>/home/": ("child", _child),
    "children/<uuid:child>/home/change/": ("child", _child),
    "children/<uuid:child>/decisions/new": ("child", _child),
    "children/<uuid:child>/who/": ("child", _who),
    "children/<uuid:child>/who/undo": ("child", _undoes),
    "children/<uuid:child>/who/<uuid:step>/": ("step", _undoes),
    "children/<uuid:child>/open/": ("child", _opens),
    "": ("", _signed_in),
    "children/": ("", _signed_in),
    "decisions/": ("", _signed_in),
    "prompts/<uuid:prompt>/": ("prompt", _child),
    "prompts/<uuid:prompt>/acknowledge": ("prompt", _owns),
    "prompts/<uuid:prompt>/discussion": ("prompt", _owns),
    "prompts/<uuid:prompt>/done": ("prompt", _owns),
    "prompts/<uuid:prompt>/decline": ("prompt", _declines),
    "prompts/<uuid:prompt>/challenge": ("prompt", _child),
    "prompts/<uuid:prompt>/challenge/answer": ("prompt", _nobody_yet),
    "told/<uuid:prompt>/": ("prompt", _refused),
    "same-child/": ("", _in_role("mash_manager")),
    "same-child/<uuid:review>/": ("review", _review),
    "same-child/<uuid:review>/undo": ("review", _refused),
    "openings/": ("", _in_role("information_guardian")),
    "openings/<uuid:opening>/": ("opening", _opening),
    "letters/": ("", _signed_in),
    "letters/<uuid:letter>/": ("letter", _letter),
    "letters/<uuid:letter>/aside": ("letter", _letter),
    "given-back/": ("", _signed_in),
    "given-back/<uuid:receiver>/again": ("receiver", _letter),
    "sign-in/let-in/": ("", _reads_lettings_in),
    "sign-in/let-in/code": ("", _in_role("sign_in_keeper")),
    "sign-in/let-in/take-back": ("", _in_role("sign_in_keeper")),
    "desk/": ("", _in_role("guardian_desk")),
    "desk/<uuid:call>/": ("call", _in_role("guardian_desk")),
    "contacts/": ("", _screens),
    "contacts/figures/": ("", _screens),
    "contacts/again/<uuid:second>/": ("second", _refused),
    "contacts/<uuid:contact>/": ("contact", _screens),
    "contacts/<uuid:contact>/think": ("contact", _screens),
    "contacts/<uuid:contact>/take": ("contact", _screens),
    "contacts/<uuid:contact>/ask": ("contact", _screens),
    "asked/<uuid:asked>/": ("asked", _nothing),
    "contacts/<uuid:contact>/decide": ("contact", _too_soon),
    "contacts/<uuid:contact>/disagree": ("contact", _too_soon),
    "challenges/": ("", _signed_in),
    "challenges/<uuid:challenge>/": ("challenge", _child),
    "challenges/<uuid:challenge>/answer": ("challenge", _named_for("challenge", otherwise=Answer.NOT_DONE)),
    "challenges/<uuid:challenge>/press": ("challenge", _disagrees),
    "challenges/<uuid:challenge>/settle": ("challenge", _disagrees),
    "challenges/<uuid:challenge>/say": ("challenge", _nobody_yet),
    "children/<uuid:child>/challenge/": ("child", _child),
    "children/<uuid:child>/conference/": ("child", _child),
    "children/<uuid:child>/override/": ("child", _child),
    "conferences/<uuid:asked>/": ("conference", _named_for("conference")),
    "conferences/<uuid:asked>/challenge/": ("conference", _nobody_yet),
    "overrides/<uuid:override>/": ("override", _named_for("override")),
    "scrutiny/": ("", _in_role("independent_scrutineer")),
    "decisions/<uuid:decision>/challenge/": ("decision", _reads_decision),
    "decisions/<uuid:decision>/": ("decision", _reads_decision),
    "decisions/<uuid:decision>/position": ("decision", _takes_a_position),
    "decisions/<uuid:decision>/outcome": ("decision", _decides),
    "decisions/<uuid:decision>/here": ("decision", _takes_a_position),
    "decisions/<uuid:decision>/bring": ("decision", _takes_a_position),
    "decisions/<uuid:decision>/explanation": ("decision", _takes_a_position),
    "decisions/<uuid:decision>/action": ("decision", _takes_a_position),
    "decisions/<uuid:decision>/actions/<uuid:action>": ("decision", _reads_decision),
    "decisions/<uuid:decision>/children": ("decision", _decides_for_children),
}
AT_ITS_OWN_DOOR = frozenset(
    {
        "sign-in/passkey", "sign-in/second", "sign-in/agency/<slug:code>", "sign-in/agency/<slug:code>/back", "sign-in/set-up",
        "sign-in/set-up/passkey", "sign-in/recovery", "sign-in/recovery/new", "sign-in/mine", "sign-in/mine/end",
        "sign-in/mine/take-away", "sign-in/mine/password", "sign-in/code/password",
    }
)  # fmt: skip
"""Steps of signing in: about nobody but whoever signs in, and tested in tests/web/test_web_sign_in_*.py. Not asked here."""
PUBLIC = frozenset(
    {
        "sign-in", "sign-in/as", "sign-in/cannot", "sign-in/code", "api/v1/openapi.json", "api/", "tell/", "tell/again/",
        "tell/me/", "tell/leave/",
    }
)  # fmt: skip
"""Anyone may ask."""
BY_TOKEN = frozenset(
    {
        "api/v1/entries/<id>", "api/v1/entries", "api/feeds/<slug:feed>/", "api/v1/given", "api/v1/given/<child>/<form>",
    }
)  # fmt: skip
"""A system of an agency; a person who is signed in counts for nothing here."""
ASKS_FIRST = frozenset({"sign-out"})
"""Whoever is not signed in is asked to, by whatever method they come."""


def promised(world: World, asked: Asked, method: str, methods: tuple[str, ...]) -> Answer:
    """What must be answered: the method first, then who asks, then the rule of the address."""
    if asked.address in ASKS_FIRST and asked.who is ANONYMOUS:
        return Answer.SIGN_IN
    if asked.address in BY_TOKEN:
        return Answer.NO_TOKEN if method in methods else Answer.NOT_THIS_WAY
    if asked.address == "api/":
        return Answer.NOT_HERE
    if method not in methods:
        return Answer.NOT_THIS_WAY
    if asked.address == "sign-in/as":
        return Answer.NOT_HERE
    if asked.address in PUBLIC or asked.address in ASKS_FIRST:
        return Answer.SHOWN
    if asked.who is ANONYMOUS:
        return Answer.SIGN_IN
    if asked.who is NOBODY:
        return Answer.REFUSED
    return PAGES[asked.address][1](world, asked, method)


assert set(SEEN) == set(RELATIONSHIPS)
