import { dagVan, datumTekst, datumTijdTekst } from '../../../kern/tijd/index.ts';
import { ActieFormulier, Alinea, Knop, Knoppen, Kruimels, Lijst, Melding, PaginaKop, Stapel } from '../../../ontwerp/index.ts';
import type { Site } from '../../../platform/http/index.ts';
import { soortInZin } from '../../regels/woorden.ts';
import { herstelbericht, leesHerstelbericht } from '../inlichten.ts';

/** Registers what a department reads when a measure is over. */
export function herstelberichtPaginas(site: Site): void {
  site.pagina('/herstelberichten/:id', async (v) => {
    const b = await v.vraag(herstelbericht, { id: v.id('id') });
    const stand = v.stand();
    return {
      titel: 'Weer gewoon helpen', menu: '/vandaag', vorm: 'lezen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Vandaag', href: '/vandaag' }]} />
          <PaginaKop titel={b.naam === '' ? 'Iemand wordt weer gewoon geholpen' : `${b.naam} wordt weer gewoon geholpen`} inleiding={`De maatregel (${soortInZin(b.soort)}) is voorbij sinds ${datumTekst(dagVan(b.op))}.`} />
          <Melding soort="info" titel="Wat je doet">
            <Lijst items={['Vertel het aan wie deze persoon kan ontmoeten. Meer hoeven zij niet te weten.', 'Help deze persoon zoals iedereen.', 'Gaat er toch iets mis? Meld het.']} />
          </Melding>
          <Alinea klein zacht>Je leest dit voor: {b.onderdeel}. Wat er gebeurde staat hier met opzet niet.</Alinea>
          {b.gelezenOp === null
            ? <ActieFormulier actie={`/herstelberichten/${b.id}/gelezen`} csrf={stand.csrf} sleutel={stand.sleutel}><Knoppen><Knop>Ik heb dit gelezen</Knop></Knoppen></ActieFormulier>
            : <Alinea zacht>Je bevestigde {datumTijdTekst(b.gelezenOp)} dat je dit las.</Alinea>}
        </Stapel>
      ),
    };
  });
  site.actie('/herstelberichten/:id/gelezen', { handeling: leesHerstelbericht, klaar: (r) => ({ naar: `/herstelberichten/${r.id}`, bericht: 'Dank je. Wie erover gaat weet dat je dit las.' }) });
}
