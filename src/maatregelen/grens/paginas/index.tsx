import { Alinea, Kaart, LegeStaat, Melding, PaginaKop, Stapel, Tabel, Tabs, Uitklap } from '../../../ontwerp/index.ts';
import type { Site } from '../../../platform/http/index.ts';
import { halfjaarTekst, KLEINSTE, signaalzin, stiltezin, VALS_ALARM_PER_JAAR, type Punt } from '../regels.ts';
import { grens, type Reeks } from '../vragen.ts';
import { Grafiek } from './grafiek.tsx';

const COMPARTIMENT = { ambtelijk: 'Ambtelijke organisatie', politiek: 'Politieke ambtsdragers' } as const;
const procent = (n: number, van: number): string => `${Math.round((100 * n) / van)}%`;
const laatste = (r: Reeks): Punt | null => r.punten.findLast((p) => p !== null) ?? null;

/** Registers the page that guards the boundary. */
export function grensPaginas(site: Site): void {
  site.pagina('/grens', async (v) => {
    const b = await v.vraag(grens, { compartiment: v.query('compartiment') });
    const alle = [b.totaal, ...b.onderdelen, ...b.soorten];
    const signalen = alle.flatMap((r) => { const p = laatste(r); return p?.signaal ? [{ r, p, s: p.signaal }] : []; });
    const leeg = b.totaal.punten.every((p) => p === null);
    return {
      titel: 'Schuift de grens?',
      inhoud: (
        <Stapel>
          <PaginaKop titel="Schuift de grens?" inleiding="Hoe vaak wijken besluiten af van het advies van het handelingskader? Afwijken mag, met een reden. Gebeurt het steeds vaker, dan klopt het kader niet meer, of schuift de grens." />
          {b.compartimenten.length > 1 && <Tabs label="Welk deel van de organisatie" tabs={b.compartimenten.map((c) => ({ tekst: COMPARTIMENT[c], href: `/grens?compartiment=${c}`, huidig: c === b.compartiment }))} />}
          {leeg ? <LegeStaat titel="Er zijn nog te weinig besluiten" icoon="grafiek"><p>Er is nog geen halfjaar met {KLEINSTE} of meer besluiten. Daarna staat hier een grafiek.</p></LegeStaat> : (
            <>
              {signalen.length === 0
                ? <Melding soort="info" titel="Geen signaal"><p>In het laatste halfjaar is nergens duidelijk vaker of minder vaak afgeweken dan daarvoor. Kleine verschillen kunnen toeval zijn.</p></Melding>
                : signalen.map(({ r, s }) => <Melding soort="let-op" titel={r.naam}><p>{signaalzin(s)} Bespreek wat er veranderde: het gedrag van mensen, het kader, of de manier van beslissen?</p></Melding>)}
              <Kaart titel="Alle besluiten" icoon="grafiek">
                <Stapel ruimte="s">
                  <Grafiek titel="Deel van de besluiten dat afwijkt van het advies, per halfjaar" punten={b.totaal.punten} halfjaren={b.halfjaren} />
                  <Alinea klein zacht>De lijn is wat er gebeurde. De band is wat past bij de twee jaar ervoor. Een vierkant is een signaal.</Alinea>
                  <Reekstabel reeks={b.totaal} bijschrift="Alle besluiten per halfjaar" />
                </Stapel>
              </Kaart>
              <Delen titel="Per onderdeel" wat="Onderdeel" reeksen={b.onderdelen} />
              <Delen titel="Per soort maatregel" wat="Soort" reeksen={b.soorten} />
            </>
          )}
          <Uitklap titel="Hoe zeker is dit?">
            <Alinea>Elk halfjaar vergelijken we met de twee jaar ervoor, en elk jaar met de twee jaar daarvoor. We geven alleen een signaal als toeval het bijna niet kan verklaren. Verandert er niets, dan geeft deze hele bladzijde in hoogstens {Math.round(VALS_ALARM_PER_JAAR * 100)} van de 100 jaren toch een signaal. Met weinig besluiten zien we een verschuiving pas laat.</Alinea>
            <Alinea>Aantallen onder de {KLEINSTE} laten we weg, en soms iets meer, zodat je ze ook niet kunt uitrekenen. Zo is aan de cijfers geen collega te herkennen. Een halfjaar staat er pas als het voorbij is. Bevelen van de rechter tellen niet mee.</Alinea>
          </Uitklap>
        </Stapel>
      ),
    };
  });
}

function Reekstabel({ reeks, bijschrift }: { reeks: Reeks; bijschrift: string }) {
  return (
    <Tabel bijschrift={bijschrift} bijschriftVerborgen rijen={reeks.punten.filter((p) => p !== null).toReversed()} kolommen={[
      { kop: 'Halfjaar', rijkop: true, cel: (p: Punt) => halfjaarTekst(p.halfjaar) },
      { kop: 'Besluiten', getal: true, cel: (p: Punt) => p.besluiten },
      { kop: 'Anders dan advies', getal: true, cel: (p: Punt) => `${p.afwijkend} (${procent(p.afwijkend, p.besluiten)})` },
      { kop: 'Gewoon', getal: true, cel: (p: Punt) => (p.gewoon ? `${p.gewoon.van} tot ${p.gewoon.tot}` : 'nog niet bekend') },
      { kop: 'Wat dit zegt', cel: (p: Punt) => (p.signaal ? signaalzin(p.signaal) : stiltezin(p)) },
    ]} />
  );
}

function Delen({ titel, wat, reeksen }: { titel: string; wat: string; reeksen: readonly Reeks[] }) {
  return (
    <Kaart titel={titel}>
      {reeksen.length === 0 ? <Alinea zacht>Er zijn hiervoor te weinig besluiten om te laten zien.</Alinea> : (
        <Stapel ruimte="s">
          <Tabel bijschrift={`${titel}: het laatste halfjaar dat te zien is`} bijschriftVerborgen rijen={reeksen.flatMap((r) => { const p = laatste(r); return p ? [{ r, p }] : []; })} kolommen={[
            { kop: wat, rijkop: true, cel: ({ r }: { r: Reeks; p: Punt }) => r.naam },
            { kop: 'Halfjaar', cel: ({ p }: { r: Reeks; p: Punt }) => halfjaarTekst(p.halfjaar) },
            { kop: 'Besluiten', getal: true, cel: ({ p }: { r: Reeks; p: Punt }) => p.besluiten },
            { kop: 'Anders dan advies', getal: true, cel: ({ p }: { r: Reeks; p: Punt }) => `${p.afwijkend} (${procent(p.afwijkend, p.besluiten)})` },
            { kop: 'Wat dit zegt', cel: ({ p }: { r: Reeks; p: Punt }) => (p.signaal ? signaalzin(p.signaal) : stiltezin(p)) },
          ]} />
          {reeksen.map((r) => <Uitklap titel={`Alle halfjaren: ${r.naam}`}><Reekstabel reeks={r} bijschrift={`${r.naam} per halfjaar`} /></Uitklap>)}
        </Stapel>
      )}
    </Kaart>
  );
}
