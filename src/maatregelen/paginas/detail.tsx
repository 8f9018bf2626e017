import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { dagVan, datumTijdTekst } from '../../kern/tijd/index.ts';
import { ActieFormulier, Alinea, Citaat, DefinitieLijst, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, Lijst, Link, Melding, PaginaKop, Selectie, Stapel, TekstGebied, Tijdlijn, TweeKolommen, veld, VerborgenVeld } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Stand, Verzoek } from '../../platform/http/index.ts';
import { FeitstatusMerk } from '../../veroorzakers/index.ts';
import { beslisserInZin } from '../handelingen/gedeeld.ts';
import { dagInWoorden } from '../regels/brief.ts';
import type { Ontbrekend } from '../regels/voorstel.ts';
import type { Maatregelgebeurtenis } from '../regels/toestand.ts';
import { isEenmalig, isVastgelegd, klassen, soortnamen } from '../regels/woorden.ts';
import type { Maatregelbeeld } from '../vragen/beeld.ts';
import { Adviesblok, bereikTekst, Briefvoorbeeld, looptTekst, ToestandMerk, voorbeelddelen } from './onderdelen.tsx';

const GEBEURD: Record<Maatregelgebeurtenis, string> = {
  voorgesteld: 'stelde dit voor', gewijzigd: 'wijzigde het voorstel', bevestigd: 'bevestigde het voorstel als tweede persoon', gehoord: 'woog mee wat de betrokkene zei', voorgelegd: 'legde dit voor aan een beslisser', teruggegeven: 'gaf het voorstel terug',
  besloten: 'besloot tot deze maatregel', afgewezen: 'wees de maatregel af', ingetrokken: 'trok het voorstel in', in_werking: 'De maatregel ging in', uitgevoerd: 'De brief is verstuurd', geschorst: 'schorste de maatregel', hervat: 'liet de maatregel weer gelden',
  overtreden: 'legde een overtreding vast', geevalueerd: 'evalueerde de maatregel', gewogen_achteraf: 'woog achteraf mee wat de betrokkene zei', herwogen: 'woog opnieuw wat de betrokkene zei. Eerst stond er', brief_verzonden: 'De brief is verstuurd', opgeheven: 'hief de maatregel op', verlengd: 'De maatregel ging over in de verlenging',
  verlopen: 'De maatregel liep af', vervallen: 'De maatregel verviel, omdat de betrokkene niet op tijd is gehoord', verhuisd: 'voegde het dossier samen', gewist: 'wiste het adres, op verzoek van de betrokkene',
};

export const maatregelpad = (b: { dossier: { id: string }; m: { id: string } }): string => `/dossiers/${b.dossier.id}/maatregelen/${b.m.id}`;

const WAAR: Record<Ontbrekend['deel'], { pad: string; knop: string }> = {
  motivering: { pad: '/motivering', knop: 'Motiveer' }, dienstverlening: { pad: '/dienstverlening', knop: 'Regel de dienstverlening' }, tweede_persoon: { pad: '/bevestigen', knop: 'Bevestig als tweede persoon' },
  wederhoor: { pad: '', knop: 'Naar het wederhoor' }, weging: { pad: '/weging', knop: 'Weeg mee' },
};

/** A measure on its page: what must happen now first, then what it is, why, and how it went. */
export function detailPagina(b: Maatregelbeeld, v: Verzoek, stand: Stand = v.stand()): PaginaInhoud {
  const { m } = b;
  const delen = b.bron && !b.voorbij ? voorbeelddelen(b.bron, v.sessie.organisatie.naam) : null;
  return {
    titel: `${soortnamen[m.soort]} (${b.dossier.nummer})`, menu: b.alleenBeslisser ? '/vandaag' : '/dossiers',
    inhoud: (
      <Stapel>
        <Kruimels items={b.alleenBeslisser ? [{ tekst: 'Vandaag', href: '/vandaag' }] : [{ tekst: 'Dossiers', href: '/dossiers' }, { tekst: `${b.dossier.titel} (${b.dossier.nummer})`, href: `/dossiers/${b.dossier.id}` }, { tekst: 'Maatregelen', href: `/dossiers/${b.dossier.id}/maatregelen` }]} />
        <PaginaKop titel={`${soortnamen[m.soort]}${b.partij ? `: ${b.partij}` : ''}`} merken={<><span>{b.dossier.nummer}</span> <ToestandMerk toestand={m.toestand} /></>} inleiding={looptTekst({ beginOp: m.begin_op, eindOp: m.eind_op }) || undefined} />
        {m.spoed_reden !== '' && <Melding soort="let-op" titel="Met spoed"><p>{m.spoed_reden}</p>{b.hoorplicht && b.hoorplicht.stand === 'loopt' && <p>De betrokkene moet uiterlijk {datumTijdTekst(b.hoorplicht.uiterlijk)} gehoord zijn. Anders vervalt de maatregel.</p>}</Melding>}
        {m.toestand === 'vervallen' && <Melding soort="gevaar" titel="Vervallen"><p>De betrokkene is niet op tijd gehoord. Deze maatregel geldt niet meer. Vertel dat aan de betrokkene en aan de locaties: <Link href={`/dossiers/${b.dossier.id}#toezicht`}>herstel de dienstverlening</Link>.</p></Melding>}
        {m.klasse === 'onevenredig_beroep' && <Melding soort="info" titel={klassen[m.klasse]}><p>Klagen, kritiek geven en veel vragen is geen agressie. Daarom is er een tweede persoon nodig die dit niet voorstelde.</p></Melding>}
        <TweeKolommen
          zijLabel="Bij deze maatregel"
          hoofd={<Stapel>
            {b.beslist ? <Besluitkaart b={b} stand={stand} /> : <NuNodig b={b} v={v} />}
            <Wat b={b} />
            <Motivering b={b} />
            <Zienswijze b={b} />
            <Dienstverlening b={b} />
            <Kaart titel="Verloop" icoon="klok">
              <Tijdlijn regels={b.stappen.map((s) => ({ moment: datumTijdTekst(s.op), tijd: s.op.toString(), tekst: stapzin(s), meer: s.reden === '' ? undefined : <Citaat>{s.reden}</Citaat> }))} />
            </Kaart>
          </Stapel>}
          zij={<Stapel>
            {m.wijkt_af && <Melding soort="let-op" titel="Wijkt af van het advies" niveau={3}><p>{m.afwijking}</p></Melding>}
            <Adviesblok advies={b.advies} titel="Advies bij het voorstel" open={b.beslist} />
            {delen && <Briefvoorbeeld delen={delen} />}
          </Stapel>}
        />
      </Stapel>
    ),
  };
}

function stapzin(s: Maatregelbeeld['stappen'][number]): string {
  const zin = GEBEURD[s.gebeurtenis as Maatregelgebeurtenis] ?? s.gebeurtenis;
  return /^[A-Z]/.test(zin) ? `${zin}.` : `${s.door ?? 'Rugdekking'} ${zin}.`;
}

function NuNodig({ b, v }: { b: Maatregelbeeld; v: Verzoek }) {
  const { m } = b;
  const pad = maatregelpad(b);
  const stelt = b.mag('maatregel.voorstellen');
  const voor = m.toestand === 'voorgesteld' || m.toestand === 'gehoord';
  const acties: ComponentChildren[] = [];
  const regels: ComponentChildren[] = [];
  if (m.toestand === 'voorgesteld' && !isVastgelegd(m.soort)) {
    const gezien = new Set<string>();
    for (const o of b.open) {
      regels.push(o.tekst);
      if (gezien.has(o.deel)) continue;
      gezien.add(o.deel);
      const { pad: waar, knop } = WAAR[o.deel];
      const kan = o.deel === 'tweede_persoon' ? b.mag('maatregel.bevestigen') && m.voorgesteld_door !== b.ik : o.deel === 'wederhoor' ? b.mag('wederhoor.uitnodigen') : stelt;
      if (kan) acties.push(<KnopLink soort={acties.length === 0 ? 'primair' : 'secundair'} href={o.deel === 'wederhoor' ? `/dossiers/${b.dossier.id}/wederhoor` : `${pad}${waar}`}>{knop}</KnopLink>);
    }
  }
  if (m.toestand === 'besloten') regels.push(b.brief?.status === 'verzonden' ? 'De brief is verstuurd.' : b.brief?.vervallen ? <>De brief is vervallen. Maak hem opnieuw bij <Link href={`/dossiers/${b.dossier.id}/brieven/${b.brief.id}`}>Brieven</Link>. {isEenmalig(m.soort) ? '' : 'De maatregel gaat pas in als de brief weg is.'}</> : <>De brief ligt klaar. Kijk hem na en verstuur hem bij <Link href={`/dossiers/${b.dossier.id}/brieven`}>Brieven</Link>. {isEenmalig(m.soort) ? '' : 'De maatregel gaat pas in als de brief weg is.'}</>);
  if (m.hoorplicht_id !== null && m.wederhoor_id === null && !b.voorbij) {
    const uiterlijk = b.hoorplicht?.uiterlijk;
    regels.push(b.gehoord?.uitkomst ? 'Weeg achteraf mee wat de betrokkene zei.' : 'Hoor de betrokkene alsnog.');
    if (b.antwoordbaar && uiterlijk) regels.push(`De betrokkene kan reageren met de codes in de brief, tot en met ${dagInWoorden(dagVan(uiterlijk))}.${b.brief?.status === 'verzonden' ? '' : ` Verstuur de brief uiterlijk ${dagInWoorden(b.antwoordbaar.verzendVoor)}: daarna is er te weinig tijd om te reageren, en vervalt de maatregel.`}`);
    if (stelt) acties.push(b.gehoord?.uitkomst ? <KnopLink href={`${pad}/weging`}>Weeg mee</KnopLink> : <KnopLink href={`/dossiers/${b.dossier.id}/wederhoor`}>Naar het wederhoor</KnopLink>);
  }
  if (m.voorgelegd_aan !== null) regels.push(`${b.namen.get(m.voorgelegd_aan) ?? 'Een collega'} is gevraagd te beslissen.`);
  if (b.verlenging) regels.push(<>Er is een <Link href={`/dossiers/${b.dossier.id}/maatregelen/${b.verlenging.id}`}>verlenging</Link> ({b.verlenging.toestand.replace('_', ' ')}).</>);
  if (stelt && m.toestand === 'voorgesteld') {
    acties.push(<KnopLink soort="rustig" href={`${pad}/wijzigen`}>Wijzig het voorstel</KnopLink>);
    if (!b.open.some((o) => o.deel === 'motivering') && !isVastgelegd(m.soort)) acties.push(<KnopLink soort="rustig" href={`${pad}/motivering`}>Wijzig de motivering</KnopLink>);
    if (!b.open.some((o) => o.deel === 'dienstverlening') && !isVastgelegd(m.soort)) acties.push(<KnopLink soort="rustig" href={`${pad}/dienstverlening`}>Wijzig de dienstverlening</KnopLink>);
  }
  if (stelt && m.toestand === 'gehoord') acties.push(<KnopLink soort="rustig" href={`${pad}/weging`}>Wijzig de weging</KnopLink>);
  if (stelt && voor) acties.push(<KnopLink soort="rustig" href={`${pad}/intrekken`}>Trek het voorstel in</KnopLink>);
  if (b.stuurtBij) acties.push(<KnopLink soort="secundair" href={`${pad}/bijsturen`}>Schors of hef op</KnopLink>);
  if (b.mag('maatregel.evalueren') && (m.toestand === 'in_werking' || m.toestand === 'geschorst')) acties.push(<KnopLink soort="secundair" href={`/dossiers/${b.dossier.id}/toezicht/${m.id}/evaluatie`}>Evalueer</KnopLink>);
  if (b.verlengbaar) acties.push(<KnopLink soort="rustig" href={`${pad}/verlengen`}>Stel verlenging voor</KnopLink>);
  if (regels.length === 0 && acties.length === 0 && !b.legtVoor && !(isVastgelegd(m.soort) && m.toestand === 'voorgesteld')) return null;
  const leeg = v.stand();
  return (
    <Kaart titel="Nu nodig" soort="nadruk" icoon="lijst" acties={acties.length > 0 ? <>{acties}</> : undefined}>
      {regels.length > 0 && <Lijst items={regels} />}
      {isVastgelegd(m.soort) && m.toestand === 'voorgesteld' && stelt && (
        <ActieFormulier actie={`${pad}/vastleggen`} csrf={leeg.csrf} sleutel={leeg.sleutel}><VerborgenVeld naam="versie" waarde={String(m.versie)} /><Alinea>Klopt alles met de uitspraak? Leg het bevel dan vast. Het geldt meteen.</Alinea><Knoppen><Knop>Leg het bevel vast</Knop></Knoppen></ActieFormulier>
      )}
      {b.legtVoor && (voor || b.mag('maatregel.voorstellen')) && <Voorleggen b={b} stand={leeg} loopt={!voor} />}
    </Kaart>
  );
}

function Voorleggen({ b, stand, loopt }: { b: Maatregelbeeld; stand: Stand; loopt: boolean }) {
  const als = beslisserInZin(b.m.beslissersoort);
  if (b.kandidaten.length === 0) return <Melding soort="let-op" titel="Er is niemand die mag beslissen" niveau={3}><p>Nodig is een machtiging als {als}, van iemand die dit niet voorstelde en niet betrokken is. De beheerder of de griffier legt die vast bij Inrichting, Machtigingen.</p></Melding>;
  return (
    <ActieFormulier actie={`${maatregelpad(b)}/voorleggen`} csrf={stand.csrf} sleutel={stand.sleutel}>
      <VerborgenVeld naam="versie" waarde={String(b.m.versie)} />
      <Selectie naam="beslisser" label={loopt ? 'Wie moet hier opnieuw naar kijken?' : `Wie beslist, als ${als}?`} verplicht opties={b.kandidaten.map((k) => ({ waarde: k.id, label: k.naam }))} uitleg="Alleen collega’s met een geldige machtiging. Hij of zij krijgt een e-mail." />
      <Knoppen><Knop soort={loopt ? 'secundair' : 'primair'}>Leg voor</Knop></Knoppen>
    </ActieFormulier>
  );
}

/** What the decider is asked: all he needs is on this page. */
function Besluitkaart({ b, stand }: { b: Maatregelbeeld; stand: Stand }) {
  return (
    <Kaart titel="Wat beslis je?" soort="nadruk" icoon="weegschaal">
      <Alinea>{b.namen.get(b.m.voorgesteld_door) ?? 'Een collega'} stelt dit voor. Jij beslist, als {beslisserInZin(b.m.beslissersoort)}. Lees hieronder wat er gebeurde, wat de betrokkene zei, en waarom deze maatregel wordt voorgesteld.</Alinea>
      <Formulier actie={`${maatregelpad(b)}/besluit`} {...stand}>
        <VerborgenVeld naam="versie" waarde={String(b.m.versie)} />
        <Keuzes {...veld(stand, 'besluit')} label="Je besluit" verplicht opties={[
          { waarde: 'ja', label: 'Ik neem dit besluit', uitleg: 'De brief wordt klaargezet.' },
          { waarde: 'terug', label: 'Terug naar wie het voorstelde', uitleg: 'Er moet iets anders.' },
          { waarde: 'nee', label: 'Er komt geen maatregel' },
        ]} />
        <TekstGebied {...veld(stand, 'reden')} label="Waarom?" uitleg="Verplicht als je het teruggeeft of afwijst" regels={3} max={4_000} />
        <Knoppen><Knop>Leg mijn besluit vast</Knop></Knoppen>
      </Formulier>
    </Kaart>
  );
}

function Wat({ b }: { b: Maatregelbeeld }) {
  const { m } = b;
  const naam = (id: string | null): string => (id === null ? '' : (b.namen.get(id) ?? 'een collega'));
  return (
    <Kaart titel="De maatregel" icoon="schild">
      <DefinitieLijst items={[
        { term: 'Soort', waarde: soortnamen[m.soort] },
        ...(isEenmalig(m.soort) ? [] : [{ term: 'Van en tot', waarde: looptTekst({ beginOp: m.begin_op, eindOp: m.eind_op }) }, { term: 'Evaluatie', waarde: m.evaluatie_op ? dagInWoorden(m.evaluatie_op) : '' }, { term: 'Waar', waarde: bereikTekst(b.bereik) }]),
        ...(m.invulling === '' ? [] : [{ term: 'Wat precies', waarde: m.invulling }]),
        ...(m.uitspraak === '' ? [] : [{ term: 'Uitspraak', waarde: m.uitspraak }]),
        { term: 'Voorgesteld door', waarde: `${naam(m.voorgesteld_door)}, ${dagInWoorden(dagVan(m.voorgesteld_op))}` },
        ...(m.bevestigd_door === null ? [] : [{ term: 'Tweede persoon', waarde: `${naam(m.bevestigd_door)}: ${m.vertegenwoordigt}` }]),
        ...(m.besloten_door === null || m.besloten_op === null ? [{ term: 'Wie beslist', waarde: isVastgelegd(m.soort) ? 'de rechter' : beslisserInZin(m.beslissersoort) }] : [{ term: 'Besloten door', waarde: `${naam(m.besloten_door)}, als ${beslisserInZin(m.beslissersoort)}, ${datumTijdTekst(m.besloten_op)}` }]),
      ]} />
    </Kaart>
  );
}

function Motivering({ b }: { b: Maatregelbeeld }) {
  const { m } = b;
  if (isVastgelegd(m.soort)) return null;
  return (
    <Kaart titel="Motivering" icoon="brief">
      <DefinitieLijst onbekend="nog niet geschreven" items={[
        { term: 'Wat er gebeurde', waarde: b.feiten.length === 0 ? '' : <>{b.feiten.map((f) => <p>{dagInWoorden(Temporal.PlainDate.from(f.datum))}, {f.plaats}: {f.gedrag} <span class="rd-zacht">({f.vormen.map((x) => x.naam).join(', ')})</span> <FeitstatusMerk status={b.feitstatussen.get(f.dossierId) ?? 'gemeld'} /></p>)}</> },
        { term: 'Norm', waarde: b.normen.map((n) => `${n.tekst} (${n.bron})`).join('; ') },
        { term: 'Waarom deze maatregel', waarde: m.waarom_maatregel },
        ...(isEenmalig(m.soort) ? [] : [{ term: 'Waarom zo lang', waarde: m.waarom_duur }]),
        { term: 'Wat is afgewogen', waarde: m.afweging },
      ]} />
    </Kaart>
  );
}

function Zienswijze({ b }: { b: Maatregelbeeld }) {
  const { m, gehoord } = b;
  if (isVastgelegd(m.soort)) return null;
  return (
    <Kaart titel="De kant van de betrokkene" icoon="gesprek">
      {gehoord === null && <Alinea zacht>{m.verlengt_id === null ? 'De betrokkene is nog niet gevraagd.' : 'Voor de verlenging is de betrokkene nog niet opnieuw gevraagd.'}</Alinea>}
      {gehoord !== null && gehoord.uitkomst === null && <Alinea>Gevraagd op {dagInWoorden(dagVan(gehoord.uitgenodigdOp))}. Reageren kan tot en met {dagInWoorden(dagVan(gehoord.uiterlijk))}.</Alinea>}
      {gehoord?.uitkomst === 'geen_reactie' && <Alinea>De betrokkene kreeg de kans om te reageren, en deed dat niet.</Alinea>}
      {gehoord?.zienswijze && <Citaat bron="De betrokkene">{gehoord.zienswijze}</Citaat>}
      {m.zienswijze_weging !== '' && <DefinitieLijst items={[...(m.zienswijze_kort === '' ? [] : [{ term: 'In het kort', waarde: m.zienswijze_kort }]), { term: 'Hoe het is gewogen', waarde: m.zienswijze_weging }]} />}
    </Kaart>
  );
}

function Dienstverlening({ b }: { b: Maatregelbeeld }) {
  const { m } = b;
  if (isVastgelegd(m.soort)) return null;
  return (
    <Kaart titel="Wat gewoon doorgaat" icoon="hart">
      <DefinitieLijst onbekend="nog niet geregeld" items={[
        { term: 'Hoe dan wel', waarde: m.kanaal_blijft }, { term: 'Contactpersoon', waarde: m.contactpersoon_id ? (b.namen.get(m.contactpersoon_id) ?? '') : '' },
        { term: 'Altijd open', waarde: <Lijst items={m.kerndiensten} /> }, { term: 'De brief gaat naar', waarde: m.aan_naam === '' ? '' : `${m.aan_naam}, ${m.aan_adres.split('\n').join(', ')}` },
      ]} />
    </Kaart>
  );
}
