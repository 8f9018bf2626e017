import { nieuws } from './nieuws.ts';

/**
 * Pairs of names with what a careful person would say: `ja!` and `nee!` without a doubt, `ja` and `nee` most likely. Written by hand, from
 * how names are written in Dutch registers, passports and newspapers; the people are known or made up.
 */
export type Oordeel = 'ja!' | 'ja' | 'nee' | 'nee!';

const PAREN: Readonly<Record<string, string>> = {
  nederlands: `
ja! | Jan de Vries | Jan de Vries
ja! | Jan de Vries | JAN DE VRIES
ja! | Jan de Vries | Vries, Jan de
ja! | Jan van den Berg | BERG, Jan v.d.
ja! | Jan van den Berg | jan vandenberg
ja! | Jan van den Berg | J. v/d Berg
ja! | Jan van den Berg | van den Berg Jan
ja | Jan van den Berg | J. van den Bergh
ja! | Johannes Gerardus Maria Bakker | J.G.M. Bakker
ja! | Johannes Gerardus Maria Bakker | Johannes Bakker
ja | Johannes Gerardus Maria Bakker | Jan Bakker
ja | Willem-Alexander van Amsberg | Willem Alexander van Amsberg
ja! | Wim Kok | Willem Kok
ja! | Cornelis Lely | Kees Lely
ja | Hendrikus Colijn | Hendrik Colijn
ja! | Anna Bakker-de Vries | Anna de Vries-Bakker
ja | Anna Bakker-de Vries | Anna Bakker
ja | Anna Bakker-de Vries | A. de Vries
ja! | drs. P.J. Smit | Pieter Jan Smit
ja! | Mevr. dr. E. Schippers | Edith Schippers
ja! | Marc Meijer | Mark Meyer
ja! | Thijs Kuipers | Tijs Kuijpers
ja! | Claes Huijgens | Klaas Huygens
ja! | Jacqueline Hendrickx | Jacqueline Hendriks
ja! | Peter Jansen | Peter Janssen
ja! | Peter Jansen | Petre Jansen
ja! | Femke Zijlstra | Femke Zylstra
ja! | Bart Wouters | Bart Wouers
ja! | Sjoerd Dijkstra | Sjoerd Dykstra
ja! | Theo van 't Hof | Theo van het Hof
ja! | 's-Gravesande, Willem | Willem s Gravesande
ja! | Geert ten Hoeve | Geert Tenhoeve
ja! | Robert Oud | Rob Oud
ja! | Elisabeth Mulder | Bep Mulder
ja | Elisabeth Mulder | Lies Mulder
ja! | Margaretha Visser | Greet Visser
ja! | Antonius Vermeulen | Ton Vermeulen
ja! | Hendrik Postma | Henk Postma
ja | Joop den Uyl | Johannes den Uijl
ja! | Koos Schouten | Jacobus Schouten
ja! | Wilhelmina Drees | Mien Drees
ja! | Annie M.G. Schmidt | Annie Schmidt
ja! | Ruud Lubbers | Rudolphus Lubbers
ja! | Sanne Hoekstra | Hoekstra S.
nee! | Jan de Vries | Jan de Wit
nee! | Jan de Vries | Piet de Vries
nee! | Anna de Vries | Hans de Vries
nee! | Jan Bakker | Jan Mulder
nee! | Peter Smit | Willem Smit
nee! | J. de Boer | P. de Boer
nee! | Marieke van Dijk | Maarten van Dijk
nee | Johan Bos | Johanna Bos
nee! | Jan Peter Balkenende | Willem Peter Balkenende
nee! | Karel van den Berg | Karel van den Broek
nee! | Kees van Beek | Kees van Beers
nee! | Sanne Hoekstra | Hoekstra T.
nee | Anna Bakker-de Vries | Anna Bakker-Jansen
nee! | Lisa Kok | Luuk Kok
nee! | Daan Visser | Daan Fokkema
nee! | Emma Peters | Eva Pieterse
nee! | Tom Bos | Tim Bos
nee! | Bram Prins | Bram Pronk
nee! | Henk Kuiper | Harm Kuiper`,
  marokkaans: `
ja! | Mohamed El Amrani | Mohammed Elamrani
ja! | Mohamed El Amrani | El Amrani Mohamed
ja! | Mohamed El Amrani | Muhammad al-Amrani
ja! | Fatima Zahra Bouzidi | Fatima Bouzidi
ja! | Fatima Bouzidi | Fatima Boezidi
ja! | Youssef Ben Ali | Yusuf Benali
ja! | Abdelkader Haddou | Abdulkadir Haddu
ja! | Khadija Oulad Ahmed | Khadija Oulad-Ahmed
ja! | Rachid Ouaziz | Rashid Waziz
ja! | Hicham Chaouch | Hisham Shaush
ja! | Aicha Bentaleb | Aïcha Ben Taleb
ja! | Abderrahmane Yacoubi | Abdul Rahman Yaqoubi
ja! | Noureddine Laaroussi | Nour Eddine Laroussi
ja! | Said Tahiri | Saïd Tahiri
ja! | Jamila Azzouzi | Djamila Azouzi
ja | M. El Idrissi | Mohamed Idrissi
nee! | Mohamed El Amrani | Ahmed El Amrani
nee! | Mohamed El Amrani | Mohamed El Idrissi
nee! | Fatima Bouzidi | Fatima Bouali
nee! | Hassan Amrani | Hussein Amrani
nee! | Karim Haddad | Karima Haddad
nee! | Rachid Benali | Rachida Benali
nee! | Youssef Tahiri | Younes Tahiri
nee! | Said Chaoui | Saida Chaoui`,
  turks: `
ja! | Yusuf Öztürk | Yusuf Ozturk
ja! | Hüseyin Yıldız | HUSEYIN YILDIZ
ja! | İbrahim Çelik | Ibrahim Celik
ja! | Ayşe Şahin | Ayse Sahin
ja! | Ayşe Şahin | Aysche Schahin
ja! | Mehmet Ali Koç | Mehmet Koc
ja! | Recep Tayyip Erdoğan | Recep Erdogan
ja! | Öztürk, Emine | Emine Oeztuerk
ja! | Ahmet Davutoğlu | Ahmed Davutoglu
ja! | Büşra Güneş | Bushra Gunes
ja | Süleyman Demirel | Sulayman Demirel
nee! | Mehmet Yılmaz | Murat Yılmaz
nee! | Ayşe Kaya | Ayşe Karaca
nee! | Emine Demir | Emre Demir
nee! | Hasan Çelik | Hüseyin Çelik
nee! | Fatma Yıldız | Fatih Yıldız
nee! | Mustafa Koç | Mustafa Kurt`,
  surinaams: `
ja! | Radjesh Ramdin | Rajesh Ramdien
ja! | Soeresh Mahabier | Suresh Mahabir
ja! | Desi Bouterse | Dési Bouterse
ja! | Wim Udenhout | Willem Oedenhout
ja! | Djoko Kartodikromo | Joko Kartodikromo
ja! | Astra Jankie | Astra Janki
nee! | Anil Ramdin | Anil Ramdas
nee! | Vinod Mahabier | Vinay Mahabier
nee! | Clyde Pinas | Clyde Pengel`,
  pools: `
ja! | Łukasz Wiśniewski | Lukasz Wisniewski
ja! | Katarzyna Nowak | Kasia Nowak
ja! | Paweł Kowalski | Pawel Kowalsky
ja! | Małgorzata Zielińska | Malgorzata Zielinska
ja! | Wojciech Szymański | Wojtek Szymanski
ja! | Lech Wałęsa | Walesa Lech
ja! | Krzysztof Wójcik | Krzystof Wojcik
nee! | Piotr Kowalski | Piotr Kowalczyk
nee! | Marek Nowak | Marcin Nowak
nee! | Adam Wójcik | Anna Wójcik
nee! | Tomasz Kamiński | Tadeusz Kamiński`,
  arabisch: `
ja! | Muammar Gaddafi | معمر القذافي
ja! | Muammar Gaddafi | Moammar al-Qadhafi
ja! | Muammar Gaddafi | Mu'ammar Kadhafi
ja! | Saddam Hussein | صدام حسين
ja! | Saddam Hussein | Saddam Husayn al-Tikriti
ja! | Mahmoud Abbas | محمود عباس
ja! | Mohamed Morsi | Muhammad Mursi
ja! | Osama bin Laden | Usama bin Ladin
ja! | Yasser Arafat | Yasir Arafat
ja! | Abdel Fattah el-Sisi | Abdul Fattah al-Sisi
ja! | Abdel Fattah el-Sisi | Abdelfattah Sisi
nee | Abdullah Saleh | Ali Abdullah Saleh
ja | Bashar al-Assad | بشار الأسد
ja! | Hassan Nasrallah | Hasan Nasr Allah
ja! | Khalid Sheikh Mohammed | Khaled Mohammed
ja! | Rami Makhlouf | Ramy Makhluf
nee! | Rami Makhlouf | Maher Makhlouf
nee! | Saddam Hussein | Uday Saddam Hussein al-Tikriti
nee! | Uday Hussein | Qusay Hussein
nee! | Bashar al-Assad | Maher al-Assad
nee! | Ali Hassan | Hassan Omar
nee! | Mohamed Ali Hassan | Mohamed Ali Omar
nee! | Abdullah Ahmed | Abdullah Mahmoud
nee! | Hassan Ali Mohamed | Hussein Ali Mohamed`,
  russisch: `
ja! | Vladimir Putin | Владимир Путин
ja! | Vladimir Putin | Vladimir Vladimirovich Putin
ja! | Vladimir Putin | Путин Владимир Владимирович
ja! | Vladimir Putin | Poetin, Vladimir
ja! | Sergei Lavrov | Sergey Lawrow
ja! | Sergei Lavrov | Сергей Викторович Лавров
ja! | Joeri Tsjaikovski | Yuri Tchaikovsky
ja! | Nikita Khrushchev | Nikita Chroesjtsjov
ja! | Nikita Khrushchev | Никита Хрущёв
ja! | Mikhail Gorbachev | Michail Gorbatsjov
ja! | Mikhail Gorbachev | Michail Gorbatschow
ja! | Boris Yeltsin | Boris Jeltsin
ja! | Dmitry Medvedev | Dmitrij Medwedew
ja! | Alexei Navalny | Aleksej Navalnyj
ja! | Yevgeny Prigozhin | Evgenii Prigozhin
ja! | Yevgeny Prigozhin | Jevgeni Prigozjin
ja! | Volodymyr Zelenskyy | Vladimir Zelensky
ja! | Volodymyr Zelenskyy | Володимир Зеленський
ja! | Oleksandr Lukashenko | Alexander Loekasjenko
ja! | Petro Poroshenko | Petr Poroshenko
ja | Ramzan Kadyrov | Kadyrov Ramzan Akhmatovich
nee! | Ivan Petrovich Sidorov | Ivan Ivanovich Sidorov
nee! | Boris Rotenberg | Arkady Rotenberg
nee! | Sergei Ivanov | Sergei Petrov
nee! | Dmitry Medvedev | Roman Medvedev
nee! | Akhmat Kadyrov | Ramzan Kadyrov
nee! | Alexander Lukashenko | Viktor Lukashenko`,
  aziatisch: `
ja! | Xi Jinping | 习近平
ja! | Xi Jinping | Jinping Xi
ja! | Xi Jinping | XI Jin Ping
ja! | Kim Jong Un | 김정은
ja! | Kim Jong Un | Kim Jong-un
ja! | Kim Jong Un | Jong-Un Kim
ja! | Wei Zhang | Zhang Wei
ja! | Mao Zedong | Mao Tse-tung
ja! | Nguyen Van Minh | Minh Nguyễn Văn
ja! | Lee Hsien Loong | LEE Hsien-Loong
ja! | Shinzo Abe | Abe Shinzō
ja! | Narendra Modi | नरेन्द्र मोदी
ja | Park Geun-hye | Bak Geunhye
nee! | Kim Jong Un | Kim Jong Il
nee! | Wei Zhang | Wei Wang
nee! | Li Na | Li Ning
nee! | Xi Jinping | Xi Zhongxun
nee! | Nguyen Van Minh | Nguyen Van Hung
nee! | Wong Mei Ling | Wong Mei Yee
nee! | Zhang Wei | Zhang Jun`,
  engels: `
ja! | Bill Clinton | William Jefferson Clinton
ja! | Bill Gates | William Gates
ja! | Bob Dylan | Robert Dylan
ja! | John F. Kennedy | John Fitzgerald Kennedy
ja! | J.K. Rowling | Joanne K. Rowling
ja! | John Smith | Jon Smyth
ja! | Elizabeth Warren | Liz Warren
ja! | Mike Pence | Michael Richard Pence
ja! | Barack Obama | OBAMA, Barack Hussein
ja! | Chaim O'Brien | Chaim OBrien
ja! | Angus MacDonald | Angus McDonald
ja! | Catherine Johnson | Kathryn Johnson
ja! | Steven Miller | Stephen Miller
ja! | Geoff Thompson | Geoffrey Thomson
ja! | Jim Stewart | James Stuart
ja! | Prof. Albert Einstein | A. Einstein
ja! | Thomas Müller | Thomas Mueller
ja! | Björn Ångström | Bjorn Aangstrom
ja! | François Hollande | Francois Hollande
ja! | José María Aznar López | Jose Aznar
ja! | Luiz Inácio Lula da Silva | Luis Inacio Lula da Silva
ja! | Emmanuel Macron | Emanuel Macron
ja! | Alexandros Papadopoulos | Αλέξανδρος Παπαδόπουλος
ja! | Benjamin Netanyahu | בנימין נתניהו
nee! | John Smith | Jane Smith
nee! | John Smith | John Smart
nee! | George Bush | Jeb Bush
nee! | Donald Trump | Ivanka Trump
nee! | Michael Jackson | Michael Johnson
nee! | Mary Brown | Mark Brown
nee! | Bill Clinton | Hillary Clinton
nee! | William Jones | William James
nee! | Robert Kennedy | John Kennedy
nee! | Maria Garcia Lopez | Maria Garcia Fernandez
nee! | Jose Rodriguez | Jose Fernandez
nee! | David Cameron | David Camden
nee! | Ann Lee | Bruce Lee`,
  bedrijven: `
ja! | Siemens AG | Siemens Aktiengesellschaft
ja! | Bouwbedrijf Jansen B.V. | Bouwbedrijf Jansen BV
ja! | Shell Nederland B.V. | Shell Nederland Besloten Vennootschap
ja! | Woningstichting Eigen Haard | Woningstichting Eigen Haard (stichting)
ja! | OOO Romashka | ООО "Ромашка"
ja! | Rosneft Oil Company PJSC | PJSC Rosneft
ja! | Kaspersky Lab ZAO | Kaspersky Lab
ja! | Volkswagen A.G. | Volkswagen AG
ja | Ocean Shipping Co., Ltd. | Ocean Shipping Company Limited
nee! | Siemens AG | Bosch AG
nee! | Bouwbedrijf Jansen B.V. | Bouwbedrijf De Groot B.V.
nee! | Vega 1 Ltd | Vega 2 Ltd
nee! | Global Trading Ltd | Oriental Trading Ltd
nee! | First National Bank Inc | Second National Bank Inc
nee! | Stichting Hulp | Stichting Onderdak
nee! | Al Noor Trading LLC | Al Amal Trading LLC
nee! | Ivanov Ivan | OOO Gazprom`,
  nieuws,
  rommel: `
nee! | Jan de Vries | Noordzee Vis BV
nee! | x | Jan Jansen
nee! | Onbekend | Piet de Boer
nee! | Anna | Bakker
nee! | Mark Rutte | Geert Wilders
nee! | Владимир Путин | Дмитрий Медведев
nee! | 习近平 | 毛泽东
nee! | محمد علي | أحمد حسن
nee | Jan% | J_n de Vries`,
};

export const paren: readonly { groep: string; oordeel: Oordeel; a: string; b: string }[] = Object.entries(PAREN).flatMap(([groep, tekst]) =>
  tekst.trim().split('\n').map((regel) => {
    const [oordeel = '', a = '', b = ''] = regel.split(' | ').map((d) => d.trim());
    return { groep, oordeel: oordeel as Oordeel, a, b };
  }));
