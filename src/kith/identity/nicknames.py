"""Groups of names by which one person may be called: short forms, and spellings that share no skeleton."""

# Names that English families now give as names of their own (Jack, Nora, Ella) are left out of older groups on purpose:
# a brother and sister, or twins, may well be called John and Jack.

from functools import lru_cache

from kith.identity.skeleton import skeleton, sounds

_SHORT_FORMS = """
abigail abi abby gail
abdul abdullah abdallah abdoul
alexander alex alexandre sandy xander alec sasha
alexandra alex alexandria sandra sasha lexi
alfred alfie fred freddie
alison ali ally
amanda mandy
andrew andy drew
anthony tony antony
archibald archie
benjamin ben benji benny
beatrice bea trixie
catherine cath cathy kate katie kathryn katherine kitty kit kat
charles charlie chas chuck
charlotte charlie lottie
christina chris tina christine chrissie
christopher chris kit
daniel dan danny
david dave davey dai
deborah deb debbie debs
dominic dom nick
dorothy dot dottie
edward ed eddie ted teddy ned
eleanor ellie nell elle
elizabeth liz lizzie beth betty eliza libby betsy
emily em emmie
emma em
florence flo florrie flossie
frances fran frankie francesca
francis frank frankie
frederick fred freddie
gabriel gabe
gabriella gabby gabi
george georgie
georgina georgie gina
gerald gerry jerry
grace gracie
harold harry hal
henry harry hal hank
isabella bella izzy isabel isabelle isobel
jacob jake
jayden jaden jaydon
jacqueline jackie jacqui
james jim jimmy jem
janet jan
jeffrey jeff geoffrey geoff jeffery
jennifer jen jenny jennie
jessica jess jessie
joanna jo joanne
john jon johnny
jonathan jon jonny
joseph joe joey
joshua josh
josephine jo josie
judith judy jude
julia jules
kimberley kim kimberly
kenneth ken kenny
lawrence larry laurie
leanne lee
leonard len lenny
louise lou lulu
lucy lu
madeleine maddie
margaret maggie meg peggy madge
martin marty
mary molly polly
matilda tilly mattie
matthew matt matty
maxwell max
maximilian max
megan meg
melissa mel
melanie mel
michael mick mike mickey mikey
mohammed mohd md mo muhammad mehmet maxamed mamadou mahomet muhammed
natalie nat
natasha tasha
nathaniel nat nate
nathan nat nate
nicholas nick nicky nico
nicola nicky nikki
oliver ollie
olivia liv livvy
oscar ozzy
pamela pam
patricia pat patsy trish tricia
patrick pat paddy
penelope penny
peter pete
philip phil pip
phoebe pheebs
rebecca becky becca bex
richard rick dick richie ricky
robert rob bob bobby robbie bert
ronald ron ronnie
rosemary rose rosie
rosalind ros
samantha sam sammy
samuel sam sammy
sarah sally
sebastian seb bas
sean shaun shawn shane
simon si
sophia sophie
stephanie steph
stephen steve steven stevie
susan sue susie susannah
theodore theo ted teddy
teresa terry tess theresa
terence terry
thomas tom tommy
timothy tim timmy
tobias toby
valerie val
victor vic
victoria vicky tori
vincent vince vinny
walter wally
william will bill billy liam willie
yusuf yousef joseph yousuf yosef
zachary zach zack
maryam mary
umar omar
usman osman othman
isa jesus
oluwaseun seun
oluwatobi tobi
temitope temi tope
chukwuemeka emeka
chidinma chidi
ebunoluwa ebun
adaeze ada
ayodele ayo
damilola dami
kwabena kobina
zuzanna zuzia
aleksandra ola
piotr piotrek peter
tomasz tomek thomas
mateusz matthew
pawel paul
wojciech wojtek
lukasz luke lucas
jose joseph
joao john
tiago james
stefan stephen
harpreet harp
gurpreet gurp preet
manpreet manny preet
mykhailo misha michael
oleksandr sasha alexander
dmytro dima
kateryna katya catherine
anastasiia nastya
volodymyr vova
ibrahim abraham ebrahim brahim
fatima fatma fatimah fatoumata fadumo faduma
aisha ayesha aysha aishah aaisha caasha aasha
zoe zoey
aleksander alexander alex olek
katarzyna kasia catherine
malgorzata gosia margaret
agnieszka agnes
stanislaw staszek
krzysztof krzys christopher
jakub kuba jacob
mihai michael
ioan ion
gheorghe george
"""

_LINES = [tuple(line.split()) for line in _SHORT_FORMS.split("\n") if line]
_FULL: dict[str, frozenset[str]] = {}
_LISTED: dict[str, frozenset[str]] = {}
_SAID: dict[str, frozenset[str]] = {}
for _names in _LINES:
    for _name in _names:
        _FULL[_name] = _FULL.get(_name, frozenset()) | {_names[0]}
        _LISTED[_name] = _LISTED.get(_name, frozenset()) | {_names[0]}
        for _sound in sounds(_name):
            _SAID[_sound] = _SAID.get(_sound, frozenset()) | {_names[0]}


@lru_cache(maxsize=200_000)
def groups(token: str) -> frozenset[str]:
    """The full names, as skeletons, that ``token`` may be short for: by these it is found."""
    return frozenset(skeleton(full) for full in _FULL.get(token, ()))


@lru_cache(maxsize=200_000)
def called(token: str) -> frozenset[str]:
    """The lists that ``token``, or a name spelt like it, stands in: two that share one may be called by each other's."""
    listed = _LISTED.get(token, frozenset())
    return listed.union(*(_SAID.get(sound, frozenset()) for sound in sounds(token)))
