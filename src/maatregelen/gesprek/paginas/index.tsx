import type { ComponentChildren } from 'preact';
import { fout } from '../../../kern/fouten/index.ts';
import { dagTekst, dagVan, datumInvoer, datumTekst, datumTijdTekst, momentTekst, tijdInvoer, lokaal } from '../../../kern/tijd/index.ts';
import { CollegaVeld, collegaOpties } from '../../../inrichting/index.ts';
import { agendabestand } from '../../../brieven/index.ts';
import { dossierTabs, type Dossiertab } from '../../../dossier/index.ts';
import { ActieFormulier, Alinea, Citaat, DatumVeld, DefinitieLijst, Formulier, Groep, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, Merk, PaginaKop, Selectie, Stapel, Tabs, TekstGebied, TekstVeld, TijdVeld, Uitklap, veld, veldMeer, VerborgenVeld, Vinkjes, type MerkSoort } from '../../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Verzoek } from '../../../platform/http/index.ts';
import { afspraaknummers, antwoordOverGesprek, legGesprekMetVeroorzakerVast, planGesprek, verzetGesprek, volgAfspraak, zegGesprekAf } from '../handelingen.ts';
import { duren, duurcodes, eersteVoorstel, gesprekssoortcodes, gesprekssoorten, gids, type Gesprekssoort } from '../regels.ts';
import { eigenGesprekken, gesprekAgenda, gesprekkenbeeld, type Gesprek, type Gesprekkenbeeld } from '../vragen.ts';

export const GESPREKKENTAB: Dossiertab = { pad: '/gesprekken', tekst: 'Gesprekken', handeling: 'gesprek.lezen' };

const NORM = 'Boos of verdrietig zijn mag. Agressie accepteren we niet. Dat geldt voor iedereen, en ook voor onze collega’s en hun spullen.';
const STAND: Record<Gesprek['status'], { tekst: string; soort: MerkSoort }> = {
  gepland: { tekst: 'gepland', soort: 'info' }, gevoerd: { tekst: 'gevoerd', soort: 'klaar' }, niet_gekomen: { tekst: 'niet gekomen', soort: 'let-op' }, afgezegd: { tekst: 'afgezegd', soort: 'neutraal' },
};
const ANTWOORD = { gevraagd: 'nog geen antwoord', ja: 'wil erbij zijn', nee: 'wil er niet bij zijn' } as const;

/** Registers the pages of talks with the veroorzaker, and the answer of whoever it happened to. */
export function gesprekPaginas(site: Site, tabs: readonly Dossiertab[]): void {
  const haal = (v: Verzoek) => v.vraag(gesprekkenbeeld, { id: v.id('id') });
  const kader = (b: Gesprekkenbeeld, titel: string, inleiding: ComponentChildren, inhoud: ComponentChildren): PaginaInhoud => ({
    titel, menu: '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.dossier.titel} (${b.dossier.nummer})`, href: `/dossiers/${b.dossier.id}` }, { tekst: 'Gesprekken', href: `/dossiers/${b.dossier.id}/gesprekken` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} />
        {inhoud}
      </Stapel>
    ),
  });
  const metGesprek = (h: Parameters<Gesprekkenbeeld['mag']>[0]) => async (v: Verzoek): Promise<{ b: Gesprekkenbeeld; g: Gesprek }> => {
    const b = await haal(v);
    const g = b.gesprekken.find((x) => x.id === v.id('gesprek'));
    if (!g || g.status !== 'gepland' || !b.mag(h)) throw fout('niet-gevonden');
    return { b, g };
  };
  const naarTab = (bericht: string) => (r: { id: string }) => ({ naar: `/dossiers/${r.id}/gesprekken`, bericht });
  const Terug = ({ id }: { id: string }) => <KnopLink soort="rustig" href={`/dossiers/${id}/gesprekken`}>Terug zonder opslaan</KnopLink>;

  site.pagina('/dossiers/:id/gesprekken', async (v) => {
    const b = await haal(v);
    const pad = `/dossiers/${b.dossier.id}`;
    const kan = b.mag('gesprek.plannen') && b.partijen.some((p) => p.uitTeNodigen);
    return {
      titel: `Gesprekken (${b.dossier.nummer})`, menu: '/dossiers',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
          <PaginaKop titel={b.dossier.titel} inleiding={`Gesprekken met de veroorzaker bij ${b.dossier.nummer}.`} acties={kan && b.gesprekken.length > 0 ? <KnopLink href={`${pad}/gesprekken/nieuw`}>Nodig uit voor een gesprek</KnopLink> : undefined} />
          <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(b.dossier.id, '/gesprekken', tabs, b.mag)} />
          {b.partijen.length > 0 && !b.partijen.some((p) => p.uitTeNodigen) && <Melding soort="info" titel="We weten nog niet wie dit was"><p>Een gesprek kan pas als bekend is wie het deed. Weet je het? Voeg de veroorzaker toe op het overzicht.</p></Melding>}
          {b.gesprekken.length === 0 && (
            <LegeStaat titel="Er is nog geen gesprek geweest" icoon="gesprek" acties={kan ? <KnopLink href={`${pad}/gesprekken/nieuw`}>Nodig uit voor een gesprek</KnopLink> : undefined}>
              <p>Eerst praten, dan pas een maatregel: dat is vaak genoeg en altijd eerlijk. Hieronder lees je hoe zo’n gesprek gaat.</p>
            </LegeStaat>
          )}
          {b.gesprekken.map((g) => <Gesprekkaart b={b} g={g} v={v} />)}
          {gesprekssoortcodes.map((s) => <Gids soort={s} open={b.gesprekken.some((g) => g.status === 'gepland' && g.soort === s)} />)}
        </Stapel>
      ),
    };
  });

  site.formulier('/dossiers/:id/gesprekken/nieuw', {
    handeling: planGesprek,
    laad: async (v) => {
      const b = await haal(v);
      if (!b.mag('gesprek.plannen') || !b.partijen.some((p) => p.uitTeNodigen)) throw fout('niet-gevonden');
      return b;
    },
    begin: (b, v) => {
      const bekend = b.partijen.filter((p) => p.uitTeNodigen);
      const plek = [b.dossier.locatie, b.dossier.locatie_adres, b.dossier.locatie_plaats].filter(Boolean).join(', ');
      return {
        soort: '', betrokkene: bekend.length === 1 ? (bekend[0]?.id ?? '') : '', naam: bekend.length === 1 ? (bekend[0]?.naam ?? '') : '', datum: datumInvoer(eersteVoorstel(v.nu, b.kalender)), tijd: '10.00', duur: '45', plaats: plek,
        medewerker_naam: v.sessie.medewerker.naam, bij_wie: 'een leidinggevende', voorval_plaats: b.dossier.locatie ?? '', norm: NORM, contact_wie: 'het team Veiligheid', contact_telefoon: b.telefoon.beveiliging,
      };
    },
    toon: async (b, stand, v) => kader(b, 'Nodig uit voor een gesprek', 'Je maakt een uitnodiging. Die staat daarna bij Brieven klaar: iemand kijkt haar na en verstuurt haar.', (
      <Formulier actie={`/dossiers/${b.dossier.id}/gesprekken/nieuw`} {...stand}>
        <Keuzes {...veld(stand, 'soort')} label="Wat voor gesprek wordt het?" verplicht opties={gesprekssoortcodes.map((s) => ({ waarde: s, label: gesprekssoorten[s], uitleg: gids[s].kort }))} />
        <Keuzes {...veld(stand, 'betrokkene')} label="Met wie?" verplicht opties={b.partijen.filter((p) => p.uitTeNodigen).map((p) => ({ waarde: p.id, label: p.naam, uitleg: p.omschrijving }))} />
        <Groep titel="Wanneer en waar">
          <DatumVeld {...veld(stand, 'datum')} label="Op welke dag?" verplicht snel={[1]} uitleg="Een werkdag, geen feestdag" />
          <TijdVeld {...veld(stand, 'tijd')} label="Hoe laat?" />
          <Selectie {...veld(stand, 'duur')} label="Hoe lang?" verplicht opties={duurcodes.map((d) => ({ waarde: d, label: duren[d] }))} />
          <TekstVeld {...veld(stand, 'plaats')} label="Waar?" verplicht max={300} uitleg="Gebouw, adres en kamer. Kies een plek waar de betrokkene mag komen." />
        </Groep>
        <Groep titel="Wie erbij is">
          <CollegaVeld label="Wie voert het gesprek?" verplicht stand={stand} opties={await collegaOpties(v, stand)} uitleg="Een leidinggevende of de Adviseur. Nooit wie het overkwam." />
          <TekstVeld {...veld(stand, 'bij_wie')} label="Hoe noemen we die persoon in de brief?" verplicht max={300} uitleg="Een functie, geen naam" />
          {b.slachtoffers.length > 0 && <Vinkjes {...veldMeer(stand, 'erbij')} label="Vraag wie het overkwam of die erbij wil zijn" opties={b.slachtoffers.map((s) => ({ waarde: s.id, label: s.naam }))} uitleg="Meestal niet nodig. De collega krijgt een vraag en beslist zelf. Zonder ja is die er niet bij." />}
        </Groep>
        <Groep titel="De brief">
          <TekstVeld {...veld(stand, 'naam')} label="Aan wie is de brief?" verplicht max={200} />
          <TekstGebied {...veld(stand, 'adres')} label="Adres" verplicht regels={3} max={600} uitleg="Straat en huisnummer, postcode en plaats. Elk op een eigen regel." />
          <TekstGebied {...veld(stand, 'gedrag')} label="Wat gebeurde er?" verplicht regels={5} max={4_000} uitleg="Wat u deed, in gewone woorden. Noem geen naam, functie of afdeling van een collega." />
          <TekstVeld {...veld(stand, 'voorval_plaats')} label="Waar was dat?" verplicht max={300} uitleg="In algemene woorden, zoals ‘in het stadhuis’ of ‘aan de telefoon’" />
          <TekstGebied {...veld(stand, 'norm')} label="Welke norm geldt?" verplicht regels={3} max={4_000} />
          <TekstVeld {...veld(stand, 'contact_wie')} label="Bij wie kan de betrokkene terecht?" verplicht max={300} uitleg="Een team of postbus, geen naam van wie het overkwam" />
          <TekstVeld {...veld(stand, 'contact_telefoon')} label="Telefoonnummer" soort="tel" max={60} />
          <TekstVeld {...veld(stand, 'contact_email')} label="E-mailadres" soort="email" max={200} />
        </Groep>
        <Knoppen><Knop>Maak de uitnodiging</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('De uitnodiging staat klaar bij Brieven. Kijk haar na en verstuur haar.'),
  });

  site.formulier('/dossiers/:id/gesprekken/:gesprek/verzetten', {
    handeling: verzetGesprek,
    laad: metGesprek('gesprek.plannen'),
    begin: ({ g }) => ({ versie: String(g.versie), datum: datumInvoer(dagVan(g.op)), tijd: tijdInvoer(lokaal(g.op).toPlainTime()), plaats: g.plaats }),
    toon: ({ b, g }, stand, v) => kader(b, 'Verzet het gesprek', `Nu: ${momentTekst(g.op, v.nu)}, ${g.plaats}. Er komt een nieuwe uitnodiging bij Brieven te staan.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/gesprekken/${g.id}/verzetten`} {...stand} veldnamen={{ datum: 'Dag', tijd: 'Tijd', plaats: 'Waar' }}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <DatumVeld {...veld(stand, 'datum')} label="Op welke dag?" verplicht snel={[1]} uitleg="Een werkdag, geen feestdag" />
        <TijdVeld {...veld(stand, 'tijd')} label="Hoe laat?" />
        <TekstVeld {...veld(stand, 'plaats')} label="Waar?" verplicht max={300} />
        <Knoppen><Knop>Verzet het gesprek</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Verzet. De nieuwe uitnodiging staat klaar bij Brieven.'),
  });

  site.formulier('/dossiers/:id/gesprekken/:gesprek/afzeggen', {
    handeling: zegGesprekAf,
    laad: metGesprek('gesprek.plannen'),
    begin: ({ g }) => ({ versie: String(g.versie) }),
    toon: ({ b, g }, stand, v) => kader(b, 'Zeg het gesprek af', `${gesprekssoorten[g.soort]}, ${momentTekst(g.op, v.nu)}. Was de uitnodiging al verstuurd? Bel dan ook de betrokkene.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/gesprekken/${g.id}/afzeggen`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom gaat het niet door?" verplicht regels={3} max={2_000} />
        <Knoppen><Knop>Zeg het gesprek af</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Het gesprek is afgezegd.'),
  });

  site.formulier('/dossiers/:id/gesprekken/:gesprek/vastleggen', {
    handeling: legGesprekMetVeroorzakerVast,
    laad: metGesprek('gesprek.vastleggen'),
    begin: ({ g }) => ({ versie: String(g.versie) }),
    toon: ({ b, g }, stand, v) => kader(b, 'Leg het gesprek vast', `${gesprekssoorten[g.soort]} met ${g.partij}, ${momentTekst(g.op, v.nu)}. Wie het dossier behandelt leest dit. Wie het overkwam leest alleen dat het gesprek er was.`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/gesprekken/${g.id}/vastleggen`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Keuzes {...veld(stand, 'gekomen')} label="Kwam de betrokkene?" verplicht opties={[{ waarde: 'ja', label: 'Ja' }, { waarde: 'nee', label: 'Nee' }]} />
        <Groep titel="Als de betrokkene kwam">
          <TekstGebied {...veld(stand, 'oorzaak')} label="Wat noemde de betrokkene als oorzaak?" regels={4} max={10_000} uitleg="Zo veel mogelijk in zijn eigen woorden" />
          <TekstGebied {...veld(stand, 'gezegd')} label="Wat is er gezegd?" regels={6} max={20_000} />
          {afspraaknummers.map((i) => (
            <Groep titel={`Afspraak ${i}`} naam={`afspraakgroep${i}`}>
              <TekstVeld {...veld(stand, `afspraak${i}`)} label="Wat spreken jullie af?" max={500} />
              <DatumVeld {...veld(stand, `afspraak${i}_datum`)} label="Wanneer kijk je of het is gelukt?" snel={[]} />
            </Groep>
          ))}
        </Groep>
        <Groep titel="Als de betrokkene niet kwam">
          <TekstGebied {...veld(stand, 'reden')} label="Wat weet je over waarom niet?" regels={2} max={2_000} />
        </Groep>
        <Knoppen><Knop>Leg het gesprek vast</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Het gesprek staat erin.'),
  });

  site.formulier('/dossiers/:id/gesprekken/afspraken/:afspraak', {
    handeling: volgAfspraak,
    laad: async (v) => {
      const b = await haal(v);
      const a = b.gesprekken.flatMap((g) => g.afspraken).find((x) => x.id === v.id('afspraak'));
      if (!a || a.uitkomst !== null || !b.mag('gesprek.vastleggen')) throw fout('niet-gevonden');
      return { b, a };
    },
    toon: ({ b, a }, stand) => kader(b, 'Is de afspraak nagekomen?', `Afgesproken: ${a.wat}`, (
      <Formulier actie={`/dossiers/${b.dossier.id}/gesprekken/afspraken/${a.id}`} {...stand}>
        <Keuzes {...veld(stand, 'uitkomst')} label="Is het gelukt?" verplicht opties={[{ waarde: 'nagekomen', label: 'Ja, nagekomen' }, { waarde: 'niet_nagekomen', label: 'Nee, niet nagekomen' }]} />
        <TekstGebied {...veld(stand, 'toelichting')} label="Toelichting" regels={3} max={2_000} />
        <Knoppen><Knop>Leg vast</Knop><Terug id={b.dossier.id} /></Knoppen>
      </Formulier>
    )),
    klaar: naarTab('Vastgelegd.'),
  });

  site.ruw('GET', '/dossiers/:id/gesprekken/:gesprek/agenda', async (v) => {
    const g = await v.vraag(gesprekAgenda, { id: v.id('id'), gesprek: v.id('gesprek') });
    const tekst = agendabestand({ id: g.id, titel: `Gesprek bij ${v.sessie.organisatie.naam}`, plaats: g.plaats, begin: g.op, duurMinuten: g.duur_minuten, nu: v.nu, volgnummer: g.versie - 1 });
    return new Response(tekst, { headers: { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="gesprek.ics"' } });
  });

  site.pagina('/mijn-meldingen/:id/gesprek', async (v) => {
    const lijst = await v.vraag(eigenGesprekken, { id: v.id('id') });
    const stand = v.stand();
    return {
      titel: 'Wil je erbij zijn?', menu: '/mijn-meldingen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Mijn meldingen', href: '/mijn-meldingen' }, { tekst: 'Je melding', href: `/mijn-meldingen/${v.id('id')}` }]} />
          <PaginaKop titel="Wil je erbij zijn?" inleiding="We praten met wie dit deed. Jij beslist of je daarbij bent. Nee is ook goed, en je mag je antwoord nog veranderen." />
          {lijst.length === 0 && <LegeStaat titel="Er is nu geen vraag voor je" icoon="gesprek" />}
          {lijst.map((g) => (
            <Kaart titel={`Gesprek op ${datumTijdTekst(g.op)}`}>
              <Alinea>{g.voert} voert het gesprek. Plaats: {g.plaats}.</Alinea>
              {g.antwoord !== 'gevraagd' && <Alinea>Je antwoord: {g.antwoord}.</Alinea>}
              {g.status === 'gepland' ? (
                <ActieFormulier actie={`/mijn-meldingen/${v.id('id')}/gesprek/${g.id}`} csrf={stand.csrf} sleutel={v.stand().sleutel}>
                  <Knoppen>
                    {g.antwoord !== 'nee' && <Knop soort={g.antwoord === 'gevraagd' ? 'primair' : 'secundair'} naam="antwoord" waarde="nee">Nee, ik ben er niet bij</Knop>}
                    {g.antwoord !== 'ja' && <Knop soort="secundair" naam="antwoord" waarde="ja">Ja, ik wil erbij zijn</Knop>}
                  </Knoppen>
                </ActieFormulier>
              ) : <Alinea zacht>Dit gesprek is {STAND[g.status].tekst}.</Alinea>}
            </Kaart>
          ))}
        </Stapel>
      ),
    };
  });
  site.actie('/mijn-meldingen/:id/gesprek/:gesprek', { handeling: antwoordOverGesprek, klaar: (r) => ({ naar: `/mijn-meldingen/${r.id}/gesprek`, bericht: 'Dank je. Je antwoord is bewaard.' }) });
}

function Gesprekkaart({ b, g, v }: { b: Gesprekkenbeeld; g: Gesprek; v: Verzoek }) {
  const pad = `/dossiers/${b.dossier.id}/gesprekken`;
  const geweest = v.nu.epochNanoseconds >= g.op.epochNanoseconds;
  return (
    <Kaart titel={`${gesprekssoorten[g.soort]} met ${g.partij}`} rechts={<Merk soort={STAND[g.status].soort}>{STAND[g.status].tekst}</Merk>}
      acties={g.status !== 'gepland' ? undefined : <>
        {b.mag('gesprek.vastleggen') && geweest && <KnopLink href={`${pad}/${g.id}/vastleggen`}>Leg het gesprek vast</KnopLink>}
        <KnopLink soort="secundair" icoon="kalender" href={`${pad}/${g.id}/agenda`}>Zet in je agenda</KnopLink>
        {b.mag('gesprek.plannen') && <KnopLink soort="rustig" href={`${pad}/${g.id}/verzetten`}>Verzet</KnopLink>}
        {b.mag('gesprek.plannen') && <KnopLink soort="rustig" href={`${pad}/${g.id}/afzeggen`}>Zeg af</KnopLink>}
      </>}>
      <DefinitieLijst items={[
        { term: 'Wanneer', waarde: datumTijdTekst(g.op) },
        { term: 'Waar', waarde: g.plaats },
        { term: 'Wie', waarde: g.voert },
        ...(g.status === 'gepland' ? [{ term: 'Uitnodiging', waarde: <>{briefTekst(g)} <Link href={`/dossiers/${b.dossier.id}/brieven`}>Brieven</Link></> }] : []),
        ...g.deelnemers.map((d) => ({ term: d.naam, waarde: ANTWOORD[d.antwoord] })),
        ...(g.status === 'gevoerd' ? [{ term: 'Oorzaak volgens de betrokkene', waarde: <Citaat>{g.oorzaak}</Citaat> }, { term: 'Wat er is gezegd', waarde: <Citaat bron={g.vastgelegd_door ?? undefined}>{g.gezegd}</Citaat> }] : []),
        ...(g.reden ? [{ term: 'Reden', waarde: g.reden }] : []),
      ]} />
      {g.status === 'niet_gekomen' && b.mag('gesprek.plannen') && <Alinea>De betrokkene kwam niet. Nodig opnieuw uit, of vraag de kant van de betrokkene per brief. Niet komen is geen reden voor een zwaardere maatregel.</Alinea>}
      {g.afspraken.length > 0 && (
        <ul class="rd-lijst">
          {g.afspraken.map((a) => (
            <li>
              {a.wat} (kijken op {datumTekst(a.uiterlijk)}): {a.uitkomst === null ? 'loopt nog' : a.uitkomst === 'nagekomen' ? 'nagekomen' : 'niet nagekomen'}{a.toelichting !== '' && `, ${a.toelichting}`}
              {a.uitkomst === null && b.mag('gesprek.vastleggen') && <> <Link href={`${pad}/afspraken/${a.id}`}>Leg vast of dit is gelukt</Link></>}
            </li>
          ))}
        </ul>
      )}
    </Kaart>
  );
}

function briefTekst({ brief }: Gesprek): string {
  if (brief === null || brief.vervallen) return 'De brief is er niet meer.';
  if (brief.status === 'verzonden') return `Verstuurd${brief.verzondenOp ? ` op ${dagTekst(brief.verzondenOp, brief.verzondenOp)}` : ''}.`;
  return brief.status === 'nagekeken' ? 'Nagekeken, nog niet verstuurd.' : 'Staat klaar om na te kijken.';
}

/** How to have the talk, step by step. */
function Gids({ soort, open }: { soort: Gesprekssoort; open: boolean }) {
  return (
    <Uitklap titel={`Zo voer je een ${gesprekssoorten[soort] === 'Ordegesprek' ? 'ordegesprek' : 'STOP-gesprek'}`} open={open}>
      <Stapel ruimte="s">
        <Alinea>{gids[soort].kort}</Alinea>
        <ol class="rd-lijst">
          {gids[soort].stappen.map((s) => <li><strong>{s.titel}.</strong> {s.wat}{s.zeg !== undefined && <Citaat>{s.zeg}</Citaat>}</li>)}
        </ol>
      </Stapel>
    </Uitklap>
  );
}
