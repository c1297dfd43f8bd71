"""How offices write one name: other spellings, short forms, letters without their marks, halves of a compound."""

import unicodedata
from collections.abc import Iterable
from functools import lru_cache
from random import Random

from kith.simulation.communities import CALLED, SPELLINGS

_MORE_SPELLINGS = """
Mohammed Muhammad Mohamed Mohammad Mohamad Mohamud Muhammed Mohd Md Maxamed
Hussain Hussein Hussien Husain Hossain Hosein Xuseen
Choudhury Chowdhury Chaudhry Choudhry Chaudhary Chaudry
Aisha Ayesha Aysha Aishah Aaisha Caasha Asha
Yusuf Yousef Yousuf Yosef Youssef Yusef Yuusuf
Zainab Zaynab Zeinab Zeynep Zaineb
Fatima Fatimah Faatima Fatma Fadumo Faduma Fathima
Maryam Mariam Miriam Maryan Mariyam
Khadija Khadijah Khadeeja Hadiza Khadiija
Amina Aminah Aamina Ameena
Ahmed Ahmad Axmed Ahamed Achmed
Hassan Hasan Hasaan Xasan
Ibrahim Ebrahim Ibraheem Brahim İbrahim
Abdi Cabdi Abdie
Ali Cali Aly
Omar Umar Cumar Omer Ömer
Abdullahi Cabdullahi Abdulahi Abdullah Abdulla
Abdirahman Cabdiraxmaan Abdurahman Abdulrahman Abdelrahman
Ismail Ismaeel Ismaacil Esmail Ismael
Yasin Yassin Yaasiin Yaseen
Osman Cusmaan Usman Othman Uthman
Warsame Warsama
Farah Faarax Farrah
Jama Jaamac Jamac
Nur Noor Nuur Nour
Adan Aden Aadan
Bilal Belal Bilaal
Hamza Hamzah Xamsa
Zakariya Zakaria Zakariyah Sakariye
Eesa Isa Essa Issa
Musa Moosa Mousa
Hafsa Hafsah Xafsa
Khan Kahn
Iqbal Eqbal
Qureshi Quraishi Koreshi
Sheikh Shaikh Sheik Shaykh
Siddique Siddiqui Siddiq Sadique
Rahman Rehman Rahaman
Begum Begam
Khatun Khatoon Khanom Khanam
Uddin Udin Ud-Din
Miah Mia Miya
Haque Hoque Huq Haq
Islam Islaam
Parveen Parvin
Yasmin Jasmin Yasmeen Yasmine
Harpreet Harprit Herpreet
Gurpreet Gurprit
Jaswinder Jasvinder Jaswindar
Balwinder Balvinder
Dhillon Dhilon Dillon
Sandhu Sandu
Sidhu Sidu Siddhu
Grewal Garewal
Singh Sing
Patel Pattel
Mistry Mistri
Wojciech Voychek
Krzysztof Krzystof Christopher
Katarzyna Katarzina Catherine
Agnieszka Agneszka
Aleksander Alexander Aleksandr Oleksandr
Mikołaj Nikolaj Mikolai
Julia Yulia Julija
Kateryna Katerina Katarina
Mariia Maria Mariya
Anastasiia Anastasia Anastasiya
Dmytro Dmitry Dmitri
Serhii Sergii Sergei Serhiy
Andrii Andriy Andrei
Yurii Yuriy Iurii
Volodymyr Vladimir
Melnyk Melnik
Kovalchuk Kowalczuk
Ștefan Stefan Stephan
Niamh Neve Neave Neamh
Caoimhe Keeva Kweeva Caoimh
Aoife Eefa Aoifa
Róisín Roisin Rosheen
Siobhán Siobhan Shivaun Shevaun
Sinéad Sinead Shinead
Tadhg Tighe Teige
Oisín Oisin Osheen
Ciarán Ciaran Kieran Keiran Kieron
Seán Sean Shaun Shawn
Eoghan Owen Eoin
Eoin Owen Ian
Cathal Cahal
Conor Connor Connar
O'Brien OBrien Obrian
O'Neill O'Neil ONeill
McDonagh McDonough MacDonagh
Maughan Mohan Maughn
Connors Conners O'Connor
Doherty Dougherty Docherty
Catherine Katherine Kathryn Katharine Cathryn
Rachel Rachael Rachell
Sarah Sara
Stephen Steven Stephan
Jonathan Jonathon Johnathan
Geoffrey Jeffrey
Nicholas Nicolas
Philip Phillip
Claire Clare Clair
Lindsay Lindsey Lyndsay
Hayley Hailey Haley
Amelia Emilia
Isabella Isobella Izabella
Isabelle Isabel Isobel Isabell
Evie Evey Eevie
Lily Lilly Lillie
Zoe Zoey
Chloe Khloe Cloe
Aimee Amy Amie
Caitlin Kaitlyn Catelyn Katelyn
Jaxon Jackson Jaxson
Jayden Jaiden Jaydon Jadon
Kayden Caden Kaden
Aiden Aidan Ayden
Rhys Reece Reese
Alfie Alfy
Archie Archy
Zachary Zackary Zachery
Theo Teo
Lewis Louis
Isaac Issac
Harley Harleigh
Darcie Darcey Darcy
Macy Maisie Maisy
Niah Nia Nyah
Aaliyah Aliyah Aliya Aleeyah
Smith Smyth Smythe
Taylor Tailor Tayler
Clarke Clark Clerk
Davies Davis
Brown Browne
Green Greene
Reid Reed Read
Philips Phillips Philipps
Stevens Stephens
Thompson Thomson Tomson
Matthews Mathews
Lawrence Laurence
Pearce Pierce Peirce
Rogers Rodgers
Allen Allan Alan
Stewart Stuart
Harrison Harison
Elliott Eliot Elliot
Gray Grey
Burns Byrnes
Walsh Welsh Welch
Carr Kerr
Nicholls Nichols Nicholl
Andreea Andrea
Ionescu Jonescu
João Joao
Gonçalves Goncalves Gonsalves
Sousa Souza
Rodrigues Rodriguez
Fernandes Fernandez
Chen Chan
Zhang Cheung
Huang Wong
Lin Lam
Li Lee Lei
Zhou Chow
Wu Ng
Xu Hsu Tsui
Zhao Chiu
Liu Lau
Nguyễn Nguyen Nyugen
Mehmet Mehmed Mohammed
Ahmet Ahmed
Ayşe Ayse Aysha
Hüseyin Huseyin Hussain
Şahin Sahin Shahin
Çelik Celik Chelik
Oluwaseun Seun
Oluwatobi Tobi
Ayodele Dele
Chukwuemeka Emeka
Kwabena Kobina Kwabina
Kofi Coffie
Tesfay Tesfaye Tesfai
Ghebremeskel Gebremeskel
Yohannes Johannes
""" + "\n".join(SPELLINGS)  # fmt: skip

_SHORT = """
William Will Bill Billy Liam
Elizabeth Liz Beth Lizzie Betty Libby
Robert Rob Bob Bobby
Richard Rich Rick Dick
Margaret Maggie Peggy Meg
Catherine Cath Kate Katie
Katherine Kath Kate Katie Kat
Michael Mike Mikey Mick
James Jim Jamie Jimmy
John Johnny Jack
David Dave Davy
Daniel Dan Danny
Samuel Sam Sammy
Samantha Sam Sammie
Alexander Alex Xander Sandy
Alexandra Alex Sasha Lexi
Benjamin Ben Benji
Joseph Joe Joey
Joshua Josh
Thomas Tom Tommy
Matthew Matt
Nicholas Nick
Nicola Nicky
Christopher Chris Kit
Anthony Tony Ant
Andrew Andy Drew
Stephen Steve
Steven Steve
Edward Ed Ted Eddie Teddy
Theodore Theo Teddy
Frederick Fred Freddie
Charles Charlie
Charlotte Lottie Charlie
Rebecca Becky Becca
Jennifer Jen Jenny
Jessica Jess Jessie
Victoria Vicky Tori
Stephanie Steph
Deborah Debbie
Susan Sue Susie
Patricia Pat Trish
Patrick Paddy Pat
Isabella Bella Izzy
Isabelle Izzy Belle
Eleanor Ellie Nell
Abigail Abi Abbie
Matilda Tilly
Penelope Penny
Harrison Harry
Zachary Zac Zak
Gabriel Gabe
Sebastian Seb
Dominic Dom
Timothy Tim
Jonathan Jon Jonny
Reginald Reggie
Archibald Archie
Emmanuel Emma Manny
Agnieszka Aga
Małgorzata Gosia
Katarzyna Kasia
Zuzanna Zuzia
Jakub Kuba
Aleksander Olek
Oleksandr Sasha
Kateryna Katya
Anastasiia Nastia
Oluwaseun Seun
Oluwatobi Tobi
Temitope Temi Tope
Ayodele Ayo Dele
Ebunoluwa Ebun
Abdirahman Abdi
Abdullahi Abdi
Mohammed Mo
Muhammad Mo
Bridget Bridgie Biddy
Kathleen Kath
Winifred Winnie
João Joca
José Pepe
Francisco Paco
Harpreet Harry
Amandeep Aman
Gurpreet Gary
Parminder Pam
Balvinder Bal
Manjit Manj
"""

PLAIN = str.maketrans("łŁøØıİßđĐðþƏə", "lLoOiIsdDdtAa")


def _by_name(rows: Iterable[list[str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in rows:
        for name in row:
            found[name] = tuple(
                dict.fromkeys([*found.get(name, ()), *(other for other in row if other != name)])
            )
    return found


SPELT = _by_name(line.split() for line in _MORE_SPELLINGS.strip().splitlines())
SHORT = {row[0]: tuple(row[1:]) for row in (line.split() for line in _SHORT.strip().splitlines())}
SHORT.update({name: (short,) for name, short in CALLED.items() if name not in SHORT})


def plain(name: str) -> str:
    """The name in the letters of an English keyboard: Wiśniewski is Wisniewski."""
    return name if name.isascii() else _unmarked(name)


@lru_cache(maxsize=50_000)
def _unmarked(name: str) -> str:
    apart = unicodedata.normalize("NFKD", name.translate(PLAIN))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def spelt_otherwise(chance: Random, name: str) -> str:
    """One word of the name in another known spelling; the name itself where none is known."""
    words = name.split(" ")
    for place in sorted(range(len(words)), key=lambda _: chance.random()):
        others = SPELT.get(words[place])
        if others:
            words[place] = others[int(chance.random() * len(others))]
            return " ".join(words)
    return name


def called(chance: Random, name: str) -> str:
    """A short form of the first word, else the name as it is."""
    first, _, _ = name.partition(" ")
    forms = SHORT.get(first) or (tuple(name.split("-")[:1]) if "-" in name else ())
    return forms[int(chance.random() * len(forms))] if forms else name


def joined_otherwise(chance: Random, name: str) -> str:
    """Hyphens, apostrophes and spaces as another form takes them: O'Neill is ONeill or O Neill."""
    if "'" in name:
        return name.replace("'", "" if chance.random() < 0.6 else " ")
    if "-" in name:
        return name.replace("-", " " if chance.random() < 0.6 else "")
    if " " in name:
        return name.replace(" ", "-" if chance.random() < 0.6 else "")
    if name.startswith("Mc") and len(name) > 4:
        return "Mac" + name[2:] if chance.random() < 0.5 else "Mc " + name[2:]
    return name


def half(chance: Random, name: str) -> str:
    """One part of a surname of several: Silva Santos is Silva, or Santos; Singh Gill is Gill."""
    parts = name.replace("-", " ").split()
    return parts[int(chance.random() * len(parts))] if len(parts) > 1 else name
