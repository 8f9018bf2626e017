import type { Herkomst } from './voornamen.ts';

/**
 * Surnames for the people of the demo, a selection of common ones by origin, separated by |.
 * Dutch: Nederlandse Familienamenbank (Meertens Instituut), frequencies of 2007, CC0.
 */
const lijsten: Record<Herkomst, string> = {
  nl: [
    'de Jong|Jansen|de Vries|van den Berg|van Dijk|Bakker|Janssen|Visser|Smit|Meijer|de Boer|Mulder|de Groot|Bos|Vos|Peters|Hendriks|Dekker|van Leeuwen|Brouwer|de Wit',
    'Dijkstra|Smits|de Graaf|van der Meer|Kok|Jacobs|van der Linden|Vermeulen|de Haan|van den Heuvel|van den Broek|van der Veen|de Bruin|Schouten|van Beek|van der Heijden',
    'de Bruijn|Willems|van Vliet|Maas|Hoekstra|Verhoeven|Koster|van Dam|Prins|Huisman|Blom|Peeters|de Jonge|Kuipers|van der Wal|van Veen|Post|Kuiper|Kramer|van den Brink',
    'Veenstra|Scholten|van Wijk|Postma|Martens|Vink|de Ruiter|Groen|Timmermans|van de Ven|Gerritsen|Jonker|Boer|van Loon|Willemsen|Smeets|Bosch|de Lange|de Vos|Schipper',
    'van Dongen|Koning|van der Laan|de Koning|Driessen|van Doorn|Hermans|Evers|van der Velden|van den Bosch|Hofman|Wolters|van der Meulen|Bosman|Mol|Molenaar|Sanders',
    'Kuijpers|van der Horst|de Leeuw|Verbeek|Stam|Kroon|Groot|Timmer|de Rooij|Groeneveld|Wouters|Schaap|de Haas|Roos|van Rijn|Pronk|Bosma|Koopman|Vonk|Verhagen|Snijders',
    'Dekkers|van Es|Versteeg|Zijlstra|van der Velde|Boon|Klein|Stevens|Gerrits|Simons|Otten|Aarts|Bouwman|Verweij|van Schaik|Blok|Muller|de Jager|Damen|Klaassen|Rutten',
    'Jager|van Eijk|Cornelissen|van der Heide|van Rooij|Geurts|Vermeer|Bouman|Teunissen|Franken|Roelofs|Faber|Lammers|Arts|Boersma|van Os|Buijs|Joosten|Venema|Schuurman',
    'Verhoef|Thijssen|Derksen|Visscher|Derks|van den Akker|Goossens|Kersten|Timmerman|Wiersma|van der Werf|Baas|Baars|van Essen|van Lieshout|Brouwers|Kamphuis',
    'van der Plas|van Driel|Hoek|Wessels|van Rooijen|van Rossum|van Eck|van Gils|Zwart|Bouma|van der Steen|Arends|Vissers|Knol|van den Bos|van der Ploeg|Bijl|van Dalen',
    'Hartman|Hoogendoorn|Terpstra|de Ruijter|Rietveld|den Hartog|van Berkel|van de Pol|Boonstra|den Boer|Feenstra|Tromp|Kooistra|Schut|Keizer|Pieters|Koopmans|Konings',
    'van Zanten|de Ridder|Schepers|van Vugt|Veldman|Smulders|Brink|Boers|Stolk|de Waal|van der Molen|Vis|van der Zee|Nieuwenhuis|Albers|van Duijn|Brand|Klomp|Brinkman',
    'Keijzer|de Jongh|van Velzen|Reinders|Verschoor|Pol|Veerman|van de Laar|de Beer|Moonen|Dijkman|Heijmans|Kusters|Brugman|van der Weide|Meijerink|Hendrikx|van der Valk',
    'van de Velde|van der Zanden|van Gool|van Zon|Bleeker|de Roo|Bouwhuis|Broers|Akkermans|van der Sluijs|Adema|van Herk|van der Waal|Rodenburg|van den Ende|Segers',
    'van der Wielen|Hut|van den Berge|Otto|Meurs|van Andel|Berger|Verdonk|Smink|Deckers|Claessen|Velthuis|Verduijn|Oud',
  ].join('|'),
  tr: 'Yilmaz|Kaya|Demir|Çelik|Şahin|Yildiz|Öztürk|Aydin|Özdemir|Arslan|Doğan|Koç|Kurt|Polat|Aksoy|Yavuz|Güneş|Erdoğan|Taş|Bulut',
  ma: 'Haddad|Bouzidi|El Amrani|Benali|El Idrissi|Bouali|Chaoui|Amrani|El Khatib|Ouali|Azzouzi|Mansouri|Tahiri|Bakkali|El Fassi|Zerouali|Saidi|Belhaj',
  sr: 'Ramdin|Mahabier|Singh|Ramsaran|Jankie|Martina|Sluis|Pinas|Kartodikromo|Wijngaarde|Vrede|Leeflang|Emanuels|Bisoen|Autar|Croes|Maduro|Isenia',
  pl: 'Kowalski|Nowak|Wiśniewski|Wójcik|Kamiński|Lewandowski|Zieliński|Szymański',
  mo: 'Tahapary|Latuheru|Sopacua|Manuhutu|Tuhumury|Siahaya|Pattiasina|Leatemia',
  ov: 'Nguyen|Tran|Wong|Cheung|Tan|Lam|Hassan|Abdi|Warsame|Tesfay|Ahmadi|Rahimi|Khalil|Haddou|Costa|Silva|García|Popescu|Ivanova|Petrov|Mensah|Owusu',
};

export interface Achternaam {
  tussenvoegsel: string;
  achternaam: string;
}

/** "van den Berg" in its two parts; the prefix is what stands in small letters before the first capital. */
function splits(naam: string): Achternaam {
  const [, tussenvoegsel = '', achternaam = naam] = /^((?:[a-z']+ )*)(.+)$/.exec(naam) ?? [];
  return { tussenvoegsel: tussenvoegsel.trim(), achternaam };
}

export const achternamen = Object.fromEntries(Object.entries(lijsten).map(([herkomst, lijst]) => [herkomst, lijst.split('|').map(splits)])) as Record<Herkomst, Achternaam[]>;
