import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { dagVan, datumInvoer, datumTekst, datumTijdTekst, plusWerkdagen, vervalmoment, voorTekst } from '../../kern/tijd/index.ts';
import { ondertekenaars } from '../../brieven/index.ts';
import { dossierTabs, type Dossiertab } from '../../dossier/index.ts';
import { Alinea, Citaat, DatumVeld, DefinitieLijst, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Selectie, Stapel, Tabs, TekstGebied, TekstVeld, TijdVeld, Uitklap, veld, veldVinkje, VerborgenVeld, Vinkje } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Verzoek } from '../../platform/http/index.ts';
import { maakUitnodigen } from '../handelingen/uitnodigen.ts';
import { geefMeerTijd, legZienswijzeVast, meldGeenReactie, trekIn } from '../handelingen/vastleggen.ts';
import { feitenIn, voorzet } from '../regels/uittreksel.ts';
import { bronnen, burgervraagcodes, burgervragen, uitkomsten, vastlegbronnen, wijzecodes, wijzen } from '../regels/woorden.ts';
import { wederhoorbeeld, type Wederhoorbeeld } from '../vragen.ts';

export const WEDERHOORTAB: Dossiertab = { pad: '/wederhoor', tekst: 'Wederhoor', handeling: 'wederhoor.lezen' };

type Betrokkene = Wederhoorbeeld['betrokkenen'][number];
type Ronde = Betrokkene['rondes'][number];

/** How the betrokkene is called on these pages. */
function naamVan(b: Betrokkene): string {
  if (b.collega) return b.collega;
  return b.naam || { medewerker: 'Een collega', bekend: 'Bekend persoon', onbekend: 'Onbekend persoon', groep: 'Groep', account: 'Account op internet', bedrijf: 'Bedrijf of organisatie', derde: 'Iemand van buiten' }[b.soort];
}

/** Registers the tab of the dossier and its forms. `webadres` is the page of the betrokkene, as it stands in a letter. */
export function wederhoorPaginas(site: Site, tabs: readonly Dossiertab[], webadres: string): void {
  const haal = (v: Verzoek): Promise<Wederhoorbeeld> => v.vraag(wederhoorbeeld, { id: v.id('id') });
  const kader = (b: Wederhoorbeeld, titel: string, inleiding: ComponentChildren, inhoud: ComponentChildren): PaginaInhoud => ({
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.dossier.titel} (${b.dossier.nummer})`, href: `/dossiers/${b.dossier.id}` }, { tekst: 'Wederhoor', href: `/dossiers/${b.dossier.id}/wederhoor` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  });
  const naarTab = (bericht: string) => (r: { id: string }) => ({ naar: `/dossiers/${r.id}/wederhoor`, bericht });
  const Terug = ({ id }: { id: string }) => <KnopLink soort="rustig" href={`/dossiers/${id}/wederhoor`}>Terug zonder opslaan</KnopLink>;
  const ronde = (h: Parameters<Wederhoorbeeld['mag']>[0], mits: (r: Ronde) => boolean) => async (v: Verzoek): Promise<{ b: Wederhoorbeeld; wie: Betrokkene; r: Ronde }> => {
    const b = await haal(v);
    for (const wie of b.betrokkenen) {
      const r = wie.rondes.find((x) => x.id === v.id('wederhoor'));
      if (r && mits(r) && b.mag(h) && !b.zelfBetrokken) return { b, wie, r };
    }
    throw fout('niet-gevonden');
  };

  site.pagina('/dossiers/:id/wederhoor', async (v) => {
    const b = await haal(v);
    return {
      titel: `Wederhoor (${b.dossier.nummer})`, menu: '/dossiers',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
          <PaginaKop titel={b.dossier.titel} inleiding={`Wederhoor bij ${b.dossier.nummer}. De betrokkene vertelt zijn of haar kant voordat er een besluit komt.`} />
          <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(b.dossier.id, WEDERHOORTAB.pad, tabs, b.mag)} />
          {b.zelfBetrokken && <Melding soort="let-op" titel="Dit overkwam jou zelf"><p>Daarom vraagt een collega de betrokkene om een reactie.</p></Melding>}
          {b.betrokkenen.length === 0 && <LegeStaat titel="Er is nog geen betrokkene om te horen" icoon="gesprek"><p>Voeg op het overzicht eerst toe wie dit deed, ook als je alleen een omschrijving hebt.</p></LegeStaat>}
          {b.betrokkenen.map((wie) => <Kaartvan b={b} wie={wie} v={v} />)}
        </Stapel>
      ),
    };
  });

  site.formulier('/dossiers/:id/wederhoor/:betrokkene/uitnodigen', {
    handeling: maakUitnodigen(webadres),
    laad: async (v) => {
      const b = await haal(v);
      const wie = b.betrokkenen.find((x) => x.id === v.id('betrokkene'));
      if (!wie || !b.mag('wederhoor.uitnodigen') || b.zelfBetrokken) throw fout('niet-gevonden');
      return { b, wie };
    },
    begin: ({ b, wie }) => ({ wijze: ['bekend', 'bedrijf', 'medewerker'].includes(wie.soort) ? 'brief' : '', naam: wie.collega ?? wie.naam, tekst: wie.uittreksels[0]?.tekst ?? voorzet(b.feiten), tekst_en: wie.uittreksels[0]?.tekst_en ?? '', ondertekenaar: 'adviseur' }),
    toon: ({ b, wie }, stand, v) => {
      const { wanneer, waar, wat } = feitenIn('nl', b.feiten);
      const uiterlijk = vervalmoment(v.nu, b.termijn, b.kalender);
      return kader(b, `Vraag ${naamVan(wie)} om een reactie`, 'Eerst horen, dan beslissen. Schriftelijk reageren kan altijd, ook als je belt of een gesprek voert.', (
        <Formulier actie={`/dossiers/${b.dossier.id}/wederhoor/${wie.id}/uitnodigen`} {...stand}>
          <Keuzes {...veld(stand, 'wijze')} label="Hoe vraag je het?" verplicht opties={wijzecodes.map((w) => ({
            waarde: w, label: wijzen[w], uitleg: WIJZE_UITLEG[w],
            ...(w === 'gesprek' ? { extra: (
              <Stapel>
                <DatumVeld {...veld(stand, 'gesprek_datum')} label="Dag van het gesprek" snel={[]} uitleg="Een werkdag" />
                <TijdVeld {...veld(stand, 'gesprek_tijd')} label="Tijd van het gesprek" />
                <TekstVeld {...veld(stand, 'gesprek_plaats')} label="Waar is het gesprek?" uitleg="Niet op de afdeling waar het gebeurde" max={200} />
                <TekstVeld {...veld(stand, 'gesprek_met')} label="Met wie is het gesprek?" uitleg="Een functie, geen naam. Nooit wie het overkwam" max={200} />
              </Stapel>
            ) } : {}),
          }))} />
          <TekstVeld {...veld(stand, 'naam')} label="Naam op de brief" max={200} automatisch="off" />
          <TekstGebied {...veld(stand, 'adres')} label="Adres op de brief" uitleg="Straat en nummer, postcode en plaats, elk op een eigen regel. Met een adres maken we een brief met een code voor de eigen pagina." regels={3} />
          <TekstGebied {...veld(stand, 'verslag')} label="Wat vroeg je, en wat was het antwoord?" uitleg="Als je belt, of iemand zonder brief uitnodigt. De betrokkene leest dit niet." regels={3} max={5_000} />
          <Melding soort="info" titel="Dit leest de betrokkene van ons"><DefinitieLijst items={[{ term: 'Wanneer', waarde: wanneer }, { term: 'Waar', waarde: waar }, { term: 'Waar gaat het om', waarde: wat.join(', ') }]} /></Melding>
          <TekstGebied {...veld(stand, 'tekst')} label="Wat is er gemeld?" verplicht uitleg="Kort en feitelijk: wat iemand deed of zei. Geen naam, functie of afdeling van collega’s. Wat gemeld is, staat nog niet vast." regels={6} max={4_000} />
          <TekstGebied {...veld(stand, 'tekst_en')} label="Hetzelfde in het Engels" regels={4} max={4_000} />
          <TekstGebied {...veld(stand, 'norm')} label="Welke regel of norm hoort hierbij?" verplicht uitleg="Bijvoorbeeld een zin uit de huisregels" regels={3} max={2_000} />
          <TekstVeld {...veld(stand, 'overweegt')} label="Wat overwegen jullie?" uitleg="Bijvoorbeeld ‘een pandverbod van een maand’. Nog geen besluit" max={500} />
          <TekstVeld {...veld(stand, 'contact_wie')} label="Bij wie kan de betrokkene terecht?" verplicht uitleg="Een team of functie die er niet bij betrokken was" max={200} />
          <TekstVeld {...veld(stand, 'contact_telefoon')} label="Telefoonnummer" max={60} toetsenbord="tel" />
          <TekstVeld {...veld(stand, 'contact_email')} label="E-mailadres" max={200} toetsenbord="email" />
          <Selectie {...veld(stand, 'ondertekenaar')} label="Namens wie is dit?" verplicht opties={Object.entries(ondertekenaars).map(([w, label]) => ({ waarde: w, label }))} />
          <DatumVeld {...veld(stand, 'meer_tijd')} label="Meer tijd geven tot en met" snel={[]} uitleg={`Leeg is de termijn: ${voorTekst(uiterlijk, v.nu)}`} />
          <Vinkje {...veldVinkje(stand, 'nagekeken')} label="Ik heb de tekst nagekeken" verplicht uitleg="Er staat niet in wie het overkwam, wie het meldde of wie het zag." />
          <Knoppen><Knop>Vraag om een reactie</Knop><Terug id={b.dossier.id} /></Knoppen>
        </Formulier>
      ));
    },
    klaar: (r) => (r.brief === null ? { naar: `/dossiers/${r.id}/wederhoor`, bericht: 'Vastgelegd. De termijn loopt.' } : { naar: `/dossiers/${r.id}/brieven/${r.brief}`, bericht: 'De brief staat klaar. Kijk hem na en verstuur hem.' }),
  });

  site.formulier('/dossiers/:id/wederhoor/:wederhoor/vastleggen', {
    handeling: legZienswijzeVast,
    laad: ronde('wederhoor.vastleggen', (r) => r.vervallen_op === null),
    toon: ({ b, wie, r }, stand) => kader(b, `Wat zegt ${naamVan(wie)}?`, 'Schrijf het op in de woorden van de betrokkene, ook als je het er niet mee eens bent.', (
      <Formulier actie={`/dossiers/${b.dossier.id}/wederhoor/${r.id}/vastleggen`} {...stand}>
        <Keuzes {...veld(stand, 'bron')} label="Hoe liet de betrokkene dit weten?" verplicht opties={vastlegbronnen.map((w) => ({ waarde: w, label: bronnen[w] }))} />
        <DatumVeld {...veld(stand, 'datum')} label="Op welke dag?" uitleg="Leeg is vandaag" />
        <TijdVeld {...veld(stand, 'tijd')} label="Hoe laat?" />
        <TekstGebied {...veld(stand, 'tekst')} label="Wat zegt de betrokkene?" regels={8} max={20_000} />
        <Keuzes {...veld(stand, 'voorgelezen')} label="Heb je het voorgelezen?" uitleg="Niet nodig bij een reactie op papier" opties={[{ waarde: 'ja', label: 'Ja, en het klopt volgens de betrokkene' }, { waarde: 'nee', label: 'Nee' }]} />
        <Keuzes {...veld(stand, 'vraag')} label="Vraagt de betrokkene iets?" opties={[{ waarde: '', label: 'Nee' }, ...burgervraagcodes.map((w) => ({ waarde: w, label: burgervragen[w] }))]} />
        <Knoppen><Knop>Leg vast</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Vastgelegd.'),
  });

  site.formulier('/dossiers/:id/wederhoor/:wederhoor/tijd', {
    handeling: geefMeerTijd,
    laad: ronde('wederhoor.uitnodigen', verzetbaar),
    begin: ({ r }) => ({ versie: String(r.versie) }),
    toon: ({ b, wie, r }, stand) => kader(b, `Geef ${naamVan(wie)} meer tijd`, `Nu kan de betrokkene reageren tot en met ${datumTekst(dagVan(r.uiterlijk))}.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/wederhoor/${r.id}/tijd`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <DatumVeld {...veld(stand, 'datum')} label="Tot en met welke dag?" verplicht snel={[]} uitleg={`Een werkdag, bijvoorbeeld ${datumInvoer(plusWerkdagen(dagVan(r.uiterlijk), 3, b.kalender))}`} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht regels={3} max={2_000} />
        <Knoppen><Knop>Geef meer tijd</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('De betrokkene heeft meer tijd. Laat het hem of haar weten.'),
  });

  site.formulier('/dossiers/:id/wederhoor/:wederhoor/geen-reactie', {
    handeling: meldGeenReactie,
    laad: ronde('wederhoor.uitnodigen', nietGereageerd),
    begin: () => ({ vervolg: 'We beslissen nu zonder uw verhaal. U krijgt een brief met wat we besluiten, en waarom.' }),
    toon: ({ b, wie, r }, stand) => kader(b, 'Schrijf dat er geen reactie kwam', `${naamVan(wie)} kon reageren tot en met ${datumTekst(dagVan(r.uiterlijk))}. De brief gaat naar hetzelfde adres als de uitnodiging.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/wederhoor/${r.id}/geen-reactie`} {...stand}>
        <TekstGebied {...veld(stand, 'vervolg')} label="Wat gebeurt er nu?" verplicht uitleg="Schrijf aan de betrokkene, zonder naam, functie of afdeling van een collega. Alsnog reageren kan; dat staat er al bij." regels={4} max={4_000} />
        <Knoppen><Knop>Zet de brief klaar</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/dossiers/${r.id}/brieven/${r.brief}`, bericht: 'De brief staat klaar. Kijk hem na en verstuur hem.' }),
  });

  site.formulier('/dossiers/:id/wederhoor/:wederhoor/intrekken', {
    handeling: trekIn,
    laad: ronde('wederhoor.uitnodigen', verzetbaar),
    begin: ({ r }) => ({ versie: String(r.versie) }),
    toon: ({ b, wie, r }, stand) => kader(b, 'Trek de uitnodiging in', `De uitnodiging aan ${naamVan(wie)} telt dan niet meer als wederhoor. De code in de brief werkt niet meer.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/wederhoor/${r.id}/intrekken`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht regels={3} max={2_000} />
        <Knoppen><Knop soort="gevaar">Trek in</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('De uitnodiging is ingetrokken.'),
  });
}

const WIJZE_UITLEG = {
  brief: 'Met een code, waarmee iemand online kan reageren.',
  telefoon: 'Je legt vast wat je vroeg. Ook als iemand zelf belt.',
  gesprek: 'Op een werkdag, aan tafel of aan de balie.',
} as const;

const loopt = (r: Ronde): boolean => r.uitkomst === null && r.vervallen_op === null;
/** Asked with the letter about a measure that could not wait: its last day stands in print. */
const staatInBesluit = (r: Ronde): boolean => r.briefsoort !== null && r.briefsoort !== 'uitnodiging_wederhoor';
const nietGereageerd = (r: Ronde): boolean => r.uitkomst === 'geen_reactie' && r.briefsoort === 'uitnodiging_wederhoor';
const verzetbaar = (r: Ronde): boolean => loopt(r) && !staatInBesluit(r);

function Kaartvan({ b, wie, v }: { b: Wederhoorbeeld; wie: Betrokkene; v: Verzoek }) {
  const pad = `/dossiers/${b.dossier.id}/wederhoor`;
  const [nu, ...eerder] = wie.rondes;
  const bezig = nu !== undefined && loopt(nu);
  const plicht = wie.plichten.find((p) => p.voldaan_op === null);
  return (
    <Kaart titel={naamVan(wie)} icoon="gesprek" rechts={<Stand r={nu} />}
      acties={!b.zelfBetrokken && <>
        {!bezig && b.mag('wederhoor.uitnodigen') && <KnopLink soort={nu === undefined || nu.vervallen_op !== null ? 'primair' : 'secundair'} href={`${pad}/${wie.id}/uitnodigen`}>{nu === undefined ? 'Vraag om een reactie' : 'Vraag het opnieuw'}</KnopLink>}
        {nu !== undefined && nu.vervallen_op === null && b.mag('wederhoor.vastleggen') && <KnopLink soort={bezig ? 'primair' : 'secundair'} href={`${pad}/${nu.id}/vastleggen`}>Leg vast wat de betrokkene zegt</KnopLink>}
        {nu !== undefined && nietGereageerd(nu) && b.mag('wederhoor.uitnodigen') && <KnopLink soort="rustig" href={`${pad}/${nu.id}/geen-reactie`}>Schrijf dat er geen reactie kwam</KnopLink>}
        {bezig && verzetbaar(nu) && b.mag('wederhoor.uitnodigen') && <><KnopLink soort="rustig" href={`${pad}/${nu.id}/tijd`}>Geef meer tijd</KnopLink><KnopLink soort="rustig" href={`${pad}/${nu.id}/intrekken`}>Trek in</KnopLink></>}
      </>}>
      {wie.omschrijving !== '' && <Alinea klein zacht>{wie.omschrijving}</Alinea>}
      {plicht && (plicht.verlopen_op
        ? <Melding soort="gevaar" titel="Niet op tijd gehoord" niveau={3}><p>Een maatregel met spoed vervalt als de betrokkene daarna niet op tijd is gehoord. Dat had vóór {datumTijdTekst(plicht.uiterlijk)} gemoeten.</p></Melding>
        : <Melding soort="let-op" titel="Hoor deze betrokkene nog" niveau={3}><p>Er is een maatregel met spoed genomen. Hoor de betrokkene {voorTekst(plicht.uiterlijk, v.nu)}. Anders vervalt de maatregel.</p></Melding>)}
      {nu === undefined ? <Alinea>Deze betrokkene is nog niet gevraagd. Zonder wederhoor kan er geen maatregel komen.</Alinea> : <Rondedeel b={b} r={nu} v={v} />}
      {eerder.length > 0 && <Uitklap titel="Eerdere uitnodigingen" aantal={eerder.length}>{eerder.map((r) => <Rondedeel b={b} r={r} v={v} />)}</Uitklap>}
    </Kaart>
  );
}

function Stand({ r }: { r: Ronde | undefined }) {
  if (r === undefined || r.vervallen_op !== null) return <Merk soort="let-op">nog niet gehoord</Merk>;
  if (r.uitkomst === null) return <Merk soort="info">wacht op reactie</Merk>;
  return r.uitkomst === 'zienswijze' ? <Merk soort="klaar">gehoord</Merk> : <Merk soort="neutraal">geen reactie</Merk>;
}

function Rondedeel({ b, r, v }: { b: Wederhoorbeeld; r: Ronde; v: Verzoek }) {
  return (
    <Stapel ruimte="s">
      <DefinitieLijst items={[
        { term: 'Gevraagd', waarde: `${wijzen[r.wijze]}, door ${r.door}, ${datumTijdTekst(r.uitgenodigd_op)}` },
        ...(r.gesprek_op ? [{ term: 'Gesprek', waarde: datumTijdTekst(r.gesprek_op) }] : []),
        { term: 'Reageren kan', waarde: r.uitkomst === null && r.vervallen_op === null ? voorTekst(r.uiterlijk, v.nu) : `tot en met ${datumTekst(dagVan(r.uiterlijk))}` },
        ...(staatInBesluit(r) ? [{ term: 'Waarmee', waarde: 'Met de codes in de brief over de maatregel. Die moet op tijd weg zijn.' }] : []),
        ...(r.brief_id === null ? [] : [{ term: 'Brief', waarde: <Link href={`/dossiers/${b.dossier.id}/brieven/${r.brief_id}`}>Bekijk de brief</Link> }]),
        ...(r.vervallen_op ? [{ term: 'Vervallen', waarde: `${datumTijdTekst(r.vervallen_op)}: ${r.vervallen_reden ?? ''}` }] : []),
        ...(r.uitkomst && r.afgerond_op ? [{ term: 'Uitkomst', waarde: `${uitkomsten[r.uitkomst]} (${datumTijdTekst(r.afgerond_op)})` }] : []),
      ]} />
      {r.verslag !== '' && <Citaat bron="Bij het vragen">{r.verslag}</Citaat>}
      {r.gezegd.map((z) => (
        <>
          {z.tekst !== '' && <Citaat bron={`De betrokkene, ${datumTijdTekst(z.gegeven_op)}, ${bronnen[z.bron].toLowerCase()}${z.door ? `. Opgeschreven door ${z.door}${z.voorgelezen === null ? '' : z.voorgelezen ? ', voorgelezen' : ', niet voorgelezen'}` : ''}`}>{z.tekst}</Citaat>}
          {z.vraag && <Melding soort="let-op" titel={burgervragen[z.vraag]} niveau={3}><p>Gevraagd op {datumTijdTekst(z.gegeven_op)}. Neem contact op, of geef meer tijd.</p></Melding>}
        </>
      ))}
      {r.uittreksel && <Uitklap titel={`Wat de betrokkene las (versie ${r.uittreksel.nummer})`}><Citaat bron={`Geschreven en nagekeken door ${r.uittreksel.door}, ${datumTijdTekst(r.uittreksel.op)}`}>{r.uittreksel.tekst}</Citaat>{r.uittreksel.tekst_en !== '' && <Citaat>{r.uittreksel.tekst_en}</Citaat>}</Uitklap>}
    </Stapel>
  );
}
