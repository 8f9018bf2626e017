import type { ComponentChildren } from 'preact';
import type { Handelingnaam } from '../../kern/rechten/index.ts';
import { datumTijdTekst, dagVan, datumTekst, voorTekst } from '../../kern/tijd/index.ts';
import { ActieFormulier, Alinea, Citaat, DefinitieLijst, Kaart, Knop, KnopLink, Kruimels, Link, Melding, Merk, PaginaKop, Stapel, Tabs, TermijnTekst, Tijdlijn, TweeKolommen, Uitklap, Verborgen, type Tab } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import { gevolgcodes, gevolgen, kanalen, partijen, rolwoorden, wcodes, zevenW, type Gevolg, type W } from '../regels/woorden.ts';
import type { Dossierbeeld, Dossierdeel } from '../vragen.ts';
import { ErnstMerk, StatusMerk } from './lijst.tsx';
import { urgentie } from './vandaag.tsx';
import { gebeurteniszin, werkplek, werkzin } from './woorden.ts';

/** What a room shows on the dossier page; made with `dossierpaneel`, which ties what is shown to what was read. */
export interface Dossierpaneel extends Dossierdeel {
  /** 'kop': a badge beside the title. */
  plek: 'kop' | 'hoofd' | 'zij';
  toon(data: never, beeld: Dossierbeeld, v: Verzoek): ComponentChildren;
}

export function dossierpaneel<T>(paneel: Dossierdeel<T> & { plek: Dossierpaneel['plek']; toon(data: T, beeld: Dossierbeeld, v: Verzoek): ComponentChildren }): Dossierpaneel {
  return paneel;
}

/** A part of a dossier with an address of its own; with `handeling` only for who may do that in this dossier. */
export interface Dossiertab {
  pad: string;
  tekst: string;
  handeling?: Handelingnaam;
}

/** The tabs of a dossier as this person sees them. */
export function dossierTabs(id: string, hier: string, tabs: readonly Dossiertab[], mag: (h: Handelingnaam) => boolean): Tab[] {
  const zichtbaar = tabs.filter((t) => t.handeling === undefined || mag(t.handeling));
  return [{ pad: '', tekst: 'Overzicht' }, ...zichtbaar].map((t) => ({ tekst: t.tekst, href: `/dossiers/${id}${t.pad}`, huidig: t.pad === hier }));
}

/** The dossier: what happened, who needs what by when, who is who; everything else one click away. */
export function dossierPagina(v: Verzoek, beeld: Dossierbeeld, panelen: readonly Dossierpaneel[], tabs: readonly Dossiertab[]): PaginaInhoud {
  const { dossier: d } = beeld;
  const pad = `/dossiers/${d.id}`;
  const deel = (plek: Dossierpaneel['plek']) => panelen.filter((p) => p.plek === plek).map((p) => p.toon(beeld.delen[p.sleutel] as never, beeld, v));
  return {
    titel: `${d.titel} (${d.nummer})`, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
        <PaginaKop
          titel={d.titel}
          inleiding={watGebeurde(beeld)}
          merken={<>
            <span>{d.nummer}</span> <ErnstMerk ernst={d.ernst} /> <StatusMerk status={d.status} /> {deel('kop')}
            {d.bijna && <> <Merk soort="info">ging net goed</Merk></>}
            {d.compartiment === 'politiek' && <> <Merk soort="info">gesloten compartiment</Merk></>}
          </>}
        />
        <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(d.id, '', tabs, beeld.mag)} />
        {d.samengevoegd_id && <Melding soort="info" titel="Samengevoegd"><p>Dit hoort bij <Link href={`/dossiers/${d.samengevoegd_id}`}>dossier {d.samengevoegd_nummer}</Link>. Daar gaat het verder.</p></Melding>}
        {d.route === 'buiten_leidinggevende' && <Melding soort="let-op" titel="Buiten de leidinggevende om"><p>De collega wil niet dat dit via de eigen leidinggevende loopt. Die kan dit dossier niet zien. Overleg er ook niet over.</p></Melding>}
        <TweeKolommen
          zijLabel="Over dit dossier"
          hoofd={<Stapel>
            <NuNodig v={v} beeld={beeld} />
            {deel('hoofd')}
            <Toedracht beeld={beeld} pad={pad} />
            <Verklaringen beeld={beeld} pad={pad} />
            <Kaart titel="Tijdlijn" icoon="klok">
              <Tijdlijn regels={beeld.tijdlijn.map((g) => ({ moment: datumTijdTekst(g.op), tijd: g.op.toString(), tekst: gebeurteniszin(g, beeld.namen), meer: extra(g) }))} />
            </Kaart>
          </Stapel>}
          zij={<Stapel>
            <Wie beeld={beeld} pad={pad} />
            <Kaart titel="Wat voor incident" acties={beeld.mag('dossier.classificeren') ? <KnopLink soort="secundair" href={`${pad}/classificeren`}>Vormen en ernst</KnopLink> : undefined}>
              <DefinitieLijst items={[
                { term: 'Vormen', waarde: beeld.vormen.map((x) => x.naam).join(', ') },
                { term: 'Ernst', waarde: d.ernst_reden ? `${d.ernst}, want: ${d.ernst_reden}` : d.ernst_uitleg },
                { term: 'Hoe', waarde: d.kanaal ? kanalen[d.kanaal] : '' },
                { term: 'Waar', waarde: [d.locatie, d.plek].filter(Boolean).join(', ') },
                { term: 'Gemeld', waarde: datumTijdTekst(d.gemeld_op) },
                { term: 'Onderdeel', waarde: d.onderdeel },
              ]} />
            </Kaart>
            {deel('zij')}
          </Stapel>}
        />
      </Stapel>
    ),
  };
}

function watGebeurde({ dossier: d, betrokkenen }: Dossierbeeld): string {
  const wie = betrokkenen.filter((b) => b.rol === 'slachtoffer').map((b) => b.collega ?? b.naam).join(' en ');
  const wanneer = d.voorval_precies === 'tijd' ? datumTijdTekst(d.voorval_op) : datumTekst(dagVan(d.voorval_op));
  return `Het gebeurde op ${wanneer} en overkwam ${wie || 'een collega'}.`;
}

function extra(g: Dossierbeeld['tijdlijn'][number]): ComponentChildren {
  const meer = (typeof g.gegevens === 'object' && g.gegevens !== null ? g.gegevens : {}) as Record<string, unknown>;
  const tekst = meer.tekst ?? meer.reden;
  return typeof tekst === 'string' && tekst !== '' ? <Citaat>{tekst}</Citaat> : undefined;
}

function NuNodig({ v, beeld }: { v: Verzoek; beeld: Dossierbeeld }) {
  const { dossier: d, termijnen } = beeld;
  const pad = `/dossiers/${d.id}`;
  const stand = v.stand();
  if (d.status === 'gesloten') {
    return (
      <Kaart titel="Gesloten" icoon="vink-rond" acties={beeld.mag('dossier.heropenen') ? <KnopLink soort="secundair" href={`${pad}/heropenen`}>Heropen dit dossier</KnopLink> : undefined}>
        <Alinea>{d.gesloten_reden}</Alinea>
      </Kaart>
    );
  }
  const zichtbaar = termijnen.filter((t) => t.soort !== 'gezien');
  const eerste = zichtbaar[0];
  const mijnId = v.sessie.actor.id;
  return (
    <Kaart titel="Nu nodig" soort="nadruk" icoon="lijst"
      acties={<>
        {beeld.nogBevestigen && beeld.mag('dossier.bevestigen') && (
          <ActieFormulier actie={`${pad}/bevestigen`} csrf={stand.csrf} sleutel={stand.sleutel}><Knop icoon="vink">Ik heb dit gezien</Knop></ActieFormulier>
        )}
        {!beeld.nogBevestigen && eerste && eerste.soort !== 'reactie' && (
          <KnopLink href={werkplek({ ...eerste, dossier_id: d.id }, eerste.aan_id === mijnId)}>{eerste.soort.startsWith('nazorg_') ? 'Leg het gesprek vast' : eerste.soort === 'terugkoppeling' ? 'Koppel terug' : 'Ga verder'}</KnopLink>
        )}
        {beeld.mag('dossier.notitie') && <KnopLink soort="secundair" href={`${pad}/notitie`}>Maak een notitie</KnopLink>}
        {beeld.mag('dossier.koppelen') && <KnopLink soort="rustig" href={`${pad}/samenvoegen`}>Voeg samen</KnopLink>}
        {beeld.mag('dossier.sluiten') && <KnopLink soort="rustig" href={`${pad}/sluiten`}>Sluit dit dossier</KnopLink>}
      </>}>
      {zichtbaar.length === 0 ? <Alinea>Er loopt geen termijn meer. Is alles gedaan? Dan kan dit dossier dicht.</Alinea> : (
        <ul class="rd-werk">
          {zichtbaar.map((t) => (
            <li class="rd-werk__regel">
              <span class="rd-werk__stip" aria-hidden="true" />
              <Link href={werkplek({ ...t, dossier_id: d.id }, t.aan_id === mijnId)}>{werkzin(t, t.aan_id === mijnId)}</Link>
              <span class="rd-werk__termijn"><TermijnTekst tekst={voorTekst(t.verval_op, v.nu)} urgentie={urgentie(t.verval_op, v.nu)} tijd={t.verval_op.toString()} /></span>
              <span class="rd-werk__wie">{t.aan && t.soort !== 'verklaring' ? t.aan : ''}
                {beeld.mag('termijn.afronden') && <> <Link href={`${pad}/termijnen/${t.id}`}>Aanpassen<Verborgen>: {werkzin(t, false)}</Verborgen></Link></>}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Kaart>
  );
}

function Wie({ beeld, pad }: { beeld: Dossierbeeld; pad: string }) {
  const per = (rol: keyof typeof rolwoorden) => beeld.betrokkenen.filter((b) => b.rol === rol);
  return (
    <Kaart titel="Wie" icoon="personen"
      acties={<>
        {beeld.mag('dossier.betrokkene') && <KnopLink soort="secundair" href={`${pad}/betrokkenen/nieuw`}>Voeg iemand toe</KnopLink>}
        {beeld.mag('dossier.toewijzen') && <KnopLink soort="rustig" href={`${pad}/aanspreekpunt`}>Wijs aanspreekpunt aan</KnopLink>}
      </>}>
      <DefinitieLijst items={[
        ...(Object.keys(rolwoorden) as (keyof typeof rolwoorden)[]).map((rol) => ({
          term: rolwoorden[rol],
          waarde: per(rol).length === 0 ? '' : <ul class="rd-lijst">{per(rol).map((b) => <li>{naamVan(b)}{b.omschrijving !== '' && <Alinea klein zacht>{b.omschrijving}</Alinea>}
            {beeld.mag('dossier.betrokkene') && rol !== 'melder' && <> <Link href={`${pad}/betrokkenen/${b.id}`}>Wijzig<Verborgen> {naamVan(b)}</Verborgen></Link></>}</li>)}</ul>,
        })),
        { term: 'Aanspreekpunt', waarde: beeld.dossier.aanspreekpunt ?? '' },
      ]} />
    </Kaart>
  );
}

/** How a party is called: a colleague by name, an outsider by name or kind. */
export function naamVan(b: { collega: string | null; naam: string; soort: keyof typeof partijen; werkgever: string | null; contact: string }): string {
  if (b.collega) return b.werkgever ? `${b.collega} (${b.werkgever})` : b.collega;
  const wat = b.naam || partijen[b.soort];
  return b.contact ? `${wat} (${b.contact})` : wat;
}

function Toedracht({ beeld, pad }: { beeld: Dossierbeeld; pad: string }) {
  const w = (typeof beeld.dossier.toedracht === 'object' && beeld.dossier.toedracht !== null ? beeld.dossier.toedracht : {}) as Partial<Record<W | Gevolg, string>>;
  const ingevuld = wcodes.filter((code) => w[code]);
  const items = [...ingevuld.map((code) => ({ term: zevenW[code], waarde: w[code] })), ...gevolgcodes.filter((code) => w[code]).map((code) => ({ term: gevolgen[code], waarde: w[code] }))];
  return (
    <Kaart titel="Toedracht" icoon="brief" rechts={<span class="rd-zacht">{ingevuld.length} van {wcodes.length} vragen beantwoord</span>}
      acties={beeld.mag('dossier.aanvullen') ? <KnopLink soort="secundair" href={`${pad}/aanvullen`}>Vul aan</KnopLink> : undefined}>
      {items.length === 0 ? <Alinea zacht>Nog niet aangevuld. Voor een aangifte zijn alle zeven vragen nodig.</Alinea> : <DefinitieLijst items={items} />}
    </Kaart>
  );
}

function Verklaringen({ beeld, pad }: { beeld: Dossierbeeld; pad: string }) {
  if (beeld.verklaringen.length === 0 && !beeld.mag('verklaring.vragen')) return null;
  return (
    <Kaart titel="Verklaringen" icoon="gesprek" acties={beeld.mag('verklaring.vragen') ? <KnopLink soort="secundair" href={`${pad}/verklaringen/nieuw`}>Vraag een collega</KnopLink> : undefined}>
      {beeld.verklaringen.length === 0 && <Alinea zacht>Er is nog niemand om een verklaring gevraagd.</Alinea>}
      {beeld.verklaringen.map((x) => x.gegeven_op
        ? <Uitklap titel={`${x.naam} gaf een verklaring op ${datumTekst(dagVan(x.gegeven_op))}`}><Citaat>{x.tekst}</Citaat></Uitklap>
        : <Alinea>{x.naam} is gevraagd op {datumTekst(dagVan(x.gevraagd_op))} en heeft nog niet geantwoord.</Alinea>)}
    </Kaart>
  );
}
