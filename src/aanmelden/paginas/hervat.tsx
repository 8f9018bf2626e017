import { ActieFormulier, Alinea, Formulier, Knop, Kop, Link, Lijst, Stapel, VerborgenVeld } from '../../ontwerp/index.ts';
import { momentTekst } from '../../kern/tijd/index.ts';
import type { PaginaInhoud, Stand, Velden, Verzoek } from '../../platform/http/index.ts';
import type { Onderbroken } from '../account.ts';

/** What someone sent while signed out: nothing is done with it until he says so. */
export function hervatpagina(v: Verzoek, dit: Onderbroken, andere: readonly Onderbroken[], stand: Stand): PaginaInhoud {
  return {
    titel: 'Verder met je formulier',
    inhoud: (
      <Stapel>
        <Kop niveau={1}>Je was uitgelogd terwijl je iets verstuurde</Kop>
        <Alinea groot>Er is nog niets verstuurd. Wat je {momentTekst(dit.op, v.nu)} invulde is bewaard. Je ziet het formulier eerst terug en kunt het daarna versturen.</Alinea>
        <Formulier actie={`/hervat/${dit.id}`} csrf={stand.csrf} sleutel={stand.sleutel} verplichtUitleg={false} label="Verder met je formulier">
          <VerborgenVeld naam="_terug" waarde="ja" />
          {paren(dit.velden).map(([naam, waarde]) => (
            <VerborgenVeld naam={naam} waarde={waarde} />
          ))}
          <Knop>Toon mijn formulier</Knop>
        </Formulier>
        <ActieFormulier actie={`/hervat/${dit.id}/weggooien`} csrf={stand.csrf} sleutel={stand.sleutel}>
          <Knop soort="rustig">Gooi het weg</Knop>
        </ActieFormulier>
        {andere.length > 0 && (
          <>
            <Alinea>Er is nog meer van je bewaard:</Alinea>
            <Lijst items={andere.map((o) => <Link href={`/hervat/${o.id}`}>Formulier van {momentTekst(o.op, v.nu)}</Link>)} />
          </>
        )}
        <Alinea klein zacht>We bewaren dit twaalf uur. Daarna verdwijnt het vanzelf.</Alinea>
      </Stapel>
    ),
  };
}

function paren(velden: Velden): [string, string][] {
  return Object.entries(velden).flatMap(([naam, w]) => (Array.isArray(w) ? w.map((x): [string, string] => [naam, x]) : [[naam, w] as [string, string]]));
}
