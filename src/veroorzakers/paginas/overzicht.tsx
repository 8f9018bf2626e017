import { rendeer } from '../../ontwerp/index.ts';
import type { Blok, Stuk } from '../../brieven/index.ts';

/** The overview as a page on its own, to read and to print: no script, no style from elsewhere. */
export function overzichtHtml(s: Stuk): string {
  return rendeer(
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>{s.onderwerp}</title>
      </head>
      <body>
        <p>{s.afzender.organisatie}</p>
        <p><Regels tekst={[s.geadresseerde.naam, ...s.geadresseerde.adres].join('\n')} /></p>
        <p>Datum: {s.datum}<br />Ons kenmerk: {s.kenmerk}</p>
        <h1>{s.onderwerp}</h1>
        <p>{s.aanhef}</p>
        {s.delen.map((d) => <>{d.kop !== null && <h2>{d.kop}</h2>}{d.blokken.map((b) => <Stukblok b={b} />)}</>)}
        <p>{s.ondertekening.groet}</p>
        <p>{s.ondertekening.namens}<br />{s.ondertekening.wie}</p>
      </body>
    </html>,
  );
}

const Regels = ({ tekst }: { tekst: string }) => <>{tekst.split('\n').map((r, i) => <>{i > 0 && <br />}{r}</>)}</>;

function Stukblok({ b }: { b: Blok }) {
  if (b.soort === 'lijst') return <ul>{b.items.map((r) => <li><Regels tekst={r} /></li>)}</ul>;
  if (b.soort === 'tabel') return <dl>{b.rijen.map(([term, waarde]) => <><dt>{term}</dt><dd><Regels tekst={waarde} /></dd></>)}</dl>;
  return <p><Regels tekst={b.tekst} /></p>;
}
