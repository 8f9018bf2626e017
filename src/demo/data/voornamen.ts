/** Where a name comes from: Dutch, Turkish, Moroccan, Surinamese and Antillean, Polish, Moluccan, and other parts of the world. */
export type Herkomst = 'nl' | 'tr' | 'ma' | 'sr' | 'pl' | 'mo' | 'ov';
export type Geslacht = 'v' | 'm';

const lijsten: Record<Herkomst, Record<Geslacht, string>> = {
  nl: {
    v: 'Anneke|Marieke|Ingrid|Petra|Monique|Esther|Linda|Sandra|Wilma|Yvonne|Marjan|Ellen|Lotte|Sanne|Femke|Iris|Eva|Julia|Anouk|Lisa|Naomi|Manon|Kim|Daphne|Nienke|Roos|Fleur|Merel|Maaike|Tessa|Simone|Judith|Miriam|Carla|Hanneke|Ria|Gerda|Joke|Tineke|Astrid|Bianca|Chantal|Debby|Elly|Floor|Guusje|Heleen|Ilse|Jolanda|Karlijn|Lieke|Marloes|Nicole|Odette|Pien|Renske|Saskia|Truus|Vera|Willemijn|Suzan|Mirjam|Corine|Dorien|Evelien|Froukje|Gwen|Hilde|Jacqueline|Kirsten',
    m: 'Jan|Peter|Henk|Kees|Erik|Marcel|Johan|Rob|Frank|Ronald|Bart|Jeroen|Sander|Martijn|Dennis|Mark|Tim|Thomas|Lars|Daan|Sem|Bram|Ruben|Niels|Koen|Stijn|Jasper|Wouter|Rik|Gijs|Teun|Pim|Joost|Maarten|Arjan|Edwin|Wim|Gerard|Theo|Harry|Hans|Ton|Cor|Bert|Ad|Sjaak|Jurgen|Vincent|Michiel|Remco|Patrick|Paul|Robin|Floris|Hidde|Jelle|Sybren|Douwe|Wessel|Menno|Tijmen|Casper|Ivo|Leon|Otto|Rens|Siebe|Twan|Ulbe|Wietse',
  },
  tr: { v: 'Elif|Zeynep|Ayşe|Fatma|Emine|Esra|Merve|Derya|Sevgi|Büşra|Gül|Hülya|Nuray|Özlem', m: 'Mehmet|Mustafa|Ahmet|Emre|Murat|Yusuf|Can|Hasan|Ömer|Burak|Serkan|Volkan|Kemal|Orhan' },
  ma: { v: 'Samira|Fatima|Naima|Karima|Hanane|Nadia|Soumaya|Ikram|Loubna|Khadija|Rachida|Amina|Salma|Siham', m: 'Yassin|Mohamed|Karim|Rachid|Hamza|Said|Omar|Bilal|Younes|Aziz|Hicham|Jamal|Driss|Tarik' },
  sr: { v: 'Shanti|Sharda|Cheryl|Astra|Chandra|Jennifer|Mavis|Sheila|Indra|Gloria|Marva|Roshni', m: 'Winston|Radjesh|Clyde|Orlando|Vinod|Humphrey|Stanley|Ruben|Ricardo|Anil|Errol|Jermaine' },
  pl: { v: 'Agnieszka|Katarzyna|Magda|Ewa|Joanna|Monika', m: 'Tomasz|Piotr|Marek|Paweł|Krzysztof|Adam' },
  mo: { v: 'Ona|Sarah|Welly|Mercy|Lea|Josina', m: 'Sam|Dominggus|Otis|Jopie|Frans|Elias' },
  ov: { v: 'Linh|Mei|Hodan|Selam|Zahra|Maria|Elena|Ana|Olena|Abena|Lin|Parisa', m: 'Minh|Wei|Abdi|Dawit|Reza|Carlos|Miguel|Andrei|Ivan|Kwame|Ali|Farid' },
};

/** First names for the people of the demo. */
export const voornamen = Object.fromEntries(
  Object.entries(lijsten).map(([herkomst, { v, m }]) => [herkomst, { v: v.split('|'), m: m.split('|') }]),
) as Record<Herkomst, Record<Geslacht, string[]>>;

/** Out of a hundred colleagues, how many have a name from where; what is left is Dutch. */
export const aandeelHerkomst: readonly (readonly [Herkomst, number])[] = [['tr', 5], ['ma', 5], ['sr', 5], ['pl', 2], ['mo', 1], ['ov', 4], ['nl', 78]];
