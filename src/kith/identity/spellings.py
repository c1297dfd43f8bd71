"""Spellings of one name that share no skeleton, because they are of two alphabets, two languages or two tongues."""

# The first of a line is the form that the others are folded to, before anything else is done with a part of a name.
# A short form (Kate) is no spelling: nicknames.py has those. Written from general knowledge of how names are spelt.

_LISTED = """
abdi cabdi
abdullahi cabdullahi cabdilahi
abdirahman cabdiraxmaan cabdirahman abdiraxman
abdirizak cabdirisaaq abdirisak
ali cali
umar cumar omer
usman cismaan cusmaan
aisha caasha casha caisha aasha ayse
hassan xasan
hussein xuseen xusein huseyin
ahmed axmed
muhammad maxamed mahammed mohamud
mahmoud maxamuud maxamud
fadumo faadumo faduma
hodan xodan
halima xaliima xalimo halimo
hawa xaawo hawo
yusuf yuusuf
zhang cheung cheong
chen chan
wang wong
liu lau
li lee
xu hsu
lin lam
zhou chow chau
yang yeung
zheng cheng
liang leung leong
guo kwok
zeng tsang
xie tse
feng fung
cai choi
ye yip
zhao chiu chao
niamh neve neeve neave
caoimhe keeva kweeva queeva
siobhan shivaun shivon chevonne
saoirse sersha seersha
aoife eefa
roisin rosheen
oisin osheen
tadhg tige teague
cian kian keane
eoghan eoin owen
aoibheann aoibhinn eeveen
orlaith orla
grainne gronya granya
sinead shinade
aodhan aidan aiden aedan
catriona katrina
cathal kahal
ruairi rory ruaidhri
diarmuid dermot diarmaid
domhnall donal donall
padraig podrig
meadhbh maeve meabh
eimear emer eimhear
laoise leesha
cillian killian
muireann mirren
sean shaun shawn
mairi vari
sioned shoned
llewelyn flewellyn
mykhailo mikhail mihail mykhaylo
oleksandr aleksandr olexandr alexandr
oleksii aleksei alexey oleksiy
volodymyr vladimir
yevhen evgeny yevgeny
serhii sergey sergei
dmytro dmitri dmitry
mykola nikolai nikolay
yuliia julia iulia yulia giulia
kateryna ekaterina katerina
anastasiia anastasia nastasia
wojciech vojtech
zuzanna susanna zuzana
tiago thiago
goncalo gonzalo
ines agnes inez
ibrahim ebrahim
rojin rozhin
juma jumah
yaqub yakoob
isa eisa issa
maryam mariam miriam meryem
musa moosa mousa
dawud daud dawood
sulaiman suleman soliman suleyman
yahya yehia yahia
zakariya zekeriya
nguyen nguyn
jayden jaydon jaiden
"""

LINES = tuple(tuple(line.split()) for line in _LISTED.split("\n") if line)
_FOLDED = {other: words[0] for words in LINES for other in words[1:]}


def folded(part: str) -> str:
    """The form that spellings of one name meet in; ``part`` itself where none is listed."""
    return _FOLDED.get(part, part)
