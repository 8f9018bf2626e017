/** Names as newspapers, sanctions lists and annual reports of different countries write them; `ja` and `nee` most likely. */
export const nieuws = `
ja | Hugo Rafael Chávez Frías | Hugo Chavez
ja | Nicolás Maduro Moros | MADURO MOROS, Nicolas
ja | Aleksandr Grigoryevich Lukashenko | Alyaksandr Lukashenka
ja | Аляксандр Рыгоравіч Лукашэнка | Alexander Lukashenko
ja | Igor Ivanovich Sechin | Igor Setschin
ja | Gennady Timchenko | Hennadiy Tymchenko
ja | Dmitri Peskov | Песков Дмитрий Сергеевич
ja | Alisher Usmanov | Alisher Burkhanovich Usmonov
ja | Mikhail Khodorkovsky | Michail Chodorkowski
ja | Sergey Shoigu | Sergej Sjojgoe
ja | Gulnara Karimova | Goulnara Karimova
ja | Nursultan Nazarbayev | Nursultan Nazarbaev
ja | Ilham Aliyev | İlham Əliyev
ja | Mikheil Saakashvili | მიხეილ სააკაშვილი
ja | Serzh Sargsyan | Serj Sarkisian
ja | Hosni Mubarak | Muhammad Hosni El Sayed Mubarak
ja | Ayman al-Zawahiri | Aiman Muhammed Rabi al-Zawahiri
ja | Abu Bakr al-Baghdadi | Abou Bakr el Baghdadi
ja | Hibatullah Akhundzada | Haibatullah Akhunzada
ja | Ismail Haniyeh | Ismail Haniya
ja | Yahya Sinwar | يحيى السنوار
ja | Hassan Rouhani | Hasan Ruhani
ja | Mahmoud Ahmadinejad | Mahmud Ahmadi-Nejad
ja | Ali Khamenei | Ali Chamenei
ja | Qasem Soleimani | Ghassem Suleimani
ja | Nouri al-Maliki | Nuri Kamal al-Maliki
ja | Omar al-Bashir | Umar Hassan Ahmad al-Bashir
ja | Charles Taylor | Charles MacArthur Ghankay Taylor
ja | Laurent Gbagbo | Laurent Koudou Gbagbo
ja | Robert Mugabe | Robert Gabriel Mugabe
ja | Joseph Kony | Joseph Koni
ja | Teodoro Obiang Nguema Mbasogo | Teodoro Obiang
ja | Jacob Zuma | Jacob Gedleyihlekisa Zuma
ja | Pol Pot | Pol Pot
ja | Thein Sein | U Thein Sein
ja | Min Aung Hlaing | Min Aung Hlaing, Senior General
ja | Jack Ma | Ma Yun Jack
ja | Hu Jintao | 胡锦涛
ja | Deng Xiaoping | Teng Hsiao-p'ing
ja | Chiang Kai-shek | Jiang Kaishek
ja | Ban Ki-moon | Ban Ki Moon
ja | Moon Jae-in | 문재인
ja | Tran Dai Quang | Trần Đại Quang
ja | Joko Widodo | Djoko Widodo
ja | Thaksin Shinawatra | Taksin Chinnawat
ja | Slobodan Milošević | Slobodan Milosevic
ja | Ratko Mladić | Ратко Младић
ja | Radovan Karadžić | Radovan Karadzhich
ja | Franjo Tuđman | Franjo Tudjman
ja | Viktor Orbán | Orban Viktor
ja | Jarosław Kaczyński | Jaroslaw Kaczynski
ja | Zine El Abidine Ben Ali | Zine al-Abidine Ben Ali
ja | Carles Puigdemont i Casamajó | Carles Puigdemont
ja | Augusto Pinochet Ugarte | Augusto José Ramón Pinochet Ugarte
ja | Manuel Noriega | Manuel Antonio Noriega Moreno
ja | Joaquín Guzmán Loera | Joaquin "El Chapo" Guzman
ja | Pablo Escobar | Pablo Emilio Escobar Gaviria
ja | Jean-Claude Juncker | Jean Claude Juncker
ja | Ursula von der Leyen | Ursula Leyen, von der
ja | Angela Merkel | Dr. Angela Dorothea Merkel
ja | Jörg Haider | Joerg Haider
ja | Gerhard Schröder | Gerhard Schroeder
ja | Silvio Berlusconi | BERLUSCONI Silvio
ja | Recep Tayyip Erdogan | رجب طيب أردوغان
ja | Andrzej Duda | Andrej Duda
ja | Beata Szydło | Beata Szydlo
ja | Tony Blair | Anthony Charles Lynton Blair
ja | Jimmy Carter | James Earl Carter
ja | Ted Kennedy | Edward M. Kennedy
ja | Dick Cheney | Richard B. Cheney
ja | Chuck Schumer | Charles Schumer
ja | Peggy Whitson | Margaret Whitson
ja | Jose Manuel Barroso | José Manuel Durão Barroso
ja | Christine Lagarde | Christine Madeleine Odette Lagarde
ja | Geert Wilders | G. Wilders
ja | Pieter van Vollenhoven | P. v. Vollenhoven
ja | Máxima Zorreguieta Cerruti | Maxima Zorreguieta
ja | Ahmed Aboutaleb | Ahmad Abu Taleb
ja | Nebahat Albayrak | Nebahat Al Bayrak
ja | Khadija Arib | خديجة عريب
ja | Wubbo Ockels | Wubo Okkels
ja | Rosneft OAO | OJSC Rosneft
ja | Gazprombank JSC | AO Gazprombank
ja | Deutsche Bank AG | Deutsche Bank Aktiengesellschaft
ja | Mahan Air | Mahan Airlines
ja | Huawei Technologies Co., Ltd. | Huawei Technologies Company Limited
ja | Islamic Republic of Iran Shipping Lines | IRISL Islamic Republic of Iran Shipping Lines
ja | Sberbank of Russia | Sberbank Rossii
ja | ПАО "Сбербанк" | Sberbank PJSC
ja | Koninklijke Philips N.V. | Koninklijke Philips NV
nee | Gennady Timchenko | Ksenia Timchenko
nee | Igor Sechin | Ivan Sechin
nee | Viktor Vekselberg | Viktor Medvedchuk
nee | Boris Johnson | Boris Jonson Petrov
nee | Hu Jintao | Hu Yaobang
nee | Li Keqiang | Li Qiang
nee | Li Peng | Li Bing
nee | Wang Yi | Wang Yang
nee | Kim Il Sung | Kim Jong Il
nee | Ismail Haniyeh | Ismail Radwan
nee | Ali Larijani | Sadeq Larijani
nee | Mohammad Khatami | Mohammad Khatam
nee | Hassan Rouhani | Hossein Fereydoun
nee | Charles Taylor | Elizabeth Taylor
nee | Charles Taylor | Charles Tyler Moore
nee | Omar al-Bashir | Abdullah al-Bashir
nee | Nguyen Phu Trong | Nguyen Xuan Phuc
nee | Jean-Claude Juncker | Jean-Claude Trichet
nee | Jean-Marie Le Pen | Marine Le Pen
nee | Fidel Castro | Raul Castro
nee | Raúl Castro Ruz | Raúl Castro Fernandez
nee | Pablo Escobar | Roberto Escobar Gaviria
nee | Slobodan Milosevic | Marko Milosevic
nee | Robert Mugabe | Grace Mugabe
nee | George W. Bush | George H. W. Bush
nee | Hans Janmaat | Hans Jansen
nee | Maria van der Hoeven | Maria Verhoeven
nee | Jan Peter Balkenende | Jan Kees de Jager
nee | Femke Halsema | Femke Merel van Kooten
nee | Marianne Thieme | Marianne Timmer
nee | Abdul Rahman Khan | Abdul Rahim Khan
nee | Abdullah bin Ali | Abdullah bin Omar
nee | Mohammed bin Salman | Mohammed bin Zayed
nee | Muhammad Ali Jinnah | Muhammad Ali Bogra
nee | Yusuf Islam | Yusuf Aslan
nee | Fatma Aydın | Fatma Aksoy
nee | Deutsche Bank AG | Deutsche Post AG
nee | Bank of China | Bank of Japan
nee | Bank Melli Iran | Bank Mellat
nee | Gazprom Neft | Gazprom Export
nee | Rosneft | Rostec
nee | Siemens Energy AG | Siemens Healthineers AG
nee | China Shipping Co Ltd | China Ocean Shipping Co Ltd
nee | Stichting Zonnehuis | Stichting Zonnebloem
ja | Abdulaziz Al-Saud | Abdul Aziz bin Abdul Rahman Al Saud
ja | Nikolaj Coster-Waldau | Nikolaj Coster Waldau
ja | Søren Kierkegaard | Soren Kierkegaard
ja | Þórður Björnsson | Thordur Bjornsson
ja | Ðorđe Petrović | Djordje Petrovic
ja | Özgür Çakır | Ozgur Cakir
ja | Ngô Đình Diệm | Ngo Dinh Diem
ja | Park Chung-hee | Pak Chŏnghŭi
ja | Chung Mong-koo | Jeong Mong-gu
ja | Lee Kun-hee | Yi Geon-hui
ja | Wong Kar-wai | Wang Jiawei
ja | Tsai Ing-wen | Cai Yingwen
ja | Lien Chan | Lian Zhan
ja | Hamad bin Khalifa Al Thani | Hamad Khalifa Althani
ja | Sergueï Poliakov | Sergej Poljakov
ja | Andrei Arshavin | Андрей Аршавин
ja | Anatoly Chubais | Anatolij Tschubais
ja | Yulia Tymoshenko | Julija Tymosjenko
ja | Gérard Depardieu | GERARD DEPARDIEU
ja | María José García Márquez | Maria Jose Garcia Marquez
ja | Rodrigo Roa Duterte | Rodrigo Duterte
ja | Gloria Macapagal-Arroyo | Gloria Arroyo
ja | Hillary Rodham Clinton | Hillary Clinton
ja | Condoleezza Rice | Condoleeza Rice
ja | Arnold Schwarzenegger | Arnold Schwarzeneger
ja | Zbigniew Brzezinski | Zbignew Brzezinsky
ja | Benyamin Netanyahu | Binyamin Netanyahu
ja | Mohammed Dahlan | Muhamad Dahlan
ja | Abd al-Rahman al-Rashed | Abdurrahman Al Rashid
ja | Nasrin Sotoudeh | Nasrin Sotudeh
ja | Shirin Ebadi | Sjirin Ebadi
ja | Hamid Karzai | Hamed Karzay
ja | Ashraf Ghani Ahmadzai | Ashraf Ghani
ja | Gulbuddin Hekmatyar | Golboddin Hikmatyar
ja | Sirajuddin Haqqani | Siraj ud-Din Haqani
ja | Ranil Wickremesinghe | Ranil Wikramasinghe
ja | Mahinda Rajapaksa | Mahinda Rajapakse
ja | Lakshmi Mittal | Laxmi Mittal
ja | Dr. Manmohan Singh | Man Mohan Singh
ja | Viswanathan Anand | Vishwanathan Anand
ja | T. Blair | Tony Blair
ja | Kofi A. Annan | Kofi Annan
ja | Haile Selassie | Hailé Selassié
ja | Mengistu Haile Mariam | Mengistu Hailemariam
ja | Isaias Afwerki | Isayas Afewerki
ja | Salva Kiir Mayardit | Salva Kiir
ja | Robbert Dijkgraaf | Robert Dijkgraaff
ja | Sybrand van Haersma Buma | S. van Haersma Buma
ja | Alexander Pechtold | Alexander Pegtold
ja | Jeroen Dijsselbloem | Jeroen Dysselbloem
ja | Frans Timmermans | Franciscus Timmermans
ja | Neelie Kroes | Kroes, N.
ja | Liesbeth Spies | Elisabeth Spies
ja | Klaas Dijkhoff | Claas Dykhof
ja | Jan-Kees de Jager | Jan Kees de Jager
ja | Lodewijk Asscher | Lodewyk Asser
ja | Hanneke Groenteman | Johanna Groenteman
ja | Toon Hermans | Antoon Hermans
ja | Wolfgang Schäuble | Wolfgang Schaeuble
ja | Günter Grass | Guenter Graß
ja | Christian Wulff | Christian Wilhelm Walter Wulff
ja | Petr Nečas | Petr Necas
ja | Václav Klaus | Vaclav Klaus
ja | Božidar Đelić | Bozidar Djelic
ja | Aung San Suu Kyi | Daw Aung San Suu Kyi
ja | Megawati Sukarnoputri | Megawati Soekarnopoetri
ja | Suharto | Soeharto
ja | Heineken Holding N.V. | Heineken Holding NV
ja | Mitsubishi Heavy Industries, Ltd. | Mitsubishi Heavy Industries Limited
ja | Hapag-Lloyd AG | Hapag Lloyd Aktiengesellschaft
nee | Park Geun-hye | Park Chung-hee
nee | Lee Kun-hee | Lee Jae-yong
nee | Lee Myung-bak | Lee Nak-yon
nee | Chen Wei | Chen Wen
nee | Liu Yang | Liu Ying
nee | Zhang Li | Zhang Lin
nee | Tran Van Hai | Tran Van Hung
nee | Mohammed Ali | Mohammed Salah
nee | Ahmed Hassan | Ahmed Hussein
nee | Hamid Karzai | Ahmed Wali Karzai
nee | Abdul Aziz Al-Saud | Salman Al-Saud
nee | Saif al-Islam Gaddafi | Muammar Gaddafi
nee | Hafez al-Assad | Bashar al-Assad
nee | Ivan Ivanov | Ivan Ivanenko
nee | Sergei Ivanov | Sergei Ivanchenko
nee | Alexander Petrov | Alexei Petrov
nee | Dmitry Smirnov | Dmitry Smolin
nee | Elena Kuznetsova | Irina Kuznetsova
nee | Andrei Popov | Andrei Popescu
nee | Juan Carlos Garcia | Juan Manuel Garcia
nee | Jose Luis Hernandez | Jose Antonio Hernandez
nee | Maria Rodriguez | Mario Rodriguez
nee | Carlos Gomez | Carlos Gonzalez
nee | Ana Silva | Ana Santos
nee | Paul Martin | Martin Paul Schmidt
nee | James Wilson | James Watson
nee | Thomas Schmidt | Thomas Schneider
nee | Peter Müller | Peter Möller Hansen
nee | Michael Weber | Michael Wagner
nee | Anna Schulz | Hanna Scholz
nee | Robert Brown | Robin Brown
nee | David Miller | Daniel Miller
nee | Sarah Jones | Sandra Jones
nee | Kevin Clark | Calvin Clark
nee | Jan Visser | Jan Visscher de Boer
nee | Willem de Bruin | Willem de Bruijne
nee | Joke Smit | Joke Smid Bakker
nee | Kees Mulder | Kees Muller
nee | Marieke Bos | Marieke Vos
nee | Pieter de Groot | Pieter de Graaf
nee | Anouk van Dam | Anouk van Dijk
nee | Lisa Meijer | Lisa Meier-Smit
nee | Bouwbedrijf Van Dijk BV | Bouwbedrijf Van Dam BV
nee | Eastern Shipping Ltd | Western Shipping Ltd
nee | North Star Trading FZE | South Star Trading FZE
nee | Delta Airlines Inc | Delta Faucet Company
`;
