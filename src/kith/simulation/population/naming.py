"""Names people by the habits of their community: who bears whose name, and in which order."""

from random import Random

from kith.simulation.names import KEPT_HER_NAME, WOMENS_SECOND_NAMES, feminine
from kith.simulation.population import (
    names_africa,
    names_asia,
    names_british_isles,
    names_europe,
    names_south_asia,
)
from kith.simulation.population.stock import Stock

STOCKS: tuple[Stock, ...] = (
    *names_british_isles.STOCKS,
    *names_south_asia.STOCKS,
    *names_africa.STOCKS,
    *names_europe.STOCKS,
    *names_asia.STOCKS,
)
DOUBLE_BARRELLED, MOTHERS_NAME, BOTH_NAMES = 0.012, 0.2, 0.05
_ALIKE = {
    one: tuple(other for other in row if other != one)
    for row in (
        line.split()
        for line in (
            "Aisha Aaliyah Alisha|Jayden Hayden Kayden Jaiden|Ella Bella Isabella|Mia Maya Myla|Ava Eva Ada Aria|Lily Lilly Lola"
            "|Amelia Emilia|Harry Harley Harrison|Max Jax|Oliver Ollie|Leo Theo|Evie Edie Elsie|Millie Molly Mollie|Jack Jake"
            "|Freya Freddie|Zainab Zahra Zara|Hassan Hussain|Hamza Haris|Amina Amira|Fatima Fadumo|Abdirahman Abdullahi Abdikadir"
            "|Sofia Sophia Sophie|Zofia Zuzanna|Julia Julita|Jakub Jan|Taiwo Kehinde|Chidera Chidinma|Gurpreet Harpreet Jaspreet"
            "|Simran Simrit|Maria Mariana|Andrei Adrian|Matei Mihai|Ryan Rayan|Alfie Archie|Teddy Tommy|Ruby Rosie Rose|Adam Aadam"
        ).split("|")
    )
    for one in row
}


def surname(chance: Random, stock: Stock, sex: str) -> str:
    """A grown-up's own surname; of someone who has one name only, nothing."""
    last = stock.surnames.pick(chance)
    habit = stock.habit
    if habit == "handed_on":
        return f"{last}-{stock.surnames.pick(chance)}" if chance.random() < DOUBLE_BARRELLED else last
    if habit == "womens_second_name":
        return (
            WOMENS_SECOND_NAMES[int(chance.random() * 4)]
            if sex == "female" and chance.random() < 0.7
            else last
        )
    if habit == "singh_and_kaur":
        return _singh_or_kaur(chance, last, sex)
    if habit == "two_surnames":
        return f"{stock.surnames.pick(chance)} {last}"
    if habit == "fathers_and_grandfathers_name":
        return f"{stock.men.pick(chance)} {last}"
    if habit == "one_name_or_fathers":
        return _one_name_or_fathers(chance, stock.men.pick(chance), last)
    if habit == "fathers_name":
        return stock.men.pick(chance) if chance.random() < 0.6 else last
    return with_ending(last, habit, sex, married=True)


def childs_surname(
    chance: Random, stock: Stock, sex: str, *, father: tuple[str, str], mother_last: str
) -> str:
    """The surname a child gets from ``father`` (first and last name) and mother, by the father's community."""
    first, last = father
    habit = stock.habit
    if habit == "fathers_and_grandfathers_name":
        return f"{first} {last.split()[0]}"
    if habit == "fathers_name":
        return first
    if habit == "one_name_or_fathers":
        return _one_name_or_fathers(chance, first, last)
    if habit == "singh_and_kaur":
        return _singh_or_kaur(chance, last.split()[-1], sex)
    if habit == "womens_second_name" and sex == "female" and chance.random() < 0.5:
        return WOMENS_SECOND_NAMES[int(chance.random() * 3)]
    if habit == "two_surnames":
        return f"{(mother_last or last).split()[-1]} {last.split()[-1]}"
    if mother_last and mother_last != last and habit == "handed_on":
        draw = chance.random()
        if draw < MOTHERS_NAME:
            return mother_last
        if draw < MOTHERS_NAME + BOTH_NAMES and "-" not in mother_last + last:
            return f"{mother_last}-{last}"
    return with_ending(last, habit, sex, married=False)


def married_surname(chance: Random, stock: Stock, maiden: str, husbands: str) -> str:
    """What a woman is called once she is married: in some communities her own name still."""
    if stock.habit == "slavic_endings":
        return feminine(husbands)
    if stock.habit == "lithuanian_endings":
        return with_ending(husbands, stock.habit, "female", married=True)
    if stock.habit != "handed_on" or chance.random() < KEPT_HER_NAME:
        return maiden
    return husbands


def twins_name(chance: Random, stock: Stock, sex: str, first: str) -> str:
    """A first name that sounds or begins like the other twin's."""
    given = stock.given(sex, grown_up=False)
    if first.startswith("Mohammed "):
        return next(
            name for name in iter(lambda: given.pick_beginning_like(chance, "M"), "") if name != first
        )
    alike = _ALIKE.get(first)
    if alike and chance.random() < 0.7:
        return alike[int(chance.random() * len(alike))]
    return given.pick_beginning_like(chance, first)


def with_ending(last: str, habit: str, sex: str, *, married: bool) -> str:
    """The surname with the ending of a woman or girl, where the language has one."""
    if sex != "female":
        return last
    if habit == "slavic_endings":
        return feminine(last)
    if habit == "lithuanian_endings":
        stem = last.removesuffix("ius").removesuffix("as").removesuffix("us").removesuffix("is")
        return stem + ("ienė" if married else "aitė" if last.endswith("as") else "ytė")
    return last


def _singh_or_kaur(chance: Random, last: str, sex: str) -> str:
    second = "Kaur" if sex == "female" else "Singh"
    if last in ("Singh", "Kaur"):
        return second
    draw = chance.random()
    return f"{second} {last}" if draw < 0.55 else last if draw < 0.75 else second


def _one_name_or_fathers(chance: Random, fathers_first: str, last: str) -> str:
    draw = chance.random()
    return "" if draw < 0.25 else fathers_first if draw < 0.6 else last or fathers_first
