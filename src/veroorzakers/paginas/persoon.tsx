import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { dagVan, datumTekst, datumTijdTekst } from '../../kern/tijd/index.ts';
import { Alinea, Citaat, DatumVeld, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, Link, Melding, Merk, PaginaKop, Stapel, TekstGebied, TekstVeld, Tijdlijn, TweeKolommen, veld, veldVinkje, Verborgen, VerborgenVeld, Vinkje } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Verzoek } from '../../platform/http/index.ts';
import { hefBeperkingOp, openVerzoek } from '../avg/handelingen.ts';
import { uitkomsten, verzoeksoorten, vraagbaar } from '../avg/regels.ts';
import { houdVast, laatLos, vasthoudcodes, vasthoudgronden, vasthoudzin } from '../avg/vasthouden.ts';
import { alsGegevens, type Persoonrecord } from '../lezen.ts';
import { beslisOverPersonen, haalUitElkaar, legOverDeGrens, persoonbeeld, trekOordeelIn, vergelijking, wijzigPersoon, type Persoonbeeld } from '../personen.ts';
import { naarVelden, veldnamen, type Persoonvelden as Velden } from '../regels/gegevens.ts';
import { persoonssoorten } from '../regels/woorden.ts';
import { weergave } from '../regels/naam.ts';
import { BandMerk, Incidenten, kort, Persoonsgegevens, Persoonvelden, Redenen } from './onderdelen.tsx';

const recordnaam = (r: Persoonrecord): string => r.collega ?? weergave(r, r.namen);
const VELDWOORD: Readonly<Record<string, string>> = { ...veldnamen, beperking: 'Beperking' };

/** Registers the page of a person and what can be done there. */
export function persoonPaginas(site: Site): void {
  const haal = (v: Verzoek) => v.vraag(persoonbeeld, { id: v.id('id') });
  const kader = (b: Persoonbeeld, titel: string, inleiding: ComponentChildren, inhoud: ComponentChildren): PaginaInhoud => ({
    titel, menu: '/personen',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Personen', href: '/personen' }, { tekst: b.groep.weergave, href: `/personen/${b.groep.id}` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  });
  const Terug = ({ id }: { id: string }) => <KnopLink soort="rustig" href={`/personen/${id}`}>Terug zonder opslaan</KnopLink>;
  const naarPersoon = (bericht: string) => (r: { id: string }) => ({ naar: `/personen/${r.id}`, bericht });

  site.pagina('/personen/:id', async (v) => {
    const b = await haal(v);
    return { titel: 'Persoon', menu: '/personen', inhoud: <Persoonpagina b={b} v={v} /> };
  });

  site.formulier('/personen/:id/wijzigen', {
    handeling: wijzigPersoon,
    laad: async (v) => {
      const b = await haal(v);
      const record = b.groep.records.find((r) => r.id === v.id('id'));
      if (!record || b.groep.hoofd.gewist_op !== null) throw fout('niet-gevonden');
      return { b, record };
    },
    begin: ({ record }) => ({ ...naarVelden(alsGegevens(record)), versie: String(record.versie) }),
    toon: ({ b, record }, stand) => kader(b, `Verbeter de gegevens van ${recordnaam(record)}`, 'Wat er stond, blijft in de geschiedenis.', (
      <Formulier actie={`/personen/${record.id}/wijzigen`} {...stand} veldnamen={veldnamen}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Persoonvelden stand={stand} heeftAdres={record.adressen.length > 0} collega={record.medewerker_id !== null} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom wijzig je dit?" verplicht uitleg="Bijvoorbeeld: de persoon vroeg om rectificatie, of er stond een tikfout." regels={3} max={2_000} />
        <Knoppen><Knop>Bewaar</Knop><Terug id={b.groep.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarPersoon('Opgeslagen. Wat er stond, staat in de geschiedenis.'),
  });

  site.formulier('/personen/:id/samenvoegen/:ander', {
    handeling: beslisOverPersonen,
    laad: (v) => v.vraag(vergelijking, { id: v.id('id'), ander: v.id('ander') }),
    begin: ({ groep, ander }) => ({ versie: String(groep.hoofd.versie), versie_ander: String(ander.hoofd.versie) }),
    toon: ({ groep, ander, kandidaat }, stand) => ({
      titel: 'Is dit dezelfde persoon?', menu: '/personen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Personen', href: '/personen' }, { tekst: groep.weergave, href: `/personen/${groep.id}` }]} />
          <PaginaKop titel="Is dit dezelfde persoon?" inleiding="Samenvoegen gooit niets weg. Je kunt het altijd weer uit elkaar halen." />
          <TweeKolommen zijLabel="De andere persoon"
            hoofd={<Kaart titel={groep.weergave}><Persoonsgegevens records={groep.records} /></Kaart>}
            zij={<Kaart titel={ander.weergave}><Persoonsgegevens records={ander.records} /></Kaart>} />
          {kandidaat && <Kaart titel="Wat we zien" rechts={<BandMerk kandidaat={kandidaat} />}><Redenen uitslag={kandidaat.uitslag} /></Kaart>}
          <Formulier actie={`/personen/${groep.id}/samenvoegen/${ander.id}`} {...stand}>
            <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
            <VerborgenVeld naam="versie_ander" waarde={waarde(stand.waarden, 'versie_ander')} />
            <Keuzes {...veld(stand, 'uitkomst')} label="Wat besluit je?" verplicht opties={[{ waarde: 'dezelfde', label: 'Ja, dit is dezelfde persoon', uitleg: 'De voorvallen tellen dan samen.' }, { waarde: 'niet_dezelfde', label: 'Nee, dit is iemand anders', uitleg: 'We vragen het dan niet opnieuw.' }]} />
            <TekstGebied {...veld(stand, 'reden')} label="Waaraan zie je dat?" verplicht regels={3} max={2_000} />
            <Knoppen><Knop>Leg vast</Knop><Terug id={groep.id} /></Knoppen>
          </Formulier>
        </Stapel>
      ),
    }),
    klaar: (r) => ({ naar: `/personen/${r.id}`, bericht: r.uitkomst === 'dezelfde' ? 'Samengevoegd. De voorvallen staan nu bij elkaar.' : 'Vastgelegd: dit is iemand anders.' }),
  });

  site.formulier('/personen/:id/uit-elkaar/:record', {
    handeling: haalUitElkaar,
    laad: async (v) => {
      const b = await haal(v);
      const record = b.groep.records.find((r) => r.id === v.id('record'));
      if (!record || record.samengevoegd_in === null) throw fout('niet-gevonden');
      return { b, record };
    },
    begin: ({ b }) => ({ versie: String(b.groep.hoofd.versie), niet_dezelfde: 'ja' }),
    toon: ({ b, record }, stand) => kader(b, `Haal ${recordnaam(record)} uit elkaar`, `Deze gegevens en de voorvallen die erbij horen, gaan los van ${b.groep.weergave}. Er gaat niets verloren.`, (
      <Stapel>
        <Kaart titel={recordnaam(record)}><Persoonsgegevens records={[record]} /></Kaart>
        <Formulier actie={`/personen/${b.groep.id}/uit-elkaar/${record.id}`} {...stand}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          <TekstGebied {...veld(stand, 'reden')} label="Waarom is dit iemand anders?" verplicht regels={3} max={2_000} />
          <Vinkje {...veldVinkje(stand, 'niet_dezelfde')} label="Onthoud dat dit niet dezelfde persoon is" uitleg="Dan vragen we het niet opnieuw." />
          <Knoppen><Knop>Haal uit elkaar</Knop><Terug id={b.groep.id} /></Knoppen>
        </Formulier>
      </Stapel>
    )),
    klaar: naarPersoon('Uit elkaar gehaald.'),
  });

  site.formulier('/personen/:id/oordelen/:oordeel', {
    handeling: trekOordeelIn,
    laad: async (v) => {
      const b = await haal(v);
      const oordeel = b.oordelen.find((o) => o.id === v.id('oordeel'));
      if (!oordeel || oordeel.uitkomst !== 'niet_dezelfde' || oordeel.ingetrokken_op !== null) throw fout('niet-gevonden');
      return { b, oordeel };
    },
    toon: ({ b, oordeel }, stand) => kader(b, 'Trek dit besluit in', `Besloten is dat ${b.groep.weergave} en ${oordeel.ander?.weergave ?? 'de ander'} niet dezelfde persoon zijn.`, (
      <Formulier actie={`/personen/${b.groep.id}/oordelen/${oordeel.id}`} {...stand}>
        <TekstGebied {...veld(stand, 'reden')} label="Waarom trek je het in?" verplicht regels={3} max={2_000} />
        <Knoppen><Knop>Trek in</Knop><Terug id={b.groep.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarPersoon('Ingetrokken. Je kunt nu opnieuw besluiten.'),
  });

  site.formulier('/personen/:id/over-de-grens/:ander', {
    handeling: legOverDeGrens,
    laad: async (v) => {
      const [b, ander] = [await haal(v), await v.vraag(persoonbeeld, { id: v.id('ander') })];
      if (ander.groep.hoofd.compartiment === b.groep.hoofd.compartiment) throw fout('niet-gevonden');
      return { b, ander };
    },
    toon: ({ b, ander }, stand) => kader(b, 'Ook bekend in het andere compartiment', `${kort(b.groep)} en ${kort(ander.groep)}. Alleen wie in beide compartimenten een rol heeft ziet dit. Voorvallen tellen niet samen.`, (
      <Formulier actie={`/personen/${b.groep.id}/over-de-grens/${ander.groep.id}`} {...stand}>
        <TekstGebied {...veld(stand, 'reden')} label="Waaraan zie je dat?" verplicht regels={3} max={2_000} />
        <Knoppen><Knop>Leg vast</Knop><Terug id={b.groep.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarPersoon('Vastgelegd.'),
  });

  site.formulier('/personen/:id/verzoek', {
    handeling: openVerzoek,
    laad: async (v) => {
      const b = await haal(v);
      if (b.groep.hoofd.gewist_op !== null) throw fout('niet-gevonden');
      return b;
    },
    toon: (b, stand) => kader(b, 'Leg een privacyverzoek vast', 'De persoon krijgt binnen een maand antwoord. De termijn loopt vanaf de dag dat het verzoek binnenkwam.', (
      <Formulier actie={`/personen/${b.groep.id}/verzoek`} {...stand}>
        <Keuzes {...veld(stand, 'soort')} label="Wat vraagt de persoon?" verplicht opties={vraagbaar.map((s) => ({ waarde: s, label: verzoeksoorten[s] }))} />
        <TekstVeld {...veld(stand, 'ontvangen')} label="Wanneer kwam het binnen?" uitleg="Leeg is vandaag" tekens={16} max={60} />
        <TekstGebied {...veld(stand, 'gevraagd')} label="Wat wordt er gevraagd?" verplicht regels={3} max={5_000} />
        <TekstVeld {...veld(stand, 'identiteit')} label="Hoe weet je dat de persoon het zelf vraagt?" verplicht uitleg="Bijvoorbeeld: kwam langs met een legitimatiebewijs. Maak geen kopie en schrijf geen nummer op." max={500} />
        <Knoppen><Knop>Leg vast</Knop><Terug id={b.groep.id} /></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/privacyverzoeken/${r.id}`, bericht: 'Vastgelegd. De termijn loopt.' }),
  });

  site.formulier('/personen/:id/beperking', {
    handeling: hefBeperkingOp,
    laad: async (v) => {
      const b = await haal(v);
      if (b.groep.hoofd.beperkt_op === null) throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ versie: String(b.groep.hoofd.versie) }),
    toon: (b, stand) => kader(b, 'Stop de beperking', 'Daarna gebruiken we de gegevens weer om iemand te herkennen.', (
      <Formulier actie={`/personen/${b.groep.id}/beperking`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom stopt de beperking?" verplicht regels={3} max={2_000} />
        <Vinkje {...veldVinkje(stand, 'ingelicht')} label="De persoon weet dat de beperking stopt" uitleg="Dat moet vooraf (AVG artikel 18, derde lid)." />
        <Knoppen><Knop>Stop de beperking</Knop><Terug id={b.groep.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarPersoon('De beperking is gestopt.'),
  });

  site.formulier('/personen/:id/vasthouden', {
    handeling: houdVast,
    laad: async (v) => {
      const b = await haal(v);
      if (b.groep.hoofd.gewist_op !== null) throw fout('niet-gevonden');
      return b;
    },
    toon: (b, stand) => kader(b, 'Houd de gegevens vast', 'Zolang ze worden vastgehouden, kan niemand ze wissen, ook niet op verzoek van de persoon. Dat mag alleen als ze nodig zijn voor een zaak (AVG artikel 17, derde lid).', (
      <Formulier actie={`/personen/${b.groep.id}/vasthouden`} {...stand}>
        <Keuzes {...veld(stand, 'grond')} label="Waarvoor?" verplicht opties={vasthoudcodes.map((g) => ({ waarde: g, label: vasthoudgronden[g] }))} />
        <TekstVeld {...veld(stand, 'reden')} label="Om welke zaak gaat het?" verplicht uitleg="Kort, bijvoorbeeld het zaaknummer" max={1_000} />
        <DatumVeld {...veld(stand, 'tot')} label="Tot en met" verplicht snel={[]} uitleg="Hoogstens vijf jaar. Daarna vervalt het vanzelf." />
        <Knoppen><Knop>Houd vast</Knop><Terug id={b.groep.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarPersoon('De gegevens worden vastgehouden.'),
  });

  site.formulier('/personen/:id/vasthouden/:vasthouding', {
    handeling: laatLos,
    laad: async (v) => {
      const b = await haal(v);
      const vasthouding = b.vastgehouden.find((x) => x.id === v.id('vasthouding'));
      if (!vasthouding) throw fout('niet-gevonden');
      return { b, vasthouding };
    },
    toon: ({ b, vasthouding }, stand) => kader(b, 'Laat de gegevens los', vasthoudzin(vasthouding), (
      <Formulier actie={`/personen/${b.groep.id}/vasthouden/${vasthouding.id}`} {...stand}>
        <TekstGebied {...veld(stand, 'reden')} label="Waarom is het niet meer nodig?" verplicht regels={3} max={1_000} />
        <Knoppen><Knop>Laat los</Knop><Terug id={b.groep.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarPersoon('De gegevens worden niet meer vastgehouden.'),
  });
}

function Persoonpagina({ b, v }: { b: Persoonbeeld; v: Verzoek }) {
  const { groep } = b;
  const pad = `/personen/${groep.id}`;
  const { gewist_op: gewist, beperkt_op: beperkt } = groep.hoofd;
  return (
    <Stapel>
      <Kruimels items={[{ tekst: 'Personen', href: '/personen' }]} />
      <PaginaKop titel={groep.weergave} inleiding="Als veroorzaker gemeld. Wat gemeld is, staat niet altijd vast."
        merken={<><Merk>{persoonssoorten[groep.hoofd.soort].toLowerCase()}</Merk>{groep.hoofd.compartiment === 'politiek' && <> <Merk soort="info">gesloten compartiment</Merk></>}</>} />
      {gewist && <Melding soort="info" titel="Gewist"><p>Op {datumTekst(dagVan(gewist))} zijn de gegevens gewist op verzoek van de persoon.</p></Melding>}
      {beperkt && <Melding soort="let-op" titel="Beperkt"><p>Sinds {datumTekst(dagVan(beperkt))} gebruiken we deze gegevens niet: niet om iemand te herkennen en niet om voorvallen te tellen. <Link href={`${pad}/beperking`}>Stop de beperking</Link></p></Melding>}
      {b.vastgehouden.map((x) => <Melding soort="info" titel="Vastgehouden"><p>{vasthoudzin(x)} {x.reden} <Link href={`${pad}/vasthouden/${x.id}`}>Laat los</Link></p></Melding>)}
      {b.kruis.map((k) => <Melding soort="info" titel="Ook bekend in het andere compartiment"><p><Link href={`/personen/${k.groep.id}`}>{kort(k.groep)}</Link>. Dit ziet alleen wie in beide een rol heeft.</p></Melding>)}
      <TweeKolommen zijLabel="Wat je kunt doen"
        hoofd={<Stapel>
          {!gewist && <Kaart titel="Gegevens" icoon="persoon"><Persoonsgegevens records={groep.records} /></Kaart>}
          <Kaart titel={b.incidenten.length === 1 ? 'Eén voorval' : `${b.incidenten.length} voorvallen`} icoon="journaal">
            {b.incidenten.length === 0 ? <Alinea zacht>Er zijn geen voorvallen die je mag zien.</Alinea> : <Incidenten incidenten={b.incidenten} />}
          </Kaart>
          {b.kandidaten.length > 0 && (
            <Kaart titel="Misschien dezelfde persoon" icoon="personen">
              {b.kandidaten.map((k) => (
                <Stapel ruimte="s">
                  <Alinea><Link href={`/personen/${k.groep.id}`}>{kort(k.groep)}</Link> <BandMerk kandidaat={k} /></Alinea>
                  <Knoppen><KnopLink soort="secundair" href={`${pad}/samenvoegen/${k.groep.id}`}>Vergelijk en besluit<Verborgen> over {k.groep.weergave}</Verborgen></KnopLink></Knoppen>
                </Stapel>
              ))}
            </Kaart>
          )}
          {b.elders.length > 0 && (
            <Kaart titel="Misschien bekend in het andere compartiment" icoon="slot">
              <Alinea zacht>Dit ziet alleen wie in beide een rol heeft.</Alinea>
              <ul class="rd-lijst">{b.elders.map((k) => <li><Link href={`${pad}/over-de-grens/${k.groep.id}`}>{kort(k.groep)}</Link> <BandMerk kandidaat={k} /></li>)}</ul>
            </Kaart>
          )}
          <Geschiedenis b={b} />
        </Stapel>}
        zij={<Stapel>
          {!gewist && (
            <Kaart titel="Waar de gegevens vandaan komen" icoon="lijst">
              {groep.records.map((r) => {
                const uit = b.incidenten.filter((d) => d.recordId === r.id);
                return (
                  <Stapel ruimte="s">
                    <Alinea>{recordnaam(r)}{uit.length > 0 && <> (dossier {uit.map((d) => d.nummer).join(', ')})</>}</Alinea>
                    {!beperkt && <Knoppen>
                      <KnopLink soort="rustig" href={`/personen/${r.id}/wijzigen`}>Verbeter<Verborgen> {recordnaam(r)}</Verborgen></KnopLink>
                      {r.samengevoegd_in !== null && <KnopLink soort="rustig" href={`${pad}/uit-elkaar/${r.id}`}>Haal uit elkaar<Verborgen>: {recordnaam(r)}</Verborgen></KnopLink>}
                    </Knoppen>}
                  </Stapel>
                );
              })}
            </Kaart>
          )}
          <Kaart titel="Privacyverzoeken" icoon="schild" acties={!gewist && v.mag('avg.openen') ? <><KnopLink soort="secundair" href={`${pad}/verzoek`}>Leg een verzoek vast</KnopLink><KnopLink soort="rustig" href={`${pad}/vasthouden`}>Houd de gegevens vast</KnopLink></> : undefined}>
            {b.verzoeken.length === 0 ? <Alinea zacht>Geen verzoeken.</Alinea> : <ul class="rd-lijst">{b.verzoeken.map((x) => <li><Link href={`/privacyverzoeken/${x.id}`}>{verzoeksoorten[x.soort]}</Link>: {x.uitkomst === null ? 'loopt' : x.status === 'wacht_op_tweede' ? 'wacht op een tweede persoon' : uitkomsten[x.uitkomst].toLowerCase()}</li>)}</ul>}
          </Kaart>
        </Stapel>} />
    </Stapel>
  );
}

function Geschiedenis({ b }: { b: Persoonbeeld }) {
  const wie = (id: string): string => b.namen.get(id) ?? 'een collega';
  const regels = [
    ...b.oordelen.flatMap((o) => {
      // Of two records of this very person both are named; of another only he.
      const [van, met] = [o.persoon_id, o.ander_id].map((id) => b.groep.records.find((r) => r.id === id)).map((r) => (r ? recordnaam(r) : null));
      const ander = o.ander?.weergave ?? [van, met].filter((n) => n !== null).join(' en ');
      const wat = o.uitkomst === 'dezelfde' ? (van && met ? `voegde samen: ${van} en ${met}` : `legde vast: dezelfde persoon als ${ander}`) : `legde vast: iemand anders dan ${ander}`;
      const intrekbaar = o.uitkomst === 'niet_dezelfde' && o.ingetrokken_op === null && b.groep.hoofd.gewist_op === null;
      return [
        { op: o.op, tekst: <>{wie(o.door)} {wat}.{intrekbaar && <> <Link href={`/personen/${b.groep.id}/oordelen/${o.id}`}>Trek in<Verborgen>: {ander}</Verborgen></Link></>}</>, meer: o.reden === '' ? undefined : <Citaat>{o.reden}</Citaat> },
        ...(o.ingetrokken_op && o.ingetrokken_door ? [{ op: o.ingetrokken_op, tekst: <>{wie(o.ingetrokken_door)} {o.uitkomst === 'dezelfde' ? `haalde uit elkaar: ${ander}` : `trok het besluit over ${ander} in`}.</>, meer: o.intrek_reden === '' ? undefined : <Citaat>{o.intrek_reden}</Citaat> }] : []),
      ];
    }),
    ...b.wijzigingen.map((w) => ({ op: w.op, tekst: <>{wie(w.door)} wijzigde {(VELDWOORD[w.veld as keyof Velden] ?? w.veld).toLowerCase()}: van {w.was === '' ? 'niets' : `“${w.was}”`} naar {w.werd === '' ? 'niets' : `“${w.werd}”`}.</>, meer: w.reden === '' ? undefined : <Citaat>{w.reden}</Citaat> })),
  ].sort((x, y) => (x.op.epochNanoseconds < y.op.epochNanoseconds ? 1 : -1));
  if (regels.length === 0) return null;
  return <Kaart titel="Geschiedenis" icoon="journaal"><Tijdlijn regels={regels.map((r) => ({ moment: datumTijdTekst(r.op), tijd: r.op.toString(), tekst: r.tekst, meer: r.meer }))} /></Kaart>;
}
