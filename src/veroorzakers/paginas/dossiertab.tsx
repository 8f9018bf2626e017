import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { Alinea, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Stapel, Tabs, TekstGebied, Uitklap, veld, Verborgen, VerborgenVeld, ActieFormulier } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Verzoek } from '../../platform/http/index.ts';
import { dossierpaneel, dossierTabs, type Dossierpaneel, type Dossiertab } from '../../dossier/index.ts';
import { beslisOverKandidaat, veroorzakerbeeld, vulVeroorzakerAan, type Veroorzaker, type Veroorzakerbeeld } from '../dossier.ts';
import { feitstatusVan, zetFeitstatus } from '../feitstatus.ts';
import type { Kandidaat } from '../herken.ts';
import { veldnamen } from '../regels/gegevens.ts';
import { feitstatuscodes, feitstatussen, feitstatusuitleg, persoonssoorten } from '../regels/woorden.ts';
import { BandMerk, FeitstatusMerk, Incidenten, kort, Persoonsgegevens, Persoonvelden, Redenen, vraagom } from './onderdelen.tsx';

export const VEROORZAKERTAB: Dossiertab = { pad: '/veroorzaker', tekst: 'Veroorzaker', handeling: 'veroorzaker.lezen' };

/** Beside the title of the dossier: whether what was reported stands. */
export const feitstatuspaneel: Dossierpaneel = dossierpaneel({
  sleutel: 'feitstatus', plek: 'kop',
  haal: (ctx, onderwerp) => feitstatusVan(ctx, onderwerp.dossierId),
  toon: (status) => <FeitstatusMerk status={status} />,
});

const naam = (o: Veroorzaker, i: number): string => o.naam || (o.record && persoonssoorten[o.record.soort]) || `Veroorzaker ${i + 1}`;

/** Registers the tab "Veroorzaker" of the dossier with its forms. */
export function dossiertabPaginas(site: Site, tabs: readonly Dossiertab[]): void {
  const haal = (v: Verzoek) => v.vraag(veroorzakerbeeld, { id: v.id('id') });
  const kader = (b: Veroorzakerbeeld, titel: string, inleiding: ComponentChildren, inhoud: ComponentChildren): PaginaInhoud => ({
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.dossier.titel} (${b.dossier.nummer})`, href: `/dossiers/${b.dossier.id}` }, { tekst: 'Veroorzaker', href: `/dossiers/${b.dossier.id}/veroorzaker` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  });

  site.pagina('/dossiers/:id/veroorzaker', async (v) => {
    const b = await haal(v);
    const pad = `/dossiers/${b.dossier.id}`;
    return {
      titel: `Veroorzaker (${b.dossier.nummer})`, menu: '/dossiers',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
          <PaginaKop titel={b.dossier.titel} inleiding={`Wie de veroorzaker is, bij ${b.dossier.nummer}. Wat gemeld is, staat nog niet vast.`} merken={<FeitstatusMerk status={b.feitstatus} />} />
          <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(b.dossier.id, '/veroorzaker', tabs, b.mag)} />
          {b.veroorzakers.length === 0 && (
            <LegeStaat titel="Er staat nog geen veroorzaker in dit dossier" icoon="personen" acties={b.mag('dossier.betrokkene') ? <KnopLink href={`${pad}/betrokkenen/nieuw`}>Voeg iemand toe</KnopLink> : undefined}>
              <p>Weet je niet wie het was? Een omschrijving is genoeg.</p>
            </LegeStaat>
          )}
          {b.veroorzakers.map((o, i) => <Wie b={b} o={o} i={i} v={v} />)}
          <Kaart titel="Staat het vast?" icoon="lijst" rechts={<FeitstatusMerk status={b.feitstatus} />} acties={b.mag('feitstatus.zetten') ? <KnopLink soort="secundair" href={`${pad}/feitstatus`}>Wijzig</KnopLink> : undefined}>
            <Alinea>{feitstatusuitleg[b.feitstatus]}</Alinea>
          </Kaart>
        </Stapel>
      ),
    };
  });

  site.formulier('/dossiers/:id/veroorzaker/:betrokkene', {
    handeling: vulVeroorzakerAan,
    laad: async (v) => {
      const b = await haal(v);
      const i = b.veroorzakers.findIndex((x) => x.id === v.id('betrokkene'));
      const o = b.veroorzakers[i];
      if (!o || !b.mag('veroorzaker.aanvullen')) throw fout('niet-gevonden');
      return { b, o, i };
    },
    begin: ({ o }) => ({ ...o.begin, versie: String(o.record?.versie ?? 0) }),
    toon: ({ b, o, i }, stand) => kader(b, `Gegevens van ${naam(o, i)}`, 'Wat je niet weet, laat je leeg. Hoe meer je weet, hoe beter we zien of iemand al bekend is.', (
      <Formulier actie={`/dossiers/${b.dossier.id}/veroorzaker/${o.id}`} {...stand} veldnamen={veldnamen}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Persoonvelden stand={stand} heeftAdres={(o.record?.adressen.length ?? 0) > 0} collega={o.begin.soort === 'collega' || o.begin.soort === 'politicus'} />
        <Knoppen><Knop>Bewaar</Knop><KnopLink soort="rustig" href={`/dossiers/${b.dossier.id}/veroorzaker`}>Terug zonder opslaan</KnopLink></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/dossiers/${r.id}/veroorzaker`, bericht: 'Opgeslagen.' }),
  });

  site.actie('/dossiers/:id/veroorzaker/:betrokkene/beslis', {
    handeling: beslisOverKandidaat,
    klaar: (r) => ({ naar: `/dossiers/${r.id}/veroorzaker`, bericht: r.uitkomst === 'dezelfde' ? 'Vastgelegd: dit is dezelfde persoon.' : 'Vastgelegd: dit is niet dezelfde persoon. We vragen het niet opnieuw.' }),
  });

  site.formulier('/dossiers/:id/feitstatus', {
    handeling: zetFeitstatus,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.mag('feitstatus.zetten')) throw fout('niet-gevonden');
      return b;
    },
    begin: () => ({}),
    toon: (b, stand) => kader(b, 'Staat het vast?', `Nu: ${feitstatussen[b.feitstatus].toLowerCase()}. Dit staat overal bij wat er is gemeld.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/feitstatus`} {...stand}>
        <Keuzes {...veld(stand, 'status')} label="Hoe vast staat het?" verplicht opties={feitstatuscodes.filter((s) => s !== b.feitstatus).map((s) => ({ waarde: s, label: feitstatussen[s], uitleg: feitstatusuitleg[s] }))} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarop rust dit?" verplicht uitleg="Wie zei het, en wat is nagegaan?" regels={4} max={2_000} />
        <Knoppen><Knop>Leg vast</Knop><KnopLink soort="rustig" href={`/dossiers/${b.dossier.id}/veroorzaker`}>Terug zonder opslaan</KnopLink></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/dossiers/${r.id}/veroorzaker`, bericht: 'Vastgelegd.' }),
  });
}

function Wie({ b, o, i, v }: { b: Veroorzakerbeeld; o: Veroorzaker; i: number; v: Verzoek }) {
  const pad = `/dossiers/${b.dossier.id}/veroorzaker/${o.id}`;
  const groep = o.herkend?.groep ?? null;
  return (
    <>
      <Kaart titel={naam(o, i)} icoon="persoon" rechts={o.record ? <Merk>{persoonssoorten[o.record.soort].toLowerCase()}</Merk> : undefined}
        acties={<>
          {b.mag('veroorzaker.aanvullen') && <KnopLink href={pad}>{o.record ? 'Vul aan of verbeter' : 'Vul gegevens aan'}<Verborgen> van {naam(o, i)}</Verborgen></KnopLink>}
          {groep && <KnopLink soort="secundair" href={`/personen/${groep.id}`}>Bekijk deze persoon</KnopLink>}
        </>}>
        {o.record ? <Persoonsgegevens records={[o.record]} /> : <Alinea zacht>Er zijn nog geen gegevens vastgelegd.</Alinea>}
        {groep && groep.records.length > 1 && <Melding soort="info" titel="Al bekend"><p>Dit is dezelfde persoon als <Link href={`/personen/${groep.id}`}>{groep.weergave}</Link>. Klopt dat niet? Haal het daar uit elkaar.</p></Melding>}
        {groep?.hoofd.beperkt_op && <Melding soort="let-op" titel="Beperkt"><p>Deze persoon heeft om beperking gevraagd. We gebruiken de gegevens nu niet.</p></Melding>}
      </Kaart>
      {o.herkend && o.herkend.eerder.length > 0 && (
        <Kaart titel={o.herkend.eerder.length === 1 ? 'Eén ander voorval' : `${o.herkend.eerder.length} andere voorvallen`} icoon="journaal"><Incidenten incidenten={o.herkend.eerder} /></Kaart>
      )}
      {o.herkend && <Kandidaten o={o} herkend={o.herkend} pad={pad} v={v} />}
    </>
  );
}

function Kandidaten({ o, herkend, pad, v }: { o: Veroorzaker; herkend: NonNullable<Veroorzaker['herkend']>; pad: string; v: Verzoek }) {
  const { kandidaten, beslissendVeld } = herkend.herkenning;
  const vraag = vraagom(beslissendVeld);
  if (kandidaten.length === 0) return vraag === '' || herkend.groep?.hoofd.gewist_op ? null : <Alinea zacht>We kennen nu niemand die hierop lijkt. {vraag}</Alinea>;
  const zeker = kandidaten.some((k) => k.uitslag.band === 'waarschijnlijk');
  return (
    <Kaart titel="Is dit iemand die we al kennen?" soort="nadruk" icoon="personen">
      {!zeker && vraag !== '' && <Melding soort="info" titel="Nog niet genoeg om het te zeggen"><p>Een naam alleen is nooit genoeg. {vraag}</p></Melding>}
      {kandidaten.map((k) => <Kandidaatregel k={k} pad={pad} v={v} wie={o.naam} />)}
    </Kaart>
  );
}

function Kandidaatregel({ k, pad, v, wie }: { k: Kandidaat; pad: string; v: Verzoek; wie: string }) {
  const stand = v.stand();
  return (
    <Stapel ruimte="s">
      <Alinea><Link href={`/personen/${k.groep.id}`}>{kort(k.groep)}</Link> <BandMerk kandidaat={k} /></Alinea>
      {k.uitslag.redenen.length > 0 && <Uitklap titel="Waarom denken we dat?" open={k.uitslag.band === 'waarschijnlijk'}><Redenen uitslag={k.uitslag} /></Uitklap>}
      <ActieFormulier actie={`${pad}/beslis`} csrf={stand.csrf} sleutel={stand.sleutel}>
        <VerborgenVeld naam="persoon" waarde={k.groep.id} />
        <Knoppen>
          <Knop naam="uitkomst" waarde="dezelfde">Dit is dezelfde<Verborgen>: {wie} en {k.groep.weergave}</Verborgen></Knop>
          <Knop soort="secundair" naam="uitkomst" waarde="niet_dezelfde">Dit is iemand anders<Verborgen> dan {k.groep.weergave}</Verborgen></Knop>
        </Knoppen>
      </ActieFormulier>
    </Stapel>
  );
}
