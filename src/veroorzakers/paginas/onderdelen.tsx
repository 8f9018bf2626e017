import type { ComponentChildren } from 'preact';
import { dagVan, datumTekst } from '../../kern/tijd/index.ts';
import { Alinea, DatumVeld, DefinitieLijst, Groep, Link, Lijst, Merk, Selectie, TekstGebied, TekstVeld, Uitklap, veld, veldVinkje, Vinkje, type Definitie, type MerkSoort } from '../../ontwerp/index.ts';
import type { Stand } from '../../platform/http/index.ts';
import type { Uitslag, Veld } from '../../herkennen/index.ts';
import type { Incidentregel } from '../incidenten.ts';
import type { Kandidaat } from '../herken.ts';
import type { Groep as Persoon, Persoonrecord } from '../lezen.ts';
import { exactwoorden } from '../regels/exact.ts';
import { geborenTekst, huisnummerTekst } from '../regels/invoer.ts';
import { naamtekst } from '../regels/naam.ts';
import { feitstatussen, middelsoorten, naamsoorten, persoonssoorten, type Feitstatus, type Persoonssoort } from '../regels/woorden.ts';

const FEITKLEUR: Record<Feitstatus, MerkSoort> = { gemeld: 'neutraal', betwist: 'let-op', vastgesteld: 'info' };

/** Whether reported conduct stands; belongs wherever that conduct is shown. */
export function FeitstatusMerk({ status }: { status: Feitstatus }) {
  return <Merk soort={FEITKLEUR[status]}>feiten: {feitstatussen[status].toLowerCase()}</Merk>;
}

/** The band of a match in words; a name alone never gets the first. */
export function BandMerk({ kandidaat }: { kandidaat: Kandidaat }) {
  if (kandidaat.exact !== null && kandidaat.uitslag.band !== 'waarschijnlijk') return <Merk soort="info">{exactwoorden[kandidaat.exact].toLowerCase()}</Merk>;
  return kandidaat.uitslag.band === 'waarschijnlijk' ? <Merk soort="info">waarschijnlijk dezelfde</Merk> : <Merk>mogelijk dezelfde</Merk>;
}

/** Why two may be the same, and what speaks against it, the strongest first. */
export function Redenen({ uitslag }: { uitslag: Pick<Uitslag, 'redenen' | 'misschienHuisgenoot'> }) {
  const voor = uitslag.redenen.filter((r) => r.bits >= 0.5 && r.veld !== 'familie').sort((a, b) => b.bits - a.bits);
  const tegen = uitslag.redenen.filter((r) => r.bits <= -0.5 && r.veld !== 'familie').sort((a, b) => a.bits - b.bits);
  return (
    <>
      {voor.length > 0 && <><Alinea>Dit past:</Alinea><Lijst items={voor.map((r) => r.tekst)} /></>}
      {tegen.length > 0 && <><Alinea>Dit spreekt ertegen:</Alinea><Lijst items={tegen.map((r) => r.tekst)} /></>}
      {uitslag.misschienHuisgenoot && <Alinea zacht>Het kan ook een huisgenoot of familielid zijn.</Alinea>}
    </>
  );
}

const VELDWOORD: Partial<Record<Veld, string>> = {
  geboortedatum: 'de geboortedatum', adres: 'het adres (postcode en huisnummer)', telefoon: 'een telefoonnummer', email: 'een e-mailadres', kenmerk: 'een klantnummer of zaaknummer', voornaam: 'de voornaam', achternaam: 'de achternaam', account: 'een account',
};

/** The one thing to ask. */
export function vraagom(veld: Veld | null): string {
  const woord = veld === null ? undefined : VELDWOORD[veld];
  return woord === undefined ? '' : `Weet je ${woord}? Vul dat aan, dan wordt het duidelijker.`;
}

/** What is known of a person, from all his records; a value that several records tell stands once. */
export function Persoonsgegevens({ records }: { records: readonly Persoonrecord[] }) {
  const namen = (Object.keys(naamsoorten) as (keyof typeof naamsoorten)[]).map((soort): Definitie => ({ term: naamsoorten[soort], waarde: lijst(records.flatMap((r) => r.namen.filter((n) => n.soort === soort).map(naamtekst))) }));
  const adressen = records.flatMap((r) => r.adressen);
  return (
    <DefinitieLijst items={[
      ...namen,
      { term: 'Geboren', waarde: lijst(records.map((r) => geborenTekst({ jaar: r.geboren_jaar, maand: r.geboren_maand, dag: r.geboren_dag }))) },
      { term: 'Adres', waarde: lijst(adressen.filter((a) => a.tot === null).map(adrestekst)) },
      { term: 'Vorig adres', waarde: lijst(adressen.filter((a) => a.tot !== null).map((a) => `${adrestekst(a)}, tot ${a.tot ? datumTekst(a.tot) : ''}`)) },
      ...(Object.keys(middelsoorten) as (keyof typeof middelsoorten)[]).map((soort): Definitie => ({ term: middelsoorten[soort], waarde: lijst(records.flatMap((r) => r.middelen.filter((m) => m.soort === soort).map((m) => m.waarde))) })),
      { term: 'Omschrijving', waarde: lijst(records.map((r) => r.omschrijving)) },
    ].filter((d) => d.waarde !== '')} />
  );
}

function adrestekst(a: Persoonrecord['adressen'][number]): string {
  return [[a.straat, huisnummerTekst(a)].filter((d) => d !== '').join(' '), [a.postcode, a.woonplaats].filter((d) => d !== '').join(' ')].filter((d) => d !== '').join(', ');
}

function lijst(waarden: readonly string[]): ComponentChildren {
  const uit = [...new Set(waarden.filter((w) => w !== ''))];
  return uit.length === 0 ? '' : uit.length === 1 ? uit[0] : <Lijst items={uit} />;
}

/** In one line who it is, to tell two apart. */
export function kort(groep: Persoon): string {
  const geboren = groep.records.map((r) => geborenTekst({ jaar: r.geboren_jaar, maand: r.geboren_maand, dag: r.geboren_dag })).find((t) => t !== '');
  const adres = groep.records.flatMap((r) => r.adressen).find((a) => a.tot === null);
  return [groep.weergave, geboren ? `geboren ${geboren}` : '', adres ? adrestekst(adres) : ''].filter((d) => d !== '').join(' · ');
}

/** Dossiers of a person: number, day and kind, and whether it stands; no story. */
export function Incidenten({ incidenten }: { incidenten: readonly Incidentregel[] }) {
  return (
    <ul class="rd-lijst">
      {incidenten.map((d) => (
        <li><Link href={`/dossiers/${d.dossierId}`}>{d.nummer}</Link>, {datumTekst(dagVan(d.voorvalOp))}{d.vormen.length > 0 && `: ${d.vormen.join(', ').toLowerCase()}`} <FeitstatusMerk status={d.feitstatus} /></li>
      ))}
    </ul>
  );
}

const SOORTEN = Object.keys(persoonssoorten) as Persoonssoort[];

/** The form with a person's data: all of it may stay empty. */
export function Persoonvelden({ stand, heeftAdres, collega }: { stand: Stand; heeftAdres: boolean; collega: boolean }) {
  const soorten = SOORTEN.filter((s) => (s === 'collega' || s === 'politicus') === collega);
  return (
    <>
      <Groep titel="Naam" naam="naam" uitleg="Schrijf de naam zoals je hem kent. Een schrijffout is niet erg.">
        <Selectie {...veld(stand, 'soort')} label="Wie of wat is het?" verplicht opties={soorten.map((s) => ({ waarde: s, label: persoonssoorten[s] }))} />
        <TekstVeld {...veld(stand, 'voornamen')} label="Voornamen of voorletters" max={200} spelling={false} />
        <TekstVeld {...veld(stand, 'voorvoegsel')} label="Voorvoegsel" uitleg="Bijvoorbeeld van den" tekens={12} max={40} spelling={false} />
        <TekstVeld {...veld(stand, 'geslachtsnaam')} label="Achternaam" uitleg="Of de naam van de groep of het bedrijf" max={200} spelling={false} />
        <Uitklap titel="Andere namen" open={(['roepnaam', 'partnernaam', 'vroegere', 'alias'] as const).some((n) => (stand.waarden[n] ?? '') !== '' || stand.fouten.some((f) => f.veld === n))}>
          <TekstVeld {...veld(stand, 'roepnaam')} label="Roepnaam" max={100} spelling={false} />
          <TekstVeld {...veld(stand, 'partnernaam')} label="Naam van de partner" uitleg="Als iemand die ook gebruikt" max={200} spelling={false} />
          <TekstGebied {...veld(stand, 'vroegere')} label="Vroegere namen" uitleg="Eén naam per regel" regels={2} max={4_000} />
          <TekstGebied {...veld(stand, 'alias')} label="Ook bekend als" uitleg="Bijnamen of een andere schrijfwijze, één per regel" regels={2} max={4_000} />
        </Uitklap>
        <DatumVeld {...veld(stand, 'geboren')} snel={[]} label="Geboortedatum" uitleg="Bijvoorbeeld 7-3-1984. Alleen het jaar mag ook." />
      </Groep>
      <Groep titel="Adres" naam="adres">
        <TekstVeld {...veld(stand, 'straat')} label="Straat" max={200} spelling={false} />
        <TekstVeld {...veld(stand, 'huisnummer')} label="Huisnummer met toevoeging" uitleg="Bijvoorbeeld 12 bis hs, of Postbus 340" tekens={12} max={40} spelling={false} />
        <TekstVeld {...veld(stand, 'postcode')} label="Postcode" tekens={8} max={20} spelling={false} />
        <TekstVeld {...veld(stand, 'woonplaats')} label="Woonplaats" max={100} spelling={false} />
        {heeftAdres && <Vinkje {...veldVinkje(stand, 'adres_fout')} label="Het oude adres klopte niet" uitleg="Anders blijft het staan als vorig adres." />}
      </Groep>
      <Groep titel="Contact en kenmerken" naam="contact" uitleg="Eén per regel. Zet hier geen burgerservicenummer.">
        <TekstGebied {...veld(stand, 'telefoons')} label="Telefoon" regels={2} max={2_000} />
        <TekstGebied {...veld(stand, 'emails')} label="E-mail" regels={2} max={4_000} />
        <TekstGebied {...veld(stand, 'accounts')} label="Accounts op internet" uitleg="Bijvoorbeeld x:@naam" regels={2} max={4_000} />
        <TekstGebied {...veld(stand, 'kenmerken')} label="Eigen kenmerken" uitleg="Klantnummer of zaaknummer" regels={2} max={4_000} />
      </Groep>
      <TekstGebied {...veld(stand, 'omschrijving')} label="Omschrijving" uitleg="Hoe herken je deze persoon of groep? Blijf neutraal." regels={3} max={5_000} />
    </>
  );
}
