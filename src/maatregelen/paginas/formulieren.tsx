import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { fout } from '../../kern/fouten/index.ts';
import { dagVan, datumInvoer, isWerkdag, type Kalender } from '../../kern/tijd/index.ts';
import { CollegaVeld, collegaOpties } from '../../inrichting/index.ts';
import { beslissersoorten, beslissercodes, type Beslissersoort } from '../../handelingskader/index.ts';
import { Alinea, Citaat, DatumVeld, Formulier, Groep, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, Link, Melding, Merk, PaginaKop, Stapel, TekstGebied, TekstVeld, TweeKolommen, veld, veldMeer, VerborgenVeld, veldVinkje, Vinkje, Vinkjes } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Stand, type Velden, type Verzoek } from '../../platform/http/index.ts';
import { legBevelVast, legMaatregelVoor, maakBeslis } from '../handelingen/beslissen.ts';
import { stuurMaatregelBij } from '../handelingen/bijsturen.ts';
import { bevestigVoorstel, motiveer, regelDienstverlening, weegZienswijze } from '../handelingen/motiveren.ts';
import { stelMaatregelVoor, trekVoorstelIn, wijzigVoorstel } from '../handelingen/voorstellen.ts';
import { stelVerlengingVoor } from '../handelingen/verlengen.ts';
import { dagInWoorden } from '../regels/brief.ts';
import { isEenmalig, isVastgelegd, kanaalbereiken, kanaalcodes, soortcodes, soortInZin, soortnamen, type Maatregelsoort } from '../regels/woorden.ts';
import { bewerkvorm, maatregelbeeld, voorstelvorm, type Bewerkvorm, type Maatregelbeeld, type Voorstelvorm } from '../vragen/beeld.ts';
import { detailPagina, maatregelpad } from './detail.tsx';
import { Adviesblok, Briefvoorbeeld, voorbeelddelen, type Adviesregels } from './onderdelen.tsx';

type Dossierkop = { id: string; nummer: string; titel: string };

function kader(d: Dossierkop, titel: string, inleiding: ComponentChildren, hoofd: ComponentChildren, zij?: ComponentChildren): PaginaInhoud {
  return {
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${d.titel} (${d.nummer})`, href: `/dossiers/${d.id}` }, { tekst: 'Maatregelen', href: `/dossiers/${d.id}/maatregelen` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {zij ? <TweeKolommen zijLabel="Erbij" hoofd={hoofd} zij={<Stapel>{zij}</Stapel>} /> : hoofd}
      </Stapel>
    ),
  };
}

function Verstuur({ tekst, terug }: { tekst: string; terug: string }) {
  return <Knoppen><Knop>{tekst}</Knop><KnopLink soort="rustig" href={terug}>Terug zonder opslaan</KnopLink></Knoppen>;
}

const naarMaatregel = (bericht: string) => (r: { id: string; maatregel: string }) => ({ naar: `/dossiers/${r.id}/maatregelen/${r.maatregel}`, bericht });
const LABELS = { soort: 'Maatregel', begin: 'Eerste dag', einde: 'Laatste dag', evaluatie: 'Evaluatie', locaties: 'Gebouwen', kanalen: 'Contact', invulling: 'Wat precies', beslissersoort: 'Wie beslist', afwijking: 'Waarom je afwijkt', spoed_reden: 'Waarom met spoed' };

const opties = (lijst: readonly { id: string; naam: string }[]) => lijst.map((x) => ({ waarde: x.id, label: x.naam }));

/** The first working day from tomorrow on, as the day a measure may begin. */
function eersteDag(nu: Temporal.Instant, kalender: Kalender): Temporal.PlainDate {
  let dag = dagVan(nu).add({ days: 1 });
  while (!isWerkdag(dag, kalender)) dag = dag.add({ days: 1 });
  return dag;
}

/** What the form opens with: the advice filled in, so that following it is the shortest way. */
function beginVoorstel(vorm: Voorstelvorm, v: Verzoek): Velden {
  const soort = gekozenSoort(v.query('soort')) ?? '';
  const duur = vorm.advies.opties.find((o) => o.maatregelen.some((m) => m === soort))?.duur;
  const begin = eersteDag(v.nu, vorm.kalender);
  const maanden = duur?.tot === duur?.van && duur !== null && duur !== undefined && duur.van > 0 ? duur.van : null;
  const einde = maanden === null ? null : begin.add({ months: maanden }).subtract({ days: 1 });
  const evaluatie = einde === null ? null : begin.add({ days: Math.floor(begin.until(einde).days / 2) });
  const gebied = vorm.advies.gebied;
  return {
    soort, begin: datumInvoer(begin), einde: einde ? datumInvoer(einde) : '', evaluatie: evaluatie ? datumInvoer(evaluatie) : '', beslissersoort: vorm.advies.beslissers[0] ?? '',
    overal: gebied?.van === 'organisatie' ? 'ja' : '', locaties: gebied?.van === 'organisatie' || vorm.dossier.locatie_id === null ? [] : [vorm.dossier.locatie_id],
  };
}

/** What a kind asks beside how long: only that is shown. */
const VRAAGT: Record<Maatregelsoort, { gebouwen?: true; kanalen?: true; onderdelen?: true; functies?: true; invulling?: string; spoed?: true }> = {
  waarschuwing: {},
  schadeverhaal: { invulling: 'Om welke schade gaat het?' },
  pandverbod: { gebouwen: true, spoed: true },
  contactbeperking: { kanalen: true, functies: true, invulling: 'Moet je het preciezer zeggen?', spoed: true },
  een_postbus: { kanalen: true, invulling: 'Welk adres gebruikt de betrokkene?', spoed: true },
  contactquotum: { kanalen: true, invulling: 'Hoe vaak en hoe mag er contact zijn?', spoed: true },
  via_gemachtigde: { kanalen: true, invulling: 'Hoe loopt het contact via de gemachtigde?', spoed: true },
  opschorting: { onderdelen: true, invulling: 'Welke dienst staat stil, en welke niet?', spoed: true },
  rechterlijk_bevel: { gebouwen: true, kanalen: true, invulling: 'Wat verbiedt of gebiedt de rechter?' },
};

function Voorstelvelden({ stand, lijsten, beslissers, soort }: { stand: Stand; lijsten: Pick<Voorstelvorm, 'locaties' | 'onderdelen' | 'functies'>; beslissers: readonly Beslissersoort[]; soort: Maatregelsoort }) {
  const kiesbaar = beslissers.length > 0 ? beslissers : beslissercodes;
  const vraagt = VRAAGT[soort];
  return (
    <>
      <VerborgenVeld naam="soort" waarde={soort} />
      {isVastgelegd(soort) && <TekstVeld {...veld(stand, 'uitspraak')} label="Welke uitspraak?" verplicht uitleg="Nummer en datum" max={300} />}
      {!isEenmalig(soort) && (
        <Groep titel="Hoe lang?" naam="duur" uitleg="Een maatregel zonder einde bestaat niet.">
          <DatumVeld {...veld(stand, 'begin')} label="Eerste dag" verplicht snel={[0, 1]} />
          <DatumVeld {...veld(stand, 'einde')} label="Laatste dag" verplicht snel={[]} />
          <DatumVeld {...veld(stand, 'evaluatie')} label="Wanneer kijk je of het nog nodig is?" verplicht snel={[]} uitleg="Een dag tussen begin en einde" />
        </Groep>
      )}
      {(vraagt.gebouwen || vraagt.kanalen || vraagt.onderdelen) && (
        <Groep titel="Waar geldt het?" naam="bereik">
          {(vraagt.gebouwen || vraagt.onderdelen) && <Vinkje {...veldVinkje(stand, 'overal')} label="In de hele organisatie" />}
          {vraagt.gebouwen && <Vinkjes {...veldMeer(stand, 'locaties')} label="In deze gebouwen" opties={opties(lijsten.locaties)} />}
          {vraagt.kanalen && <Vinkjes {...veldMeer(stand, 'kanalen')} label="Voor dit contact" verplicht={soort === 'contactbeperking'} opties={kanaalcodes.map((k) => ({ waarde: k, label: kanaalbereiken[k] }))} />}
          {vraagt.onderdelen && <Vinkjes {...veldMeer(stand, 'onderdelen')} label="Bij deze onderdelen" opties={opties(lijsten.onderdelen)} />}
          {vraagt.functies && lijsten.functies.length > 0 && <Vinkjes {...veldMeer(stand, 'functies')} label="Met mensen in deze functies" uitleg="Nooit een naam" opties={opties(lijsten.functies)} />}
        </Groep>
      )}
      {vraagt.invulling && <TekstGebied {...veld(stand, 'invulling')} label={vraagt.invulling} verplicht={soort !== 'contactbeperking'} uitleg="Dit komt in de brief." regels={3} max={1_000} />}
      {soort === 'schadeverhaal' && <TekstVeld {...veld(stand, 'bedrag')} label="Welk bedrag?" verplicht uitleg="Bijvoorbeeld 1.250,00" tekens={12} max={30} />}
      {isVastgelegd(soort) ? <VerborgenVeld naam="beslissersoort" waarde={kiesbaar[0] ?? 'leidinggevende'} /> : <Keuzes {...veld(stand, 'beslissersoort')} label="Wie beslist volgens het handelingskader?" verplicht opties={kiesbaar.map((b) => ({ waarde: b, label: beslissersoorten[b] }))} />}
      {!isVastgelegd(soort) && <TekstGebied {...veld(stand, 'afwijking')} label="Waarom wijk je af van het advies?" uitleg="Alleen als je iets anders kiest dan het advies" regels={3} max={4_000} />}
      {vraagt.spoed && (
        <Groep titel="Kan het niet wachten?" naam="spoed" uitleg="Eerst horen, dan beslissen. Alleen als dat echt niet kan, hoor je achteraf. Gebeurt dat niet op tijd, dan vervalt de maatregel vanzelf.">
          <Vinkje {...veldVinkje(stand, 'spoed')} label="Met spoed: eerst de maatregel, daarna het wederhoor" />
          <TekstGebied {...veld(stand, 'spoed_reden')} label="Waarom kan het niet wachten?" uitleg="Dit komt in de brief. Schrijf aan de betrokkene: ‘U zei dat …’. Geen namen, functies of afdelingen van collega’s." regels={2} max={2_000} />
        </Groep>
      )}
    </>
  );
}

/** Which measure: what the advice names first, then the rest. */
function Soortkeuze({ vorm, pad }: { vorm: Voorstelvorm; pad: string }) {
  const geadviseerd = new Set(vorm.advies.opties.flatMap((o) => o.maatregelen as readonly string[]));
  const volgorde = [...soortcodes].sort((x, y) => Number(geadviseerd.has(y)) - Number(geadviseerd.has(x)));
  return (
    <Kaart titel="Welke maatregel?" icoon="schild">
      <Stapel ruimte="s">
        {volgorde.map((c) => <div><Link href={`${pad}?soort=${c}`}>{soortnamen[c]}</Link>{geadviseerd.has(c) && <> <Merk soort="info">volgens het advies</Merk></>}<Alinea klein zacht>{UITLEG[c]}</Alinea></div>)}
      </Stapel>
      <Alinea klein zacht>Wil je eerst praten? Plan dan een <Link href={`/dossiers/${vorm.dossier.id}/gesprekken`}>orde- of STOP-gesprek</Link>.</Alinea>
    </Kaart>
  );
}

const gekozenSoort = (w: string): Maatregelsoort | null => soortcodes.find((c) => c === w) ?? null;

const UITLEG: Record<Maatregelsoort, string> = {
  waarschuwing: 'Een brief. Er wordt niets verboden.', contactbeperking: 'Niet bellen, niet aan de balie, of ander contact niet.', een_postbus: 'Al het contact via één adres.', contactquotum: 'Een paar keer per week of maand.',
  via_gemachtigde: 'Iemand anders voert het contact.', opschorting: 'Eén dienst staat stil. De rest gaat door.', pandverbod: 'Niet in onze gebouwen komen.', schadeverhaal: 'Een brief dat je de schade terug wilt.', rechterlijk_bevel: 'Je legt vast wat de rechter besliste.',
};

/** Registers the forms about measures. `webadres` is the page of the betrokkene. */
export function maatregelFormulieren(site: Site, webadres: string): void {
  const haal = (v: Verzoek): Promise<Maatregelbeeld> => v.vraag(maatregelbeeld, { id: v.id('id'), maatregel: v.id('maatregel') });
  const bewerk = (v: Verzoek): Promise<Bewerkvorm> => v.vraag(bewerkvorm, { id: v.id('id'), maatregel: v.id('maatregel') });
  const PAD = '/dossiers/:id/maatregelen/:maatregel';
  const voorbeeld = (b: Maatregelbeeld, v: Verzoek) => { const delen = b.bron ? voorbeelddelen(b.bron, v.sessie.organisatie.naam) : null; return delen ? <Briefvoorbeeld delen={delen} /> : <Melding soort="info" titel="De brief" niveau={3}><p>Zodra je motivering en de contactpersoon er zijn, lees je hier de brief zoals de betrokkene hem krijgt.</p></Melding>; };
  const adviesVan = (a: Adviesregels) => <Adviesblok advies={a} />;
  /** The measure, when it is still a proposal and this person may work on it. */
  const alsVoorstel = async (v: Verzoek): Promise<{ b: Maatregelbeeld; vorm: Bewerkvorm }> => {
    const b = await haal(v);
    if (!b.mag('maatregel.voorstellen') || b.m.toestand !== 'voorgesteld') throw fout('niet-gevonden');
    return { b, vorm: await bewerk(v) };
  };

  site.formulier('/dossiers/:id/maatregelen/nieuw/:betrokkene', {
    handeling: stelMaatregelVoor,
    laad: (v) => v.vraag(voorstelvorm, { id: v.id('id'), betrokkene: v.id('betrokkene') }),
    begin: beginVoorstel,
    toon: (vorm, stand) => {
      const pad = `/dossiers/${vorm.dossier.id}/maatregelen/nieuw/${vorm.partij.id}`;
      const soort = gekozenSoort(waarde(stand.waarden, 'soort'));
      return kader(vorm.dossier, soort ? `Stel voor: ${soortInZin(soort)}` : 'Stel een maatregel voor', vorm.partij.naam ? `Tegen ${vorm.partij.naam}. Er wordt nog niets besloten.` : 'Er wordt nog niets besloten.',
      vorm.partij.bekend && !soort ? <Soortkeuze vorm={vorm} pad={pad} /> : vorm.partij.bekend && soort ? (
        <Formulier actie={pad} {...stand} veldnamen={LABELS}>
          <Voorstelvelden stand={stand} lijsten={vorm} beslissers={vorm.advies.beslissers} soort={soort} />
          <Verstuur tekst="Stel voor" terug={`/dossiers/${vorm.dossier.id}/maatregelen`} />
        </Formulier>
      ) : (
        <Stapel><Melding soort="let-op" titel="We weten niet wie dit is"><p>Tegen een onbekende kan geen maatregel. Zoek eerst uit wie het was, en koppel die persoon aan het dossier.</p></Melding><Knoppen><KnopLink href={`/dossiers/${vorm.dossier.id}`}>Terug naar het dossier</KnopLink></Knoppen></Stapel>
      ), adviesVan(vorm.advies));
    },
    klaar: naarMaatregel('Het voorstel staat klaar. Motiveer het nu, en vraag de betrokkene om zijn kant van het verhaal.'),
  });

  site.formulier(`${PAD}/wijzigen`, {
    handeling: wijzigVoorstel,
    laad: alsVoorstel,
    begin: ({ b: { m }, vorm: { keuze: k } }) => ({
      versie: String(m.versie), soort: m.soort, begin: k.begin ? datumInvoer(k.begin) : '', einde: k.einde ? datumInvoer(k.einde) : '', evaluatie: k.evaluatie ? datumInvoer(k.evaluatie) : '', overal: k.bereik.overal ? 'ja' : '', locaties: [...k.bereik.locaties],
      onderdelen: [...k.bereik.onderdelen], kanalen: [...k.bereik.kanalen], functies: [...k.bereik.functies], invulling: m.invulling, bedrag: m.bedrag_centen === null ? '' : (m.bedrag_centen / 100).toFixed(2).replace('.', ','), uitspraak: m.uitspraak,
      beslissersoort: m.beslissersoort, afwijking: m.afwijking, spoed: m.spoed_reden === '' ? '' : 'ja', spoed_reden: m.spoed_reden,
    }),
    toon: ({ b, vorm }, stand) => kader(b.dossier, 'Wijzig het voorstel', soortnamen[b.m.soort],
      <Formulier actie={`${maatregelpad(b)}/wijzigen`} {...stand} veldnamen={LABELS}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Voorstelvelden stand={stand} lijsten={vorm} beslissers={b.advies.beslissers} soort={b.m.soort} />
        <Verstuur tekst="Bewaar" terug={maatregelpad(b)} />
      </Formulier>, adviesVan(b.advies)),
    klaar: naarMaatregel('Het voorstel is gewijzigd.'),
  });

  site.formulier(`${PAD}/motivering`, {
    handeling: motiveer,
    laad: alsVoorstel,
    begin: ({ b: { m, feiten, normen }, vorm }) => ({
      versie: String(m.versie), vormen: feiten[0]?.vormen.map((x) => x.id) ?? vorm.vormen.map((x) => x.id), plaats: feiten[0]?.plaats ?? '', gedrag: feiten[0]?.gedrag ?? '', normen: normen.map((n) => n.code),
      waarom_maatregel: m.waarom_maatregel, waarom_duur: m.waarom_duur, afweging: m.afweging,
    }),
    toon: ({ b, vorm }, stand, v) => {
      const wat = typeof vorm.dossier.toedracht === 'object' && vorm.dossier.toedracht !== null ? (vorm.dossier.toedracht as { wat?: string }).wat : undefined;
      return kader(b.dossier, `Motiveer: ${soortInZin(b.m.soort)}`, 'De betrokkene moet kunnen lezen wat hij deed, welke norm dat raakt en waarom deze maatregel past.',
        <Formulier actie={`${maatregelpad(b)}/motivering`} {...stand} veldnamen={{ vormen: 'Gedrag', plaats: 'Waar', gedrag: 'Wat er gebeurde', nagekeken: 'Nagekeken', normen: 'Norm', waarom_maatregel: 'Waarom deze maatregel', waarom_duur: 'Waarom zo lang', afweging: 'Afweging' }}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          <Groep titel={`Wat gebeurde er op ${dagInWoorden(dagVan(vorm.feit.op))}?`} naam="feit">
            <Vinkjes {...veldMeer(stand, 'vormen')} label="Welk gedrag maakt de maatregel nodig?" verplicht opties={opties(vorm.vormen)} uitleg={vorm.vormen.length === 0 ? 'Stel eerst op het overzicht vast om welke vormen het gaat.' : 'Zoals vastgesteld in het dossier'} />
            <TekstVeld {...veld(stand, 'plaats')} label="Waar, in algemene woorden?" verplicht uitleg="Bijvoorbeeld ‘aan de balie van het stadhuis’. Geen kamer of afdeling." max={300} />
            {wat && <Citaat bron="Uit het dossier, alleen voor jou">{wat}</Citaat>}
            <TekstGebied {...veld(stand, 'gedrag')} label="Wat deed of zei de betrokkene?" verplicht uitleg="Schrijf aan de betrokkene: ‘U zei dat …’. Geen namen, functies of afdelingen van collega’s." regels={5} max={4_000} />
            <Vinkje {...veldVinkje(stand, 'nagekeken')} label="Ik heb nagelezen dat geen collega hierin te herkennen is" verplicht />
          </Groep>
          <Vinkjes {...veldMeer(stand, 'normen')} label="Welke norm is overtreden?" verplicht opties={vorm.normen.map((n) => ({ waarde: n.code, label: n.tekst, uitleg: b.advies.gedragingen.some((g) => g.code === n.code) ? 'Volgens het advies' : undefined }))} />
          <TekstGebied {...veld(stand, 'waarom_maatregel')} label="Waarom past deze maatregel, en een lichtere niet?" verplicht regels={4} max={4_000} />
          {!isEenmalig(b.m.soort) && <TekstGebied {...veld(stand, 'waarom_duur')} label="Waarom zo lang, en niet korter?" verplicht regels={3} max={4_000} />}
          <TekstGebied {...veld(stand, 'afweging')} label="Wat heb je afgewogen?" uitleg="Ook wat voor de betrokkene pleit, en wat hij van jullie nodig heeft" verplicht regels={4} max={4_000} />
          <Verstuur tekst="Bewaar de motivering" terug={maatregelpad(b)} />
        </Formulier>, voorbeeld(b, v));
    },
    klaar: naarMaatregel('De motivering is bewaard.'),
  });

  site.formulier(`${PAD}/dienstverlening`, {
    handeling: regelDienstverlening,
    laad: alsVoorstel,
    begin: ({ b }) => ({ versie: String(b.m.versie), kanaal_blijft: b.m.kanaal_blijft, medewerker_naam: b.m.contactpersoon_id ? (b.namen.get(b.m.contactpersoon_id) ?? '') : '', aan_naam: b.m.aan_naam === '' ? b.partij : b.m.aan_naam, aan_adres: b.m.aan_adres }),
    toon: async ({ b }, stand, v) => kader(b.dossier, 'Wat gaat gewoon door?', 'Niemand raakt al zijn rechten kwijt. Zeg hoe de betrokkene wel bij jullie terechtkan.',
      <Formulier actie={`${maatregelpad(b)}/dienstverlening`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstVeld {...veld(stand, 'kanaal_blijft')} label="Hoe kan de betrokkene wel bij jullie terecht?" verplicht uitleg="Bijvoorbeeld ‘per e-mail, of na een afspraak in de wijkpost’" max={300} />
        <CollegaVeld label="Wie is de contactpersoon?" verplicht stand={stand} opties={await collegaOpties(v, stand)} uitleg="Iemand die er niet bij was. De naam en het telefoonnummer komen in de brief." />
        <TekstVeld {...veld(stand, 'aan_naam')} label="Aan wie gaat de brief?" verplicht max={200} />
        <TekstGebied {...veld(stand, 'aan_adres')} label="Waar gaat de brief heen?" verplicht uitleg="Adres, hoogstens zes regels" regels={3} max={600} />
        <Alinea klein zacht>Altijd open: {b.m.kerndiensten.join(', ')}. De beheerder stelt dit in bij Inrichting, Termijnen en meldladder.</Alinea>
        <Verstuur tekst="Bewaar" terug={maatregelpad(b)} />
      </Formulier>, voorbeeld(b, v)),
    klaar: naarMaatregel('De dienstverlening is geregeld.'),
  });

  site.formulier(`${PAD}/bevestigen`, {
    handeling: bevestigVoorstel,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.mag('maatregel.bevestigen') || b.m.klasse !== 'onevenredig_beroep' || b.m.voorgesteld_door === b.ik || b.m.toestand !== 'voorgesteld') throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ versie: String(b.m.versie) }),
    toon: (b, stand) => kader(b.dossier, 'Bevestig als tweede persoon', 'Klagen, kritiek geven en veel vragen is geen agressie. Bevestig dit alleen als een afspraak echt nodig is.',
      <Formulier actie={`${maatregelpad(b)}/bevestigen`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstGebied {...veld(stand, 'vertegenwoordigt')} label="Komt de betrokkene op voor iemand anders?" uitleg="Is hij bijvoorbeeld gemachtigde? Schrijf wat de maatregel voor die ander betekent. Is dat niet zo, schrijf dat dan op." verplicht regels={4} max={2_000} />
        <Verstuur tekst="Ik bevestig dit voorstel" terug={maatregelpad(b)} />
      </Formulier>, adviesVan(b.advies)),
    klaar: naarMaatregel('Bevestigd.'),
  });

  site.formulier(`${PAD}/weging`, {
    handeling: weegZienswijze,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.mag('maatregel.voorstellen') || b.gehoord === null || b.gehoord.uitkomst === null || b.voorbij || (b.m.wederhoor_id !== null && b.m.toestand !== 'voorgesteld' && b.m.toestand !== 'gehoord')) throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ versie: String(b.m.versie), kort: b.m.zienswijze_kort, weging: b.m.zienswijze_weging }),
    toon: (b, stand, v) => kader(b.dossier, b.m.toestand === 'gehoord' ? 'Weeg opnieuw wat de betrokkene zei' : 'Weeg mee wat de betrokkene zei', b.m.toestand === 'gehoord' ? 'Tot het besluit kun je de weging verbeteren. Wat er stond, blijft te lezen bij het verloop.' : 'De betrokkene leest in de brief wat je met zijn verhaal hebt gedaan.',
      <Stapel>
        {b.gehoord?.zienswijze ? <Citaat bron="De betrokkene">{b.gehoord.zienswijze}</Citaat> : <Alinea>De betrokkene kreeg de kans om te reageren, en deed dat niet.</Alinea>}
        <Formulier actie={`${maatregelpad(b)}/weging`} {...stand}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          {b.gehoord?.uitkomst === 'zienswijze' && <TekstGebied {...veld(stand, 'kort')} label="Wat zei de betrokkene, in het kort?" verplicht uitleg="Begin met ‘U zei dat …’. Geen namen van collega’s. Dit komt in de brief." regels={3} max={4_000} />}
          <TekstGebied {...veld(stand, 'weging')} label="Wat heb je daarmee gedaan?" verplicht uitleg="Schrijf ook wat je niet overneemt, en waarom" regels={4} max={4_000} />
          <Verstuur tekst="Bewaar de weging" terug={maatregelpad(b)} />
        </Formulier>
      </Stapel>, voorbeeld(b, v)),
    klaar: naarMaatregel('De weging is bewaard.'),
  });

  site.formulier(`${PAD}/intrekken`, {
    handeling: trekVoorstelIn,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.mag('maatregel.voorstellen') || (b.m.toestand !== 'voorgesteld' && b.m.toestand !== 'gehoord')) throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ versie: String(b.m.versie) }),
    toon: (b, stand) => kader(b.dossier, 'Trek het voorstel in', soortnamen[b.m.soort],
      <Formulier actie={`${maatregelpad(b)}/intrekken`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht regels={3} max={2_000} />
        <Verstuur tekst="Trek in" terug={maatregelpad(b)} />
      </Formulier>),
    klaar: naarMaatregel('Het voorstel is ingetrokken.'),
  });

  site.formulier(`${PAD}/bijsturen`, {
    handeling: stuurMaatregelBij,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.stuurtBij) throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ versie: String(b.m.versie) }),
    toon: (b, stand) => kader(b.dossier, 'Schors of hef op', soortnamen[b.m.soort],
      <Formulier actie={`${maatregelpad(b)}/bijsturen`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Keuzes {...veld(stand, 'wat')} label="Wat wil je doen?" verplicht opties={[
          ...(b.m.toestand === 'in_werking' && !isVastgelegd(b.m.soort) ? [{ waarde: 'schors', label: 'Schorsen', uitleg: 'De maatregel geldt even niet. De einddatum blijft staan.' }] : []),
          ...(b.m.toestand === 'geschorst' ? [{ waarde: 'hervat', label: 'Weer laten gelden' }] : []),
          { waarde: 'hef_op', label: 'Opheffen', uitleg: 'De maatregel stopt nu. De brief daarover wordt klaargezet.' },
        ]} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom?" verplicht uitleg="Bij opheffen staat dit in de brief" regels={4} max={4_000} />
        <Verstuur tekst="Leg vast" terug={maatregelpad(b)} />
      </Formulier>),
    klaar: naarMaatregel('Vastgelegd.'),
  });

  site.formulier(`${PAD}/verlengen`, {
    handeling: stelVerlengingVoor,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.verlengbaar) throw fout('niet-gevonden');
      return { b, vorm: await bewerk(v) };
    },
    begin: ({ b }) => ({ versie: String(b.m.versie), beslissersoort: b.m.beslissersoort }),
    toon: ({ b, vorm }, stand) => kader(b.dossier, 'Stel verlenging voor', `De maatregel loopt tot en met ${b.m.eind_op ? dagInWoorden(b.m.eind_op) : ''}. Verlengen kan alleen met nieuwe feiten. Je motiveert opnieuw, en vraagt de betrokkene opnieuw om zijn kant.`,
      vorm.recent.length === 0 ? (
        <Stapel><Melding soort="info" titel="Er zijn geen nieuwe feiten"><p>Sinds de maatregel begon is er geen overtreding en geen nieuw incident vastgelegd. Dan loopt de maatregel gewoon af.</p></Melding><Knoppen><KnopLink href={maatregelpad(b)}>Terug</KnopLink></Knoppen></Stapel>
      ) : (
        <Formulier actie={`${maatregelpad(b)}/verlengen`} {...stand}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          <Keuzes {...veld(stand, 'feit')} label="Wat gebeurde er sinds de maatregel begon?" verplicht opties={vorm.recent.map((f) => ({ waarde: f.code, label: f.zin, uitleg: dagInWoorden(dagVan(f.op)) }))} />
          <DatumVeld {...veld(stand, 'einde')} label="Nieuwe laatste dag" verplicht snel={[]} />
          <DatumVeld {...veld(stand, 'evaluatie')} label="Wanneer kijk je of het nog nodig is?" verplicht snel={[]} />
          <Keuzes {...veld(stand, 'beslissersoort')} label="Wie beslist volgens het handelingskader?" verplicht opties={beslissercodes.map((c) => ({ waarde: c, label: beslissersoorten[c] }))} />
          <TekstGebied {...veld(stand, 'afwijking')} label="Waarom wijk je af van het advies?" uitleg="Alleen als je iets anders kiest dan het advies" regels={3} max={4_000} />
          <Verstuur tekst="Stel verlenging voor" terug={maatregelpad(b)} />
        </Formulier>
      )),
    klaar: naarMaatregel('De verlenging is voorgesteld.'),
  });

  site.formulier(`${PAD}/besluit`, {
    handeling: maakBeslis(webadres),
    laad: async (v) => {
      const b = await haal(v);
      if (!b.beslist) throw fout('niet-gevonden');
      return b;
    },
    begin: (b) => ({ versie: String(b.m.versie) }),
    toon: (b, stand, v) => detailPagina(b, v, stand),
    // Who only decides no longer sees it once he did: back to the work list, which everyone has.
    klaar: () => ({ naar: '/vandaag', bericht: 'Je besluit is vastgelegd.' }),
  });

  site.actie(`${PAD}/voorleggen`, { handeling: legMaatregelVoor, klaar: naarMaatregel('Voorgelegd. De collega krijgt een e-mail.') });
  site.actie(`${PAD}/vastleggen`, { handeling: legBevelVast, klaar: naarMaatregel('Het bevel is vastgelegd en geldt.') });
}
