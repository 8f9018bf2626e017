import { isDeepStrictEqual } from 'node:util';
import { Alinea, Kaart, Link, Merk, Stapel, Tabel, Verborgen, type Kolom } from '../../ontwerp/index.ts';
import { aangiften, bronVan, type Gedraging, type Kader, type Kaderregel, type Koppeling } from '../regels/kader.ts';
import { beslissercodes, beslissersoorten, gebieden, klassen, media, tegens, type Beslissersoort } from '../regels/soorten.ts';
import { beslisserIn, maandenTekst, opsomming, sanctiezin } from '../regels/zinnen.ts';

/** Where "Wijzig" leads to, for who may change it. */
export interface Wijzigpaden {
  regel(code: string): string;
  gedraging(code: string): string;
  vorm(code: string): string;
  algemeen: string;
}

interface TabellenProps {
  kader: Kader;
  vormen: readonly { code: string; naam: string }[];
  /** The tables of the handreiking, to mark what the organisation made otherwise. */
  handreiking: Kader;
  wijzig: Wijzigpaden | null;
}

const hoofd = (zin: string): string => zin.charAt(0).toUpperCase() + zin.slice(1);
const gebiedzin = (g: Kaderregel['gebied']): string => (g === null ? '' : g.van === g.tot ? hoofd(gebieden[g.van]) : g.van === 'locatie' && g.tot === 'dienst' ? 'Locatie of dienst' : `${hoofd(gebieden[g.van])}, eventueel ${gebieden[g.tot]}`);
const beslisserNaam = (b: string): string => (beslissercodes.some((c) => c === b) ? beslissersoorten[b as Beslissersoort] : b);
/** Such as "De verantwoordelijk leidinggevende of het managementteam". */
export const beslisserOpsomming = (wie: readonly string[]): string => hoofd(opsomming(wie.map((b) => beslisserNaam(b).charAt(0).toLowerCase() + beslisserNaam(b).slice(1)), 'of'));

export function herhalingzin(r: Kaderregel): string {
  switch (r.herhaling.soort) {
    case 'geen': return '';
    case 'zwaarder': return 'Zwaarder: een waarschuwing wordt een pandverbod, of het pandverbod duurt langer';
    case 'regel': return hoofd(sanctiezin(r.herhaling.sancties, r.herhaling.politie));
  }
}

function beslisserzin(r: Kaderregel): string {
  const wie = beslisserOpsomming(r.beslissers);
  return r.overlegMet === null ? wie : `${wie}, in overleg met ${beslisserIn(r.overlegMet)} over de duur`;
}

/** Where this rule holds, when not everywhere. */
const grenzen = (r: Kaderregel): string => [r.media.length > 0 ? opsomming(r.media.map((m) => media[m].toLowerCase()), 'of') : '', r.alleenMetWapen ? 'alleen met een wapen' : ''].filter(Boolean).join('; ');

const TABELNAMEN: Record<string, string> = { A: 'Tabel A: per incident', B: 'Tabel B: per soort agressie' };

function Anders({ is, was }: { is: unknown; was: unknown }) {
  if (was === undefined) return <> <Merk soort="info">eigen regel</Merk></>;
  return isDeepStrictEqual(is, was) ? null : <> <Merk soort="info">anders dan de handreiking</Merk></>;
}

/** The kader as the handreiking prints it: two tables of rules, and what each behaviour asks during and after. */
export function Kadertabellen({ kader, vormen, handreiking, wijzig }: TabellenProps) {
  const tabellen = [...new Set(kader.regels.map((r) => r.code[0] ?? ''))].toSorted();
  return (
    <Stapel>
      {tabellen.map((t) => <Regeltabel naam={TABELNAMEN[t] ?? `Tabel ${t}: eigen regels`} letter={t} regels={kader.regels.filter((r) => r.code.startsWith(t))} kader={kader} handreiking={handreiking} wijzig={wijzig} />)}
      <Kaart titel="Herhaling en combinatie" acties={wijzig ? <Link href={wijzig.algemeen}>Wijzig<Verborgen> herhaling en combinatie</Verborgen></Link> : undefined}>
        <Alinea>Een eerder incident telt mee als het niet langer dan {maandenTekst(kader.terugkijken.maanden)} voor dit incident was. {kader.terugkijken.telt === 'elke' ? 'Elke eerdere agressie maakt het herhaling.' : 'Alleen even zwaar of zwaarder gedrag maakt het herhaling.'} De handreiking noemt geen termijn: dit is een eigen keuze.</Alinea>
        <Alinea>{bronVan(kader.combinatie.code)}: bij een combinatie van soorten agressie geldt de hoogste maatregel{kader.combinatie.herhaling === 'verdubbelen' ? ', en bij herhaling het dubbele' : ', ook bij herhaling'}.</Alinea>
        <Alinea klein zacht>Komt er geen strafzaak, dan krijgt de veroorzaker op tijd een reactie (de termijn staat bij Inrichting) en vragen we eerst naar zijn kant. Het advies beslist nooit: dat doet de beslisser.</Alinea>
      </Kaart>
      <Gedragingtabel kader={kader} handreiking={handreiking} wijzig={wijzig} />
      <Koppeltabel kader={kader} vormen={vormen} wijzig={wijzig} />
    </Stapel>
  );
}

interface RegeltabelProps extends Omit<TabellenProps, 'vormen'> {
  naam: string;
  letter: string;
  regels: readonly Kaderregel[];
}

function Regeltabel({ naam, letter, regels, kader, handreiking, wijzig }: RegeltabelProps) {
  const perSoort = regels.every((r) => r.beslissers.length === 0 && r.gebied === null);
  const standaard = (code: string): Kaderregel | undefined => handreiking.regels.find((r) => r.code === code);
  const gedrag = (r: Kaderregel) => (
    <div>{r.code.slice(1)}. {wijzig ? <Link href={wijzig.regel(r.code)}>{r.naam}</Link> : r.naam}<Anders is={r} was={standaard(r.code)} />
      {grenzen(r) !== '' && <Alinea klein zacht>{hoofd(grenzen(r))}</Alinea>}</div>
  );
  const kolommen: Kolom<Kaderregel>[] = [
    { kop: perSoort ? 'Soort agressie' : 'Reden', rijkop: true, cel: gedrag },
    { kop: perSoort ? 'Maatregel, eerste keer' : 'Maatregel', cel: (r) => hoofd(sanctiezin(r.sancties, r.politie)) },
    { kop: perSoort ? 'Maatregel bij herhaling' : 'Bij herhaling', cel: (r) => herhalingzin(r) || '–' },
    ...(perSoort ? [] : [{ kop: 'Werkingsgebied', cel: (r: Kaderregel) => gebiedzin(r.gebied) || '–' }, { kop: 'Wie beslist', cel: (r: Kaderregel) => beslisserzin(r) || '–' }]),
    { kop: 'Aangifte', cel: (r) => (r.aangifte === null ? '–' : hoofd(aangiften[r.aangifte])) },
  ];
  return (
    <Kaart titel={naam}>
      <Tabel bijschrift={naam} bijschriftVerborgen rijen={regels} kolommen={kolommen} />
      {letter === 'B' && <Alinea klein zacht>Tabel B zegt niets over werkingsgebied en beslisser: die volgen uit tabel A. Zij gaat over agressie van aangezicht tot aangezicht, schriftelijk of via sociale media; regel {kader.combinatie.code.slice(1)} is de combinatie hieronder.</Alinea>}
    </Kaart>
  );
}

function Gedragingtabel({ kader, handreiking, wijzig }: Omit<TabellenProps, 'vormen'>) {
  return (
    <Kaart titel="Wat we accepteren en wat we doen">
      <Tabel<Gedraging> bijschrift="Gedrag, of we het accepteren, en wat we doen" bijschriftVerborgen rijen={kader.gedragingen} kolommen={[
        { kop: 'Gedrag', rijkop: true, cel: (g) => <div>{wijzig ? <Link href={wijzig.gedraging(g.code)}>{g.naam}</Link> : g.naam}<Anders is={g} was={handreiking.gedragingen.find((x) => x.code === g.code)} />{g.klasse === 'onevenredig_beroep' && <Alinea klein zacht>{klassen[g.klasse]}: geen agressie. Geen maatregel zonder tweede persoon.</Alinea>}</div> },
        { kop: 'Accepteren we het?', cel: (g) => (g.geaccepteerd ? 'Ja' : 'Nee') },
        { kop: 'Wat doe je op dat moment?', cel: (g) => g.tijdens },
        { kop: 'Wat doen we daarna?', cel: (g) => g.na },
      ]} />
    </Kaart>
  );
}

function Koppeltabel({ kader, vormen, wijzig }: Omit<TabellenProps, 'handreiking'>) {
  const naam = (code: string): string => kader.gedragingen.find((g) => g.code === code)?.naam ?? code;
  const zin = (k: Koppeling): string => {
    const bij = [k.tegen ? tegens[k.tegen].toLowerCase() : '', k.medium === 'telefoon' ? 'aan de telefoon' : k.medium === 'niet_telefoon' ? 'niet aan de telefoon' : '', k.wijktVoorZwaarder ? 'als er niets zwaarders is gemeld' : ''].filter(Boolean);
    return `${naam(k.gedraging)}${bij.length > 0 ? ` (${bij.join(', ')})` : ''}`;
  };
  return (
    <Kaart titel="Van melding naar gedrag">
      <Alinea>Wie meldt kiest vormen van agressie in gewone woorden. Zo vindt Rugdekking de regel die past. De Adviseur kan in een dossier een ander gedrag vaststellen.</Alinea>
      <Tabel bijschrift="Welke gedraging bij een vorm van agressie hoort" bijschriftVerborgen rijen={vormen} kolommen={[
        { kop: 'Vorm van agressie', rijkop: true, cel: (v) => (wijzig ? <Link href={wijzig.vorm(v.code)}>{v.naam}</Link> : v.naam) },
        { kop: 'Gedraging', cel: (v) => { const bij = kader.koppelingen.filter((k) => k.vorm === v.code); return bij.length === 0 ? 'Een mens kiest' : <ul class="rd-lijst">{bij.map((k) => <li>{zin(k)}</li>)}</ul>; } },
      ]} />
    </Kaart>
  );
}
