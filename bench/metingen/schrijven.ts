import pg from 'pg';
import { meldAan, type Gebruiker } from '../omgeving/gebruikers.ts';
import type { Proefveld } from '../omgeving/database.ts';
import { schud } from '../omgeving/last.ts';
import { meetOmBeurten } from '../omgeving/beurten.ts';
import type { Doel } from '../last/typen.ts';
import { metPartijen, naastElkaar } from './lezen.ts';
import type { Meting, Opties } from './meting.ts';

const KOPIE = 'proef_schrijven';

/** Sending reports, spread over all organisations and all into one, in a copy of the seeded database. */
export async function meetSchrijven(veld: Proefveld, o: Opties): Promise<Meting[]> {
  await veld.kopie(KOPIE);
  try {
    return await metPartijen(veld, async ({ last, app, rls, zonder }) => {
      const gebruikers = await meldAan(veld.verbinding('migratie', KOPIE));
      const alle = await maakMeldingen(veld.verbinding('beheer', KOPIE), gebruikers);
      const druk = gebruikers[0]?.organisatieId;
      const een = await maakMeldingen(veld.verbinding('beheer', KOPIE), gebruikers.filter((g) => g.organisatieId === druk));
      const uit: Meting[] = [];
      for (const [naam, doelen] of [['melden', alle], ['melden-een-organisatie', een]] as const) {
        o.meld(`${naam}: ${o.rondes} rondes, app en referentie om en om`);
        const deelnemers = [app, rls, zonder].map((partij) => ({ partij, doelen, databasePid: veld.pid }));
        uit.push(naastElkaar(naam, veld.aantal, await meetOmBeurten(last, deelnemers, { rondes: o.rondes, duurMs: o.duurMs, opwarmMs: 300, status: 303 }), 0.6));
      }
      return uit;
    }, KOPIE);
  } finally {
    await veld.weg(KOPIE);
  }
}

/** Reports as the last page of the form sends them, in words of the seeded ones. */
export async function maakMeldingen(beheer: pg.ClientConfig, gebruikers: readonly Gebruiker[]): Promise<Doel[]> {
  const client = new pg.Client(beheer);
  await client.connect();
  try {
    const { rows: verhalen } = await client.query<{ verhaal: string; omschrijving: string }>(`select verhaal, veroorzaker ->> 'omschrijving' as omschrijving from melding order by id limit 500`);
    const { rows: locaties } = await client.query<{ organisatie_id: string; id: string }>('select organisatie_id, id from locatie order by id');
    const vormen = ['schelden', 'schelden', 'spugen_gooien_vernielen', 'lastigvallen', 'online'];
    const melders = gebruikers.filter((g) => g.soort === 'medewerker');
    return schud(Array.from({ length: 4_000 }, (_, i): Doel => {
      const g = melders[i % melders.length];
      const v = verhalen[i % verhalen.length];
      if (g === undefined || v === undefined) throw new Error('geen melders of verhalen in het zaad');
      const locatie = locaties.filter((l) => l.organisatie_id === g.organisatieId)[i % 6];
      return {
        pad: '/melden/{id}/nakijken', koekje: g.koekje,
        velden: [
          ['_csrf', g.csrf], ['vormen', vormen[i % vormen.length] ?? ''], ['verhaal', v.verhaal], ['wanneer', 'zonet'], ['locatie', locatie?.id ?? ''], ['kanaal', 'balie'], ['veroorzaker', 'beschrijving'],
          ['veroorzaker_omschrijving', v.omschrijving], ['belwens', i % 3 === 0 ? 'vandaag' : 'redt_zich'], ['aangifte_wens', 'nee'], ['route', 'leidinggevende'], ['ga', 'verder'],
        ],
      };
    }));
  } finally {
    await client.end();
  }
}
