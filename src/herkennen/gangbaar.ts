import { bekendeVoornamen } from './naam/roepnamen.ts';

/**
 * Names so frequent that they say little, for when the register is too small to count its own. Per 100,000 people.
 * Surnames: Nederlandse Familienamenbank (CBG/Meertens Instituut), numbers of 2007, CC0; without voorvoegsel, the 400 most frequent.
 */
const ACHTERNAMEN = `jong 512, jansen 449, vries 434, dijk 369, berg 363, bakker 338, boer 338, visser 333, janssen 330, groot 277, smit 258, bos 252, vos 252, meijer 235, mulder 221, veen 218,
peters 184, hendriks 180, dekker 171, leeuwen 170, brouwer 168, graaf 166, haan 156, kok 154, wit 147, dijkstra 144, smits 142, beek 138, koning 131, bosch 129, bruin 129,
meer 126, jacobs 123, linden 123, vermeulen 123, vliet 123, heuvel 122, dam 118, brink 113, broek 113, schouten 105, ruiter 103, heijden 102, bruijn 101, willems 101,
hoek 100, rooij 98, ven 97, maas 95, hoekstra 95, verhoeven 95, koster 94, jager 92, prins 91, huisman 90, blom 90, pol 87, peeters 86, jonge 86, kuipers 85, wal 85,
laan 84, post 83, kuiper 82, horst 82, kramer 81, veenstra 80, scholten 78, wijk 78, postma 76, martens 75, vink 74, groen 71, timmermans 71, gerritsen 71, jonker 70,
roos 70, loon 69, velde 69, willemsen 69, smeets 68, lange 67, schipper 66, dongen 66, driessen 64, doorn 64, hermans 63, evers 63, velden 62, hofman 61, wolters 61,
kamp 61, meulen 61, bosman 61, mol 61, molenaar 61, sanders 61, kuijpers 61, leeuw 60, muller 59, verbeek 58, stam 57, kroon 57, hartog 56, timmer 55, zwart 54,
groeneveld 53, wouters 53, schaap 53, haas 53, rijn 52, laar 51, pronk 51, bosma 51, koopman 51, vonk 51, verhagen 50, ploeg 50, snijders 50, dekkers 49, bijl 49, es 49,
versteeg 49, zijlstra 49, boon 49, klein 48, brand 48, stevens 48, waal 48, gerrits 48, simons 48, otten 48, valk 47, aarts 47, bouwman 47, verweij 47, schaik 47, boom 47,
tol 46, blok 46, keijzer 46, putten 46, kooij 46, damen 46, klaassen 46, rutten 46, eijk 45, engelen 45, winter 45, cornelissen 44, heide 44, geurts 44, vermeer 44,
bouman 43, teunissen 43, franken 43, roelofs 43, hollander 43, faber 43, lammers 43, arts 43, boersma 42, burg 42, os 42, buijs 42, joosten 42, venema 42, schuurman 42,
verhoef 41, thijssen 41, derksen 41, visscher 41, derks 41, akker 41, goossens 40, kersten 40, wolf 39, timmerman 39, wiersma 39, werf 38, baas 38, baars 38, essen 38,
lieshout 38, brouwers 38, kamphuis 38, plas 37, kerkhof 37, driel 37, wessels 37, rooijen 37, veldhuizen 37, rossum 37, eck 37, ham 37, gils 37, bouma 36, steen 36,
arends 36, vissers 36, knol 36, witte 36, dalen 36, hof 36, boogaard 36, hartman 36, hoogendoorn 36, terpstra 35, ruijter 35, kort 35, rietveld 35, wiel 35, berkel 35,
hout 34, boonstra 34, feenstra 34, tromp 34, kooistra 34, schut 34, keizer 34, pieters 33, koopmans 33, konings 33, zanten 33, ridder 33, schepers 33, vugt 33, veldman 33,
smulders 33, boers 33, stolk 33, molen 33, vis 32, zee 32, nieuwenhuis 32, albers 32, duijn 32, klomp 32, brinkman 32, jongh 32, velzen 32, sluis 32, veer 31, egmond 31,
kooijman 31, nijenhuis 31, schreurs 31, lamers 31, verheijen 31, hoof 31, kool 31, nijland 31, heemskerk 31, brands 30, heijnen 30, reinders 30, willemse 30, leenders 30,
berends 30, veldhuis 30, mooij 30, bergsma 30, gelder 30, drost 30, swinkels 30, meijers 30, theunissen 30, schippers 30, wijnen 29, schutte 29, verschoor 29, hoogeveen 29,
manders 29, fransen 29, wilde 29, linde 29, klaver 29, wagenaar 29, hoeven 29, jonkers 29, nijhuis 29, kessel 29, steenbergen 29, bongers 29, mulders 29, bouwmeester 28,
kempen 28, graaff 28, koops 28, franssen 28, ouden 28, geerts 28, ginkel 28, mourik 28, lemmens 28, yilmaz 28, wijngaarden 27, versluis 27, veerman 27, beckers 27,
bergen 27, hendriksen 27, laat 27, schoenmakers 27, groenendijk 27, drenth 27, bruinsma 27, schreuder 27, verheij 27, woude 27, houben 27, meurs 27, kampen 27, wetering 26,
borst 26, lubbers 26, timmers 26, swart 26, houten 26, boot 26, coenen 26, weijers 26, oomen 26, meij 26, kroes 26, westra 26, hees 26, beer 26, burger 26, nguyen 25,
berendsen 25, poel 25, erp 25, kolk 25, bruins 25, blaauw 25, alphen 25, lee 25, scheffer 25, schijndel 25, hiemstra 25, keulen 25, moonen 25, raaijmakers 25, harmsen 25,
esch 25, engels 24, jaspers 24, schellekens 24, boxtel 24, verkerk 24, bergh 24, waard 24, vogel 24, beekman 24, dijkman 24, burgers 24, pelt 24, hoogland 24, oosten 24,
snijder 24, rijswijk 24, zonneveld 23, snel 23, janssens 23, staal 23, huizinga 23, heijmans 23, hurk 23, hagen 23, koelewijn 23, pot 23, janse 23, roest 23, elzinga 23,
voort 23, soest 23, nijhof 23, meijden 23, kusters 23, koot 23, hal 23, donkers 23, douma 23, schenk 23, kloosterman 23, stoop 23, mierlo 22, klok 22, klerk 22, tilburg 22,
man 22, westerhof 22, vogels 22, brugman 22, snoek 22, bartels 22, berkhout 22, hermsen 22, smith 22`;

/**
 * Surnames that are frequent where they come from, in tiers: a list from elsewhere is not Dutch. Own reckoning from national statistics.
 */
const ACHTERNAMEN_ELDERS: readonly (readonly [perHonderdduizend: number, namen: string])[] = [
  [400, 'wang li zhang nguyen kim lee singh khan ali mohamed mohammed ahmed hassan chen liu park tran'],
  [200, 'smith garcia yang huang zhao wu zhou xu sun kumar hussein hussain ivanov johnson williams brown jones yilmaz rodriguez martinez gonzalez lopez hernandez silva santos das ahmad ibrahim choi jung le pham wong lam ho'],
  [100, 'miller davis wilson taylor anderson thomas martin white kaya demir sahin celik yildiz muller schmidt schneider fischer weber nowak kowalski popov petrov smirnov kuznetsov sidorov fernandez perez sanchez costa pereira oliveira ferreira rossi russo bianchi dubois bernard durand petit hoang vu vo dang bui do ngo duong ly abdi osman omar yusuf hosseini rahman islam chowdhury shah patel sharma begum bibi abdullah salah saleh mahmoud'],
  [60, 'bouzidi amrani idrissi haddad alaoui bennani benali aydin ozturk arslan dogan kilic aslan cetin kara koc kurt ozdemir simsek polat ramdin mahabier ramdas pinas martina maduro croes wisniewski wojcik kowalczyk kaminski lewandowski zielinski szymanski wozniak dabrowski kozlowski novak horvat popescu ionescu papadopoulos cohen levi mizrahi tanaka suzuki sato watanabe yamamoto takahashi'],
];

/** First names, in tiers. Dutch: Nederlandse Voornamenbank (Meertens Instituut) and SVB Kindernamen, order of frequency; elsewhere own reckoning. */
const VOORNAMEN: readonly (readonly [perHonderdduizend: number, namen: string])[] = [
  [1200, 'johannes maria jan mohamed mohammed muhammad'],
  [600, 'cornelis hendrik willem anna johanna peter pieter cornelia elisabeth catharina wilhelmina jacobus gerrit hans henk ali ahmed john'],
  [350, 'petrus antonius theodorus gerardus adrianus franciscus martinus jacob dirk johan kees wim ad erik marcel rob frank paul mark martijn jeroen bart dennis thomas tim david michael robert richard patrick peter ronald henri hendrika adriana margaretha petronella helena jacoba theodora marie ria linda sandra monique esther petra ingrid ellen anja yvonne marieke fatima mustafa ibrahim hassan mehmet william james vladimir sergei alexander ivan li wei kim'],
  [200, 'lucas daan sem bram finn milan levi noah luuk mees lars stijn ruben thijs max jesse julian tom sven niels rick kevin jordy danny roy nick bas sander joost wouter koen maarten arjan edwin gerard theo leo harry ton jos jaap piet karel frits emma sophie julia lisa anouk sanne lotte eva iris femke laura kim naomi manon michelle melissa denise marloes marjolein mirjam judith nicole angelique bianca wilma jolanda karin saskia astrid carla corrie greet truus annie nel riet bep omar yusuf youssef hamza bilal karim said rachid abdullah khadija aicha ayse fatma emine zeynep elif ahmet ali hasan huseyin murat emre andrzej piotr krzysztof anna katarzyna joseph george charles maria jose juan carlos luis antonio andrei dmitri nikolai oleg igor olga natalia elena tatiana irina'],
];

function uitRegels(lagen: readonly (readonly [number, string])[], uit: Map<string, number>): void {
  for (const [aantal, namen] of lagen) for (const naam of namen.split(' ')) uit.set(naam, Math.max(uit.get(naam) ?? 0, aantal / 100_000));
}

/** Share by folded name. */
export const gangbareAchternamen: ReadonlyMap<string, number> = (() => {
  const uit = new Map<string, number>();
  for (const regel of ACHTERNAMEN.split(/,\s*/)) {
    const [naam = '', aantal = '0'] = regel.split(' ');
    uit.set(naam, Number(aantal) / 100_000);
  }
  uitRegels(ACHTERNAMEN_ELDERS, uit);
  return uit;
})();

export const gangbareVoornamen: ReadonlyMap<string, number> = (() => {
  const uit = new Map<string, number>();
  // What people are called at all, is never as rare as a typing error.
  for (const naam of bekendeVoornamen()) uit.set(naam, 0.0004);
  uitRegels(VOORNAMEN, uit);
  return uit;
})();
