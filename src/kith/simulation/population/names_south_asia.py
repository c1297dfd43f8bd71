"""Names of families with roots in Pakistan, Bangladesh, India and Sri Lanka."""

from kith.simulation.population.stock import composed, stock

_MOHAMMED_AND = tuple(
    f"Mohammed {second}"
    for second in "Ali Amin Ibrahim Yusuf Hassan Haris Eesa Musa Zain Umar Adam Rayyan Hamza Bilal Idris".split()
)
_SIKH_FIRSTS = composed(
    "Har Gur Jas Man Sukh Bal Kul Ran Par Nav Amar Dal Raj Jag Kir Lakh Sim Tej Am Din Gagan Jatin Karan Prab Sat Up",
    "preet deep jit inder pal veer want meet leen raj dev bir kiran jot",
)
_TAMIL_FATHERS = composed(
    "Siva Raja Thiru Kanda Bala Nava Maha Jeya Vigna Selva Para Yoga Gnana Rama Arul Satha Uthaya Puva",
    "nathan kumar ratnam lingam swaran moorthy sivam chelvam samy pathy deva rajah",
)

STOCKS = (
    stock(
        "pakistani", 0.06, steepness=0.95,
        girls="Fatima Aisha Zainab Maryam Hafsa Amina Khadija Zahra Inaya Anaya Haniya Ayesha Sara Aleena Hania Eshal Mahnoor Iman Laiba Alisha "
        "Sumayyah Safa Marwa Hiba Arooj Kiran Samina Nadia Bushra Shaista Nasreen Mishal Zoya Ayaan Ruqayyah Asma Mehreen Sidra Uzma Humaira",
        boys="Muhammad Mohammed Ibrahim Yusuf Ali Musa Adam Hamza Yahya Eesa Umar Zayn Ahmed Hassan Hussain Haris Bilal Abdullah Ayaan Rayyan Zakariya "
        "Ismail Haroon Isa Sulaiman Uzair Saad Faizan Shahzaib Daniyal Zeeshan Awais Sohail Nadeem Kamran Asif Waqas Kashif Faisal Rizwan Junaid",
        women="Shazia Nasreen Saima Rukhsana Samina Shabana Nazia Fozia Rubina Tahira Farzana Yasmin Robina Parveen Uzma Asma Bushra Sajida Kausar "
        "Shamim Zahida Naheed Nadia Aisha Sadia Rabia Iram Sumera Noreen Safina Tasleem Zakia Mussarat Riffat Abida Ghazala",
        men="Mohammed Muhammad Imran Asif Shahid Tariq Nadeem Zahid Kamran Amjad Arshad Javed Khalid Nasir Sajid Wasim Waseem Shabir Majid Rashid Tahir "
        "Naveed Adeel Usman Faisal Irfan Qasim Sohail Azhar Abid Pervaiz Ghulam Liaqat Zulfiqar Ishtiaq Mumtaz",
        surnames="Khan Hussain Ahmed Ali Mahmood Iqbal Malik Shah Akhtar Begum Mohammed Bibi Mirza Hussain Aslam Rehman Qureshi Butt Raja Chaudhry Sheikh "
        "Ashraf Rafiq Anwar Saleem Sharif Yousaf Bashir Riaz Akram Arshad Nawaz Siddique Hanif Latif Munir Younis Nazir Razaq Sadiq Syed Bukhari Gilani "
        "Kayani Baig Awan Janjua Abbasi Satti Bhatti Cheema Gondal Warraich Parveen Kausar Zaman Ilyas Afzal Suleman Zafar Mehmood Khaliq Fazal Ditta",
        boys_tail=_MOHAMMED_AND, births_at_new_year=0.02,
    ),
    stock(
        "bangladeshi", 0.03, steepness=0.9,
        girls="Fatima Aisha Maryam Zainab Khadija Anisa Tasnim Nadia Farzana Sadia Tahmina Rumana Sultana Shahida Afsana Tanzina Mahfuza Sabiha Nabila "
        "Farhana Samira Humayra Labiba Ayesha Suhana Raisa Shirin Rehana Monowara Hasina", boys="Mohammed Abdul Muhammad Ibrahim Yusuf Abdullah Ayaan Zayan "
        "Rayhan Mahdi Tahmid Ridwan Sadiq Nayeem Shakil Imran Jubair Mahin Fahim Saif Tareq Abu Syed Md Habibur Shafiqul Nurul Kamal Faruk Jamal Anwar Aminul",
        surnames="Miah Begum Rahman Ahmed Ali Islam Uddin Hussain Khan Choudhury Hoque Alam Khatun Haque Akhtar Sarkar Mia Chowdhury Khanom Sultana Talukder "
        "Karim Bhuiyan Hossain Mahmud Malik Quddus Bari Mannan Salam Ullah Kabir Majumder Sikder Hasan Rashid Motin Aziz Jalil Matin",
        boys_tail=(*_MOHAMMED_AND, *(f"Abdul {other}" for other in "Rahman Karim Malik Aziz Hakim Salam Kadir Basit Hamid Wahid".split())),
        births_at_new_year=0.04,
    ),
    stock(
        "sikh", 0.02, girls="Simran Jasmine Kiran Amrit Harleen Avneet Manveer Kirpa Asees Gia Amandeep Rajvir", boys="Arjan Fateh Kabir Jovan Veer Ajeet "
        "Gurshan Zorawar Jeevan Armaan Nihal Himmat", women="Harpreet Manjit Parmjit Balvinder Kulwinder Sukhwinder Rajinder Jaswinder Surinder Amandeep "
        "Mandeep Navdeep Rupinder Satwinder Gurpreet Kamaljit", men="Gurpreet Harjit Balwinder Manjit Sukhdev Jaswinder Amarjit Kulwant Rajinder Surjit "
        "Parminder Jagdeep Mandeep Ranjit Lakhvir Navdeep", surnames="Gill Singh Sandhu Dhillon Sidhu Grewal Bains Johal Mann Dhaliwal Sahota Cheema Virk Atwal "
        "Rai Purewal Hayer Dosanjh Deol Sangha Uppal Bhogal Panesar Matharu Kalsi Chana Birdi Sehmi Bhamra Lall Chahal Nijjar Brar Randhawa Aujla Hundal",
        girls_tail=_SIKH_FIRSTS, boys_tail=_SIKH_FIRSTS,
    ),
    stock(
        "gujarati", 0.025, girls="Anaya Diya Aanya Saanvi Anika Riya Priya Isha Kavya Meera Nisha Pooja Shreya Tara Avani Khushi Nehal Rupal Sonal Bhavna Dipti "
        "Jigna Hina Kajal Komal Aarohi Myra Ira Zara", boys="Aarav Vivaan Arjun Krish Dev Rohan Aryan Rishi Kian Shay Yash Veer Neel Jai Sai Reyansh Ishaan Dhruv "
        "Kush Hari Milan Nilesh Pritesh Hitesh Jignesh Kalpesh Rakesh Sanjay Vijay Bhavesh", surnames="Patel Shah Mistry Desai Mehta Parmar Solanki Joshi Chauhan "
        "Gandhi Modi Thakkar Trivedi Vaghela Rathod Pandya Amin Bhatt Lakhani Popat Kotecha Raja Sharma Kumar Gupta Singh Verma Reddy Nair Menon Iyer Rao Das Roy "
        "Mukherjee Banerjee Chatterjee Kapoor Malhotra Agarwal Chopra Thomas George Mathew Varghese Pillai Fernandes Dsouza Pereira", middle=0.15,
    ),
    stock(
        "tamil", 0.006, habit="fathers_name", girls="Abirami Kavitha Tharani Nila Yalini Thuvaraka Meena Sangeetha Vaishnavi Janani Kirusha Aaradhana Pavithra Ovia "
        "Dharshini", boys="Kumaran Pranavan Arun Nilan Thushan Kajan Sayanthan Dinesh Ashvin Mathusan Harish Vithuran Aadhavan Senthil Kirushan",
        surnames="Sivakumar Rajaratnam Kandasamy Nadarajah Selvarajah Thirunavukkarasu", surname_tail=_TAMIL_FATHERS, surname_tail_share=0.7,
    ),
)  # fmt: skip
