import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { Fout, fout, veldfout } from '../../kern/fouten/index.ts';
import { dagVan, datumInvoer, datumTekst, datumTijdTekst, leesDatum } from '../../kern/tijd/index.ts';
import { ActieFormulier, Alinea, DatumVeld, DefinitieLijst, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Link, Melding, PaginaKop, Stapel, Tabel, Tabs, TekstGebied, TekstVeld, TweeKolommen, veld, VerborgenVeld } from '../../ontwerp/index.ts';
import type { Bestanden } from '../../platform/bestanden/index.ts';
import { eigenPost, eigenVelden, waarde, type PaginaInhoud, type Site, type Stand, type Velden, type Verzoek } from '../../platform/http/index.ts';
import { dossierTabs, type Dossiertab } from '../../dossier/index.ts';
import { agendabestand } from '../agenda.ts';
import { maakDocx } from '../docx/maker.ts';
import { standaardsjabloon } from '../docx/standaard.ts';
import { kijkBriefNa, laatBriefVervallen, pasBriefAan, tekstveld, verstuurBrief } from '../handelingen.ts';
import type { Pdfmaker } from '../pdf/maker.ts';
import { briefsoorten, verzendwijzen, verzendwijzecodes } from '../regels/soorten.ts';
import { briefdag } from '../regels/vorm.ts';
import { ontzegel, verzegel } from '../verzegelen.ts';
import { briefbeeld, briefOphalen, dossierbrieven, type Briefbeeld } from '../vragen.ts';
import { alsDownload } from './download.ts';
import { sjabloonPaginas } from './sjablonen.tsx';
import { Briefstatusmerk, Briefweergave } from './weergave.tsx';
import { wordPaginas, Wordweergave } from './word.tsx';

export const BRIEVENTAB: Dossiertab = { pad: '/brieven', tekst: 'Brieven', handeling: 'brief.lezen' };

export interface Brievenmiddelen {
  tabs: readonly Dossiertab[];
  bestanden: Bestanden;
  pdf: Pdfmaker;
}

/** A letter may carry the date of the day it will be posted, not further ahead. */
const MEEST_VOORUIT_DAGEN = 7;

/** Registers the tab with the letters of a dossier, each letter with its forms, and the pages about stationery and templates. */
export function brievenPaginas(site: Site, { tabs, bestanden, pdf }: Brievenmiddelen): void {
  const PAD = '/dossiers/:id/brieven/:brief';
  const ids = (v: Verzoek) => ({ id: v.id('id'), brief: v.id('brief') });
  const haal = (v: Verzoek): Promise<Briefbeeld> => v.vraag(briefbeeld, ids(v));
  const magNog = (h: Parameters<Briefbeeld['mag']>[0], status: readonly Briefbeeld['regel']['status'][]) => async (v: Verzoek): Promise<Briefbeeld> => {
    const b = await haal(v);
    if (!b.mag(h) || b.regel.vervallen_op !== null || !status.includes(b.regel.status)) throw fout('niet-gevonden');
    return b;
  };

  site.pagina('/dossiers/:id/brieven', async (v) => {
    const { dossier: d, brieven, mag } = await v.vraag(dossierbrieven, { id: v.id('id') });
    return {
      titel: `Brieven (${d.nummer})`, menu: '/dossiers',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }]} />
          <PaginaKop titel={d.titel} inleiding={`Brieven bij ${d.nummer}. Wat verstuurd is, staat vast.`} />
          <Tabs label="Onderdelen van dit dossier" tabs={dossierTabs(d.id, BRIEVENTAB.pad, tabs, mag)} />
          {brieven.length === 0 ? (
            <LegeStaat titel="Er zijn nog geen brieven" icoon="brief"><p>Een brief komt hier vanzelf te staan als je iemand om een reactie vraagt of een maatregel neemt.</p></LegeStaat>
          ) : (
            <Tabel bijschrift="Brieven, de nieuwste eerst" rijen={brieven} kolommen={[
              { kop: 'Brief', rijkop: true, cel: (b) => <Link href={`/dossiers/${d.id}/brieven/${b.id}`}>{briefsoorten[b.soort]}</Link> },
              { kop: 'Aan', cel: (b) => b.geadresseerde_naam },
              { kop: 'Kenmerk', alleenBreed: true, cel: (b) => b.kenmerk },
              { kop: 'Klaargezet', alleenBreed: true, cel: (b) => datumTekst(dagVan(b.opgesteld_op)) },
              { kop: 'Hoe staat het', cel: (b) => <><Briefstatusmerk brief={b} />{b.verzonden_op && ` ${datumTekst(b.verzonden_op)}`}{b.vervangen_kenmerk && <Alinea klein>Opnieuw gemaakt: {b.vervangen_kenmerk}</Alinea>}</> },
            ]} />
          )}
        </Stapel>
      ),
    };
  });

  const kader = (b: Briefbeeld, titel: string, inleiding: ComponentChildren, inhoud: ComponentChildren, meer: Partial<PaginaInhoud> = {}): PaginaInhoud => ({
    titel: `${titel} (${b.regel.kenmerk})`, menu: '/dossiers', ...meer,
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.dossier.titel} (${b.dossier.nummer})`, href: `/dossiers/${b.dossier.id}` }, { tekst: 'Brieven', href: `/dossiers/${b.dossier.id}/brieven` }]} />
        <PaginaKop titel={titel} inleiding={inleiding} merken={<><span>{b.regel.kenmerk}</span> <Briefstatusmerk brief={b.regel} /></>} />
        {inhoud}
      </Stapel>
    ),
  });
  const pad = (b: Briefbeeld) => `/dossiers/${b.dossier.id}/brieven/${b.regel.id}`;

  const toon = (v: Verzoek, b: Briefbeeld, stand: Stand): PaginaInhoud => kader(b, briefsoorten[b.regel.soort], VERDER[b.regel.vervallen_op === null ? b.regel.status : 'vervallen'], (
    <TweeKolommen zijLabel="Wat kun je met deze brief" hoofd={b.word ? <Wordweergave alineas={b.word} /> : <Briefweergave brief={b.brief} />} zij={(
      <Stapel>
        <Nakijken v={v} b={b} stand={stand} pad={pad(b)} />
        <Versturen b={b} pad={pad(b)} />
        {b.mag('brief.ophalen') && b.regel.vervallen_op === null && (
          <Kaart titel="Ophalen" icoon="download">
            <Alinea>{b.word ? 'Deze brief is in Word aangepast. Dat bestand is de brief.' : b.regel.status === 'concept' ? 'Op de PDF staat nu nog ‘concept’.' : 'Dit is de brief zoals hij is nagekeken.'}</Alinea>
            <Knoppen>{!b.word && <KnopLink soort="secundair" href={`${pad(b)}/pdf`}>PDF</KnopLink>}<KnopLink soort="secundair" href={`${pad(b)}/word`}>Word</KnopLink>{b.afspraak && <KnopLink soort="secundair" href={`${pad(b)}/agenda`}>Agenda</KnopLink>}</Knoppen>
            {b.regel.status !== 'verzonden' && b.mag('brief.wijzigen') && <Alinea klein zacht>Aangepast in Word? <Link href={`${pad(b)}/bewerkt`}>Zet je versie hier terug</Link>. Anders klopt niet wat er bewaard is.</Alinea>}
          </Kaart>
        )}
        <Bewijs b={b} />
        <Vervallen v={v} b={b} pad={pad(b)} />
        {b.regel.status !== 'verzonden' && b.regel.vervallen_op === null && b.mag('brief.wijzigen') && (
          <Kaart titel="Toch niet nodig?" soort="stil">
            {b.word && <ActieFormulier actie={`${pad(b)}/word-weg`} csrf={stand.csrf} sleutel={v.stand().sleutel}><VerborgenVeld naam="versie" waarde={String(b.versie)} /><Knop soort="rustig">Gebruik weer de brief van Rugdekking</Knop></ActieFormulier>}
            <ActieFormulier actie={`${pad(b)}/vervallen`} csrf={stand.csrf} sleutel={v.stand().sleutel}><VerborgenVeld naam="versie" waarde={String(b.versie)} /><Knop soort="rustig" icoon="prullenbak">Laat deze brief vervallen</Knop></ActieFormulier>
          </Kaart>
        )}
      </Stapel>
    )} />
  ));
  site.pagina(PAD, async (v) => {
    const b = await haal(v);
    return toon(v, b, v.stand({ datum: datumInvoer(dagVan(v.nu)), versie: String(b.versie) }));
  });

  site.ruw('POST', `${PAD}/nakijken`, async (v) => {
    const alles = await eigenPost(v);
    const velden = eigenVelden(alles);
    try {
      await kijkNa(v, velden, waarde(alles, '_sleutel'));
      return v.verder(`/dossiers/${v.id('id')}/brieven/${v.id('brief')}`, 'Nagekeken. De tekst staat nu vast. Haal de PDF op en verstuur hem.');
    } catch (e) {
      if (!(e instanceof Fout) || (e.code !== 'invoer.ongeldig' && e.code !== 'conflict.gewijzigd')) throw e;
      const b = await haal(v);
      const fouten = e.code === 'conflict.gewijzigd' ? [{ veld: '', tekst: 'De brief is intussen gewijzigd. Lees hem opnieuw.' }] : e.velden;
      return { ...toon(v, b, { ...v.stand({ ...velden, versie: String(b.versie) }), fouten }), status: e.code === 'conflict.gewijzigd' ? 409 : 422, fout: true };
    }
  });

  /** Makes the PDF of the letter as it is now, seals it, and has the act write down that this is the text. */
  async function kijkNa(v: Verzoek, velden: Velden, sleutel: string): Promise<void> {
    const vandaag = dagVan(v.nu);
    const dag = leesDatum(waarde(velden, 'datum'), vandaag, 'toekomst');
    if (!dag.ok) throw veldfout('datum', dag.bericht);
    if (Temporal.PlainDate.compare(dag.waarde, vandaag) < 0 || vandaag.until(dag.waarde).days > MEEST_VOORUIT_DAGEN) throw veldfout('datum', `Kies vandaag, of een dag binnen ${MEEST_VOORUIT_DAGEN} dagen.`);
    const datum = dag.waarde.toString();
    const o = await v.vraag(briefOphalen, ids(v));
    if (o.status !== 'concept') throw fout('conflict.toestand', { redenen: ['Deze brief is al nagekeken.'] });
    const brief = { ...o.brief, datum: briefdag(datum) };
    const tekst = JSON.stringify(brief);
    if (o.word) return void (await v.voer(kijkBriefNa, { ...ids(v), versie: waarde(velden, 'versie'), datum, ...o.word, tekst }, sleutel === '' ? undefined : sleutel));
    const verzegeld = await verzegel(bestanden, v.sessie.organisatie.id, o.id, await pdf.maak(brief, datum, { logo: o.logo }));
    const plaats = { origineelSleutel: verzegeld.sleutel, kopieSleutel: null, kopieStatus: 'ongewijzigd' as const };
    try {
      const uit = await v.voer(kijkBriefNa, { ...ids(v), versie: waarde(velden, 'versie'), datum, ...verzegeld, tekst }, sleutel === '' ? undefined : sleutel);
      if (uit.sleutel !== verzegeld.sleutel) await bestanden.bewaring.verwijder(plaats);
    } catch (e) {
      await bestanden.bewaring.verwijder(plaats);
      throw e;
    }
  }

  site.formulier(`${PAD}/aanpassen`, {
    handeling: pasBriefAan,
    laad: magNog('brief.wijzigen', ['concept', 'nagekeken']),
    begin: (b): Velden => ({ versie: String(b.versie), naam: b.regel.geadresseerde_naam, adres: b.adres.join('\n'), ...Object.fromEntries(b.teksten.map((t) => [tekstveld(t.pad), t.tekst])) }),
    invoer: (velden, v) => ({
      ...ids(v), versie: velden.versie, naam: velden.naam, adres: velden.adres,
      teksten: Object.fromEntries(Object.entries(velden).flatMap(([naam, w]) => (naam.startsWith(tekstveld('')) && typeof w === 'string' ? [[naam.slice(tekstveld('').length), w]] : []))),
    }),
    toon: (b, stand) => kader(b, `Pas de brief aan: ${briefsoorten[b.regel.soort].toLowerCase()}`, 'Schrijf zonder naam, functie of afdeling van een collega. Datums en termijnen wijzig je waar de brief vandaan komt.', (
      <Formulier actie={`${pad(b)}/aanpassen`} {...stand} veldnamen={Object.fromEntries(b.teksten.map((t) => [tekstveld(t.pad), t.label]))}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <TekstVeld {...veld(stand, 'naam')} label="Aan" verplicht max={200} />
        <TekstGebied {...veld(stand, 'adres')} label="Adres" uitleg="Elke regel van het adres op een eigen regel" regels={3} max={1000} />
        {b.teksten.map((t) => (t.tekst.length > 120 || /\n/.test(t.tekst) || LANG.test(t.pad)
          ? <TekstGebied {...veld(stand, tekstveld(t.pad))} label={t.label} regels={4} max={4000} />
          : <TekstVeld {...veld(stand, tekstveld(t.pad))} label={t.label} uitleg={t.inLijst ? 'Maak leeg om deze regel weg te halen' : undefined} max={4000} />))}
        <Knoppen><Knop>Bewaar de brief</Knop><KnopLink soort="rustig" href={pad(b)}>Terug zonder opslaan</KnopLink></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/dossiers/${r.id}/brieven/${r.brief}`, bericht: 'Aangepast. Lees de brief nog eens na.' }),
  });

  site.formulier(`${PAD}/verstuurd`, {
    handeling: verstuurBrief,
    laad: magNog('brief.versturen', ['nagekeken']),
    begin: (b, v): Velden => ({ versie: String(b.versie), datum: datumInvoer(dagVan(v.nu)) }),
    toon: (b, stand) => kader(b, 'Leg vast dat de brief weg is', 'Zo kun je later laten zien dat en wanneer de brief is verstuurd. Daarna wijzigt er niets meer aan.', (
      <Formulier actie={`${pad(b)}/verstuurd`} {...stand}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Keuzes {...veld(stand, 'wijze')} label="Hoe is de brief verstuurd?" verplicht opties={verzendwijzecodes.map((w) => ({ waarde: w, label: verzendwijzen[w] }))} />
        <DatumVeld {...veld(stand, 'datum')} label="Wanneer?" verplicht />
        <TekstVeld {...veld(stand, 'kenmerk')} label="Bewijs" uitleg="De code van de aangetekende zending, het e-mailadres, of waar en door welke functie de brief is gegeven. Bij gewone post mag dit leeg blijven." max={200} />
        <Knoppen><Knop>Leg vast</Knop><KnopLink soort="rustig" href={pad(b)}>Terug zonder opslaan</KnopLink></Knoppen>
      </Formulier>
    )),
    klaar: (r) => ({ naar: `/dossiers/${r.id}/brieven/${r.brief}`, bericht: 'Vastgelegd. De brief staat nu als verstuurd in het dossier.' }),
  });

  site.actie(`${PAD}/vervallen`, { handeling: laatBriefVervallen, klaar: (r) => ({ naar: `/dossiers/${r.id}/brieven/${r.brief}`, bericht: 'Deze brief is vervallen.' }) });

  site.ruw('GET', `${PAD}/pdf`, async (v) => {
    const o = await v.vraag(briefOphalen, ids(v));
    if (o.word) throw fout('niet-gevonden');
    const inhoud = o.pdf ? await ontzegel(bestanden, v.sessie.organisatie.id, o.id, o.pdf) : await pdf.maak(o.brief, o.datum, { concept: true, logo: o.logo });
    return alsDownload(inhoud, 'application/pdf', `brief-${o.kenmerk}${o.pdf ? '' : '-concept'}.pdf`);
  });
  site.ruw('GET', `${PAD}/word`, async (v) => {
    const o = await v.vraag(briefOphalen, ids(v));
    const naam = `brief-${o.kenmerk}${o.status === 'concept' ? '-concept' : ''}.docx`;
    if (o.word) return alsDownload(await ontzegel(bestanden, v.sessie.organisatie.id, o.id, o.word), 'docx', naam);
    return alsDownload(await maakDocx(o.sjabloon ?? standaardsjabloon(o.brief.afzender.kleur, o.logo !== null), o.brief, o.logo), 'docx', naam);
  });
  site.ruw('GET', `${PAD}/agenda`, async (v) => {
    const b = await haal(v);
    if (!b.afspraak || !b.mag('brief.ophalen')) throw fout('niet-gevonden');
    const { begin, duurMinuten, plaats } = b.afspraak;
    const punt = agendabestand({ id: b.regel.id, titel: `Gesprek bij ${b.brief.afzender.organisatie}`, omschrijving: `Kenmerk ${b.regel.kenmerk}`, plaats, begin: Temporal.Instant.from(begin), duurMinuten, nu: v.nu, volgnummer: b.versie, afgezegd: b.regel.vervallen_op !== null });
    return alsDownload(Buffer.from(punt), 'text/calendar; charset=utf-8', `afspraak-${b.regel.kenmerk}.ics`);
  });
  wordPaginas(site, PAD, { bestanden, kader, haal });
  sjabloonPaginas(site, pdf, bestanden.spoelmap);
}

const VERDER = {
  concept: 'Lees de brief na. Klopt alles, zet hem dan vast.',
  nagekeken: 'De tekst staat vast. Haal de brief op, verstuur hem, en leg vast wanneer dat was.',
  verzonden: 'Deze brief is verstuurd en wijzigt niet meer.',
  vervallen: 'Deze brief is niet verstuurd en vervallen.',
} as const;
/** Texts that deserve room, also when they are short now. */
const LANG = /(gedrag|norm|waarom|duur|gewogen|samenvatting|weging|reden|herhaling|vervolg|motivering|doel|grondslag)$/;

function Nakijken({ v, b, stand, pad }: { v: Verzoek; b: Briefbeeld; stand: Stand; pad: string }) {
  if (b.regel.vervallen_op !== null || b.regel.status === 'verzonden' || !b.mag('brief.nakijken')) return null;
  const aanpassen = b.word ? <KnopLink soort="secundair" href={`${pad}/bewerkt`}>Zet een andere versie neer</KnopLink> : <KnopLink soort="secundair" href={`${pad}/aanpassen`}>Pas de tekst aan</KnopLink>;
  if (b.regel.status === 'nagekeken') return <Kaart titel="Klopt er toch iets niet?" soort="stil" acties={aanpassen}><Alinea>Pas je de tekst aan, dan moet de brief opnieuw worden nagekeken.</Alinea></Kaart>;
  const bijTekst = stand.fouten.filter((f) => f.veld.startsWith(tekstveld('')));
  const labels = new Map(b.teksten.map((t) => [tekstveld(t.pad), t.label]));
  return (
    <Kaart titel="Nakijken" soort="nadruk" icoon="vink" acties={aanpassen}>
      {b.ontbreekt.length > 0 && <Melding soort="let-op" titel="Er ontbreekt iets op het briefpapier"><p>Vul eerst in: {b.ontbreekt.join(' en ')}. {v.mag('brief.inrichten') && <Link href="/inrichting/brieven/briefpapier">Naar het briefpapier</Link>}</p></Melding>}
      {bijTekst.length > 0 && <Melding soort="let-op" titel="Er staat iets in de brief dat niet mag"><ul>{bijTekst.map((f) => <li><strong>{labels.get(f.veld) ?? 'Tekst'}</strong>: {f.tekst}</li>)}</ul></Melding>}
      <Formulier actie={`${pad}/nakijken`} {...stand} fouten={stand.fouten.filter((f) => !bijTekst.includes(f))} verplichtUitleg={false}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        {b.word && <Alinea>Deze tekst is in Word aangepast door {b.regel.word_door}. De datum hieronder moet ook in het bestand staan.</Alinea>}
        <Alinea>Kloppen de feiten, de datums en het adres? En is niemand van de collega’s te herkennen?</Alinea>
        <DatumVeld {...veld(stand, 'datum')} label="Datum op de brief" verplicht snel={[0, 1]} />
        {b.zelfInWord ? <Alinea>Jij zette de versie uit Word hier neer. Laat een ander deze brief nakijken.</Alinea> : <Knop>De brief klopt, zet hem vast</Knop>}
      </Formulier>
    </Kaart>
  );
}

function Versturen({ b, pad }: { b: Briefbeeld; pad: string }) {
  if (b.regel.status !== 'nagekeken' || b.regel.vervallen_op !== null || !b.mag('brief.versturen')) return null;
  return (
    <Kaart titel="Versturen" soort="nadruk" icoon="brief" acties={<KnopLink href={`${pad}/verstuurd`}>De brief is verstuurd</KnopLink>}>
      <Alinea>Haal {b.word ? 'het Word-bestand' : 'de PDF'} op en verstuur hem. Leg daarna vast hoe en wanneer. Rugdekking verstuurt zelf geen brieven.</Alinea>
    </Kaart>
  );
}

/** A voided letter says what came in its place, or how to make it anew. */
function Vervallen({ v, b, pad }: { v: Verzoek; b: Briefbeeld; pad: string }) {
  const r = b.regel;
  if (r.vervallen_op === null) return null;
  if (r.vervangen_door !== null) return <Kaart titel="Opnieuw gemaakt" icoon="brief"><Alinea>In plaats van deze brief is er een nieuwe: <Link href={`/dossiers/${b.dossier.id}/brieven/${r.vervangen_door}`}>{r.vervangen_kenmerk}</Link>.</Alinea></Kaart>;
  if (!r.herstelbaar || !b.mag('brief.wijzigen')) return null;
  const stand = v.stand();
  return (
    <Kaart titel="Toch wel nodig?" icoon="brief">
      <Alinea>Je kunt deze brief opnieuw klaarzetten, met een eigen kenmerk. Deze vervallen brief blijft te zien.</Alinea>
      <ActieFormulier actie={`${pad}/opnieuw`} csrf={stand.csrf} sleutel={stand.sleutel}><VerborgenVeld naam="versie" waarde={String(b.versie)} /><Knop soort="secundair">Maak deze brief opnieuw</Knop></ActieFormulier>
    </Kaart>
  );
}

function Bewijs({ b }: { b: Briefbeeld }) {
  const r = b.regel;
  if (r.nagekeken_op === null) return null;
  return (
    <Kaart titel="Wat is vastgelegd" icoon="slot">
      <DefinitieLijst items={[
        { term: 'Nagekeken', waarde: `${r.nagekeken_door ?? ''}, ${datumTijdTekst(r.nagekeken_op)}` },
        ...(r.verzonden_op && r.wijze ? [{ term: 'Verstuurd', waarde: `${datumTekst(r.verzonden_op)}, ${verzendwijzen[r.wijze].toLowerCase()}` }, { term: 'Bewijs', waarde: r.verzendkenmerk ?? '' }, { term: 'Vastgelegd door', waarde: r.verzonden_door ?? '' }] : []),
        ...(b.word ? [{ term: 'Aangepast in Word', waarde: `${r.word_door ?? ''}, ${r.word_op ? datumTijdTekst(r.word_op) : ''}` }] : []),
        { term: `Vingerafdruk van ${b.word ? 'het Word-bestand' : 'de PDF'} (SHA-256)`, waarde: <code>{r.sha256}</code> },
      ]} />
    </Kaart>
  );
}
