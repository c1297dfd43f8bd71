"""Names that families in England have, community by community: small lists of our own choosing."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Community:
    """A community's names. ``share`` is of families (rough, [assumption]); ``habit`` is how surnames are handed on."""

    code: str
    share: float
    language: str
    girls: tuple[str, ...]
    boys: tuple[str, ...]
    surnames: tuple[str, ...]
    habit: str = "handed_on"


def _community(
    code: str, share: float, language: str, habit: str, girls: str, boys: str, surnames: str
) -> Community:
    return Community(
        code=code,
        share=share,
        language=language,
        habit=habit,
        girls=tuple(girls.split()),
        boys=tuple(boys.split()),
        surnames=tuple(surnames.split()),
    )


COMMUNITIES = (
    _community(
        "english", 0.62, "English", "handed_on",
        "Olivia Amelia Isla Ava Freya Lily Florence Willow Poppy Evie Grace Ruby Daisy Elsie Rosie Millie Phoebe Ellie "
        "Harriet Matilda Eliza Imogen Jessica Sophie Chloe Megan Lauren Katie Charlotte Emily Abigail Hannah Bethany",
        "Noah George Oliver Arthur Leo Jack Harry Oscar Alfie Theo Archie Freddie Charlie Henry Jacob Thomas Isaac "
        "William Max Reuben Finley Toby Edward Samuel Daniel Joseph Benjamin Louis Ethan Callum Connor Liam Ryan",
        "Smith Jones Taylor Brown Wilson Walker Wright Thompson White Hughes Green Hall Wood Harris Clarke Jackson Turner "
        "Hill Cooper Ward Morris Baker King Harrison Cook Parker Bennett Shaw Carter Webb Hartley Barlow Pickering Lister",
    ),
    _community(
        "irish", 0.03, "English", "handed_on",
        "Aoife Niamh Saoirse Ciara Caoimhe Orlaith Roisin Siobhan Margaret Bridget",
        "Cian Oisin Tadhg Patrick Declan Conor Eoin Fionn Martin Michael",
        "O'Brien O'Neill Murphy Doyle Kelly Gallagher Ward Connors McDonagh Byrne Quinn Maughan",
    ),
    _community(
        "pakistani", 0.06, "Urdu", "handed_on",
        "Ayesha Fatima Zainab Maryam Aisha Hafsa Sana Amina Noor Iqra Mehwish Saima Rabia Shazia",
        "Mohammed Muhammad Ali Hassan Hamza Ibrahim Yusuf Bilal Imran Usman Adeel Tariq Zayn Haroon",
        "Khan Hussain Ahmed Iqbal Mahmood Malik Akhtar Mirza Shah Qureshi Butt Chaudhry Raja Rafiq",
    ),
    _community(
        "bangladeshi", 0.03, "Bengali", "womens_second_name",
        "Nusrat Tahmina Sumaiya Ruksana Fahmida Jannat Shabnam Taslima Anika Maisha",
        "Mohammed Abdul Rahim Karim Shahid Tanvir Rafiq Arif Sami Yasin",
        "Miah Uddin Rahman Ali Choudhury Islam Hossain Khan Alam Haque",
    ),
    _community(
        "sikh", 0.02, "Punjabi", "singh_and_kaur",
        "Simran Jasleen Harpreet Gurleen Manpreet Amrit Kiran Navdeep",
        "Arjan Harjit Gurpreet Jaspreet Manraj Amrit Kiran Navdeep Ranveer",
        "Gill Dhillon Sandhu Sidhu Grewal Bains Johal Mann",
    ),
    _community(
        "gujarati", 0.02, "Gujarati", "handed_on",
        "Diya Priya Anaya Hetal Nisha Krupa Mira Jinal",
        "Aarav Rohan Dev Nikhil Jay Mihir Kunal Vivaan",
        "Patel Shah Desai Mehta Joshi Parmar Solanki Mistry",
    ),
    _community(
        "nigerian", 0.025, "Yoruba", "handed_on",
        "Temitope Adaeze Chidinma Folake Ngozi Simisola Ebunoluwa Ifeoma Blessing Praise",
        "Oluwaseun Chukwuemeka Tobi Ayodele Emeka Damilola Ikenna Femi David Emmanuel",
        "Adeyemi Okafor Okonkwo Balogun Adebayo Eze Ogunleye Nwosu Afolabi Bello",
    ),
    _community(
        "ghanaian", 0.01, "Twi", "handed_on",
        "Abena Akosua Ama Efua Adwoa Esi Afia", "Kwame Kofi Yaw Kwesi Kojo Kwabena Nana",
        "Mensah Owusu Boateng Asante Osei Appiah Agyeman Frimpong",
    ),
    _community(
        "caribbean", 0.03, "English", "handed_on",
        "Shanice Tiana Jada Kezia Aaliyah Renee Naomi Monique", "Jayden Tyrell Malachi Kymani Andre Isaiah Marlon Jerome",
        "Campbell Grant Reid Francis Brown Gordon Henry Bailey Morgan Clarke",
    ),
    _community(
        "somali", 0.02, "Somali", "fathers_and_grandfathers_name",
        "Hodan Ayaan Ifrah Sagal Hibo Khadija Fardowsa Ubah", "Abdi Mohamed Liban Guled Yasin Mahad Zakariya Ismail",
        "Warsame Farah Jama Hirsi Abdullahi Nur Osman Ali Yusuf Duale",
    ),
    _community(
        "polish", 0.035, "Polish", "slavic_endings",
        "Zuzanna Maja Hanna Julia Oliwia Lena Agnieszka Katarzyna Magdalena Kinga",
        "Jakub Szymon Filip Antoni Kacper Wojciech Tomasz Piotr Mateusz Krzysztof",
        "Kowalski Nowak Wiśniewski Zieliński Kamiński Lewandowski Wójcik Dąbrowski Mazur Pawlak",
    ),
    _community(
        "romanian", 0.02, "Romanian", "handed_on",
        "Maria Ioana Andreea Elena Sofia Daria Mihaela Denisa", "Andrei Matei Ștefan Alexandru Luca David Ionuț Cristian",
        "Popescu Ionescu Dumitru Stan Marin Popa Rădulescu Munteanu",
    ),
    _community(
        "portuguese", 0.01, "Portuguese", "two_surnames",
        "Inês Beatriz Mariana Leonor Catarina Lara", "João Tiago Diogo Rafael Duarte Miguel",
        "Silva Santos Ferreira Pereira Oliveira Costa Rodrigues Fernandes",
    ),
    _community(
        "turkish", 0.015, "Turkish", "handed_on",
        "Zeynep Elif Defne Ayşe Melek Ceren", "Yusuf Emir Mehmet Mustafa Deniz Kerem",
        "Yılmaz Kaya Demir Şahin Çelik Öztürk Arslan Doğan",
    ),
    _community(
        "arabic", 0.02, "Arabic", "handed_on",
        "Layla Rania Yasmin Hala Nour Salma Rima", "Omar Khalid Karim Ahmad Yousef Sami Tarek",
        "Al-Hassan Haddad Khalil El-Masri Najjar Al-Khatib Mansour Saleh",
    ),
    _community(
        "kurdish", 0.01, "Kurdish", "handed_on",
        "Rojin Berivan Shilan Dilnaz Hêvî", "Azad Rebaz Dilshad Soran Zana", "Aziz Rashid Karim Hama Ahmed Barzan",
    ),
    _community(
        "afghan", 0.01, "Dari", "handed_on",
        "Zahra Marwa Shabana Freshta Laila", "Ahmad Farhad Najib Hamid Zabi", "Ahmadi Noori Hotak Safi Rahimi Popal",
    ),
    _community(
        "chinese", 0.015, "Cantonese", "family_name_first",
        "Ka-Yan Hoi-Ching Wing-Yan Mei-Ling Jia-Yi", "Chun-Hei Ka-Ho Zi-Hao Wai-Lun Jun-Jie",
        "Chan Wong Lam Cheung Leung Chen Zhang Li",
    ),
    _community(
        "ukrainian", 0.01, "Ukrainian", "handed_on",
        "Sofiia Kateryna Olena Daryna Yuliia", "Oleksandr Dmytro Taras Bohdan Mykhailo",
        "Shevchenko Kovalenko Bondarenko Melnyk Tkachenko Kravchuk",
    ),
)  # fmt: skip

SPELLINGS = (
    "Mohammed Muhammad Mohamed Mohammad Mohd",
    "Hussain Hussein Hossain",
    "Choudhury Chowdhury Chaudhry Choudhry",
    "Aisha Ayesha Aysha",
    "Yusuf Yousef Yousuf Yosef",
    "Zainab Zaynab Zeinab",
    "Fatima Fatimah",
    "Maryam Mariam Miriam",
    "Hassan Hasan",
    "Ahmed Ahmad",
    "Abdi Cabdi",
    "Warsame Warsama",
    "Abdullahi Abdulahi",
    "Zuzanna Susanna Zuzana",
    "Katarzyna Katazyna",
    "Wojciech Wojtek Vojtech",
    "Krzysztof Kristof",
    "Wiśniewski Wisniewski Wisnewski",
    "Zieliński Zielinski",
    "Wójcik Wojcik",
    "Dąbrowski Dabrowski",
    "Oluwaseun Seun",
    "Chukwuemeka Emeka",
    "Temitope Temi",
    "Ebunoluwa Ebun",
    "Niamh Neve",
    "Caoimhe Keeva",
    "Siobhan Shivaun",
    "Saoirse Sersha",
    "Ștefan Stefan",
    "Ionuț Ionut",
    "Rădulescu Radulescu",
    "João Joao",
    "Inês Ines",
    "Ayşe Ayse",
    "Şahin Sahin",
    "Çelik Celik",
    "Yılmaz Yilmaz",
    "Sofiia Sofia Sophia",
    "Oleksandr Alexander Aleksandr",
    "Cheung Zhang",
    "Clarke Clark",
    "Thompson Thomson",
    "Reid Reed",
    "Hughes Hughs",
    "Isla Ayla",
    "Phoebe Pheobe",
    "Callum Calum",
    "Freddie Freddy",
    "Sophie Sofie",
    "Megan Meghan",
    "Lauren Loren",
)
"""Spellings of one name that different offices write; an agency's copy may have any of a row."""

CALLED = {
    "Katie": "Kat", "Charlotte": "Lottie", "Abigail": "Abi", "Samuel": "Sam", "Daniel": "Dan", "Benjamin": "Ben",
    "Thomas": "Tom", "Joseph": "Joe", "William": "Will", "Matilda": "Tilly", "Elizabeth": "Beth", "Theo": "Teddy",
    "Edward": "Ted", "Oluwaseun": "Seun", "Chukwuemeka": "Emeka", "Agnieszka": "Aga", "Katarzyna": "Kasia",
    "Zuzanna": "Zuzia", "Jakub": "Kuba", "Margaret": "Maggie", "Patrick": "Paddy", "Michael": "Mikey",
}  # fmt: skip
"""The short name that family and school use."""
