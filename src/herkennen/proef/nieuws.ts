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
nee | Stichting Zonnehuis | Stichting Zonnebloem`;
