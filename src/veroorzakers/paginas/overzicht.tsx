import { rendeer } from '../../ontwerp/index.ts';
import type { Overzicht } from '../avg/inzage.ts';

/** The overview as a page on its own, to read and to print: no script, no style from elsewhere. */
export function overzichtHtml(o: Overzicht): string {
  return rendeer(
    <html lang="nl">
      <head>
        <meta charset="utf-8" />
        <title>Overzicht van je gegevens</title>
      </head>
      <body>
        <h1>Overzicht van je gegevens</h1>
        <p>{o.organisatie}, {o.opgesteldOp}. Dit is wat wij over je hebben vastgelegd. Namen en nummers van anderen hebben we afgedekt.</p>
        <h2>Wie je bent</h2>
        <dl>{o.gegevens.map((g) => <><dt>{g.wat}</dt><dd>{g.waarde}</dd></>)}</dl>
        <h2>Wat er is gemeld</h2>
        {o.voorvallen.length === 0 && <p>Er zijn geen voorvallen vastgelegd.</p>}
        {o.voorvallen.map((d) => (
          <>
            <h3>{d.nummer}, {d.datum}</h3>
            <p>{d.soort}. Hoe vast dit staat: {d.vaststelling.toLowerCase()}.</p>
            <dl>{d.beschrijving.map((x) => <><dt>{x.vraag}</dt><dd>{x.antwoord}</dd></>)}</dl>
          </>
        ))}
        {o.verder.map((deel) => <><h2>{deel.kop}</h2><ul>{deel.regels.map((r) => <li>{r}</li>)}</ul></>)}
        {o.wijzigingen.length > 0 && <><h2>Wat er is gewijzigd</h2><ul>{o.wijzigingen.map((w) => <li>{w.datum}: {w.wat}, van “{w.was}” naar “{w.werd}”</li>)}</ul></>}
        {o.verzoeken.length > 0 && <><h2>Je verzoeken</h2><ul>{o.verzoeken.map((x) => <li>{x.soort}, ontvangen op {x.ontvangen}: {x.uitkomst.toLowerCase()}</li>)}</ul></>}
        <h2>Wie dit ziet</h2>
        <ul>{o.wieZietDit.map((r) => <li>{r}</li>)}</ul>
        <h2>Wat je kunt doen</h2>
        <p>Klopt er iets niet, of wil je dat we iets wissen of niet meer gebruiken? Vraag het ons. Ben je het niet eens met wat wij doen, dan kun je een klacht indienen bij de Autoriteit Persoonsgegevens.</p>
      </body>
    </html>,
  );
}
