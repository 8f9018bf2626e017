import { datumTekst } from '../../kern/tijd/index.ts';
import { Alinea, Kaart, KnopLink, LegeStaat, Stapel, Tabel } from '../../ontwerp/index.ts';
import type { Site } from '../../platform/http/index.ts';
import type { Verschuiving } from '../regels/doorrekenen.ts';
import { rekenDoor } from '../vragen/doorrekenen.ts';
import { pagina, VERSIES, versienaam, versiepad } from './gedeeld.tsx';

const MEESTE_RIJEN = 200;
const hoofd = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1);

/** Registers what a draft would have advised on the last twelve months, beside the version in force. */
export function doorrekenPaginas(site: Site): void {
  site.pagina(`${VERSIES.href}/:id/doorrekenen`, async (v) => {
    const r = await v.vraag(rekenDoor, { id: v.id('id') });
    const van = r.incidenten === 1 ? 'Van één incident' : `Van ${r.incidenten} incidenten`;
    const kop = r.incidenten === 0 ? 'Er was geen incident om mee te rekenen.' : r.veranderd === 0 ? `${van} verandert geen enkel advies.` : `${van} verandert bij ${r.veranderd} het advies.`;
    return pagina({ titel: 'Reken door op het afgelopen jaar', inleiding: kop, kruimels: [VERSIES, { tekst: versienaam(r.versie), href: versiepad(r.versie.id) }], acties: <KnopLink soort="secundair" href={versiepad(r.versie.id)}>Terug naar het concept</KnopLink> }, (
      <Stapel>
        <Alinea zacht>Versie {r.versie.nummer} naast versie {r.geldend.nummer}, die nu geldt, op incidenten vanaf {datumTekst(r.vanaf)} die jij kunt openen. Elke veroorzaker telt één keer. Er verandert niets aan dossiers: die houden hun eigen versie.</Alinea>
        {(r.zonderAdvies.was > 0 || r.zonderAdvies.wordt > 0) && <Alinea>Zonder advies, omdat de melding bij geen gedraging of regel past: nu {r.zonderAdvies.was}, straks {r.zonderAdvies.wordt}.</Alinea>}
        <Kaart titel="Wat er verandert">
          <Tabel<Verschuiving> bijschrift="Adviezen die veranderen, per onderdeel en gedrag" bijschriftVerborgen rijen={r.verschuivingen.slice(0, MEESTE_RIJEN)} leeg={<LegeStaat titel="Geen enkel advies verandert"><p>Het concept zegt over deze incidenten hetzelfde als de versie die nu geldt.</p></LegeStaat>} kolommen={[
            { kop: 'Onderdeel', rijkop: true, cel: (x) => x.onderdeel },
            { kop: 'Gedrag', cel: (x) => x.gedrag },
            { kop: 'Nu', cel: (x) => hoofd(x.van) },
            { kop: 'Straks', cel: (x) => hoofd(x.naar) },
            { kop: 'Aantal', getal: true, cel: (x) => x.aantal },
          ]} />
          {r.verschuivingen.length > MEESTE_RIJEN && <Alinea klein zacht>Dit zijn de {MEESTE_RIJEN} grootste van {r.verschuivingen.length} veranderingen.</Alinea>}
        </Kaart>
      </Stapel>
    ));
  });
}
