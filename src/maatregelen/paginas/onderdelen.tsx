import type { ComponentChildren } from 'preact';
import { briefvoorbeeld, type Blok, type Deel } from '../../brieven/index.ts';
import { Alinea, Kaart, Kop, Lijst, Melding, Merk, Uitklap, type MerkSoort } from '../../ontwerp/index.ts';
import { briefVan, dagInWoorden, type Briefbron } from '../regels/brief.ts';
import { kanaalbereiken, toestanden, type Toestand } from '../regels/woorden.ts';
import type { Bereik, Maatregelregel } from '../vragen/lijst.ts';

const MERK: Record<Toestand, MerkSoort> = {
  voorgesteld: 'info', gehoord: 'info', besloten: 'info', in_werking: 'let-op', geschorst: 'neutraal', uitgevoerd: 'klaar', verlengd: 'klaar', opgeheven: 'klaar', verlopen: 'klaar', ingetrokken: 'neutraal', afgewezen: 'neutraal', vervallen: 'ernstig',
};

export function ToestandMerk({ toestand }: { toestand: Toestand }) {
  return <Merk soort={MERK[toestand]}>{toestanden[toestand].toLowerCase()}</Merk>;
}

/** Where a measure holds, in words. */
export function bereikTekst(bereik: readonly Bereik[]): string {
  return bereik.map((b) => (b.soort === 'organisatie' ? 'hele organisatie' : b.soort === 'kanaal' && b.kanaal ? kanaalbereiken[b.kanaal].toLowerCase() : b.naam)).join(', ');
}

/** From when until when; '' for what is done once. */
export function looptTekst(m: Pick<Maatregelregel, 'beginOp' | 'eindOp'>): string {
  return m.beginOp && m.eindOp ? `${dagInWoorden(m.beginOp)} tot en met ${dagInWoorden(m.eindOp)}` : '';
}

/** What of an advice is shown beside a proposal: the outcome, and every line it rests on with its source. */
export interface Adviesregels {
  samenvatting: string;
  regels: readonly { bron: string; zin: string; bepalend: boolean }[];
  combinatie: { bron: string; zin: string } | null;
  herhaling: { zin: string };
  keuzes: readonly { zin: string }[];
  taken: readonly { zin: string }[];
  gaten: readonly { zin: string }[];
  versie: { nummer: number };
}

/** The advice with its reasons and its version (functies C3). It advises; a decider decides. */
export function Adviesblok({ advies, titel = 'Advies van het handelingskader', open = true }: { advies: Adviesregels; titel?: string; open?: boolean }) {
  return (
    <Kaart titel={titel} icoon="weegschaal" rechts={<span class="rd-zacht">versie {advies.versie.nummer}</span>}>
      <Alinea>{advies.samenvatting}</Alinea>
      {advies.gaten.length > 0 && <Melding soort="let-op" titel="Hier zwijgt het handelingskader" niveau={3}><Lijst items={advies.gaten.map((g) => g.zin)} /></Melding>}
      {advies.keuzes.length > 0 && <><Kop niveau={3} maat={4}>Wat je zelf kiest</Kop><Lijst items={advies.keuzes.map((k) => k.zin)} /></>}
      {advies.taken.length > 0 && <><Kop niveau={3} maat={4}>Wat er nog bij hoort</Kop><Lijst items={advies.taken.map((t) => t.zin)} /></>}
      <Uitklap titel="Waar dit advies op rust" open={open}>
        <Lijst items={[
          ...advies.regels.map((r) => `${r.bron}: ${r.zin}${r.bepalend ? '' : ' Een zwaardere regel gaat voor.'}`),
          ...(advies.combinatie ? [`${advies.combinatie.bron}: ${advies.combinatie.zin}`] : []), advies.herhaling.zin,
        ]} />
      </Uitklap>
      <Alinea klein zacht>Het handelingskader adviseert. Wie gemachtigd is, beslist.</Alinea>
    </Kaart>
  );
}

function Briefblok({ blok }: { blok: Blok }): ComponentChildren {
  if (blok.soort === 'alinea') return <p lang={blok.taal}>{blok.tekst}</p>;
  if (blok.soort === 'lijst') return <Lijst items={blok.items} />;
  return <dl>{blok.rijen.map(([term, waarde]) => <><dt>{term}</dt><dd>{waarde}</dd></>)}</dl>;
}

const OPEN = '(nog in te vullen)';

/** The letter as it would be now; what is still open is marked. */
export function voorbeelddelen(bron: Briefbron, organisatie: string): Deel[] | null {
  const vul = (t: string): string => (t.trim() === '' ? OPEN : t);
  const brief = briefVan({
    ...bron, feiten: bron.feiten.map((f) => ({ ...f, plaats: vul(f.plaats), gedrag: vul(f.gedrag) })), waarom: vul(bron.waarom), gewogen: vul(bron.gewogen), invulling: vul(bron.invulling), contact: bron.contact.telefoon === '' && bron.contact.email === '' ? { ...bron.contact, telefoon: OPEN } : bron.contact,
    zienswijze: bron.zienswijze.uitkomst === 'zienswijze' ? { uitkomst: 'zienswijze', kort: vul(bron.zienswijze.kort), weging: vul(bron.zienswijze.weging) } : bron.zienswijze.uitkomst === 'achteraf' ? { ...bron.zienswijze, reden: vul(bron.zienswijze.reden) } : bron.zienswijze,
    normen: bron.normen.length > 0 ? bron.normen : [{ code: '', tekst: OPEN, bron: OPEN }],
  });
  if (brief === null) return null;
  switch (brief.soort) {
    case 'waarschuwing': return briefvoorbeeld('waarschuwing', brief.gegevens, organisatie);
    case 'pandverbod': return briefvoorbeeld('pandverbod', brief.gegevens, organisatie);
    case 'contactbeperking': return briefvoorbeeld('contactbeperking', brief.gegevens, organisatie);
    case 'verlenging': return briefvoorbeeld('verlenging', brief.gegevens, organisatie);
    case 'schadeverhaal': return briefvoorbeeld('schadeverhaal', brief.gegevens, organisatie);
  }
}

/** The letter beside the work on it, so that whoever motivates reads what the citizen will read (functies D6). */
export function Briefvoorbeeld({ delen }: { delen: readonly Deel[] }) {
  return (
    <Kaart titel="Zo wordt de brief" icoon="brief" soort="stil">
      {delen.map((d) => (
        <>
          {d.kop && <Kop niveau={3} maat={4}>{d.kop}</Kop>}
          {d.blokken.map((b) => <Briefblok blok={b} />)}
        </>
      ))}
    </Kaart>
  );
}
