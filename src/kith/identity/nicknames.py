"""Groups of names by which one person may be called: short forms, and spellings that share no skeleton."""

from functools import lru_cache

from kith.identity.skeleton import skeleton

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
catherine cath cathy kate katie kathryn katherine kitty kat caitlin
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
eleanor ellie nell nora elle
elizabeth liz lizzie beth betty eliza libby elsie lisa betsy
emily em emmie millie
emma em
florence flo florrie flossie
frances fran frankie francesca
francis frank frankie
frederick fred freddie
gabriel gabe
gabriella gabby gabi ella
george georgie
georgina georgie gina georgia
gerald gerry jerry
grace gracie
harold harry hal
henry harry hal hank
isabella bella izzy isabel isabelle isobel
jacob jake
jayden jaden jaydon
jacqueline jackie jacqui
james jim jimmy jamie jem
janet jan
jeffrey jeff geoffrey geoff jeffery
jennifer jen jenny jennie
jessica jess jessie
joanna jo joanne joan
john jon jack johnny
jonathan jon jonny
joseph joe joey
joshua josh
josephine jo josie
judith judy jude
julia jules julie
kimberley kim kimberly
kenneth ken kenny
lawrence larry laurie
leanne lee
leonard len lenny leo
louise lou lulu
lucy lu lucille
madeleine maddie madison
margaret maggie meg peggy madge greta daisy
martin marty
mary molly polly may
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
nathaniel nathan nat nate
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
sarah sally sadie
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
ibrahim abraham ebrahim brahim
isa eesa issa
maryam mariam miriam mary
yahya yehia
sulaiman suleiman soliman
fatima fatma fatimah fatoumata fadumo faduma
aisha caasha aasha
cabdi abdi
cali ali
cumar omar umar
cismaan osman usman uthman othman
xasan hasan hassan
xuseen hussein hussain husayn
axmed ahmed ahmad
maxamuud mahmoud mahmud
zhang cheung chang
wang wong
chen chan
liu lau
huang wong
li lee
xu hsu
nguyen nguyn
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

_GROUPS: dict[str, frozenset[str]] = {}
for _line in _SHORT_FORMS.split("\n"):
    _names = _line.split()
    for _name in _names:
        _GROUPS[_name] = _GROUPS.get(_name, frozenset()) | {_names[0]}


@lru_cache(maxsize=100_000)
def groups(token: str) -> frozenset[str]:
    """The full names, as skeletons, that ``token`` may be short for; its own skeleton is not among them by itself."""
    return frozenset(skeleton(full) for full in _GROUPS.get(token, ()))


def may_be_called(one: str, other: str) -> bool:
    """Whether two parts of names may be two ways of calling one person: ``kate`` and ``catherine``."""
    return bool(groups(one) & (groups(other) | {skeleton(other)})) or skeleton(one) in groups(other)
