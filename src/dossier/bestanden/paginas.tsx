import { Formulier, Kaart, Knop, Knoppen, Kruimels, LegeStaat, PaginaKop, Stapel, Tabs } from '../../ontwerp/index.ts';
import type { Bestanden } from '../../platform/bestanden/index.ts';
import type { PaginaInhoud, Site, Stand, Verzoek } from '../../platform/http/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { dossierTabs, type Dossiertab } from '../paginas/dossier.tsx';
import { voegBestandToe } from './handelingen.ts';
import { Bestandenlijst, Bestandsvelden } from './onderdelen.tsx';
import { stuurBestand, verwerkUpload } from './upload.ts';
import { dossierbestanden, haalBestand, type Dossierbestanden } from './vragen.ts';

/** Registers the tab with the files of a dossier. */
export function bestandenPaginas(site: Site, { bestanden, tabs }: { bestanden: Bestanden; tabs: readonly Dossiertab[] }): void {
  const pagina = (v: Verzoek, { dossier: d, bestanden: lijst, mag }: Dossierbestanden, stand: Stand): PaginaInhoud => ({
    titel: `Bestanden (${d.nummer})`, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
        <PaginaKop titel={d.titel} inleiding={`Bestanden bij ${d.nummer}. Van elk bestand houden we bij wie het toevoegde en ophaalde.`} />
        <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(d.id, '/bestanden', tabs, mag)} />
        {lijst.length === 0 ? (
          <LegeStaat titel="Er zijn nog geen bestanden" icoon="bestand"><p>Een foto, schermafdruk of geluidsopname laat later zien wat er gebeurde.</p></LegeStaat>
        ) : (
          <Kaart titel="Bestanden" icoon="bestand">
            <Bestandenlijst v={v} bestanden={lijst} metWie haal={(id) => `/dossiers/${d.id}/bestanden/${id}`} />
          </Kaart>
        )}
        {mag('bestand.toevoegen') && (
          <Kaart titel="Voeg iets toe" icoon="upload">
            <Formulier actie={`/dossiers/${d.id}/bestanden`} {...stand} bestanden verplichtUitleg={false}>
              <Bestandsvelden stand={stand} />
              <Knoppen><Knop>Voeg toe</Knop></Knoppen>
            </Formulier>
          </Kaart>
        )}
      </Stapel>
    ),
  });

  const laad = (v: Verzoek): Promise<Dossierbestanden> => v.vraag(dossierbestanden, { id: v.id('id') });
  site.pagina('/dossiers/:id/bestanden', async (v) => pagina(v, await laad(v), v.stand()));
  site.ruw('POST', '/dossiers/:id/bestanden', async (v) => {
    const id = v.id('id');
    if (!(await laad(v)).mag('bestand.toevoegen')) throw fout('niet-gevonden');
    const uit = await verwerkUpload(v, bestanden, (b, sleutel) => v.voer(voegBestandToe, { ...b, id }, sleutel));
    const fouten = uit.toegevoegd === 0 && uit.fouten.length === 0 ? [{ veld: 'bestanden', tekst: 'Kies eerst een bestand.' }] : uit.fouten;
    if (fouten.length === 0) return v.verder(`/dossiers/${id}/bestanden`, toegevoegdTekst(uit.toegevoegd));
    return { ...pagina(v, await laad(v), { ...v.stand(), fouten }), status: 422, fout: true };
  });
  site.ruw('GET', '/dossiers/:id/bestanden/:bestand', async (v) => stuurBestand(v, bestanden, await v.vraag(haalBestand, { id: v.id('id'), bestand: v.id('bestand') })));
}

/** "Twee bestanden toegevoegd" as the answer to an upload. */
export function toegevoegdTekst(n: number): string {
  return n === 1 ? 'Je bestand is toegevoegd.' : `Je ${n} bestanden zijn toegevoegd.`;
}
