import type { ComponentChildren } from 'preact';
import { fout } from '../../kern/fouten/index.ts';
import { ActieFormulier, Alinea, Formulier, Groep, Keuzes, Knop, Knoppen, Selectie, Stapel, TekstGebied, TekstVeld, Uitklap, veld, veldMeer, veldVinkje, VerborgenVeld, Vinkje, Vinkjes } from '../../ontwerp/index.ts';
import { waarde, type Site, type Stand, type Velden, type Verzoek } from '../../platform/http/index.ts';
import { bewaarAlgemeen, bewaarGedraging, bewaarKoppeling, bewaarRegel, haalGedragingWeg, haalRegelWeg, type Sanctieplek } from '../handelingen/bewerken.ts';
import type { Gedraging, Kaderregel, Sanctie } from '../regels/kader.ts';
import { agressiesoortcodes, agressiesoorten, beslissercodes, beslissersoorten, gebiedcodes, gebieden, klassecodes, klassen, maatregelcodes, maatregelsoorten, media, mediumcodes, tegencodes, tegens } from '../regels/soorten.ts';
import type { Versiebeeld } from '../vragen/versies.ts';
import { Bewaar, formulierpagina, teWijzigen, VERSIES, versiepad, VersieVelden } from './gedeeld.tsx';

const opties = <T extends string>(codes: readonly T[], namen: Record<T, string>) => codes.map((w) => ({ waarde: w, label: namen[w] }));
const hoofd = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1);

/** The thing that the address names, or null for a new one; gone is not found. */
function gevraagd<T>(v: Verzoek, sleutel: string, zoek: (code: string) => T | undefined): T | null {
  const code = v.query(sleutel);
  if (code === '') return null;
  const uit = zoek(code);
  if (uit === undefined) throw fout('niet-gevonden');
  return uit;
}

const invoer = (velden: Velden, v: Verzoek): Velden => ({ ...velden, id: v.id('id') });
const terug = (bericht: string) => (r: { id: string }) => ({ naar: versiepad(r.id), bericht });

/** Registers the forms with which a draft is changed. */
export function bewerkPaginas(site: Site): void {
  site.formulier(`${VERSIES.href}/:id/regel`, {
    handeling: bewaarRegel, invoer,
    laad: async (v) => {
      const beeld = await teWijzigen(v);
      return { beeld, regel: gevraagd(v, 'regel', (c) => beeld.kader.regels.find((r) => r.code === c)) };
    },
    begin: ({ beeld, regel }) => ({ versie: String(beeld.versie.versie), ...regelvelden(regel, beeld) }),
    toon: ({ beeld, regel }, stand, v) => formulierpagina(beeld, regel ? regel.naam : 'Nieuwe regel', undefined, <Regelformulier beeld={beeld} regel={regel} stand={stand} v={v} />),
    klaar: terug('De regel staat in het concept.'),
  });
  site.actie(`${VERSIES.href}/:id/regel/weg`, { handeling: haalRegelWeg, klaar: terug('De regel is uit het concept.') });

  site.formulier(`${VERSIES.href}/:id/gedraging`, {
    handeling: bewaarGedraging, invoer,
    laad: async (v) => {
      const beeld = await teWijzigen(v);
      return { beeld, gedraging: gevraagd(v, 'gedraging', (c) => beeld.kader.gedragingen.find((g) => g.code === c)) };
    },
    begin: ({ beeld, gedraging: g }) => ({ versie: String(beeld.versie.versie), oud: g?.code ?? '', naam: g?.naam ?? '', klasse: g?.klasse ?? 'agressie', soort: g?.soort ?? '', geaccepteerd: g?.geaccepteerd ? 'ja' : 'nee', tijdens: g?.tijdens ?? '', na: g?.na ?? '' }),
    toon: ({ beeld, gedraging }, stand, v) => formulierpagina(beeld, gedraging ? gedraging.naam : 'Nieuw gedrag', 'Beschrijf gedrag zoals je het ziet of hoort, niet hoe iemand is.', <Gedragingformulier beeld={beeld} gedraging={gedraging} stand={stand} v={v} />),
    klaar: terug('Het gedrag staat in het concept.'),
  });
  site.actie(`${VERSIES.href}/:id/gedraging/weg`, { handeling: haalGedragingWeg, klaar: terug('Het gedrag is uit het concept, met wat ernaar verwees.') });

  site.formulier(`${VERSIES.href}/:id/vorm`, {
    handeling: bewaarKoppeling, invoer,
    laad: async (v) => {
      const beeld = await teWijzigen(v);
      const vorm = gevraagd(v, 'vorm', (c) => beeld.vormen.find((x) => x.code === c));
      if (vorm === null) throw fout('niet-gevonden');
      return { beeld, vorm };
    },
    begin: ({ beeld, vorm }) => {
      const eigen = beeld.kader.koppelingen.filter((k) => k.vorm === vorm.code);
      const bij = (t: (typeof tegencodes)[number]): string => eigen.find((k) => k.medium !== 'telefoon' && (k.tegen === null || k.tegen === t))?.gedraging ?? '';
      return {
        versie: String(beeld.versie.versie), vorm: vorm.code, ...Object.fromEntries(tegencodes.map((t) => [t, bij(t)])), telefoon: eigen.find((k) => k.medium === 'telefoon')?.gedraging ?? '',
        wijktVoorZwaarder: eigen.some((k) => k.wijktVoorZwaarder) ? 'ja' : '', letOp: eigen.find((k) => k.letOp !== '')?.letOp ?? '',
      };
    },
    toon: ({ beeld, vorm }, stand) => formulierpagina(beeld, vorm.naam, 'Welk gedrag uit het handelingskader is dit?', (
      <Formulier actie={`${versiepad(beeld.versie.id)}/vorm?vorm=${vorm.code}`} {...stand}>
        <VersieVelden stand={stand} />
        <VerborgenVeld naam="vorm" waarde={waarde(stand.waarden, 'vorm')} />
        {tegencodes.map((t) => <Selectie {...veld(stand, t)} label={`Tegen: ${tegens[t].charAt(0).toLowerCase()}${tegens[t].slice(1)}`} leeg="Een mens kiest" opties={gedragopties(beeld)} />)}
        <Selectie {...veld(stand, 'telefoon')} label="En aan de telefoon?" leeg="Hetzelfde" opties={gedragopties(beeld)} />
        <Vinkje {...veldVinkje(stand, 'wijktVoorZwaarder')} label="Telt niet mee als er iets zwaarders is gemeld" uitleg="Voor een vorm die zegt hoe het ging en niet wat er gebeurde, zoals ‘online’." />
        <TekstGebied {...veld(stand, 'letOp')} label="Waar moet iemand op letten?" uitleg="Staat bij het advies, als deze vorm meer kan zijn dan één soort gedrag." regels={2} max={400} />
        <Bewaar terug={versiepad(beeld.versie.id)} />
      </Formulier>
    )),
    klaar: terug('Bewaard in het concept.'),
  });

  site.formulier(`${VERSIES.href}/:id/algemeen`, {
    handeling: bewaarAlgemeen,
    laad: teWijzigen,
    begin: ({ versie, kader }) => ({ versie: String(versie.versie), maanden: String(kader.terugkijken.maanden), telt: kader.terugkijken.telt, combinatie: kader.combinatie.herhaling }),
    toon: (beeld, stand) => formulierpagina(beeld, 'Herhaling en combinatie', 'De handreiking zegt niet hoe ver je terugkijkt. Kies het zelf; het staat bij elk advies.', (
      <Formulier actie={`${versiepad(beeld.versie.id)}/algemeen`} {...stand} veldnamen={{ maanden: 'Maanden', telt: 'Wat telt', combinatie: 'Combinatie' }}>
        <VersieVelden stand={stand} />
        <TekstVeld {...veld(stand, 'maanden')} label="Hoeveel maanden kijk je terug?" verplicht toetsenbord="numeric" tekens={4} />
        <Keuzes {...veld(stand, 'telt')} label="Wat maakt het herhaling?" verplicht opties={[{ waarde: 'elke', label: 'Elke eerdere agressie' }, { waarde: 'zelfde_of_zwaarder', label: 'Alleen even zwaar of zwaarder gedrag', uitleg: 'Wie eerst schold en nu dreigt, dreigt dan voor het eerst.' }]} />
        <Keuzes {...veld(stand, 'combinatie')} label="Een combinatie van soorten agressie, bij herhaling" verplicht opties={[{ waarde: 'verdubbelen', label: 'De maatregel verdubbelt', uitleg: 'Zo staat het in tabel B, regel 5.' }, { waarde: 'hoogste', label: 'De hoogste maatregel geldt' }]} />
        <Bewaar terug={versiepad(beeld.versie.id)} />
      </Formulier>
    )),
    klaar: terug('Bewaard in het concept.'),
  });
}

const gedragopties = (beeld: Versiebeeld) => beeld.kader.gedragingen.map((g) => ({ waarde: g.code, label: g.naam }));

function sanctiewaarden(plek: Sanctieplek, s: Sanctie | undefined): Velden {
  const duur = s?.duur ?? { soort: 'geen' as const };
  return {
    [`${plek}_wat`]: s?.maatregelen ?? [], [`${plek}_duur`]: duur.soort, [`${plek}_van`]: duur.soort === 'vast' ? String(duur.maanden) : duur.soort === 'tussen' ? String(duur.van) : '',
    [`${plek}_tot`]: duur.soort === 'tussen' ? String(duur.tot) : '', [`${plek}_met`]: duur.soort === 'open' ? duur.metWie : '',
  };
}

function regelvelden(r: Kaderregel | null, beeld: Versiebeeld): Velden {
  const volgende = Math.max(0, ...beeld.kader.regels.filter((x) => x.code.startsWith('C')).map((x) => Number(x.code.slice(1)))) + 1;
  const h = r?.herhaling;
  return {
    oud: r?.code ?? '', tabel: r?.code.slice(0, 1) ?? 'C', nummer: r?.code.slice(1) ?? String(volgende), naam: r?.naam ?? '', gedragingen: r?.gedragingen ?? [], media: r?.media ?? [], alleenMetWapen: r?.alleenMetWapen ? 'ja' : '',
    ...sanctiewaarden('eerste', r?.sancties[0]), ...sanctiewaarden('eerste2', r?.sancties[1]), politie: r?.politie ?? [], herhaling: h?.soort ?? 'geen',
    ...sanctiewaarden('herhaal', h?.soort === 'regel' ? h.sancties[0] : undefined), ...sanctiewaarden('herhaal2', h?.soort === 'regel' ? h.sancties[1] : undefined), herhaal_politie: h?.soort === 'regel' ? h.politie : [],
    terugkijken: r?.terugkijkMaanden === null || r === null ? '' : String(r.terugkijkMaanden), gebied_van: r?.gebied?.van ?? '', gebied_tot: r?.gebied?.tot ?? '', beslissers: r?.beslissers ?? [], overlegMet: r?.overlegMet ?? '', aangifte: r?.aangifte ?? '',
  };
}

function Sanctievelden({ plek, label, stand }: { plek: Sanctieplek; label: string; stand: Stand }) {
  return (
    <>
      <Vinkjes {...veldMeer(stand, `${plek}_wat`)} label={label} uitleg="Vink er meer aan als ze samen worden opgelegd." opties={maatregelcodes.map((m) => ({ waarde: m, label: maatregelsoorten[m].naam }))} />
      <Selectie {...veld(stand, `${plek}_duur`)} label="Hoe lang?" verplicht opties={[{ waarde: 'geen', label: 'Geen duur' }, { waarde: 'vast', label: 'Een vast aantal maanden' }, { waarde: 'tussen', label: 'Van … tot … maanden: een mens kiest' }, { waarde: 'open', label: 'In overleg: een mens kiest' }]} />
      <TekstVeld {...veld(stand, `${plek}_van`)} label="Maanden, of vanaf" toetsenbord="numeric" tekens={4} max={3} />
      <TekstVeld {...veld(stand, `${plek}_tot`)} label="Tot en met" toetsenbord="numeric" tekens={4} max={3} />
      <Selectie {...veld(stand, `${plek}_met`)} label="In overleg met" leeg="–" opties={opties(beslissercodes, beslissersoorten)} />
    </>
  );
}

const POLITIE = [{ waarde: 'vooraf', label: 'Eerst contact met de politie', uitleg: 'Dan kan het ook worden gehandhaafd.' }, { waarde: 'melding', label: 'Melding bij de politie' }];

function Regelformulier({ beeld, regel, stand, v }: { beeld: Versiebeeld; regel: Kaderregel | null; stand: Stand; v: Verzoek }) {
  const pad = `${versiepad(beeld.versie.id)}/regel`;
  const gevuld = (plek: Sanctieplek): boolean => (stand.waarden[`${plek}_wat`]?.length ?? 0) > 0;
  return (
    <Stapel>
      <Formulier actie={regel ? `${pad}?regel=${regel.code}` : pad} {...stand}>
        <VersieVelden stand={stand} />
        <VerborgenVeld naam="oud" waarde={waarde(stand.waarden, 'oud')} />
        <Groep titel="Waar gaat deze regel over?">
          <TekstVeld {...veld(stand, 'naam')} label="Reden" verplicht uitleg="Zoals het in de tabel staat." max={200} />
          <Vinkjes {...veldMeer(stand, 'gedragingen')} label="Welk gedrag?" verplicht opties={gedragopties(beeld)} />
          <Vinkjes {...veldMeer(stand, 'media')} label="Alleen bij dit contact" uitleg="Niets aangevinkt is: altijd." opties={opties(mediumcodes, media)} />
          <Vinkje {...veldVinkje(stand, 'alleenMetWapen')} label="Alleen als er een wapen bij was" />
        </Groep>
        <Groep titel="De eerste keer" naam="eerste">
          <Sanctievelden plek="eerste" label="Welke maatregel?" stand={stand} />
          <Uitklap titel="Of in plaats daarvan" open={gevuld('eerste2')}><Sanctievelden plek="eerste2" label="Welke andere maatregel?" stand={stand} /></Uitklap>
          <Vinkjes {...veldMeer(stand, 'politie')} label="Politie" opties={POLITIE} />
        </Groep>
        <Groep titel="Bij herhaling" naam="herhaling">
          <Keuzes {...veld(stand, 'herhaling')} label="Wat geldt er bij herhaling?" verplicht opties={[{ waarde: 'geen', label: 'Niets anders' }, { waarde: 'zwaarder', label: 'Zwaarder, een mens kiest hoeveel', uitleg: 'Een waarschuwing wordt een pandverbod, of het pandverbod duurt langer.' }, { waarde: 'regel', label: 'Een eigen maatregel' }]} />
          <Uitklap titel="De eigen maatregel bij herhaling" open={gevuld('herhaal')}><Sanctievelden plek="herhaal" label="Welke maatregel bij herhaling?" stand={stand} /></Uitklap>
          <Uitklap titel="Of in plaats daarvan, bij herhaling" open={gevuld('herhaal2')}><Sanctievelden plek="herhaal2" label="Welke andere maatregel bij herhaling?" stand={stand} /></Uitklap>
          <Vinkjes {...veldMeer(stand, 'herhaal_politie')} label="Politie bij herhaling" opties={POLITIE} />
          <TekstVeld {...veld(stand, 'terugkijken')} label="Maanden terugkijken, alleen voor deze regel" uitleg="Leeg is: zoals in de hele versie." toetsenbord="numeric" tekens={4} max={3} />
        </Groep>
        <Groep titel="Waar, wie en aangifte" naam="wie">
          <Selectie {...veld(stand, 'gebied_van')} label="Werkingsgebied" leeg="Staat niet in deze tabel" opties={gebiedcodes.map((g) => ({ waarde: g, label: hoofd(gebieden[g]) }))} />
          <Selectie {...veld(stand, 'gebied_tot')} label="Tot en met" leeg="Alleen dat" opties={gebiedcodes.map((g) => ({ waarde: g, label: hoofd(gebieden[g]) }))} />
          <Vinkjes {...veldMeer(stand, 'beslissers')} label="Wie beslist?" uitleg="Vink er meer aan als een van hen mag beslissen." opties={opties(beslissercodes, beslissersoorten)} />
          <Selectie {...veld(stand, 'overlegMet')} label="Overlegt over de duur met" leeg="Niemand" opties={opties(beslissercodes, beslissersoorten)} />
          <Selectie {...veld(stand, 'aangifte')} label="Aangifte" leeg="Staat niet in deze regel" opties={[{ waarde: 'altijd', label: 'Altijd' }, { waarde: 'indien_strafbaar', label: 'Als het strafbaar is' }]} />
        </Groep>
        <Groep titel="Plek in de tabellen" naam="plek">
          <Keuzes {...veld(stand, 'tabel')} label="Tabel" verplicht variant="chips" opties={[{ waarde: 'A', label: 'A' }, { waarde: 'B', label: 'B' }, { waarde: 'C', label: 'C: eigen regels' }]} />
          <TekstVeld {...veld(stand, 'nummer')} label="Nummer" verplicht toetsenbord="numeric" tekens={4} max={3} />
        </Groep>
        <Bewaar terug={versiepad(beeld.versie.id)} />
      </Formulier>
      {regel && <Weg actie={`${pad}/weg`} beeld={beeld} oud={regel.code} tekst="Haal deze regel uit het concept" v={v} />}
    </Stapel>
  );
}

function Gedragingformulier({ beeld, gedraging, stand, v }: { beeld: Versiebeeld; gedraging: Gedraging | null; stand: Stand; v: Verzoek }) {
  const pad = `${versiepad(beeld.versie.id)}/gedraging`;
  return (
    <Stapel>
      <Formulier actie={gedraging ? `${pad}?gedraging=${gedraging.code}` : pad} {...stand} veldnamen={{ naam: 'Gedrag', klasse: 'Wat voor gedrag', soort: 'Soort agressie', geaccepteerd: 'Accepteren', tijdens: 'Op dat moment', na: 'Daarna' }}>
        <VersieVelden stand={stand} />
        <VerborgenVeld naam="oud" waarde={waarde(stand.waarden, 'oud')} />
        <TekstVeld {...veld(stand, 'naam')} label="Welk gedrag?" verplicht max={200} />
        <Keuzes {...veld(stand, 'klasse')} label="Wat voor gedrag is het?" verplicht opties={klassecodes.map((k) => ({ waarde: k, label: klassen[k], uitleg: k === 'onevenredig_beroep' ? 'Veel klachten, brieven of Woo-verzoeken. Geen agressie, en geen maatregel zonder tweede persoon.' : undefined }))} />
        <Keuzes {...veld(stand, 'soort')} label="Welke soort agressie?" uitleg="Alleen bij gedrag over de grens. Twee soorten in één incident zijn een combinatie." opties={opties(agressiesoortcodes, agressiesoorten)} />
        <Keuzes {...veld(stand, 'geaccepteerd')} label="Accepteren we dit gedrag?" verplicht variant="chips" opties={[{ waarde: 'ja', label: 'Ja' }, { waarde: 'nee', label: 'Nee' }]} />
        <TekstGebied {...veld(stand, 'tijdens')} label="Wat doe je op dat moment?" regels={3} max={1_000} />
        <TekstGebied {...veld(stand, 'na')} label="Wat doen we daarna?" regels={3} max={1_000} />
        <Bewaar terug={versiepad(beeld.versie.id)} />
      </Formulier>
      {gedraging && <Weg actie={`${pad}/weg`} beeld={beeld} oud={gedraging.code} tekst="Haal dit gedrag uit het concept" v={v} />}
    </Stapel>
  );
}

function Weg({ actie, beeld, oud, tekst, v }: { actie: string; beeld: Versiebeeld; oud: string; tekst: ComponentChildren; v: Verzoek }) {
  const stand = v.stand();
  return (
    <ActieFormulier actie={actie} csrf={stand.csrf} sleutel={stand.sleutel}>
      <VerborgenVeld naam="versie" waarde={String(beeld.versie.versie)} />
      <VerborgenVeld naam="oud" waarde={oud} />
      <Alinea klein zacht>Alleen in dit concept. Wat nu geldt verandert niet.</Alinea>
      <Knoppen><Knop soort="gevaar">{tekst}</Knop></Knoppen>
    </ActieFormulier>
  );
}
