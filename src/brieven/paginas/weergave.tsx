import { Alinea, Kaart, Kop, Lijst, Merk, type MerkSoort } from '../../ontwerp/index.ts';
import type { Blok, Brief } from '../regels/vorm.ts';
import type { Briefregel } from '../vragen.ts';

/** A letter as it reads, under the headings of the page. */
export function Briefweergave({ brief: b }: { brief: Brief }) {
  return (
    <Kaart>
      <Alinea klein zacht>{b.afzender.organisatie}{b.afzender.retouradres !== '' && `, ${b.afzender.retouradres}`}</Alinea>
      <Alinea>{[b.geadresseerde.naam, ...b.geadresseerde.adres].map((r, i) => <>{i > 0 && <br />}{r}</>)}</Alinea>
      <Alinea>Datum: {b.datum}<br />Ons kenmerk: {b.kenmerk}</Alinea>
      <Kop niveau={2} maat={3}>{b.onderwerp}</Kop>
      <Alinea>{b.aanhef}</Alinea>
      {b.delen.map((d) => <>
        {d.kop !== null && <Kop niveau={3} maat={4}>{d.kop}</Kop>}
        {d.blokken.map((blok) => <Briefblok blok={blok} />)}
      </>)}
      <Alinea>{b.ondertekening.groet}</Alinea>
      <Alinea>{b.ondertekening.namens}<br />{b.ondertekening.wie}</Alinea>
    </Kaart>
  );
}

function Briefblok({ blok }: { blok: Blok }) {
  if (blok.soort === 'lijst') return <Lijst items={blok.items} />;
  if (blok.soort === 'tabel') return <Lijst items={blok.rijen.map(([term, waarde]) => <><strong>{term}</strong>: {waarde}</>)} />;
  const regels = blok.tekst.split('\n').map((r, i) => <>{i > 0 && <br />}{r}</>);
  return <Alinea>{blok.taal === 'en' ? <span lang="en">{regels}</span> : regels}</Alinea>;
}

const MERK: Record<Briefregel['status'], MerkSoort> = { concept: 'let-op', nagekeken: 'info', verzonden: 'klaar' };

export function Briefstatusmerk({ brief }: { brief: Pick<Briefregel, 'status' | 'vervallen_op'> }) {
  return brief.vervallen_op === null ? <Merk soort={MERK[brief.status]}>{brief.status === 'concept' ? 'nog nakijken' : brief.status === 'nagekeken' ? 'nog versturen' : 'verstuurd'}</Merk> : <Merk soort="neutraal">vervallen</Merk>;
}
