"""Names of families with roots in Turkey, Arab countries, Kurdistan, Iran, Afghanistan, China, Vietnam and the Philippines."""

from kith.simulation.population.stock import composed, stock

_TURKISH = composed(
    "Öz Yıl Ak Kara Er Gün Ay Taş Kork Bay Tek Sarı Yeşil Demir Altın Güneş Kılıç Boz Toprak Uzun",
    "türk maz demir taş kan soy er oğlu kaya dağ çelik tekin",
)
_CANTONESE = composed(
    "Ka- Hoi- Wing- Mei- Wai- Chun- Tsz- Yuen- Lok- Hei- Kit- Man- Sze- Pui-",
    "Yan Ching Ling Kei Yi Lam Hin Ho Lun Kiu Wai Tung Yin Man Kwan Fung",
)
_MANDARIN = composed(
    "Jia- Zi- Jun- Yu- Xin- Hao- Ming- Xiao- Yi- Mei- Wen- Si- Ruo- Chen-",
    "yi hao jie xuan han tong chen yan lin qi ying rui han fei ran",
)
_ARABIC = composed(
    "Al- El-",
    "Hassan Masri Khatib Haddad Najjar Saleh Amin Sayed Ahmad Hamdan Jabari Tamimi Rashidi Obeidi Dulaimi Zubaidi Shammari Basri Halabi Hariri Turki "
    "Maliki Sharif Fayed Qasim Bayati Saadi Janabi",
)

STOCKS = (
    stock(
        "turkish", 0.015, girls="Zeynep Elif Defne Asel Eylül Ayşe Fatma Nehir Azra Ecrin Melek Hatice Emine Esra Merve Büşra Şeyma Özlem Gül Sibel", boys="Yusuf Alparslan "
        "Göktuğ Ömer Emir Mehmet Mustafa Ahmet Ali Hasan Hüseyin İbrahim Kerem Deniz Barış Çınar Umut Serkan Okan Gökhan", surnames="Yılmaz Kaya Demir Şahin Çelik "
        "Yıldız Yıldırım Öztürk Aydın Özdemir Arslan Doğan Kılıç Aslan Çetin Kara Koç Kurt Özkan Şimşek Polat Korkmaz Erdoğan Güneş Aktaş", surname_tail=_TURKISH,
    ),
    stock(
        "arabic", 0.022, girls="Fatima Maryam Sara Layla Nour Yasmin Hala Rania Salma Aya Jana Lina Dina Huda Amal Mona Iman Zahraa Ghada Rawan Shahad Rahaf Tala Noor Hiba",
        boys="Mohammed Ahmed Ali Omar Yousef Ibrahim Hassan Hussein Khalid Abdullah Mustafa Kareem Tariq Abdulrahman Zaid Hamza Anas Yahya Bilal Mahmoud Samir Faisal Mazen "
        "Abdel_Rahman Nasser", surnames="Ahmed Mohamed Ali Hassan Hussein Ibrahim Al-Hassan Haddad Khalil El-Masri Najjar Al-Khatib Mansour Saleh Salem Abdullah Mahmoud Omar "
        "Osman Hamad Nasser Abdelkader Benali Bouzid Mansouri El_Amrani El_Idrissi Bennani Abu_Zaid Abu_Hassan Saad Darwish Shaheen", surname_tail=_ARABIC, births_at_new_year=0.05,
        steepness=0.95,
    ),
    stock(
        "kurdish", 0.012, habit="fathers_name", girls="Rojin Berivan Shilan Hêvî Dilnaz Avin Sara Lana Zhina Nishtiman Tara Soma Chra Hana Evîn Hêlîn", boys="Azad Rebaz Dilshad "
        "Soran Zana Karwan Aram Hawkar Shwan Rebwar Hiwa Sherko Bestun Diyar Rizgar Baran Dilovan", surnames="Ahmed Mohammed Karim Aziz Rashid Hama Barzan Hassan Ali Ibrahim "
        "Mahmood Salih Omer Abdulla Qadir Hamid Majid Rasul Faraj Amin", births_at_new_year=0.15,
    ),
    stock(
        "iranian", 0.006, girls="Zahra Fatemeh Sara Parisa Nazanin Shirin Mahsa Negar Leila Ava Elnaz Darya Roya", boys="Ali Mohammad Amir Hossein Reza Mehdi Arash Kian Parsa "
        "Behzad Farhad Omid Dariush Siavash", surnames="Mohammadi Hosseini Ahmadi Rezaei Karimi Moradi Jafari Rahimi Hashemi Ebrahimi Sadeghi Tehrani Shirazi Esfahani Ghasemi "
        "Golzari", births_at_new_year=0.02,
    ),
    stock(
        "afghan", 0.014, habit="one_name_or_fathers", girls="Zahra Fatima Marwa Shabana Freshta Laila Parwana Zainab Maryam Nargis Roya Sahar Wazhma Palwasha Hosna Tamana", boys="Ahmad "
        "Mohammad Farhad Najib Hamid Zabi Abdul Sayed Gul Noor Rahmat Nasir Khalid Jawad Mustafa Ali_Reza Zabihullah Najibullah Asadullah Hekmatullah Samiullah Ezatullah",
        surnames="Ahmadi Noori Hotak Safi Rahimi Popal Khan Haidari Mohammadi Hussaini Rezai Karimi Sediqi Zadran Stanekzai Amiri Azizi Wardak Miakhel Sahak Yousafzai Shinwari "
        "Ahmadzai", births_at_new_year=0.25,
    ),
    stock(
        "chinese", 0.02, girls="Ka-Yan Hoi-Ching Wing-Yan Jia-Yi Mei-Ling", boys="Chun-Hei Ka-Ho Zi-Hao Wai-Lun Jun-Jie", surnames="Chan Wong Lam Cheung Leung Chen Zhang Li Wang Liu Lee "
        "Ng Ho Yip Tang Yeung Cheng Kwok Tsang Chow Huang Lin Wu Zhao Zhou Xu Sun Ma Zhu Hu Guo He Gao Luo Zheng Liang Xie Song Tsui Fung Mak Lau Chiu Hui Poon Au Szeto Ouyang",
        girls_tail=(*_CANTONESE, *_MANDARIN), boys_tail=(*_CANTONESE, *_MANDARIN), middle=0.4,
    ),
    stock(
        "vietnamese", 0.005, habit="family_name_first", girls="Linh Trang Huong Mai Lan Hoa Thu Phuong Ngoc Anh Thao Vy Chi", boys="Minh Duc Anh Nam Hung Tuan Dung Long Khoa Bao Phuc Quan Hai",
        surnames="Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý", steepness=1.1,
    ),
    stock(
        "filipino", 0.008, girls="Angel Princess Althea Samantha Bea Maria_Cristina Mary_Grace Jasmine Nicole Trisha Andrea Kyla", boys="Jacob John_Paul Mark_Anthony Joshua Gabriel Nathaniel "
        "Christian Angelo Miguel John_Lloyd Ethan Jericho", surnames="Santos Reyes Cruz Bautista Garcia Ocampo dela_Cruz Mendoza Villanueva Ramos Aquino Castillo de_Guzman Flores Navarro "
        "Dimaculangan Pangilinan Magbanua", middle=0.5,
    ),
)  # fmt: skip
