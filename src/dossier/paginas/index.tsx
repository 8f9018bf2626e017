import { dagVan, datumTekst } from '../../kern/tijd/index.ts';
import { Alinea, Citaat, Formulier, Knop, Knoppen, PaginaKop, Stapel, TekstGebied, veld } from '../../ontwerp/index.ts';
import { type Site } from '../../platform/http/index.ts';
import { bevestigMelding } from '../handelingen/bijwerken.ts';
import { geefVerklaring } from '../handelingen/betrokkenen.ts';
import { geenOpenTermijn, maakSamenvoegen, maakSluiten, type Sluitvoorwaarde, type Verhuizer } from '../handelingen/sluiten.ts';
import type { Klokonderwerpen } from '../termijnen.ts';
import { maakDossierLezen, vandaag } from '../vragen.ts';
import { wachtOp } from '../vragenformulier.ts';
import { eigenVerklaring } from '../verklaring.ts';
import { dossierPagina, type Dossierpaneel, type Dossiertab } from './dossier.tsx';
import { dossierFormulieren } from './formulieren.tsx';
import { journaalPagina } from './journaal.tsx';
import { lijstPagina, ZOEKVELDEN } from './lijst.tsx';
import { vandaagPagina, type Vandaagdeel } from './vandaag.tsx';

/** What the other rooms hang on the dossier. */
export interface Dossieraanhang {
  panelen: readonly Dossierpaneel[];
  tabs: readonly Dossiertab[];
  sluitvoorwaarden: readonly Sluitvoorwaarde[];
  verhuizers: readonly Verhuizer[];
  /** Words and addresses of clocks about something else than a dossier. */
  onderwerpen?: Klokonderwerpen;
  /** More groups on the page Vandaag. */
  vandaag?: readonly Vandaagdeel[];
}

/** Registers the pages of the dossier with what the other rooms hang on it. */
export function dossierPaginas(site: Site, aanhang: Dossieraanhang): void {
  const voorwaarden = [geenOpenTermijn, ...aanhang.sluitvoorwaarden];
  const lezen = maakDossierLezen(aanhang.panelen);
  site.pagina('/vandaag', async (v) => {
    const extra = [];
    for (const deel of aanhang.vandaag ?? []) extra.push(...(await deel(v)));
    return vandaagPagina(v, await v.vraag(vandaag, {}), aanhang.onderwerpen ?? {}, extra);
  });
  site.pagina('/dossiers', lijstPagina);
  site.zoek('/dossiers', ZOEKVELDEN);
  site.pagina('/dossiers/:id', async (v) => dossierPagina(v, await v.vraag(lezen, { id: v.id('id') }), aanhang.panelen, aanhang.tabs));
  site.pagina('/dossiers/:id/journaal', (v) => journaalPagina(v, aanhang.tabs));
  site.actie('/dossiers/:id/bevestigen', { handeling: bevestigMelding, klaar: (r) => ({ naar: `/dossiers/${r.id}`, bericht: 'Bevestigd: je hebt deze melding gezien.' }) });
  dossierFormulieren(site, { lezen, sluiten: maakSluiten(voorwaarden), samenvoegen: maakSamenvoegen(aanhang.verhuizers), wachtOp: wachtOp(voorwaarden) });

  site.formulier('/mijn-verklaringen/:id', {
    handeling: geefVerklaring,
    laad: (v) => v.vraag(eigenVerklaring, { id: v.id('id') }),
    toon: (verklaring, stand) => ({
      titel: 'Jouw verklaring', menu: '/mijn-meldingen',
      inhoud: (
        <Stapel>
          <PaginaKop titel="Jouw verklaring" inleiding={verklaring.gegeven_op ? `Je gaf je verklaring op ${datumTekst(dagVan(verklaring.gegeven_op))}.` : `${verklaring.gevraagd_door} vraagt wat jij zag en hoorde. Schrijf het in je eigen woorden. Wat je niet zeker weet, mag je ook zo opschrijven.`} />
          {verklaring.vraag !== '' && <Citaat bron={verklaring.gevraagd_door}>{verklaring.vraag}</Citaat>}
          {verklaring.gegeven_op ? <Citaat bron="Jij">{verklaring.tekst}</Citaat> : (
            <Formulier actie={`/mijn-verklaringen/${verklaring.dossier_id}`} {...stand}>
              <TekstGebied {...veld(stand, 'tekst')} label="Wat zag en hoorde je?" verplicht regels={12} max={20_000} />
              <Alinea klein zacht>Wie het dossier behandelt leest je verklaring. Na versturen kun je haar niet meer wijzigen.</Alinea>
              <Knoppen><Knop>Verstuur mijn verklaring</Knop></Knoppen>
            </Formulier>
          )}
        </Stapel>
      ),
    }),
    klaar: (r) => ({ naar: `/mijn-verklaringen/${r.id}`, bericht: 'Dank je. Je verklaring is bewaard.' }),
  });
}
