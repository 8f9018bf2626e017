import type { ComponentChildren } from 'preact';
import { Alinea, Kaart, Lijst, Link, Melding, PaginaKop, Raster, Stapel } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import { inrichtingsoverzicht } from '../vragen/overzicht.ts';
import { MENU } from './gedeeld.tsx';

interface Ingang {
  href: string;
  tekst: string;
  aantal?: number;
  uitleg: string;
}

/** Pages that do not stand under this one. */
const EIGEN_ADRES: ReadonlySet<string> = new Set(['/wie-mag-wat', '/toegang']);

/** Where everything about the organisation begins: what is there, and what still misses. */
export async function overzichtPagina(v: Verzoek, eigenAccounts: boolean): Promise<PaginaInhoud> {
  const o = await v.vraag(inrichtingsoverzicht, {});
  const { aantallen: n } = o;
  const aandacht: ComponentChildren[] = [
    ...(o.geenAdviseur ? [<>Er is nog geen Adviseur-VPD. Ernstige meldingen bereiken dan alleen de leidinggevende. <Link href={`${MENU}/rollen`}>Geef iemand die rol</Link></>] : []),
    ...(o.geenGriffier ? ['Er is een onderdeel voor politieke ambtsdragers, maar nog geen griffier. De technisch beheerder stelt de eerste griffier aan.'] : []),
    ...(o.zonderLeiding.length > 0 ? [<>{o.zonderLeiding.length === 1 ? 'Dit onderdeel heeft' : `Deze ${o.zonderLeiding.length} onderdelen hebben`} geen leidinggevende. Meldingen gaan naar de leidinggevende erboven: <Opsomming v={v} onderdelen={o.zonderLeiding} />.</>] : []),
  ];
  return {
    titel: 'Inrichting', menu: MENU,
    inhoud: (
      <Stapel>
        <PaginaKop titel="Inrichting" inleiding="Wie hier werken, wie wat hoort, en hoe snel iets klaar moet zijn." />
        {aandacht.length > 0 && <Melding soort="let-op" titel="Dit vraagt nog aandacht"><Lijst items={aandacht} /></Melding>}
        <Raster>
          <Groep titel="Mensen en plekken" ingangen={[
            { href: '/onderdelen', tekst: 'Onderdelen', aantal: n.onderdelen, uitleg: 'De boom van de organisatie, met leidinggevenden' },
            { href: '/medewerkers', tekst: 'Medewerkers', aantal: n.medewerkers, uitleg: 'Collega’s, politieke ambtsdragers en ingehuurde mensen' },
            { href: '/locaties', tekst: 'Locaties', aantal: n.locaties, uitleg: 'Gebouwen en balies die je bij een melding kiest' },
            { href: '/functies', tekst: 'Functies', aantal: n.functies, uitleg: 'Wat mensen doen' },
            ...(v.mag('inrichting.importeren') ? [{ href: '/importeren', tekst: 'Importeren en exporteren', uitleg: 'Alles in één keer uit een CSV-bestand' }] : []),
          ]} />
          <Groep titel="Melden en termijnen" ingangen={[
            { href: '/vormen', tekst: 'Vormen van agressie', aantal: n.vormen, uitleg: 'De woorden op het meldformulier' },
            { href: '/instellingen', tekst: 'Termijnen en meldladder', uitleg: 'Wie wat wanneer hoort, werkdagen en telefoonnummers' },
            { href: '/brieven', tekst: 'Brieven', uitleg: 'Je briefpapier en je eigen sjablonen' },
          ]} />
          <Groep titel="Toegang" ingangen={[
            { href: '/rollen', tekst: 'Rollen', uitleg: 'Wie Adviseur, beheerder of centrale melder is' },
            ...(eigenAccounts && v.mag('account.toegang') ? [{ href: '/toegang', tekst: 'Toegang geven', uitleg: 'Een link om in te loggen, voor wie nieuw is of alles kwijt' }] : []),
            { href: '/machtigingen', tekst: 'Machtigingen', uitleg: 'Wie over maatregelen beslist, en namens wie' },
            ...(v.mag('koppeling.lezen') ? [{ href: '/koppelingen', tekst: 'Koppelingen', uitleg: 'Systemen die vooraf mogen controleren, en hun sleutels' }] : []),
            { href: '/wie-mag-wat', tekst: 'Wie mag wat', uitleg: 'Alle rechten in gewone woorden' },
          ]} />
        </Raster>
      </Stapel>
    ),
  };
}

function Opsomming({ v, onderdelen }: { v: Verzoek; onderdelen: readonly { id: string; naam: string }[] }) {
  return <>{onderdelen.map(({ id, naam }, i) => <>{i > 0 && ', '}{v.mag('inrichting.wijzigen') ? <Link href={`${MENU}/onderdelen/${id}`}>{naam}</Link> : naam}</>)}</>;
}

function Groep({ titel, ingangen }: { titel: string; ingangen: readonly Ingang[] }) {
  return (
    <Kaart titel={titel}>
      <Stapel ruimte="s">
        {ingangen.map((i) => (
          <div>
            <Link href={EIGEN_ADRES.has(i.href) ? i.href : `${MENU}${i.href}`}>{i.tekst}</Link>{i.aantal !== undefined && <> <span class="rd-aantal">{i.aantal}</span></>}
            <Alinea klein zacht>{i.uitleg}</Alinea>
          </div>
        ))}
      </Stapel>
    </Kaart>
  );
}
