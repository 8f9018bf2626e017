import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { Alinea, Formulier, Keuzes, KnopLink, LegeStaat, Link, Stapel, Tabel, TekstVeld, veld, VerborgenVeld, type Kolom } from '../../ontwerp/index.ts';
import { waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { voegFunctieToe, voegLocatieToe, voegVormToe, wijzigFunctie, wijzigLocatie, wijzigVorm, zetLijstActief, zetVormActief } from '../handelingen/lijsten.ts';
import { gewichtcodes, gewichten, type Gewicht } from '../regels/woorden.ts';
import { functiesLijst, locatiesLijst, vormenLijst } from '../vragen/lijsten.ts';
import { BEGIN, Bewaar, Gevolgen, kader, MENU, UitGebruik, vereis } from './gedeeld.tsx';

const LOCATIES = { tekst: 'Locaties', href: `${MENU}/locaties` };
const FUNCTIES = { tekst: 'Functies', href: `${MENU}/functies` };
const VORMEN = { tekst: 'Vormen van agressie', href: `${MENU}/vormen` };
type Lijst = typeof LOCATIES;
type Regel = { id: string; naam: string; actief: boolean; versie: number };

/** One of a list, by the id in the path. */
async function een<R extends Regel>(v: Verzoek, lijst: Promise<R[]>): Promise<R> {
  const gevonden = (await lijst).find((r) => r.id === v.id('id'));
  if (!gevonden) throw fout('niet-gevonden');
  return gevonden;
}

interface Invulling {
  van: Lijst;
  titel: string;
  actie: string;
  /** Null for a new one. */
  zelf: Regel | null;
  inleiding?: string;
}

function formulier({ van, titel, actie, zelf, inleiding }: Invulling, stand: Stand, velden: ComponentChildren): PaginaInhoud {
  return kader({ titel, inleiding, kruimels: [BEGIN, van], merken: zelf ? <UitGebruik actief={zelf.actief} /> : undefined },
    <Stapel>
      <Formulier actie={actie} {...stand} veldnamen={{ naam: 'Naam', code: 'Code', adres: 'Adres', postcode: 'Postcode', plaats: 'Plaats', voorbeeld: 'Voorbeeld', volgorde: 'Volgorde' }}>
        {zelf && <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />}
        {velden}
        <Bewaar terug={van.href} />
      </Formulier>
      {zelf && <Alinea><Link href={`${van.href}/${zelf.id}/gebruik`}>{zelf.actief ? 'Neem uit gebruik' : 'Neem weer in gebruik'}</Link></Alinea>}
    </Stapel>);
}

function gebruik(van: Lijst, r: Regel, gevolgen: readonly string[], stand: Stand, extra?: ComponentChildren): PaginaInhoud {
  return kader({ titel: r.actief ? `${r.naam} uit gebruik nemen` : `${r.naam} weer in gebruik nemen`, kruimels: [BEGIN, van] },
    <Stapel>
      <Gevolgen items={r.actief ? [...gevolgen, 'Je kunt dit later weer in gebruik nemen.'] : ['Je kunt dit daarna weer kiezen.']} />
      <Formulier actie={`${van.href}/${r.id}/gebruik`} {...stand} verplichtUitleg={false}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <VerborgenVeld naam="actief" waarde={waarde(stand.waarden, 'actief')} />
        {extra}
        <Bewaar tekst={r.actief ? 'Neem uit gebruik' : 'Neem weer in gebruik'} terug={van.href} />
      </Formulier>
    </Stapel>);
}

const beginGebruik = (r: Regel) => ({ versie: String(r.versie), actief: r.actief ? '' : 'ja' });
const klaarGebruik = (van: Lijst) => (r: { actief: boolean }) => ({ naar: van.href, bericht: r.actief ? 'Weer in gebruik.' : 'Uit gebruik.' });

function lijstPagina<R extends Regel & { mensen: number }>(v: Verzoek, van: Lijst, inleiding: string, nieuw: string, rijen: readonly R[], kolommen: readonly Kolom<R>[]): PaginaInhoud {
  const wijzigt = v.mag('inrichting.wijzigen');
  return kader({ titel: van.tekst, inleiding, acties: wijzigt ? <KnopLink icoon="plus" href={`${van.href}/nieuw`}>{nieuw}</KnopLink> : undefined },
    <Tabel
      bijschrift={van.tekst} bijschriftVerborgen rijen={rijen} leeg={<LegeStaat titel="Hier staat nog niets" icoon="lijst"><p>Voeg de eerste toe, of lees ze in uit een CSV-bestand.</p></LegeStaat>}
      kolommen={[
        { kop: 'Naam', rijkop: true, cel: (r) => <span>{wijzigt ? <Link href={`${van.href}/${r.id}`}>{r.naam}</Link> : r.naam}<UitGebruik actief={r.actief} /></span> },
        ...kolommen,
        { kop: 'Collega’s', getal: true, cel: (r) => r.mensen },
      ]}
    />);
}

/** Registers the lists of locations, functions and forms of aggression. */
export function lijstPaginas(site: Site): void {
  const wijzigen = async <T,>(v: Verzoek, haal: () => Promise<T>): Promise<T> => {
    vereis(v, 'inrichting.wijzigen');
    return haal();
  };

  site.pagina(LOCATIES.href, async (v) => lijstPagina(v, LOCATIES, 'Plekken waar je werkt. Wie meldt kiest uit deze lijst waar het gebeurde.', 'Nieuwe locatie', await v.vraag(locatiesLijst, {}), [
    { kop: 'Code', cel: (l) => l.code },
    { kop: 'Adres', cel: (l) => [l.adres, [l.postcode, l.plaats].filter(Boolean).join(' ')].filter(Boolean).join(', ') },
  ]));
  const locatieVelden = (stand: Stand) => (
    <>
      <TekstVeld {...veld(stand, 'naam')} label="Naam" verplicht uitleg="Zoals collega’s het noemen. Bijvoorbeeld ‘Balie stadhuis’." max={200} />
      <TekstVeld {...veld(stand, 'code')} label="Code" verplicht uitleg="Kort, zonder spaties. Een import herkent de locatie hieraan." max={40} tekens={12} spelling={false} />
      <TekstVeld {...veld(stand, 'adres')} label="Straat en huisnummer" max={200} />
      <TekstVeld {...veld(stand, 'postcode')} label="Postcode" max={10} tekens={8} />
      <TekstVeld {...veld(stand, 'plaats')} label="Plaats" max={100} />
    </>
  );
  site.formulier(`${LOCATIES.href}/nieuw`, {
    handeling: voegLocatieToe,
    laad: (v) => wijzigen(v, async () => null),
    toon: (_, stand) => formulier({ van: LOCATIES, titel: 'Nieuwe locatie', actie: `${LOCATIES.href}/nieuw`, zelf: null }, stand, locatieVelden(stand)),
    klaar: () => ({ naar: LOCATIES.href, bericht: 'De locatie staat erbij.' }),
  });
  site.formulier(`${LOCATIES.href}/:id`, {
    handeling: wijzigLocatie,
    laad: (v) => wijzigen(v, () => een(v, v.vraag(locatiesLijst, {}))),
    begin: (l) => ({ versie: String(l.versie), naam: l.naam, code: l.code, adres: l.adres, postcode: l.postcode, plaats: l.plaats }),
    toon: (l, stand) => formulier({ van: LOCATIES, titel: l.naam, actie: `${LOCATIES.href}/${l.id}`, zelf: l, inleiding: 'Dossiers die deze locatie noemen, tonen daarna de nieuwe naam.' }, stand, locatieVelden(stand)),
    klaar: () => ({ naar: LOCATIES.href, bericht: 'Opgeslagen.' }),
  });
  const lijstGebruik = (van: Lijst, soort: 'locatie' | 'functie', gevolgen: (r: Regel & { mensen: number }) => string[]) => site.formulier(`${van.href}/:id/gebruik`, {
    handeling: zetLijstActief,
    laad: (v): Promise<Regel & { mensen: number }> => wijzigen(v, () => een<Regel & { mensen: number }>(v, soort === 'locatie' ? v.vraag(locatiesLijst, {}) : v.vraag(functiesLijst, {}))),
    begin: (r) => beginGebruik(r),
    toon: (r, stand) => gebruik(van, r, gevolgen(r), stand, <VerborgenVeld naam="soort" waarde={soort} />),
    klaar: klaarGebruik(van),
  });
  const houden = (n: number, wat: string): string[] => (n > 0 ? [n === 1 ? `Bij 1 collega blijft ${wat} nog staan.` : `Bij ${n} collega’s blijft ${wat} nog staan.`] : []);
  lijstGebruik(LOCATIES, 'locatie', (r) => ['Wie meldt kan deze locatie niet meer kiezen.', 'In dossiers blijft zij staan.', ...houden(r.mensen, 'deze werkplek')]);

  site.pagina(FUNCTIES.href, async (v) => lijstPagina(v, FUNCTIES, 'Wat mensen doen. Daarmee zie je later bij welk werk agressie voorkomt.', 'Nieuwe functie', await v.vraag(functiesLijst, {}), [{ kop: 'Code', cel: (f) => f.code }]));
  const functieVelden = (stand: Stand) => (
    <>
      <TekstVeld {...veld(stand, 'naam')} label="Naam" verplicht max={200} />
      <TekstVeld {...veld(stand, 'code')} label="Code" verplicht uitleg="Kort, zonder spaties. Een import herkent de functie hieraan." max={40} tekens={12} spelling={false} />
    </>
  );
  site.formulier(`${FUNCTIES.href}/nieuw`, {
    handeling: voegFunctieToe,
    laad: (v) => wijzigen(v, async () => null),
    toon: (_, stand) => formulier({ van: FUNCTIES, titel: 'Nieuwe functie', actie: `${FUNCTIES.href}/nieuw`, zelf: null }, stand, functieVelden(stand)),
    klaar: () => ({ naar: FUNCTIES.href, bericht: 'De functie staat erbij.' }),
  });
  site.formulier(`${FUNCTIES.href}/:id`, {
    handeling: wijzigFunctie,
    laad: (v) => wijzigen(v, () => een(v, v.vraag(functiesLijst, {}))),
    begin: (f) => ({ versie: String(f.versie), naam: f.naam, code: f.code }),
    toon: (f, stand) => formulier({ van: FUNCTIES, titel: f.naam, actie: `${FUNCTIES.href}/${f.id}`, zelf: f }, stand, functieVelden(stand)),
    klaar: () => ({ naar: FUNCTIES.href, bericht: 'Opgeslagen.' }),
  });
  lijstGebruik(FUNCTIES, 'functie', (r) => ['Je kunt deze functie niet meer kiezen bij een medewerker.', ...houden(r.mensen, 'deze functie')]);

  vormenPaginas(site);
}

/** Who may set terms may set the forms too, except a griffier alone. */
const magVormen = (v: Verzoek): boolean => v.mag('inrichting.termijnen') && v.sessie.actor.rollen.some((r) => r.rol !== 'griffier');

function vormenPaginas(site: Site): void {
  const laad = async <T,>(v: Verzoek, haal: () => Promise<T>): Promise<T> => {
    if (!magVormen(v)) throw fout('niet-gevonden');
    return haal();
  };
  site.pagina(VORMEN.href, async (v) => {
    const wijzigt = magVormen(v);
    return kader({ titel: VORMEN.tekst, inleiding: 'In woorden van mensen, niet van de wet. Wie meldt kiest hieruit. Het gewicht bepaalt hoe ernstig een melding is.', acties: wijzigt ? <KnopLink icoon="plus" href={`${VORMEN.href}/nieuw`}>Nieuwe vorm</KnopLink> : undefined },
      <Tabel
        bijschrift={VORMEN.tekst} bijschriftVerborgen rijen={await v.vraag(vormenLijst, {})}
        leeg={<LegeStaat titel="Er is nog geen vorm" icoon="lijst"><p>Zonder vorm kan niemand melden. Voeg de eerste toe.</p></LegeStaat>}
        kolommen={[
          { kop: 'Vorm', rijkop: true, cel: (r) => <span>{wijzigt ? <Link href={`${VORMEN.href}/${r.id}`}>{r.naam}</Link> : r.naam}<UitGebruik actief={r.actief} /></span> },
          { kop: 'Voorbeeld', cel: (r) => r.voorbeeld },
          { kop: 'Telt als', cel: (r) => gewichten[String(r.gewicht) as Gewicht].naam },
          { kop: 'Volgorde', getal: true, cel: (r) => r.volgorde },
        ]}
      />);
  });
  const velden = (stand: Stand) => (
    <>
      <TekstVeld {...veld(stand, 'naam')} label="Hoe noemen collega’s het?" verplicht max={80} />
      <TekstVeld {...veld(stand, 'voorbeeld')} label="Voorbeeld" uitleg="Eén zin die iemand herkent. Staat onder de naam op het meldformulier." max={200} />
      <Keuzes {...veld(stand, 'gewicht')} label="Hoe zwaar telt dit?" verplicht uitleg="De zwaarste vorm van een melding bepaalt de ernst. De Adviseur kan daarvan afwijken." opties={gewichtcodes.map((g) => ({ waarde: g, label: gewichten[g].naam, uitleg: gewichten[g].uitleg }))} />
      <TekstVeld {...veld(stand, 'volgorde')} label="Plek in de lijst" verplicht uitleg="Een laag getal staat bovenaan." toetsenbord="numeric" tekens={4} />
    </>
  );
  site.formulier(`${VORMEN.href}/nieuw`, {
    handeling: voegVormToe,
    laad: (v) => laad(v, () => v.vraag(vormenLijst, {})),
    begin: (alle) => ({ volgorde: String(Math.min(999, Math.max(0, ...alle.map((r) => r.volgorde)) + 10)) }),
    toon: (_, stand) => formulier({ van: VORMEN, titel: 'Nieuwe vorm', actie: `${VORMEN.href}/nieuw`, zelf: null }, stand, velden(stand)),
    klaar: () => ({ naar: VORMEN.href, bericht: 'De vorm staat op het meldformulier.' }),
  });
  site.formulier(`${VORMEN.href}/:id`, {
    handeling: wijzigVorm,
    laad: (v) => laad(v, () => een(v, v.vraag(vormenLijst, {}))),
    begin: (r) => ({ versie: String(r.versie), naam: r.naam, voorbeeld: r.voorbeeld, gewicht: String(r.gewicht), volgorde: String(r.volgorde) }),
    toon: (r, stand) => formulier({ van: VORMEN, titel: r.naam, actie: `${VORMEN.href}/${r.id}`, zelf: r, inleiding: 'Dossiers met deze vorm tonen daarna de nieuwe naam. De ernst van die dossiers blijft.' }, stand, velden(stand)),
    klaar: () => ({ naar: VORMEN.href, bericht: 'Opgeslagen.' }),
  });
  site.formulier(`${VORMEN.href}/:id/gebruik`, {
    handeling: zetVormActief,
    laad: (v) => laad(v, () => een(v, v.vraag(vormenLijst, {}))),
    begin: beginGebruik,
    toon: (r, stand) => gebruik(VORMEN, r, ['Deze vorm staat niet meer op het meldformulier.', 'In dossiers blijft zij staan.'], stand),
    klaar: klaarGebruik(VORMEN),
  });
}
