import { dossierTabs, type Dossiertab } from '../../dossier/index.ts';
import { Alinea, Kaart, KnopLink, Kruimels, LegeStaat, Link, Melding, PaginaKop, Stapel, Tabel, Tabs } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Site, Verzoek } from '../../platform/http/index.ts';
import { soortnamen } from '../regels/woorden.ts';
import { maatregelbeeld, maatregelenbeeld, type Maatregelenbeeld } from '../vragen/beeld.ts';
import { detailPagina } from './detail.tsx';
import { maatregelFormulieren } from './formulieren.tsx';
import { bereikTekst, looptTekst, ToestandMerk } from './onderdelen.tsx';

export const MAATREGELENTAB: Dossiertab = { pad: '/maatregelen', tekst: 'Maatregelen', handeling: 'maatregel.lezen' };

/** Registers the tab of the dossier, the page of a measure and its forms. `webadres` is the page of the betrokkene, as it stands in a letter. */
export function maatregelPaginas(site: Site, tabs: readonly Dossiertab[], webadres: string): void {
  site.pagina('/dossiers/:id/maatregelen', async (v) => tabPagina(await v.vraag(maatregelenbeeld, { id: v.id('id') }), v, tabs));
  maatregelFormulieren(site, webadres);
  site.pagina('/dossiers/:id/maatregelen/:maatregel', async (v) => detailPagina(await v.vraag(maatregelbeeld, { id: v.id('id'), maatregel: v.id('maatregel') }), v));
}

function tabPagina(b: Maatregelenbeeld, v: Verzoek, tabs: readonly Dossiertab[]): PaginaInhoud | Response {
  const pad = `/dossiers/${b.dossier.id}`;
  const [enige] = b.maatregelen;
  // Who was asked to decide on one measure is there at once.
  if (b.alleenBeslisser && b.maatregelen.length === 1 && enige) return v.c.redirect(`${pad}/maatregelen/${enige.id}`, 303);
  const stelt = b.mag('maatregel.voorstellen');
  const bekend = b.partijen.filter((p) => p.bekend);
  const acties = stelt && bekend.length > 0 ? <>{bekend.map((p, i) => <KnopLink soort={i === 0 ? 'primair' : 'secundair'} href={`${pad}/maatregelen/nieuw/${p.id}`}>{bekend.length === 1 ? 'Stel een maatregel voor' : `Maatregel voor ${p.naam}`}</KnopLink>)}</> : undefined;
  return {
    titel: `Maatregelen (${b.dossier.nummer})`, menu: b.alleenBeslisser ? '/vandaag' : '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={b.alleenBeslisser ? [{ tekst: 'Vandaag', href: '/vandaag' }] : [{ tekst: 'Dossiers', href: '/dossiers' }]} />
        <PaginaKop titel={b.dossier.titel} inleiding={`Maatregelen bij ${b.dossier.nummer}.`} acties={b.maatregelen.length > 0 ? acties : undefined} />
        {!b.alleenBeslisser && <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(b.dossier.id, '/maatregelen', tabs, b.mag)} />}
        {stelt && b.partijen.length > 0 && bekend.length === 0 && <Melding soort="info" titel="We weten nog niet wie dit was"><p>Een maatregel kan pas als bekend is wie het deed. Weet je het? Voeg de veroorzaker toe op het <Link href={pad}>overzicht</Link>.</p></Melding>}
        {b.maatregelen.length === 0 ? (
          <LegeStaat titel="Er is geen maatregel" icoon="schild" acties={acties}><p>Eerst praten of waarschuwen, dan pas verbieden. En nooit zonder de betrokkene te horen.</p></LegeStaat>
        ) : (
          <Kaart>
            <Tabel
              bijschrift="Maatregelen in dit dossier" bijschriftVerborgen rijen={b.maatregelen} leeg={<Alinea>Geen maatregelen.</Alinea>}
              kolommen={[
                { kop: 'Maatregel', rijkop: true, cel: (m) => <Link href={`${pad}/maatregelen/${m.id}`}>{m.verlengtId ? 'Verlenging: ' : ''}{soortnamen[m.soort]}</Link> },
                { kop: 'Stand', cel: (m) => <><ToestandMerk toestand={m.toestand} />{b.wacht.has(m.id) && <Alinea klein>Wacht op jouw besluit</Alinea>}</> },
                { kop: 'Wanneer', cel: (m) => looptTekst(m) || 'eenmalig' },
                { kop: 'Waar', cel: (m) => bereikTekst(m.bereik) },
              ]}
            />
          </Kaart>
        )}
      </Stapel>
    ),
  };
}
