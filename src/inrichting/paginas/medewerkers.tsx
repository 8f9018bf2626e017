import { Alinea, Filters, Formulier, Groep, Keuzes, KnopLink, LegeStaat, Link, Merk, Paginering, Selectie, Stapel, Tabel, TekstVeld, veld, VerborgenVeld, Zoekveld } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { rolnamen } from '../../kern/rechten/index.ts';
import { voegMedewerkerToe, wijzigMedewerker, zetMedewerkerActief } from '../handelingen/medewerkers.ts';
import { persoonsoortcodes, persoonsoorten } from '../regels/woorden.ts';
import { maakMedewerkerDetail, medewerkerKeuzes, medewerkersLijst, MENSEN_PER_PAGINA, type OpenWerk } from '../vragen/lijsten.ts';
import { BEGIN, Bewaar, Gevolgen, kader, MENU, UitGebruik, vereis } from './gedeeld.tsx';
import { onderdeelOpties } from './onderdelen.tsx';

const PAD = `${MENU}/medewerkers`;
const KRUIMELS = [BEGIN, { tekst: 'Medewerkers', href: PAD }];
const LABELS = { personeelsnummer: 'Personeelsnummer', voornaam: 'Voornaam', tussenvoegsel: 'Tussenvoegsel', achternaam: 'Achternaam', email: 'E-mailadres', telefoon: 'Telefoon', werkgever: 'Bedrijf' };
const DIENST = { uit: 'Uit dienst', alle: 'In en uit dienst' } as const;
const FILTERS = ['onderdeel', 'dienst'] as const;
type Keuzelijsten = Awaited<ReturnType<typeof medewerkerKeuzes.haal>>;
type Huidig = { onderdeel_id: string; functie_id: string | null; locatie_id: string | null };

export function medewerkersPaginas(site: Site, openWerk: readonly OpenWerk[]): void {
  const detail = maakMedewerkerDetail(openWerk);
  site.pagina(PAD, lijst);
  site.zoek(PAD, { verhuld: ['q'], open: FILTERS });

  site.formulier(`${PAD}/nieuw`, {
    handeling: voegMedewerkerToe,
    laad: async (v) => {
      vereis(v, 'inrichting.wijzigen');
      return v.vraag(medewerkerKeuzes, {});
    },
    begin: (_, v) => ({ soort: 'medewerker', onderdeel_id: v.query('onderdeel') }),
    toon: (keuzes, stand) => kader({ titel: 'Nieuwe medewerker', kruimels: KRUIMELS }, <Velden actie={`${PAD}/nieuw`} keuzes={keuzes} stand={stand} huidig={null} />),
    klaar: () => ({ naar: PAD, bericht: 'De medewerker staat erbij.' }),
  });

  site.formulier(`${PAD}/:id`, {
    handeling: wijzigMedewerker,
    laad: async (v) => {
      vereis(v, 'inrichting.wijzigen');
      const [beeld, keuzes] = await Promise.all([v.vraag(detail, { id: v.id('id') }), v.vraag(medewerkerKeuzes, {})]);
      return { ...beeld, keuzes };
    },
    begin: ({ medewerker: m }) => ({
      versie: String(m.versie), personeelsnummer: m.personeelsnummer, voornaam: m.voornaam, tussenvoegsel: m.tussenvoegsel, achternaam: m.achternaam, email: m.email, telefoon: m.telefoon,
      onderdeel_id: m.onderdeel_id, functie_id: m.functie_id ?? '', locatie_id: m.locatie_id ?? '', soort: m.soort, werkgever: m.werkgever,
    }),
    toon: ({ medewerker: m, leidt, rollen, ik, keuzes }, stand) => kader({ titel: m.naam, kruimels: KRUIMELS, merken: <UitGebruik actief={m.actief} tekst="uit dienst" /> },
      <Stapel>
        {leidt.length > 0 && <Alinea>Geeft leiding aan {leidt.map((o) => o.naam).join(', ')}.</Alinea>}
        {rollen.length > 0 && <Alinea>Heeft de {rollen.length === 1 ? 'rol' : 'rollen'} {rollen.map((r) => rolnamen[r.rol]).join(', ')}. <Link href={`${MENU}/rollen`}>Naar de rollen</Link></Alinea>}
        <Velden actie={`${PAD}/${m.id}`} keuzes={keuzes} stand={stand} huidig={m} />
        {!ik && <Alinea><Link href={`${PAD}/${m.id}/dienst`}>{m.actief ? `Zet ${m.naam} uit dienst` : `Zet ${m.naam} weer in dienst`}</Link></Alinea>}
      </Stapel>),
    klaar: () => ({ naar: PAD, bericht: 'Opgeslagen.' }),
  });

  site.formulier(`${PAD}/:id/dienst`, {
    handeling: zetMedewerkerActief,
    laad: async (v) => {
      vereis(v, 'inrichting.wijzigen');
      return v.vraag(detail, { id: v.id('id') });
    },
    begin: ({ medewerker: m }) => ({ versie: String(m.versie), actief: m.actief ? '' : 'ja' }),
    toon: ({ medewerker: m, leidt, werk }, stand) => kader({ titel: m.actief ? `${m.naam} uit dienst zetten` : `${m.naam} weer in dienst zetten`, kruimels: [...KRUIMELS, { tekst: m.naam, href: `${PAD}/${m.id}` }] },
      <Stapel>
        <Gevolgen items={m.actief ? [
          ...leidt.map((o) => `${o.naam} heeft dan geen leidinggevende. Meldingen gaan naar de leidinggevende erboven, tot je iemand anders kiest.`),
          ...werk,
          `${m.naam} wordt meteen uitgelogd en kan niet meer inloggen.`,
          'Alle rollen vervallen.',
          'Wat deze collega meldde of deed, blijft staan.',
          'Je kunt de collega later weer in dienst zetten. Rollen geef je dan opnieuw.',
        ] : [`${m.naam} kan weer inloggen.`, 'Rollen van vroeger komen niet vanzelf terug.']} />
        <Formulier actie={`${PAD}/${m.id}/dienst`} {...stand} verplichtUitleg={false}>
          <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
          <VerborgenVeld naam="actief" waarde={waarde(stand.waarden, 'actief')} />
          <Bewaar tekst={m.actief ? 'Zet uit dienst' : 'Zet weer in dienst'} terug={`${PAD}/${m.id}`} />
        </Formulier>
      </Stapel>),
    klaar: (r) => ({ naar: PAD, bericht: r.actief ? 'De medewerker is weer in dienst.' : 'De medewerker is uit dienst.' }),
  });
}

async function lijst(v: Verzoek): Promise<PaginaInhoud> {
  const q = v.verhuld('q');
  const gekozen = Object.fromEntries(['q', ...FILTERS].map((n) => [n, v.query(n)]).filter(([, w]) => w !== '')) as Record<string, string>;
  const pagina = Math.max(1, Number.parseInt(v.query('pagina'), 10) || 1);
  const [{ aantal, regels }, { onderdelen }] = await Promise.all([v.vraag(medewerkersLijst, { ...gekozen, q, pagina }), v.vraag(medewerkerKeuzes, {})]);
  const adres = (over: Record<string, string | undefined>): string => {
    const p = new URLSearchParams();
    for (const [naam, w] of Object.entries({ ...gekozen, ...over })) if (w) p.set(naam, w);
    return `${PAD}${p.size > 0 ? `?${p}` : ''}`;
  };
  const wijzigt = v.mag('inrichting.wijzigen');
  const actief = FILTERS.flatMap((n) => (gekozen[n] ? [{ tekst: n === 'dienst' ? DIENST[gekozen[n] as keyof typeof DIENST] : (onderdelen.find((o) => o.id === gekozen[n])?.naam ?? 'Onderdeel'), href: adres({ [n]: undefined }) }] : []));
  return kader({
    titel: 'Medewerkers', inleiding: aantal === 1 ? '1 collega' : `${aantal} collega’s`,
    acties: <Stapel ruimte="s">
      <Zoekveld actie={PAD} csrf={v.stand().csrf} label="Zoek op naam, personeelsnummer of e-mailadres" waarde={q} verborgen={Object.fromEntries(FILTERS.flatMap((n) => (gekozen[n] ? [[n, gekozen[n]]] : [])))} />
      {wijzigt && <KnopLink icoon="plus" href={`${PAD}/nieuw${gekozen.onderdeel ? `?onderdeel=${gekozen.onderdeel}` : ''}`}>Nieuwe medewerker</KnopLink>}
    </Stapel>,
  },
  <Stapel>
    <Filters actie={PAD} actief={actief} wisHref={adres({ onderdeel: undefined, dienst: undefined })}>
      {q !== '' && <VerborgenVeld naam="q" waarde={v.query('q')} />}
      <Selectie naam="onderdeel" label="Onderdeel" leeg="Alle" waarde={gekozen.onderdeel} opties={onderdeelOpties(onderdelen, gekozen.onderdeel ?? null)} />
      <Selectie naam="dienst" label="In dienst" leeg="In dienst" waarde={gekozen.dienst} opties={Object.entries(DIENST).map(([w, label]) => ({ waarde: w, label }))} />
    </Filters>
    <Tabel
      bijschrift="Medewerkers op achternaam" bijschriftVerborgen rijen={regels}
      leeg={<LegeStaat titel="Geen medewerkers gevonden" icoon="zoek"><p>Zoek met een ander woord, of haal een filter weg.</p></LegeStaat>}
      kolommen={[
        { kop: 'Naam', rijkop: true, cel: (m) => <span>{wijzigt ? <Link href={`${PAD}/${m.id}`}>{m.naam}</Link> : m.naam}<UitGebruik actief={m.actief} tekst="uit dienst" />{m.soort !== 'medewerker' && <> <Merk soort="info">{m.soort === 'politiek' ? 'politiek' : 'ingehuurd'}</Merk></>}</span> },
        { kop: 'Nummer', cel: (m) => m.personeelsnummer },
        { kop: 'Onderdeel', cel: (m) => m.onderdeel },
        { kop: 'Functie', cel: (m) => (m.soort === 'ingehuurd' ? m.werkgever : (m.functie ?? <span class="rd-zacht">niet bekend</span>)) },
        { kop: 'E-mailadres', cel: (m) => m.email },
      ]}
    />
    <Paginering pagina={pagina} aantalPaginas={Math.ceil(aantal / MENSEN_PER_PAGINA)} href={(n) => adres({ pagina: n === 1 ? undefined : String(n) })} />
  </Stapel>);
}

function Velden({ actie, keuzes, stand, huidig }: { actie: string; keuzes: Keuzelijsten; stand: Stand; huidig: Huidig | null }) {
  const opties = (rijen: readonly { id: string; naam: string; actief: boolean }[], gekozen: string | null | undefined) => rijen.filter((r) => r.actief || r.id === gekozen).map((r) => ({ waarde: r.id, label: r.naam }));
  return (
    <Formulier actie={actie} {...stand} veldnamen={LABELS}>
      {huidig && <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />}
      <Groep titel="Wie is het?" naam="wie">
        <TekstVeld {...veld(stand, 'voornaam')} label="Voornaam" verplicht max={100} spelling={false} />
        <TekstVeld {...veld(stand, 'tussenvoegsel')} label="Tussenvoegsel" max={30} tekens={10} spelling={false} />
        <TekstVeld {...veld(stand, 'achternaam')} label="Achternaam" verplicht max={100} spelling={false} />
        <TekstVeld {...veld(stand, 'personeelsnummer')} label="Personeelsnummer" verplicht max={40} tekens={14} spelling={false} />
        <Keuzes {...veld(stand, 'soort')} label="Wat voor collega is het?" verplicht opties={persoonsoortcodes.map((s) => ({
          waarde: s, label: persoonsoorten[s],
          extra: s === 'ingehuurd' ? <TekstVeld {...veld(stand, 'werkgever')} label="Bij welk bedrijf in dienst?" verplicht max={200} /> : undefined,
        }))} />
      </Groep>
      <Groep titel="Bereikbaar" naam="bereikbaar" uitleg="Op dit adres komt e-mail van Rugdekking. Er staat nooit in wat er is gebeurd.">
        <TekstVeld {...veld(stand, 'email')} label="E-mailadres" verplicht soort="email" max={254} spelling={false} />
        <TekstVeld {...veld(stand, 'telefoon')} label="Telefoon" soort="tel" max={30} tekens={18} />
      </Groep>
      <Groep titel="Waar werkt deze collega?" naam="waar" uitleg={huidig ? 'Bij een ander onderdeel hoort een andere leidinggevende. Die ziet ook de dossiers die nog open staan.' : undefined}>
        <Selectie {...veld(stand, 'onderdeel_id')} label="Onderdeel" verplicht leeg="Kies een onderdeel" opties={onderdeelOpties(keuzes.onderdelen, huidig?.onderdeel_id ?? null)} />
        <Selectie {...veld(stand, 'functie_id')} label="Functie" leeg="Niet bekend" opties={opties(keuzes.functies, huidig?.functie_id)} />
        <Selectie {...veld(stand, 'locatie_id')} label="Werkplek" leeg="Geen vaste plek" opties={opties(keuzes.locaties, huidig?.locatie_id)} />
      </Groep>
      <Bewaar terug={PAD} />
    </Formulier>
  );
}
