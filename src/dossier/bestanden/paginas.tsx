import { Formulier, Kaart, Knop, Knoppen, Kruimels, LegeStaat, PaginaKop, Stapel, Tabs } from '../../ontwerp/index.ts';
import type { Bestanden } from '../../platform/bestanden/index.ts';
import type { PaginaInhoud, Site, Stand, Verzoek } from '../../platform/http/index.ts';
import { fout } from '../../kern/fouten/index.ts';
import { dossierTabs, type Dossiertab } from '../paginas/dossier.tsx';
import { voegBestandToe } from './handelingen.ts';
import { Bestandenlijst, Bestandsvelden, WegFormulier, Weggehaaldlijst } from './onderdelen.tsx';
import { BEDENKTIJD_DAGEN } from './regels.ts';
import { stuurBestand, verwerkUpload } from './upload.ts';
import { dossierbestanden, haalBestand, type Dossierbestanden } from './vragen.ts';
import { haalBestandWeg, zetBestandTerug } from './weghalen.ts';

/** Registers the tab with the files of a dossier. */
export function bestandenPaginas(site: Site, { bestanden, tabs }: { bestanden: Bestanden; tabs: readonly Dossiertab[] }): void {
  const pagina = (v: Verzoek, { dossier: d, bestanden: lijst, weggehaald, mag, magWeg }: Dossierbestanden, stand: Stand): PaginaInhoud => ({
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
            <Bestandenlijst v={v} bestanden={lijst} metWie haal={(id) => `/dossiers/${d.id}/bestanden/${id}`} vraagWeg={(b) => (magWeg(b) ? `/dossiers/${d.id}/bestanden/${b.id}/weghalen` : null)} />
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
        {weggehaald.length > 0 && (
          <Kaart titel="Weggehaald" soort="stil">
            <Weggehaaldlijst v={v} lijst={weggehaald} terug={mag('bestand.terugzetten') ? (id) => `/dossiers/${d.id}/bestanden/${id}/terugzetten` : undefined} />
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
  site.formulier('/dossiers/:id/bestanden/:bestand/weghalen', {
    handeling: haalBestandWeg,
    async laad(v) {
      const alles = await laad(v);
      const b = alles.bestanden.find((x) => x.id === v.id('bestand'));
      if (!b || !alles.magWeg(b)) throw fout('niet-gevonden');
      return { dossier: alles.dossier, b };
    },
    toon: ({ dossier: d, b }, stand) => ({
      titel: 'Haal een bestand weg', menu: '/dossiers',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `Bestanden (${d.nummer})`, href: `/dossiers/${d.id}/bestanden` }]} />
          <PaginaKop titel="Haal je dit bestand weg?" />
          <WegFormulier b={b} stand={stand} actie={`/dossiers/${d.id}/bestanden/${b.id}/weghalen`} terug={`/dossiers/${d.id}/bestanden`} />
        </Stapel>
      ),
    }),
    klaar: ({ id }) => ({ naar: `/dossiers/${id}/bestanden`, bericht: WEGGEHAALD }),
  });
  site.actie('/dossiers/:id/bestanden/:bestand/terugzetten', { handeling: zetBestandTerug, klaar: ({ id }) => ({ naar: `/dossiers/${id}/bestanden`, bericht: 'Het bestand is terug.' }) });
  site.ruw('GET', '/dossiers/:id/bestanden/:bestand', async (v) => stuurBestand(v, bestanden, await v.vraag(haalBestand, { id: v.id('id'), bestand: v.id('bestand') })));
}

/** What someone reads who took a file out. */
export const WEGGEHAALD = `Het bestand is weggehaald. We wissen het over ${BEDENKTIJD_DAGEN} dagen.`;

/** "Twee bestanden toegevoegd" as the answer to an upload. */
export function toegevoegdTekst(n: number): string {
  return n === 1 ? 'Je bestand is toegevoegd.' : `Je ${n} bestanden zijn toegevoegd.`;
}
