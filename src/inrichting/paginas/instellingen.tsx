import type { ComponentChildren } from 'preact';
import { Temporal } from 'temporal-polyfill';
import { fout } from '../../kern/fouten/index.ts';
import { dagVan, datumInvoer, datumTekst, feestdagen, ladderMomenten, momentTekst, termijnEenheden, tijdInvoer, vervalmoment, voorTekst } from '../../kern/tijd/index.ts';
import { Alinea, DatumVeld, DefinitieLijst, Formulier, Groep, Kaart, Keuzes, KnopLink, Lijst, Melding, Raster, Selectie, Stapel, TekstGebied, TekstVeld, TijdVeld, veld, veldMeer, veldVinkje, VerborgenVeld, Vinkje, Vinkjes } from '../../ontwerp/index.ts';
import { waarde, type Site, type Stand, type Velden, type Verzoek } from '../../platform/http/index.ts';
import type { Compartiment } from '../../kern/rechten/index.ts';
import { MEEST_SLUITINGSDAGEN, MEEST_STAPPEN, overig, stelKalenderIn, stelLadderIn, stelMaatregelenIn, stelOverigIn, stelTermijnenIn, stempel } from '../handelingen/instellingen.ts';
import { ladders, ontvangers, ontvangersOp, termijnsoorten, type Laddersoort, type Ontvanger, type Termijnsoort } from '../instellingen.ts';
import { uitgevouwen } from '../invoer.ts';
import { compartimentnamen, duurTekst, eenheden } from '../regels/woorden.ts';
import { instellingenLezen, type Instellingenbeeld } from '../vragen/overzicht.ts';
import { BEGIN, Bewaar, kader, MENU } from './gedeeld.tsx';

const PAD = `${MENU}/instellingen`;
const KRUIMELS = [BEGIN, { tekst: 'Termijnen en meldladder', href: PAD }];
const soorten = Object.keys(termijnsoorten) as Termijnsoort[];
const laddersoorten = Object.keys(ladders) as Laddersoort[];
const LOPEND = 'Termijnen die al lopen, houden het moment dat ze hebben.';
const BEVRIJDING = { nooit: 'Nooit vrij', lustrum: 'Elke vijf jaar vrij (2030, 2035 …)', 'elk jaar': 'Elk jaar vrij' } as const;

/** "Eerste nazorg vóór morgen 14.10 uur": what a term means for a report of this moment. */
function voorbeeld({ instellingen, kalender }: Instellingenbeeld, compartiment: Compartiment, soort: Termijnsoort, nu: Temporal.Instant): string {
  return voorTekst(vervalmoment(nu, instellingen.termijnen[compartiment][soort], kalender), nu);
}

const zin = (o: Ontvanger): string => ontvangers[o].charAt(0).toLowerCase() + ontvangers[o].slice(1);
const som = (lijst: readonly string[]): string => (lijst.length < 2 ? lijst.join('') : `${lijst.slice(0, -1).join(', ')} en ${lijst.at(-1)}`);

/** Who hears of a report of this moment and when, a sentence a step. */
function ladderzinnen({ instellingen, kalender }: Instellingenbeeld, soort: Laddersoort, nu: Temporal.Instant): string[] {
  const { direct, ladder } = instellingen.meldladder[soort];
  return [
    `Meteen: ${som(direct.map(zin))}.`,
    ...ladderMomenten(nu, ladder, kalender).map((m) => `Heeft niemand de melding bevestigd, dan ${momentTekst(m.moment, nu)}: ${zin(m.ontvanger as Ontvanger)}.`),
  ];
}

export function instellingenPaginas(site: Site): void {
  site.pagina(PAD, async (v) => {
    const beeld = await v.vraag(instellingenLezen, {});
    const { instellingen: i, mag } = beeld;
    const kalenderjaar = dagVan(v.nu).year;
    const wijzig = (kan: boolean, deel: string, wat: string): ComponentChildren => (kan ? <KnopLink soort="secundair" href={`${PAD}/${deel}`}>Wijzig<span class="ams-visually-hidden">: {wat}</span></KnopLink> : undefined);
    const termijnen = (c: Compartiment) => (
      <Kaart titel={`Termijnen: ${compartimentnamen[c].toLowerCase()}`} icoon="klok" acties={wijzig(mag[c], `termijnen-${c}`, `termijnen, ${compartimentnamen[c]}`)}>
        <Alinea klein zacht>Daarachter staat wat het is voor een melding van nu.</Alinea>
        <DefinitieLijst items={soorten.map((s) => ({ term: termijnsoorten[s], waarde: <>{duurTekst(i.termijnen[c][s])} <span class="rd-zacht">{voorbeeld(beeld, c, s, v.nu)}</span></> }))} />
      </Kaart>
    );
    return kader({ titel: 'Termijnen en meldladder', inleiding: 'Wie hoort wat, en wanneer moet iets klaar zijn. De waarden waarmee je begint komen uit de praktijk, niet uit de wet.' },
      <Stapel>
        <Raster>{laddersoorten.map((s) => (
          <Kaart titel={ladders[s]} icoon="bel" acties={wijzig(s === 'politiek' ? mag.politiek : mag.ambtelijk, `meldladder-${s}`, `meldladder, ${ladders[s]}`)}>
            <Alinea klein zacht>Een melding van nu:</Alinea>
            <Lijst genummerd items={ladderzinnen(beeld, s, v.nu)} />
          </Kaart>
        ))}</Raster>
        <Raster>{termijnen('ambtelijk')}{termijnen('politiek')}</Raster>
        <Raster>
          <Kaart titel="Werkdagen" icoon="kalender" acties={wijzig(mag.allen, 'kalender', 'werkdagen')}>
            <DefinitieLijst onbekend="geen" items={[
              { term: 'Werkdag', waarde: `maandag tot en met vrijdag, ${kloktijd(i.kalender.beginWerkdag)} tot ${kloktijd(i.kalender.eindeWerkdag)} uur` },
              { term: 'Goede Vrijdag', waarde: i.kalender.goedeVrijdag ? 'vrij' : 'gewone werkdag' },
              { term: 'Bevrijdingsdag', waarde: BEVRIJDING[i.kalender.bevrijdingsdag].toLowerCase() },
              { term: `Vrije dagen in ${kalenderjaar}`, waarde: <Lijst items={feestdagen(kalenderjaar, i.kalender).map((f) => `${datumTekst(f.datum)}: ${f.naam}`)} /> },
            ]} />
          </Kaart>
          <Kaart titel="Bereikbaar en herinneren" icoon="telefoon" acties={wijzig(mag.allen, 'overig', 'bereikbaar en herinneren')}>
            <DefinitieLijst onbekend="niet ingevuld" items={[
              { term: 'Nummer van het opvangteam', waarde: i.telefoon.opvang },
              { term: 'Nummer van de beveiliging', waarde: i.telefoon.beveiliging },
              { term: 'Herinnering', waarde: i.herinneringUren === 0 ? 'geen' : `${i.herinneringUren} uur voordat een termijn afloopt` },
              { term: 'Mogelijk dezelfde gebeurtenis', waarde: `zelfde plek, binnen ${i.zelfdeGebeurtenisUren} uur` },
              { term: 'Langste signaal', waarde: i.signaalMaanden === 1 ? '1 maand' : `${i.signaalMaanden} maanden` },
            ]} />
          </Kaart>
          <Kaart titel="Maatregelen" icoon="schild" acties={wijzig(mag.allen, 'maatregelen', 'maatregelen')}>
            <DefinitieLijst items={[
              { term: 'Langste maatregel', waarde: `${i.maatregelen.maxMaanden} maanden` },
              { term: 'Wie beslist', waarde: i.maatregelen.vierOgen ? 'iemand anders dan wie de maatregel voorstelde' : 'wie gemachtigd is, ook over een eigen voorstel' },
              { term: 'Gaat altijd door', waarde: <Lijst items={i.maatregelen.kerndiensten} /> },
            ]} />
          </Kaart>
        </Raster>
        <Alinea klein zacht>{LOPEND}</Alinea>
      </Stapel>);
  });

  const laad = (deel: keyof Instellingenbeeld['mag']) => async (v: Verzoek): Promise<Instellingenbeeld> => {
    const beeld = await v.vraag(instellingenLezen, {});
    if (!v.mag('inrichting.termijnen') || !beeld.mag[deel]) throw fout('niet-gevonden');
    return beeld;
  };
  const vorm = (deel: string, titel: string, inleiding: string, stand: Stand, velden: ComponentChildren, veldnamen: Record<string, string> = {}) =>
    kader({ titel, inleiding, kruimels: KRUIMELS },
      <Formulier actie={`${PAD}/${deel}`} {...stand} veldnamen={veldnamen}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        {velden}
        <Bewaar terug={PAD} />
      </Formulier>);
  const klaar = () => ({ naar: PAD, bericht: `Opgeslagen. ${LOPEND}` });

  for (const c of ['ambtelijk', 'politiek'] as const) {
    site.formulier(`${PAD}/termijnen-${c}`, {
      handeling: stelTermijnenIn(c),
      laad: laad(c),
      begin: ({ instellingen: { termijnen } }): Velden => ({ versie: stempel(termijnen[c]), ...Object.fromEntries(soorten.flatMap((s) => [[`${s}.aantal`, String(termijnen[c][s].aantal)], [`${s}.eenheid`, termijnen[c][s].eenheid]])) }),
      invoer: uitgevouwen,
      toon: (beeld, stand, v) => vorm(`termijnen-${c}`, `Termijnen: ${compartimentnamen[c].toLowerCase()}`, `Hoe lang mag iets duren? ${LOPEND}`, stand, soorten.map((s) => (
        <Groep titel={termijnsoorten[s]} naam={s} uitleg={`Nu is dat voor een melding van dit moment: ${voorbeeld(beeld, c, s, v.nu)}`}>
          <Duurvelden naam={s} stand={stand} />
        </Groep>
      )), Object.fromEntries(soorten.flatMap((s) => [[`${s}.aantal`, `${termijnsoorten[s]}, aantal`], [`${s}.eenheid`, `${termijnsoorten[s]}, eenheid`]]))),
      klaar,
    });
  }

  for (const s of laddersoorten) {
    site.formulier(`${PAD}/meldladder-${s}`, {
      handeling: stelLadderIn(s),
      laad: laad(s === 'politiek' ? 'politiek' : 'ambtelijk'),
      begin: ({ instellingen: { meldladder } }): Velden => ({
        versie: stempel(meldladder[s]), direct: [...meldladder[s].direct],
        ...Object.fromEntries(meldladder[s].ladder.flatMap((t, n) => [[`stap.${n}.wachttijd.aantal`, String(t.wachttijd.aantal)], [`stap.${n}.wachttijd.eenheid`, t.wachttijd.eenheid], [`stap.${n}.ontvanger`, t.ontvanger]])),
      }),
      invoer: uitgevouwen,
      toon: (beeld, stand, v) => vorm(`meldladder-${s}`, ladders[s], 'Wie hoort van een melding? En wie daarna, als niemand bevestigt dat hij haar heeft gezien?', stand, (
        <>
          <Melding soort="info" titel="Een melding van nu"><Lijst genummerd items={ladderzinnen(beeld, s, v.nu)} /></Melding>
          <Vinkjes {...veldMeer(stand, 'direct')} label="Wie hoort het meteen?" verplicht opties={ontvangersOp[s].map((o) => ({ waarde: o, label: ontvangers[o] }))} />
          {Array.from({ length: aantalRijen(stand, 'stap', MEEST_STAPPEN, 1) }, (_, n) => (
            <Groep titel={`Stap ${n + 1}`} naam={`stap-${n}`} uitleg={n === 0 ? 'Na hoeveel tijd, geteld vanaf de melding? Laat leeg wat je niet nodig hebt.' : 'Na hoeveel tijd, geteld vanaf de stap hiervoor?'}>
              <Duurvelden naam={`stap.${n}.wachttijd`} stand={stand} vrij />
              <Selectie {...veld(stand, `stap.${n}.ontvanger`)} label="Wie hoort het dan?" leeg="Niemand: deze stap vervalt" opties={ontvangersOp[s].map((o) => ({ waarde: o, label: ontvangers[o] }))} />
            </Groep>
          ))}
          {s === 'politiek' && <Alinea klein zacht>In dit compartiment hoort een ambtelijke leidinggevende nooit iets.</Alinea>}
        </>
      )),
      klaar,
    });
  }

  site.formulier(`${PAD}/kalender`, {
    handeling: stelKalenderIn,
    laad: laad('allen'),
    begin: ({ instellingen: { kalender: k } }, v): Velden => ({
      versie: stempel(k), goedeVrijdag: k.goedeVrijdag ? 'ja' : '', bevrijdingsdag: k.bevrijdingsdag, beginWerkdag: kloktijd(k.beginWerkdag), eindeWerkdag: kloktijd(k.eindeWerkdag),
      ...Object.fromEntries(k.eigenSluitingsdagen.filter((d) => d.datum >= dagVan(v.nu).toString()).flatMap((d, n) => [[`sluiting.${n}.datum`, datumInvoer(Temporal.PlainDate.from(d.datum))], [`sluiting.${n}.naam`, d.naam]])),
    }),
    invoer: uitgevouwen,
    toon: (_, stand) => vorm('kalender', 'Werkdagen', `Termijnen in werkdagen slaan vrije dagen over. ${LOPEND}`, stand, (
      <>
        <TijdVeld {...veld(stand, 'beginWerkdag')} label="De werkdag begint om" verplicht uitleg="Bijvoorbeeld 8.30" />
        <TijdVeld {...veld(stand, 'eindeWerkdag')} label="De werkdag eindigt om" verplicht uitleg="Bijvoorbeeld 17.00. Een termijn in werkdagen loopt dan af." />
        <Vinkje {...veldVinkje(stand, 'goedeVrijdag')} label="Op Goede Vrijdag zijn we dicht" />
        <Keuzes {...veld(stand, 'bevrijdingsdag')} label="Bevrijdingsdag, 5 mei" verplicht opties={Object.entries(BEVRIJDING).map(([w, label]) => ({ waarde: w, label }))} />
        <Groep titel="Eigen sluitingsdagen" naam="sluiting" uitleg="Bijvoorbeeld de vrijdag na Hemelvaart. Maak een regel leeg om hem weg te halen. Dagen die voorbij zijn blijven bewaard.">
          {Array.from({ length: aantalRijen(stand, 'sluiting', MEEST_SLUITINGSDAGEN, 2) }, (__, n) => (
            <div class="rd-samen">
              <DatumVeld {...veld(stand, `sluiting.${n}.datum`)} label={`Dag ${n + 1}`} snel={[]} />
              <TekstVeld {...veld(stand, `sluiting.${n}.naam`)} label="Waarom dicht?" uitleg="Bijvoorbeeld ‘Dag na Hemelvaart’" max={100} />
            </div>
          ))}
        </Groep>
      </>
    ), { beginWerkdag: 'Begin van de werkdag', eindeWerkdag: 'Einde van de werkdag' }),
    klaar,
  });

  site.formulier(`${PAD}/overig`, {
    handeling: stelOverigIn,
    laad: laad('allen'),
    begin: ({ instellingen: i }): Velden => ({ versie: stempel(overig(i)), herinneringUren: String(i.herinneringUren), zelfdeGebeurtenisUren: String(i.zelfdeGebeurtenisUren), signaalMaanden: String(i.signaalMaanden), opvang: i.telefoon.opvang, beveiliging: i.telefoon.beveiliging }),
    toon: (_, stand) => vorm('overig', 'Bereikbaar en herinneren', 'De telefoonnummers staan op de bevestiging van een melding en bij Hulp.', stand, (
      <>
        <TekstVeld {...veld(stand, 'opvang')} label="Nummer van het opvangteam" soort="tel" uitleg="Wie kan een collega nu bellen om te praten?" max={60} tekens={18} />
        <TekstVeld {...veld(stand, 'beveiliging')} label="Nummer van de beveiliging" soort="tel" max={60} tekens={18} />
        <TekstVeld {...veld(stand, 'herinneringUren')} label="Hoeveel uur van tevoren een herinnering?" verplicht uitleg="0 betekent: geen herinnering." toetsenbord="numeric" tekens={4} />
        <TekstVeld {...veld(stand, 'zelfdeGebeurtenisUren')} label="Binnen hoeveel uur is het misschien dezelfde gebeurtenis?" verplicht uitleg="Twee meldingen op dezelfde plek binnen deze tijd tonen we als mogelijk dezelfde." toetsenbord="numeric" tekens={4} />
        <TekstVeld {...veld(stand, 'signaalMaanden')} label="Hoeveel maanden mag een signaal hoogstens duren?" verplicht uitleg="Daarna vervalt het vanzelf. Meer dan 24 kan niet." toetsenbord="numeric" tekens={4} />
      </>
    ), { opvang: 'Nummer van het opvangteam', beveiliging: 'Nummer van de beveiliging', herinneringUren: 'Herinnering', zelfdeGebeurtenisUren: 'Mogelijk dezelfde gebeurtenis', signaalMaanden: 'Langste signaal' }),
    klaar: () => ({ naar: PAD, bericht: 'Opgeslagen.' }),
  });

  site.formulier(`${PAD}/maatregelen`, {
    handeling: stelMaatregelenIn,
    laad: laad('allen'),
    begin: ({ instellingen: { maatregelen: m } }): Velden => ({ versie: stempel(m), maxMaanden: String(m.maxMaanden), vierOgen: m.vierOgen ? 'ja' : '', kerndiensten: m.kerndiensten.join('\n') }),
    toon: (_, stand) => vorm('maatregelen', 'Maatregelen', 'Dit geldt voor elke maatregel die jullie nemen.', stand, (
      <>
        <TekstVeld {...veld(stand, 'maxMaanden')} label="Hoeveel maanden mag een maatregel hoogstens duren?" verplicht uitleg="Verlengen kan later, als er nieuwe feiten zijn." toetsenbord="numeric" tekens={4} />
        <Vinkje {...veldVinkje(stand, 'vierOgen')} label="Wie een maatregel voorstelt, beslist er niet over" uitleg="Bij een onevenredig beroep op de organisatie geldt dit altijd." />
        <TekstGebied {...veld(stand, 'kerndiensten')} label="Wat gaat altijd door?" verplicht uitleg="Elke dienst op een eigen regel. Dit staat in elke brief waarin je iemand iets verbiedt." regels={5} max={3_000} />
      </>
    ), { maxMaanden: 'Langste maatregel', kerndiensten: 'Wat gaat altijd door?' }),
    klaar: () => ({ naar: PAD, bericht: 'Opgeslagen.' }),
  });
}

function Duurvelden({ naam, stand, vrij }: { naam: string; stand: Stand; vrij?: boolean }) {
  return (
    <div class="rd-samen">
      <TekstVeld {...veld(stand, `${naam}.aantal`)} label="Aantal" verplicht={!vrij} toetsenbord="numeric" tekens={5} />
      <Selectie {...veld(stand, `${naam}.eenheid`)} label="Eenheid" verplicht={!vrij} opties={termijnEenheden.map((e) => ({ waarde: e, label: eenheden[e] }))} />
    </div>
  );
}

/** As many rows as were filled in, and some empty ones. */
function aantalRijen({ waarden }: Stand, groep: string, meest: number, leeg: number): number {
  const gevuld = Object.entries(waarden).flatMap(([naam, w]) => {
    const [, nummer] = new RegExp(`^${groep}\\.(\\d{1,3})\\.(?!.*eenheid)`).exec(naam) ?? [];
    return nummer !== undefined && w !== '' ? [Number(nummer) + 1] : [];
  });
  return Math.min(meest, Math.max(0, ...gevuld) + leeg);
}

/** "08:30" as people read and type it: "8.30". */
function kloktijd(tijd: string): string {
  return tijdInvoer(Temporal.PlainTime.from(tijd)).replace(/^0/, '');
}
