/**
 * Pairs of names that were judged before the matcher saw them, so that they tell how well it does on what it was not made for. People in public
 * life as different countries write them, people who are easily taken for each other, organisations, and made-up names.
 */
const PAREN = `
ja | Aleksandr Valeryevich Gutsan | GUTSAN Aleksandr
ja | Oleg Vladimirovich Deripaska | Олег Дерипаска
ja | Yuriy Kovalchuk | Jurij Kowaltschuk
ja | Arkadiy Dvorkovich | Arkadi Dworkowitsch
ja | Vyacheslav Volodin | Viatcheslav Volodine
ja | Nikolai Patrushev | Николай Платонович Патрушев
ja | Sergey Naryshkin | Sergei Evgenyevich Naryshkin
ja | Tatiana Golikova | Tat'yana Golikova
ja | Valentina Matvienko | Valentina Matviyenko
ja | Dmytro Kuleba | Dmitri Kuleba
ja | Vitali Klitschko | Віталій Кличко
ja | Petro Symonenko | Pyotr Simonenko
ja | Nikol Pashinyan | Nicol Pachinian
ja | Garry Kasparov | Garri Kasparow
ja | Anatoly Karpov | Karpov, Anatoli
ja | Irina Slutskaya | Irina Sloetskaja
ja | Abdulla Aripov | Abdullah Oripov
ja | Emomali Rahmon | Imomali Rakhmonov
ja | Sooronbay Jeenbekov | Sooronbai Zheenbekov
ja | Almazbek Atambayev | Almazbek Atambaev
ja | Ahmad Shah Massoud | Ahmed Sjah Massoed
ja | Burhanuddin Rabbani | Burhan ud-Din Rabbani
ja | Abdul Rashid Dostum | Abdoel Rasjid Dostoem
ja | Mohammad Reza Pahlavi | Muhammad Riza Pahlevi
ja | Mohammad Javad Zarif | محمد جواد ظریف
ja | Ebrahim Raisi | Ibrahim Raeesi
ja | Hassan Khomeini | Hasan Chomeini
ja | Walid Jumblatt | Oualid Joumblatt
ja | Rafic Hariri | Rafik al-Hariri
ja | Michel Aoun | ميشال عون
ja | Nabih Berri | Nabeeh Berry
ja | Samir Geagea | Samir Jaja
ja | Khaled Mashal | Khalid Meshaal
ja | Abdelaziz Bouteflika | Abd al-Aziz Boutaflika
ja | Abdelmadjid Tebboune | Abdul Majid Taboun
ja | Saad Eddine El Othmani | Saadeddine Othmani
ja | Fouad Ali El Himma | Fuad Ali al-Himma
ja | Beji Caid Essebsi | Baji Qaid Sibsi
ja | Khalifa Haftar | Khalifa Belqasim Hifter
ja | Fayez al-Sarraj | Faiez Serraj
ja | Abdullah Öcalan | Abdullah Ocalan
ja | Kemal Kılıçdaroğlu | Kemal Kilicdaroglu
ja | Ekrem İmamoğlu | EKREM IMAMOGLU
ja | Süleyman Soylu | Suleyman Soylu
ja | Tansu Çiller | Tansu Ciller
ja | Ömer Üründül | Oemer Uerundul
ja | Şeyma Güneş | Seyma Guenes
ja | Ma Ying-jeou | Ma Yingjiu
ja | Lee Teng-hui | Li Denghui
ja | Wen Jiabao | 温家宝
ja | Zhou Enlai | Chou En-lai
ja | Carrie Lam Cheng Yuet-ngor | Carrie Lam
ja | Tung Chee-hwa | Tung Chee Hwa
ja | Kim Dae-jung | Kim Dae Jung
ja | Roh Moo-hyun | No Mu-hyeon
ja | Syngman Rhee | Rhee Syngman
ja | Yoon Suk-yeol | Yoon Seok-youl
ja | Junichiro Koizumi | Koizumi Junichirō
ja | Yoshihide Suga | 菅義偉
ja | Võ Nguyên Giáp | Vo Nguyen Giap
ja | Nguyễn Thị Kim Ngân | Nguyen Thi Kim Ngan
ja | Hun Sen | Hun Sen
ja | Prayut Chan-o-cha | Prayuth Chanocha
ja | Susilo Bambang Yudhoyono | Susilo Yudhoyono
ja | Rajiv Gandhi | Rajeev Gandhi
ja | Atal Bihari Vajpayee | Atal Behari Vajpayee
ja | Jayalalithaa Jayaram | Jayalalitha Jayaram
ja | Zulfikar Ali Bhutto | Zulfiqar Ali Bhutto
ja | Pervez Musharraf | Parvez Musharaf
ja | Sheikh Hasina Wazed | Sheikh Hasina
ja | Chandrika Kumaratunga | Chandrika Bandaranaike Kumaratunga
ja | Uhuru Kenyatta | Uhuru Muigai Kenyatta
ja | Abiy Ahmed Ali | Abiy Ahmed
ja | Mohamed Abdullahi Farmajo | Mohamed Abdullahi Mohamed Farmaajo
ja | Ellen Johnson Sirleaf | Ellen Johnson-Sirleaf
ja | Paul Kagame | Paul Kagamé
ja | Joseph Kabila | Joseph Kabila Kabange
ja | Goodluck Jonathan | Goodluck Ebele Jonathan
ja | Olusegun Obasanjo | Olusegun Obasanjo
ja | Nelson Mandela | Nelson Rolihlahla Mandela
ja | Desmond Tutu | D. Tutu
ja | Evo Morales | Juan Evo Morales Ayma
ja | Rafael Correa Delgado | Rafael Correa
ja | Cristina Fernández de Kirchner | Cristina Kirchner
ja | Michelle Bachelet Jeria | Verónica Michelle Bachelet Jeria
ja | Andrés Manuel López Obrador | Andres Lopez Obrador
ja | Dilma Rousseff | Dilma Vana Rousseff
ja | Fernando Henrique Cardoso | Fernando H. Cardoso
ja | José Sócrates | Jose Socrates Carvalho Pinto de Sousa
ja | António Guterres | Antonio Guterres
ja | Giorgos Papandreou | Γιώργος Παπανδρέου
ja | Alexis Tsipras | Aleksis Tsipras
ja | Kyriakos Mitsotakis | Κυριάκος Μητσοτάκης
ja | Andreas Papandreou | Andréas Papandréou
ja | Donald Tusk | Donald Franciszek Tusk
ja | Zbigniew Ziobro | Zbigniew Ziobra
ja | Grzegorz Brzęczyszczykiewicz | Grzegorz Brzeczyszczykiewicz
ja | Aleksander Kwaśniewski | Alexander Kwasniewski
ja | Hanna Gronkiewicz-Waltz | Hanna Gronkiewicz Waltz
ja | Traian Băsescu | Traian Basescu
ja | Nicolae Ceaușescu | Nicolae Ceausescu
ja | Boyko Borisov | Бойко Борисов
ja | Aleksandar Vučić | Александар Вучић
ja | Zoran Đinđić | Zoran Djindjic
ja | Hashim Thaçi | Hasim Taci
ja | Edi Rama | Edvin Rama
ja | Andrej Babiš | Andrej Babis
ja | Miloš Zeman | Milos Zeman
ja | Gyurcsány Ferenc | Ferenc Gyurcsany
ja | Dalia Grybauskaitė | Dalia Grybauskaite
ja | Sauli Niinistö | Sauli Niinisto
ja | Jóhanna Sigurðardóttir | Johanna Sigurdardottir
ja | Jens Stoltenberg | J. Stoltenberg
ja | Anders Fogh Rasmussen | Anders Rasmussen
ja | Göran Persson | Goeran Persson
ja | Karl-Theodor zu Guttenberg | Karl Theodor Guttenberg
ja | Annegret Kramp-Karrenbauer | Annegret Kramp Karrenbauer
ja | Frank-Walter Steinmeier | Frank Walter Steinmeier
ja | Dr. Helmut Kohl | Helmut Josef Michael Kohl
ja | Valéry Giscard d'Estaing | Valery Giscard dEstaing
ja | Jean-Luc Mélenchon | Jean Luc Melenchon
ja | Nathalie Kosciusko-Morizet | Nathalie Kosciusko Morizet
ja | Guy Verhofstadt | Verhofstadt Guy
ja | Herman Van Rompuy | Herman van Rompuij
ja | Margaret Thatcher | Margaret Hilda Thatcher
ja | Jeremy Corbyn | Jeremy Bernard Corbyn
ja | Nick Clegg | Nicholas Clegg
ja | Ed Miliband | Edward Samuel Miliband
ja | Liz Truss | Elizabeth Truss
ja | Al Gore | Albert Arnold Gore Jr.
ja | Mitt Romney | Willard Mitt Romney
ja | Bernie Sanders | Bernard Sanders
ja | Mike Bloomberg | Michael R. Bloomberg
ja | Jeff Bezos | Jeffrey Preston Bezos
ja | Larry Page | Lawrence Page
ja | Kate Middleton | Catherine Middleton
ja | Theresa May | Teresa May
ja | Steve Jobs | Steven Paul Jobs
ja | Sean O'Connor | Shaun OConnor
ja | Siobhan McCarthy | Siobhán MacCarthy
ja | Niamh Ní Bhriain | Niamh Ni Bhriain
ja | Llewellyn Davies | Llewelyn Davis
ja | Jaap de Hoop Scheffer | Jakob de Hoop Scheffer
ja | Piet Hein Donner | P.H. Donner
ja | Ivo Opstelten | Ivo Willem Opstelten
ja | Gerdi Verbeet | Gerdi Anna Verbeet
ja | Jeltje van Nieuwenhoven | J. v. Nieuwenhoven
ja | Wouter Bos | BOS, W.J.
ja | Mw. S. Kaag-van der Berg | Sigrid Kaag
ja | Ankie Broekers-Knol | A. Broekers-Knol
ja | Khadija el Mourabit | Khadizja El Morabit
ja | Ouafae Ben Haddou | Wafae Benhaddou
ja | Zakaria Bouchnafa | Zakariya Boushnafa
ja | Soufiane Aït Lahcen | Sofian Ait Lahsen
ja | Abdelhafid Chettouh | Abdel Hafid Shettouh
ja | Naïma Azough | Naima Azoegh
ja | Rasheda Baboeram | Rashida Baburam
ja | Chandrikapersad Santokhi | Chan Santokhi
ja | Ronny Brunswijk | Ronnie Brunswyk
ja | Shanti Bhagwandin | Sjanti Bhagwandien
ja | Willemijn Kloosterboer | Willemyn Cloosterboer
ja | Gijsbert van der Wyck | Gijs v.d. Wijck
ja | Marie-José van Hoofd | Marie Jose v. Hoofd
ja | Theodoor Vreugdenhil | Theo Vreugdenhill
ja | Wietske Oenema | Wietske Oennema
ja | Truus Schröder-Schräder | Geertruida Schröder
ja | Jhr. F.A. van Lennep | Frederik Adriaan van Lennep
ja | Karin Adelmund | Carin Adelmunt
ja | Hilbert van der Meij | Hilbert vd Mey
ja | Yvonne Swinkels | Ivonne Swinkels
ja | Anneliese Kruithof | Anne Liese Kruithoff
ja | Abraham Kuyper | Bram Kuijper
ja | Tjalling Hooghiemstra | Tjaling Hoogiemstra
ja | Elbert Roelofsen | Elbert Roelofse
ja | Lukoil OAO | PJSC Lukoil
ja | Alfa-Bank | Alfa Bank AO
ja | Bank Saderat Iran | Bank Saderat
ja | Air Koryo | Air Koryo Airlines
ja | Hikvision Digital Technology Co., Ltd | Hangzhou Hikvision Digital Technology Company Limited
ja | Transportbedrijf Van Dalen B.V. | Van Dalen Transportbedrijf BV
ja | Schildersbedrijf P. de Wit | Schildersbedrijf De Wit
ja | Stichting Leger des Heils | Leger des Heils
ja | Stichting Welzijn Dordrecht | St. Welzijn Dordrecht
ja | ООО "Северный ветер" | OOO Severnyy Veter
ja | Mitsui & Co., Ltd. | Mitsui and Company Limited
ja | Banco Santander S.A. | Banco Santander SA
ja | Société Générale S.A. | Societe Generale
ja | Petróleos de Venezuela, S.A. | Petroleos de Venezuela
ja | Hezbollah | Hizballah
ja | Al-Qaida | Al Qaeda
ja | Tehreek-e-Taliban Pakistan | Tehrik-i-Taliban Pakistan
nee | Aleksandr Gutsan | Aleksandr Galushka
nee | Oleg Deripaska | Oleg Tinkov
nee | Sergei Chemezov | Sergei Chemerkin
nee | Yuri Kovalchuk | Boris Kovalchuk
nee | Nikolai Patrushev | Dmitry Patrushev
nee | Mikhail Fradkov | Mikhail Fridman
nee | Viktor Zolotov | Roman Zolotov
nee | Andrei Turchak | Anatoly Turchak
nee | Igor Rotenberg | Boris Rotenberg
nee | Ivan Sergeevich Morozov | Ivan Pavlovich Morozov
nee | Elena Petrova | Elena Pavlova
nee | Olga Smirnova | Olga Semenova
nee | Vasily Popov | Vadim Popov
nee | Viktor Yanukovych | Viktor Yushchenko
nee | Yulia Tymoshenko | Semyon Timoshenko
nee | Mohammad Khatami | Ahmad Khatami
nee | Ali Khamenei | Mojtaba Khamenei
nee | Hashemi Rafsanjani | Hashemi Shahroudi
nee | Abdullah Abdullah | Abdullah Ahmadzai
nee | Mohammed Omar | Mohammed Osman
nee | Ahmed Mansour | Ahmed Mansouri al-Kaabi
nee | Hassan Nasrallah | Hassan Diab
nee | Hussein al-Houthi | Abdulmalik al-Houthi
nee | Saleh al-Arouri | Saleh al-Mutlaq
nee | Mustafa Barzani | Masoud Barzani
nee | Omar Abdel Rahman | Omar Abdel Aziz
nee | Khalid bin Salman | Turki bin Salman
nee | Fatima al-Zahra | Fatima al-Fihri
nee | Mohamed Bouazizi | Mohamed Bouyeri
nee | Ahmed Ben Bella | Ahmed Ben Salah
nee | Youssef Chahed | Youssef Chahine
nee | Said Bouarram | Said Bouhaddi
nee | Nordin Amrabat | Sofyan Amrabat
nee | Hakim Ziyech | Hakim Benaissa
nee | Najat Aoutar | Najib Aoutar
nee | Emine Erdoğan | Recep Erdoğan
nee | Bilal Erdoğan | Burak Erdoğan
nee | Ali Babacan | Ali Baba
nee | Mehmet Şimşek | Mehmet Şahin
nee | Hakan Fidan | Hakan Aydan
nee | Murat Karayılan | Murat Karaalioğlu
nee | Li Xiaopeng | Li Xiaolin
nee | Wang Qishan | Wang Huning
nee | Zhang Gaoli | Zhang Dejiang
nee | Chen Quanguo | Chen Jining
nee | Liu He | Liu Hua
nee | Huang Wei | Huang Wen
nee | Xu Jing | Xu Jin
nee | Lee Hsien Loong | Lee Hsien Yang
nee | Lee Kuan Yew | Lee Hsien Loong
nee | Kim Yo Jong | Kim Jong Un
nee | Park Won-soon | Park Jie-won
nee | Choi Soon-sil | Choi Ryong-hae
nee | Nguyen Tan Dung | Nguyen Xuan Phuc
nee | Nguyen Thi Binh | Nguyen Thi Doan
nee | Tran Duc Luong | Tran Dai Quang
nee | Shinzo Abe | Shintaro Abe
nee | Taro Aso | Taro Kono
nee | Rahul Gandhi | Rajiv Gandhi
nee | Sonia Gandhi | Indira Gandhi
nee | Rajesh Kumar | Ramesh Kumar
nee | Sunil Sharma | Anil Sharma
nee | Nawaz Sharif | Shehbaz Sharif
nee | Asif Ali Zardari | Bilawal Bhutto Zardari
nee | Imran Khan | Irfan Khan
nee | Abdul Qadeer Khan | Abdul Wali Khan
nee | Jomo Kenyatta | Uhuru Kenyatta
nee | Laurent-Désiré Kabila | Joseph Kabila
nee | Mohamed Siad Barre | Mohamed Said Hersi
nee | Abdi Hassan | Abdi Hussein
nee | Winnie Mandela | Nelson Mandela
nee | Thabo Mbeki | Govan Mbeki
nee | Hugo Chávez | Adán Chávez
nee | Jorge Rodríguez | Delcy Rodríguez
nee | Juan Guaidó | Juan Guzmán
nee | Carlos Menem | Carlos Mesa
nee | José López | Jorge López
nee | Luis Fernández Toledo | Luis Fernández Ortega
nee | Manuel Santos | Miguel Santos
nee | Maria Fernanda Gomes | Maria Francisca Gomes
nee | Joaquín Guzmán | Archivaldo Guzmán
nee | Eduardo Bolsonaro | Flávio Bolsonaro
nee | Konstantinos Karamanlis | Konstantinos Mitsotakis
nee | Giorgos Papandreou | Andreas Papandreou
nee | Jarosław Kaczyński | Lech Kaczyński
nee | Jan Kowalski | Janusz Kowalczyk
nee | Anna Nowak | Hanna Nowakowska
nee | Piotr Zieliński | Paweł Zieliński
nee | Adam Nowicki | Adam Nowacki
nee | Milan Novak | Marian Novak
nee | Goran Hadžić | Goran Ivanišević
nee | Ion Iliescu | Ion Ionescu
nee | Václav Havel | Václav Klaus
nee | Mary Robinson | Peter Robinson
nee | George Osborne | George Osmond
nee | David Miliband | Ed Miliband
nee | Tony Blair | Cherie Blair
nee | John Major | John Mayer
nee | James Baker | James Becker Hill
nee | Robert Gates | Bill Gates
nee | Michael Brown | Michelle Brown
nee | Susan Rice | Condoleezza Rice
nee | William Barr | William Burr
nee | Joseph Biden | Hunter Biden
nee | Paul Ryan | Ryan Paul Mason
nee | Patrick Murphy | Patricia Murphy
nee | Daniel Craig | Craig David
nee | Karl Marx | Reinhard Marx
nee | Hans Müller | Heinz Müller
nee | Klaus Fischer | Klaus Fleischer
nee | Sabine Weiss | Sabrina Weiss
nee | Jürgen Möllemann | Jürgen Klopp
nee | Martin Schulz | Martina Schulz
nee | François Fillon | François Villon
nee | Jacques Chirac | Jacques Delors
nee | Marie Dubois | Marion Dubois
nee | Bernard Arnault | Antoine Arnault
nee | Wim Kok | Wim Duisenberg
nee | Ruud Lubbers | Ruud Gullit
nee | Pieter Omtzigt | Pieter Heerma
nee | Jesse Klaver | Jesse van Dijk
nee | Gerrit Zalm | Gerrit Ybema
nee | Sander de Rouwe | Sander Dekker
nee | Marja van Bijsterveldt | Marja van der Tas
nee | Anna van Buren | Hanna van Beuren
nee | Kees Vendrik | Cees Veerman
nee | Bas Jan van Bochove | Jan van Bochove-Smit
nee | Lotte Kuiper | Lot Kuipers-Bos
nee | Peter Janssen | Pieter Janse de Wit
nee | Marc Verhagen | Mark Verhoeven
nee | Ellen Bakker | Helen Barker
nee | Joris Koster | Boris Koster
nee | Bert de Vries | Bart de Vries
nee | Linda Mol | Minda Mol
nee | M. Hendriks | N. Hendriks
nee | P. Verbeek-Smit | P. Verbeek-de Jong
nee | H. van Vliet | H. van der Vliet-Groen
nee | Tineke Netelenbos | Tineke Huizinga
nee | Frits Philips | Frederik van Eeden
nee | Anouschka Laheij | Natascha Laheij
nee | Robin van Persie | Robin van Galen
nee | Jeroen Bos | Jeroen Bosch
nee | Kim de Haan | Tim de Haan
nee | Ria Visser | Mia Visser
nee | Vishal Ramautar | Vikash Ramautar
nee | Ruben Gangadin | Ruben Gangaram
nee | Orlando Pengel | Johan Pengel
nee | Lukoil | Lukoml
nee | Alfa Bank | Beta Bank
nee | Bank Saderat Iran | Bank Sepah Iran
nee | Korea Mining Development | Korea Ocean Shipping
nee | Air Koryo | Air Baltic
nee | Van Dalen Transport BV | Van Daal Transport BV
nee | Stichting Jeugdzorg Noord | Stichting Jeugdzorg Zuid
nee | Basisschool De Regenboog | Basisschool De Vlinder
nee | Apotheek Centrum | Apotheek Oost
nee | Banco Santander S.A. | Banco Sabadell S.A.
nee | Pars Oil Company | Pars Shipping Company
nee | Ocean Star Shipping 1 Ltd | Ocean Star Shipping 3 Ltd
nee | Tiger Logistics LLC | Tiger Trading LLC
nee | Mitsui & Co., Ltd. | Mitsubishi Corporation
nee | Aerospace Industries Organization | Defense Industries Organization
nee | Emma de Boer | De Boer Beheer BV
nee | Sergei Ivanov | Ivanov Trading OOO
nee | Karl Meier GmbH | Karl Meiser GmbH
nee | Ali Mohamed Warsame | Ali Mohamed Jama
nee | Hawa Yusuf | Hodan Yusuf
nee | Amina Osman Farah | Amina Osman Nur
nee | Tesfay Gebremedhin | Tesfay Gebremariam
nee | Haile Gebrselassie | Haile Mengistu
nee | Kofi Mensah | Kwame Mensah
nee | Chinedu Okafor | Chidi Okafor
nee | John Okeke | John Okoye
`;

export const vooraf: readonly { ja: boolean; a: string; b: string }[] = PAREN.trim().split('\n').map((regel) => {
  const [oordeel = '', a = '', b = ''] = regel.split(' | ').map((d) => d.trim());
  return { ja: oordeel === 'ja', a, b };
});
