"""Names of families with roots in Nigeria, Ghana, Somalia, Eritrea, Congo and Zimbabwe."""

from kith.simulation.population.stock import composed, stock

_YORUBA = composed(
    "Olu Ade Ayo Oluwa Temi Ife Fola Akin Ibi Ola Baba Tolu Dami Kemi Mo",
    "seun wale bola kunle dayo tunde femi shola mide dele tomi niyi lola bukola yinka rotimi simi",
)
_YORUBA_SURNAMES = composed(
    "Ade Olu Ola Ogun Ayo Akin Fa Oye Odun Ige Awo Oje Ojo Baba",
    "yemi bayo leye wale sanya moye niyi goke kunle tola bode jobi bisi toye diran yinka lade mola",
)
_IGBO = composed(
    "Chi Chukwu Nna Uche Obi Ije Ngo Eze Onye Ama Ike Kele",
    "emeka amaka dinma nedu ebuka oma ka zi nonso chi kwe nna",
)

STOCKS = (
    stock(
        "nigerian", 0.03, girls="Blessing Precious Favour Grace Esther Deborah Peace Sarah Amarachi Chidera Ifeoluwa Oluwatobi Toluwani Nifemi Adaora Somto "
        "Kosisochukwu Munachi Zainab Halima Aisha Divine Praise Goodness Mercy Victory Ruth Joy Gift", boys="David Daniel Emmanuel Samuel Joshua Michael "
        "Oluwatobi Ayomide Toluwanimi Chidubem Kamsi Tobenna Ebube Joseph Elijah Favour Prince Destiny Divine Victor Israel Gabriel Ibrahim Musa Sunday Godwin",
        surnames="Adeyemi Okafor Okonkwo Balogun Adebayo Eze Ogunleye Nwosu Afolabi Bello Ibrahim Abubakar Musa Okoro Okoye Obi Nwachukwu Onyekachi Chukwu "
        "Williams Johnson Ojo Alabi Lawal Salami Yusuf Mohammed Danjuma Osagie Ehigie Omoregie Igbinedion Effiong Bassey Etim Akpan Udoh Briggs Amadi",
        girls_tail=(*_YORUBA, *_IGBO), boys_tail=(*_YORUBA, *_IGBO), surname_tail=(*_YORUBA_SURNAMES, *_IGBO), middle=0.5,
    ),
    stock(
        "ghanaian", 0.012, girls="Abena Akosua Adwoa Yaa Afua Ama Akua Esi Efua Araba Aba Nana Maame Grace Emmanuella Priscilla Blessing Michelle Gifty Vida "
        "Comfort Patience", boys="Kwame Kofi Yaw Kwesi Kojo Kwabena Kwaku Akwasi Nana Papa Emmanuel Samuel Michael Isaac Jeffrey Prince Nathaniel Ebenezer "
        "Kwadwo Ekow Fiifi Yoofi", surnames="Mensah Owusu Boateng Osei Asante Appiah Agyeman Frimpong Addo Amoah Ansah Sarpong Opoku Acheampong Asamoah "
        "Antwi Gyamfi Boakye Darko Addai Badu Donkor Nkrumah Quaye Lartey Tetteh Nartey Ofori Amponsah Yeboah Adjei Acquah Arthur Essien Quansah Dapaah Bonsu",
        middle=0.7,
    ),
    stock(
        "somali", 0.02, steepness=0.7, births_at_new_year=0.2,
        girls="Amina Fatima Maryan Khadija Hodan Ayan Ifrah Sagal Hibo Hamdi Ubah Sahra Faduma Zamzam Nimco Ilhan Ikran Asha Halima Safia Fowzia Deqa Leyla "
        "Naima Rahma Sumaya Sabrin Idil Muna Ruqiya Salma Xaawo Filsan Hanan Bilan Fardus", boys="Mohamed Abdi Ahmed Ali Abdirahman Hassan Yusuf Omar Ibrahim "
        "Abdullahi Hussein Ismail Abdikadir Mahad Zakariya Liban Guled Yasin Mustafa Khalid Bashir Jama Farah Said Abdulkadir Abdiaziz Mukhtar Bilal Hamza "
        "Ayub Anas Sharmarke Warsame Nur Dahir Mahamud Abshir Osman Salad Ilyas Sakariye Faisal", surnames="Ali Mohamed Ahmed Hassan Abdi Omar Farah Yusuf "
        "Warsame Jama Nur Osman Ibrahim Hussein Adan Hirsi Aden Duale Abdullahi Isse Elmi Mohamud Sheikh Roble Gedi Egal Samatar Salah Abokor Dirie Hersi Guled "
        "Mumin Shire Barre Haji Afrah Wehliye Gure Ismail Qasim Dualeh Awale Magan Artan Bulhan",
    ),
    stock(
        "eritrean", 0.006, habit="fathers_name", births_at_new_year=0.08, girls="Selam Feven Rahwa Bethlehem Saba Helen Winta Semhar Luwam Eden Hiwet Yordanos "
        "Mehret Lidya Senait", boys="Filmon Yonas Samuel Daniel Abel Natnael Henok Robel Merhawi Amanuel Mussie Noah Yohannes Awet Kidane",
        surnames="Tesfay Gebremedhin Haile Berhane Kidane Mehari Tekle Abraha Ghebremeskel Woldu Habte Araya Okbay Negash Weldemichael Bereket Tesfaye Bekele",
    ),
    stock(
        "congolese", 0.008, girls="Grace Merveille Gloire Divine Naomie Esther Ruth Plamedie Dorcas Sarah Exaucée Bénédicte Princesse Keren Christelle",
        boys="Christian Jonathan Glody Exaucé Emmanuel Jérémie Trésor Josué Héritier Dieumerci Samuel Ruben Chris Junior Moïse", surnames="Mbala Kabongo Mutombo "
        "Ilunga Kalala Tshibangu Mukendi Nsimba Luzolo Makiese Mbuyi Lukaku Ngoma Kasongo Nzuzi Mavinga Bolamba Lokwa Malonga Kimbembe", middle=0.3,
    ),
    stock(
        "zimbabwean", 0.008, girls="Tanaka Nyasha Ruvimbo Tinotenda Anesu Kudzai Chipo Rutendo Tariro Rumbidzai Tadiwa Makanaka Nokuthula Thandiwe Lindiwe",
        boys="Tinashe Tafadzwa Tatenda Munashe Tanaka Takudzwa Anesu Kudakwashe Farai Tapiwa Simbarashe Tawanda Nkosana Mthokozisi Blessing",
        surnames="Moyo Ncube Sibanda Ndlovu Dube Mpofu Sithole Chikwanha Mutasa Chirwa Marufu Gumbo Nyoni Chigumba Mhlanga Zulu Banda Phiri Mutsvangwa Makoni "
        "Chidzero Nkomo Hove Mapfumo", middle=0.4,
    ),
)  # fmt: skip
