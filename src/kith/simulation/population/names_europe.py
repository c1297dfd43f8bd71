"""Names of families with roots in Poland, Romania, the Roma, Portugal, Spain, Italy, Lithuania and Ukraine."""

from kith.simulation.population.stock import composed, stock

_POLISH = composed(
    "Kowal Wiśn Lewand Zieliń Szymań Woźni Dąbr Kozł Jankow Mazur Krawcz Piotr Grab Pawł Michal Nowick Adamcz Dudz Wieczork Jabłoń Król Majew "
    "Olszew Stępień Malin Jawor Sadow Górn Rutk Sik Ostrow Bar Tomasz Pietrz Wróbl Marcin Sobczy Kubi Kaczm Gajew",
    "owski ewski iński czyk ak icz ek arek ski",
)
_UKRAINIAN = composed(
    "Shev Koval Bondar Tkach Krav Melny Savch Petr Ivan Roman Lys Moroz Hryts Marchen Boyk Kly Rud Pon Zakhar Levch Tymosh Kostiu Vasyl Fedor",
    "chenko enko chuk iuk enkiv yshyn ets",
)
_ROMANIAN = composed(
    "Ion Pop Dumitr Stan Georg Constantin Mari Rad Ung Nicol Mihai Flor Vasil Sto Andre Bog Lup Cri Barb Tudor Ene Preda Dobr Neag Il Mold",
    "escu eanu ache oiu iu aru",
)

STOCKS = (
    stock(
        "polish", 0.035, girls="Julia Zuzanna Maja Zofia Hanna Lena Alicja Oliwia Laura Maria Amelia Pola Antonina Emilia Nikola Wiktoria Gabriela Natalia "
        "Nadia Martyna Kinga Weronika Kornelia Michalina Łucja Małgorzata Liliana Blanka", boys="Jakub Antoni Jan Szymon Franciszek Filip Aleksander Mikołaj "
        "Wojciech Kacper Adam Michał Oskar Marcel Stanisław Wiktor Nikodem Bartosz Maksymilian Dawid Mateusz Dominik Krystian Paweł Łukasz Tymon Kamil Oliwier",
        women="Anna Katarzyna Agnieszka Małgorzata Monika Joanna Magdalena Ewa Marta Karolina Justyna Sylwia Aneta Dorota Beata Izabela Edyta Kamila Paulina",
        men="Piotr Krzysztof Tomasz Paweł Marcin Michał Łukasz Grzegorz Adam Marek Rafał Dariusz Mariusz Robert Artur Jacek Sławomir Wojciech Zbigniew Kamil",
        surnames="Nowak Kowalski Wiśniewski Wójcik Kowalczyk Kamiński Lewandowski Zieliński Szymański Woźniak Dąbrowski Kozłowski Jankowski Mazur Kwiatkowski "
        "Krawczyk Kaczmarek Piotrowski Grabowski Zając Pawłowski Michalski Król Wieczorek Jabłoński Wróbel Nowakowski Majewski Olszewski Stępień Malinowski",
        surname_tail=_POLISH, middle=0.2,
    ),
    stock(
        "romanian", 0.025, girls="Maria Sofia Ioana Andreea Elena Daria Antonia Eva Anastasia Ana Bianca Alexandra Larisa Denisa Gabriela Mihaela Raluca "
        "Ștefania Cătălina Roxana Crina", boys="Andrei Matei David Luca Ștefan Alexandru Gabriel Ionuț Cristian Mihai Răzvan Rareș Florin Vlad Darius Robert "
        "Cosmin Bogdan Cătălin Sorin Adrian", surnames="Popa Popescu Ionescu Pop Radu Dumitru Stan Stoica Gheorghe Matei Ciobanu Rusu Munteanu Moldovan "
        "Șerban Rădulescu Lungu Constantin Marin Dinu Bălan Lazăr Căpraru Țăranu", surname_tail=_ROMANIAN, middle=0.5,
    ),
    stock(
        "roma", 0.006, steepness=1.0, girls="Esmeralda Denisa Vanessa Kristina Nikola Maria Narcisa Rebeka Zdenka Sara Jasmina Samanta Angelika Ramona Loredana",
        boys="Ricardo Denis Patrik Samuel Jozef Marek Florin Ionel Ştefan Dominik Kevin Martin Robert Mario Ladislav", surnames="Horváth Balog Lakatos Rác "
        "Tokár Žiga Pompa Dunka Mirga Čonka Gábor Rostaş Ciurar Lăcătuş Căldăraru Bihári Kotlár Giňa Rafael",
    ),
    stock(
        "portuguese", 0.012, girls="Maria Leonor Matilde Carolina Beatriz Ana Alice Francisca Inês Mariana Lara Clara Sofia Joana Margarida Bruna Catarina",
        boys="João Francisco Santiago Afonso Duarte Tomás Rodrigo Martim Miguel Gonçalo Tiago Diogo Rafael Pedro Simão Guilherme Lourenço", surnames="Silva "
        "Santos Ferreira Pereira Oliveira Costa Rodrigues Martins Jesus Sousa Fernandes Gonçalves Gomes Lopes Marques Alves Almeida Ribeiro Pinto Carvalho "
        "Teixeira Moreira Correia Mendes Nunes Soares Vieira Monteiro Cardoso Rocha Raposo Neves Coelho Cruz Cunha Pires Ramos Reis Simões Antunes Matos Fonseca",
    ),
    stock(
        "spanish", 0.008, habit="two_surnames", girls="Lucía Sofía Valentina Martina María Camila Isabella Luciana Mariana Gabriela Daniela Paula Ximena Jimena Noa",
        boys="Mateo Santiago Hugo Martín Sebastián Alejandro Diego Nicolás Daniel Samuel José Miguel_Ángel Juan_David Andrés Álvaro", surnames="García Rodríguez "
        "González Fernández López Martínez Sánchez Pérez Gómez Martín Jiménez Ruiz Hernández Díaz Moreno Muñoz Álvarez Romero Alonso Gutiérrez Navarro Torres "
        "Domínguez Vázquez Ramos Gil Ramírez Serrano Quispe Mamani Restrepo Ospina Cárdenas Zambrano Cedeño Loor Chávez",
    ),
    stock(
        "italian", 0.008, girls="Sofia Giulia Aurora Alice Ginevra Emma Giorgia Greta Beatrice Anna Chiara Sara Martina Francesca Elisa", boys="Leonardo Francesco "
        "Tommaso Alessandro Lorenzo Mattia Gabriele Riccardo Andrea Edoardo Matteo Giuseppe Antonio Davide Nicolò", surnames="Rossi Russo Ferrari Esposito Bianchi "
        "Romano Colombo Ricci Marino Greco Bruno Gallo Conti De_Luca Costa Giordano Mancini Rizzo Lombardi Moretti D'Angelo D'Amico Di_Marco Della_Valle Santoro",
        middle=0.2,
    ),
    stock(
        "lithuanian", 0.008, habit="lithuanian_endings", girls="Emilija Liepa Austėja Ugnė Gabija Kamilė Miglė Goda Urtė Viltė Ieva Eglė Rūta Aušra", boys="Lukas "
        "Matas Nojus Jonas Dominykas Benas Jokūbas Domas Kajus Tomas Mantas Žygimantas Darius Rokas", surnames="Kazlauskas Jankauskas Petrauskas Stankevičius "
        "Paulauskas Žukauskas Butkus Vasiliauskas Balčiūnas Urbonas Navickas Ramanauskas Savickas Rimkus Kavaliauskas Šimkus Mažeika Bagdonas Norkus",
    ),
    stock(
        "ukrainian", 0.01, girls="Sofiia Anna Mariia Yeva Solomiia Daryna Polina Veronika Zlata Kateryna Anastasiia Viktoriia Khrystyna Oksana Nataliia Iryna "
        "Tetiana", boys="Artem Maksym Oleksandr Danylo Mark Matvii Bohdan Dmytro Ivan Nazar Andrii Yehor Kyrylo Serhii Volodymyr Vasyl Yurii", surnames="Melnyk "
        "Shevchenko Kovalenko Bondarenko Boiko Tkachenko Kravchenko Kovalchuk Koval Oliinyk Shevchuk Polishchuk Lysenko Marchenko Savchenko Rudenko Moroz "
        "Zaitsev Petrenko Klymenko Pavlenko", surname_tail=_UKRAINIAN,
    ),
)  # fmt: skip
