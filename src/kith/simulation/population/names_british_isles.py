"""Names of families with roots in Britain, Ireland and the Caribbean: the commonest first, the tails put together."""

from kith.simulation.population.stock import composed, stock

_GIRLS = (
    "Olivia Amelia Isla Ava Mia Ivy Lily Isabella Rosie Sophia Grace Freya Willow Florence Emily Ella Poppy Evie Elsie Charlotte "
    "Evelyn Sienna Sofia Daisy Phoebe Sophie Alice Harper Matilda Ruby Emilia Maya Millie Isabelle Eva Luna Jessica Ada Aria "
    "Arabella Maisie Esme Eliza Penelope Bonnie Chloe Mila Violet Hallie Scarlett Layla Imogen Eleanor Molly Harriet Elizabeth "
    "Thea Erin Lottie Emma Rose Delilah Bella Aurora Lola Nancy Ellie Mabel Lucy Ayla Maria Orla Zara Robyn Hannah Gracie Iris "
    "Jasmine Darcie Margot Holly Amelie Amber Georgia Edith Abigail Anna Lilly Lyla Summer Beatrice Martha Amy Eden Heidi Skye "
    "Annabelle Darcey Lexi Lara Hollie Tilly Paige Zoe Madison Niamh Leah Megan Caitlin Lacey Faith Libby Mollie Rebecca Sarah "
    "Katie Lauren Bethany Ellie-Mae Lexie Keira Courtney Shannon Demi Kayleigh Chelsea Tia Brooke Abbie Aimee Evie-Mae Ffion "
    "Seren Carys Catrin Eilidh Skyla Nevaeh Kaci Lily-Mae Ottilie Clementine Cora Nell Bluebell Winifred Dotty Connie Peggy Etta"
)
_BOYS = (
    "Oliver George Noah Arthur Harry Leo Muhammad Jack Charlie Oscar Jacob Henry Thomas Freddie Alfie Theo William Theodore Archie "
    "Joshua Alexander James Isaac Edward Lucas Tommy Finley Max Logan Ethan Mohammed Teddy Benjamin Arlo Joseph Sebastian Harrison "
    "Elijah Adam Daniel Samuel Louie Mason Reuben Albie Rory Jaxon Hugo Luca Zachary Reggie Hunter Louis Dylan Albert David Jude "
    "Frankie Roman Ezra Toby Riley Carter Ronnie Frederick Gabriel Stanley Bobby Jesse Michael Elliot Grayson Mohammad Liam Jenson "
    "Ellis Harley Harvey Jayden Jake Ralph Rowan Elliott Jasper Ollie Charles Finn Felix Caleb Chester Jackson Hudson Leon Ibrahim "
    "Ryan Blake Alfred Oakley Matthew Luke Nathan Callum Connor Tyler Bradley Aaron Kyle Cameron Lewis Jamie Kai Kian Brandon Jordan "
    "Owen Rhys Evan Ioan Dafydd Hamish Angus Fraser Kenzie Corey Kieran Declan Hayden Ashton Zac Rocco Buddy Otis Rex Kit Barnaby "
    "Rupert Monty Wilfred Sonny Vinnie Cody Tommy-Lee Alfie-Jay Jaiden Kayden Brody Dexter Ted Otto Ernie Sidney Cooper Nico Ewan"
)
_WOMEN = (
    "Sarah Laura Gemma Emma Rebecca Claire Victoria Samantha Rachel Amy Jennifer Nicola Katie Lisa Kelly Natalie Louise Michelle "
    "Hayley Hannah Helen Charlotte Joanne Lucy Elizabeth Leanne Danielle Donna Katherine Clare Stephanie Stacey Lauren Jane Jessica "
    "Kirsty Karen Kerry Zoe Catherine Jodie Melissa Sophie Lindsay Rachael Kate Amanda Caroline Alison Sally Angela Holly Jacqueline "
    "Anna Marie Chloe Tracey Julie Susan Jade Naomi Kimberley Vicky Emily Heather Fiona Ruth Vanessa Tina Tanya Cheryl Dawn Anne "
    "Wendy Deborah Sharon Abigail Chantelle Shelley Sian Rhian Gillian Carly Toni Georgina Alexandra Bethany Kirstie Mandy Paula "
    "Maria Carla Charlene Beverley Lorraine Kayleigh Shannon Chelsea Mary Margaret Christine Linda Patricia Gail Tara Stacy Jenna"
)
_MEN = (
    "David Daniel Michael James Christopher Andrew Paul Mark Matthew Robert Lee Richard Stephen Craig Adam Thomas John Jonathan Ben "
    "Steven Simon Peter Gary Benjamin Martin Anthony Darren Kevin Stuart Ryan Ian Luke Scott Dean Joseph Jamie Carl Nicholas Gareth "
    "Philip Alan William Wayne Jason Neil Shaun Kieran Timothy Samuel Joshua Nathan Barry Graham Ashley Liam Aaron Alexander Karl "
    "Edward Colin Stephen Patrick Marc Russell Damian Sean Keith Nigel Brian Kenneth Jack George Callum Connor Jordan Bradley Kyle "
    "Dale Leon Ross Kirk Terry Trevor Glenn Tony Adrian Julian Phillip Geoffrey Roy Dominic Rhys Owen Gavin Duncan Charles Henry"
)
_SURNAMES = (
    "Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts Green Hall Wood "
    "Jackson Clarke Harris Clark Turner Hill Cooper Ward Moore Lewis Morris King Baker Harrison Morgan Lee Allen James Scott Phillips "
    "Watson Davis Parker Bennett Price Griffiths Young Cook Shaw Richardson Carter Mitchell Edwards Hughes Bailey Collins Marshall Bell "
    "Webb Adams Cox Rogers Ellis Simpson Mills Chapman Knight Palmer Hunt Powell Foster Stevens Butler Barnes Mason Russell Lloyd "
    "Matthews Graham Fisher Murray Rose Dixon Harvey Reynolds Fletcher Fox Gibson Pearce Andrews Howard Ford Holmes Kennedy Day Gray "
    "Reid Saunders Owen Barker West Pearson Hart Brooks Dawson Burton Stewart Robertson Lawrence Cole Walsh Thomson Austin Anderson "
    "Payne Page Newman Elliott Rowe Gregory Hudson Carr Bradley Spencer Burgess Burns Ball Francis Osborne Hawkins Warren Woods Nicholls "
    "Chambers Lowe Wells Barrett Stone Porter Wallis Watts Hopkins Marsh Parry Cross Bishop Bird Bates Lane Arnold Franklin Perry Harper "
    "Hunter Stephenson Berry Field Byrne Jenkins Sutton Gardner Hardy Todd Atkinson Hayes Bull Frost Tucker Parsons Coleman Norton Newton "
    "Slater Riley Hammond Goodwin Nash Lamb Potter Wheeler Barton Bolton Rhodes Peters Pope Waters Moss Long Goddard Holland Curtis "
    "Howe Fuller Read Sharp Booth Walters Cartwright Nicholson Gilbert Oliver Norris Steele Bowen Whitehead Blake Perkins Baldwin Savage "
    "Little Swift Horton Crawford Weston Hicks Townsend Kirby Hobbs Haynes Poole Farmer Kemp Finch Bond French Hewitt Short Sanders Rees "
    "Cunningham Dean Wilkinson Metcalfe Ramsden Sugden Ackroyd Greenwood Sutcliffe Hargreaves Entwistle Ainsworth Trelawney Penrose "
    "Tregenza Cholmondeley Featherstone Beaumont Gough Maddox Hollis Tranter Vickers Capstick Bickerstaff Thistlethwaite Wigglesworth"
)
_PLACES = composed(
    "Ash Brad Thorn Wal Hat Bar Lang Mal Wet Hol Ched Stan Hart Elm Oak Birk Ais Brom Car Cross Dun East Fair Gis Hald Kirk Lin Mid New "
    "Nor Os Pick Rad Sed Thorp Up Wick Wind Wool Yar Clay Crow Dal Eccles Farn Hag Hep Ing Ked Lox Mars Ox Pen Rush Scar Shel",
    "worth ton ley field ford ham bury well more wood croft den by shaw thwaite dale land bank bridge stead gate combe hurst wick cott",
)
_TRADES_AND_FATHERS = composed(
    "Adam Ander Ben Bill David Dob Ed Ell Fergu Gib Hodg Jack Jeff Jen Law Matt Nel Nichol Patter Rich Rob Rowland Samp Sander Steph "
    "Thom Tomlin Watkin Wil William Harri Hudd Ibbot Malin Parkin Peter Roger Sim Wat Dick Daw Gil Hewit Hob Hop Jud Lar Mor",
    "son kins s ett man",
)
_TWO_FIRSTS = composed(
    "Ellie- Lacey- Lily- Evie- Gracie- Lexi- Maisie- Poppy- Ava- Demi- Ruby- Tilly-",
    "Mae May Rose Lou Leigh Jo Anne Grace Marie",
)
_TWO_FIRSTS_BOYS = composed(
    "Tommy- Alfie- Bobby- Charlie- Riley- Tyler- Jamie- Kai- Billy- Archie-",
    "Lee Jay James Joe Ray John Jack Lewis Junior",
)

STOCKS = (
    stock(
        "english", 0.62, girls=_GIRLS, boys=_BOYS, women=_WOMEN, men=_MEN, surnames=_SURNAMES, middle=0.6,
        surname_tail=(*_PLACES, *_TRADES_AND_FATHERS), surname_tail_share=0.36,
        girls_tail=_TWO_FIRSTS, boys_tail=_TWO_FIRSTS_BOYS,
    ),
    stock(
        "irish", 0.025,
        girls="Fiadh Grace Emily Sophie Éabha Lucy Mia Ava Lily Ella Amelia Olivia Saoirse Ellie Sadie Róisín Caoimhe Áine Gráinne "
        "Sinéad Bláthnaid Meabh Clodagh Aisling Orla Dearbhla Eimear Muireann Sorcha Cara Ríona Laoise",
        boys="Jack Noah Rían Cillian James Tadhg Fionn Liam Oisín Conor Charlie Daniel Seán Finn Darragh Patrick Michael Cathal Eoghan "
        "Ciarán Pádraig Ruairí Lorcan Diarmuid Donnacha Cormac Senan Aodhán Fiachra Colm Naoise Caolan",
        women="Mary Siobhán Niamh Sinéad Aoife Ciara Orla Margaret Bridget Caroline Deirdre Gráinne Catherine Bernadette Kathleen Róisín",
        men="Patrick Michael John Seán Declan Brendan Kevin Conor Eoin Ciarán Gerard Brian Martin Thomas James Dermot Liam Fergal Padraig",
        surnames="Murphy Kelly O'Sullivan Walsh Smith O'Brien Byrne Ryan O'Connor O'Neill O'Reilly Doyle McCarthy Gallagher Doherty Kennedy "
        "Lynch Murray Quinn Moore McLoughlin O'Carroll Connolly Daly O'Connell Wilson Dunne Brennan Burke Collins Campbell Clarke Johnston "
        "Hughes O'Farrell Fitzgerald Brown Martin Maguire Nolan Flynn Thompson O'Callaghan O'Donnell Duffy O'Mahony Boyle Healy O'Shea White "
        "Sweeney Hayes Kavanagh Power McGrath Moran Brady Casey Foley Mac_Giolla_Phádraig Ó_Súilleabháin Ní_Dhomhnaill Mac_an_Bhaird",
        surname_tail=composed("O' Mc Mac", "Keeffe Hara Grady Leary Dwyer Toole Hanlon Malley Rourke Flaherty Gorman Kenna Cann Hugh Manus "
        "Namara Ginley Gee Cabe Cormack Dermott Elroy Ardle Bride Cusker Entee Evoy Garry Guinness Ilroy Keown Mullan Nulty Parland Quaid"),
        middle=0.6,
    ),
    stock(
        "traveller", 0.008, girls="Margaret Bridget Kathleen Mary Winifred Ann Nora Barbara Helen Theresa Philomena Julia Eileen Maggie Mary-Ann "
        "Bridgie Shakira Chantelle Kizzy Mercedes Paris Chanel Ellie-Jo Bernadette Elizabeth",
        boys="John Michael Martin Patrick James Thomas Edward William Miley Johnny Paddy Simon Hughie Bernard Christopher Gerry Francie Willie "
        "Bartley Danny Jim Dinny Felix Owen David Joe", surnames="Ward Connors McDonagh Maughan Cash Doran Doherty Collins McGinley Joyce Sweeney "
        "O'Driscoll Stokes Quilligan Delaney Reilly O'Connor Mongan Lee Smith Cooper Boswell Loveridge Price Penfold Doyle Nevin Purcell Casey",
        steepness=1.0, middle=0.3,
    ),
    stock(
        "caribbean", 0.03,
        girls="Aaliyah Amelia Kiara Amara Nevaeh Tianna Imani Shanelle Keisha Jazmine Zion Zuri Nyla Destiny Gabrielle Serena Kaliyah Trinity "
        "Saraya Alicia Jasmine Leah Rihanna Shakira Tiara Chanel", boys="Jayden Elijah Isaiah Josiah Malachi Micah Tyrese Kymani Reuben Nathaniel "
        "Zion Ezekiel Caleb Kyrell Tremaine Jermaine Shaquille Rhys Tyreece Jerome Dante Dwayne Kaiden Rico Kieron",
        women="Sharon Marcia Michelle Natasha Donna Sonia Claudette Beverley Yvonne Jacqueline Chantelle Latoya Simone Keisha Natalie Shereen "
        "Monique Nadine Tamara Charmaine", men="Marlon Andre Leroy Winston Delroy Trevor Errol Dwayne Jermaine Devon Curtis Wayne Anthony Clive "
        "Michael Carlton Desmond Ricardo Glenroy Lloyd", surnames="Brown Williams Campbell Smith Johnson Clarke Thompson Grant Gordon Reid Morgan "
        "Francis Thomas Lewis James Bailey Henry Stewart Green Edwards Wright Morrison Walters Powell Allen Joseph Charles Samuels Blake Dacosta "
        "McKenzie Pinnock Salmon Beckford Lindo Gayle Facey Dixon Hinds Blackwood Forde Alleyne Greenidge Braithwaite St_Louis Jean-Baptiste",
        middle=0.5,
    ),
)  # fmt: skip
