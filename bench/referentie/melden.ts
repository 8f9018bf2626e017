import { createHmac } from 'node:crypto';
import { nieuwId } from '../../src/kern/ids.ts';
import type { Toegang } from './database.ts';
import { JOURNAAL } from './dossier.ts';
import type { Wie } from './wie.ts';

const UUR = 3_600_000;

const SQL = {
  eenmaal: `insert into idempotentie (organisatie_id, medewerker_id, sleutel, handeling, op, resultaat) values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning sleutel`,
  collega: 'select id, naam, soort, onderdeel_id, locatie_id, telefoon, werkgever from medewerker where organisatie_id = $1 and id = $2 and actief = $3',
  onderdeel: 'select fase, compartiment from onderdeel where organisatie_id = $1 and id = $2',
  concept: 'delete from concept where organisatie_id = $1 and id = $2 and medewerker_id = $3 and soort = $4',
  ingediend: 'select d.id, d.nummer from melding as m inner join dossier as d on d.organisatie_id = m.organisatie_id and d.id = m.dossier_id where m.organisatie_id = $1 and m.id = $2 and m.melder_id = $3',
  locatie: 'select id, naam from locatie where organisatie_id = $1 and id = $2',
  vormen: 'select id, code, naam, gewicht from agressievorm where organisatie_id = $1 and code in ($2) and actief = $3',
  vorm: 'select id, naam, gewicht from agressievorm where organisatie_id = $1 and id in ($2)',
  nummer: `insert into dossiernummer (organisatie_id, compartiment, jaar, laatste) values ($1, $2, $3, 1)
    on conflict (organisatie_id, compartiment, jaar) do update set laatste = dossiernummer.laatste + 1 returning laatste`,
  dossier: `insert into dossier (organisatie_id, id, jaar, volgnr, compartiment, status, route, titel, ernst, ernst_uitleg, ernst_reden, bijna, kanaal, voorval_op, voorval_precies, locatie_id, plek, onderdeel_id,
    aanspreekpunt_id, gemeld_op, gesloten_op, gesloten_reden, samengevoegd_in) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)`,
  betrokkenen: `insert into betrokkene (organisatie_id, dossier_id, toegevoegd_op, vervallen_op, id, rol, soort, medewerker_id, omschrijving, naam)
    values ($1, $2, $3, $4, $5, $6, $7, $8, default, default), ($9, $10, $11, $12, $13, $14, $15, $16, default, default), ($17, $18, $19, $20, $21, $22, $23, $24, $25, $26)`,
  dossiervorm: 'insert into dossiervorm (organisatie_id, dossier_id, vorm_id) values ($1, $2, $3)',
  zoektekst: 'insert into zoektekst (organisatie_id, dossier_id, compartiment, tekst) values ($1, $2, $3, $4)',
  gebeurtenis: 'insert into gebeurtenis (organisatie_id, id, dossier_id, op, soort, door, voor, gegevens) values ($1, $2, $3, $4, $5, $6, $7, $8)',
  instellingen: 'select instellingen from organisatie where organisatie_id = $1',
  leiding: `with recursive omhoog as (
      select o.id, o.ouder_id, o.leidinggevende_id, 1 as afstand from onderdeel o where o.organisatie_id = $1 and o.id = $2
      union all
      select o.id, o.ouder_id, o.leidinggevende_id, h.afstand + 1 from onderdeel o join omhoog h on o.id = h.ouder_id where o.organisatie_id = $3 and h.afstand < 20
    )
    select h.leidinggevende_id from omhoog h join medewerker m on m.organisatie_id = $4 and m.id = h.leidinggevende_id and m.actief order by h.afstand`,
  kennisgeving: 'insert into kennisgeving (organisatie_id, id, dossier_id, aan_id, soort, op, verstuurd_op, bevestigd_op) values ($1, $2, $3, $4, $5, $6, $7, $8)',
  taak: 'select wachtrij.plaats($1, $2::jsonb, $3::timestamptz, $4::text)',
  termijn: `insert into termijn (organisatie_id, id, dossier_id, soort, voor_id, aan_id, begonnen_op, verval_op, stap, volgende_stap_op, afgerond_op, afgerond_door, uitkomst)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
  melding: `insert into melding (organisatie_id, id, dossier_id, melder_id, voor_id, namens_reden, bron, vormen, verhaal, kanaalvragen, veroorzaker, welzijn, aangifte_wens, zelfde_als, ingediend_op)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
  helperWeg: 'update helper set tot = $1 where organisatie_id = $2 and dossier_id = $3 and voor_id = $4 and tot is null',
  helper: 'insert into helper (organisatie_id, dossier_id, voor_id, medewerker_id, sinds, tot) values ($1, $2, $3, $4, $5, $6)',
  gedaan: 'update idempotentie set resultaat = $1 where organisatie_id = $2 and medewerker_id = $3 and sleutel = $4',
} as const;

/**
 * Sending a report: everything the application writes for it, in the same order, in one transaction. Answers the id of the dossier, or null
 * when the form is not from this session.
 */
export async function melden(db: Toegang, wie: Wie, conceptId: string, velden: URLSearchParams, ip: string, verzoekId: string): Promise<string | null> {
  if (velden.get('_csrf') !== createHmac('sha256', wie.geheim).update('formulier').digest('base64url')) return null;
  const nu = new Date();
  const org = wie.organisatieId;
  const veld = (naam: string): string => velden.get(naam) ?? '';
  const na = (uren: number): Date => new Date(nu.getTime() + uren * UUR);
  return await db.in(org, async ({ lees }) => {
    const doe = (naam: keyof typeof SQL, ...waarden: unknown[]) => lees(`melden-${naam}`, SQL[naam], waarden);
    await doe('eenmaal', org, wie.id, veld('_sleutel'), 'melding.indienen', nu, null);
    const [ik] = await doe('collega', org, wie.id, true);
    await doe('onderdeel', org, ik?.onderdeel_id);
    await doe('concept', org, conceptId, wie.id, 'melding');
    await doe('ingediend', org, conceptId, wie.id);
    const [locatie] = await doe('locatie', org, veld('locatie'));
    const [vorm] = await doe('vormen', org, veld('vormen'), true);
    await doe('collega', org, wie.id, true);
    await doe('vorm', org, vorm?.id);
    const jaar = nu.getFullYear();
    const [nummer] = await doe('nummer', org, 'ambtelijk', jaar);
    const id = nieuwId();
    const titel = `${String(vorm?.naam)}, ${String(locatie?.naam)}`;
    await doe('dossier', org, id, jaar, nummer?.laatste, 'ambtelijk', 'nieuw', 'leidinggevende', titel, 'middel', 'Middel: de collega wil vandaag gebeld worden.', null, false, veld('kanaal'), nu, 'tijd', locatie?.id, '', ik?.onderdeel_id,
      null, nu, null, null, null);
    await doe('betrokkenen', org, id, nu, null, nieuwId(), 'slachtoffer', 'medewerker', wie.id, org, id, nu, null, nieuwId(), 'melder', 'medewerker', wie.id,
      org, id, nu, null, nieuwId(), 'veroorzaker', 'onbekend', null, veld('veroorzaker_omschrijving'), '');
    await doe('dossiervorm', org, id, vorm?.id);
    await doe('zoektekst', org, id, 'ambtelijk', `${titel}\n${veld('verhaal')}\n${veld('veroorzaker_omschrijving')}`);
    await doe('gebeurtenis', org, nieuwId(), id, nu, 'gemeld', wie.id, 'slachtoffer', '{}');
    await doe('instellingen', org);
    const leiding = async (): Promise<unknown> => (await doe('leiding', org, ik?.onderdeel_id, org, org))[0]?.leidinggevende_id ?? null;
    const bericht = async (aan: unknown, soort: string): Promise<void> => {
      const kennisgeving = nieuwId();
      await doe('kennisgeving', org, kennisgeving, id, aan, soort, nu, null, null);
      await doe('taak', 'kennisgeving.mailen', JSON.stringify({ organisatieId: org, kennisgevingId: kennisgeving }), null, null);
    };
    const leider = await leiding();
    await bericht(leider, 'nieuwe-melding');
    await doe('termijn', org, nieuwId(), id, 'gezien', null, leider, nu, na(24), 0, na(24), null, null, null);
    const termijn = async (soort: string, uren: number): Promise<void> => {
      await doe('termijn', org, nieuwId(), id, soort, wie.id, leider, nu, na(uren), 0, na(uren - 4), null, null, null);
    };
    await termijn('reactie', 48);
    await doe('melding', org, conceptId, id, wie.id, wie.id, null, 'zelf', [veld('vormen')], veld('verhaal'), '{}', JSON.stringify({ kennis: veld('veroorzaker'), naam: '', omschrijving: veld('veroorzaker_omschrijving') }),
      JSON.stringify({ belwens: veld('belwens'), hoeGaatHet: '' }), veld('aangifte_wens'), null, nu);
    const helper = await leiding();
    await doe('helperWeg', nu, org, id, wie.id);
    await doe('helper', org, id, wie.id, helper, nu, null);
    await termijn('nazorg_24u', 24);
    await termijn('terugkoppeling', 336);
    await bericht(wie.id, 'melding-ontvangen');
    await doe('gedaan', JSON.stringify({ dossierId: id }), org, wie.id, veld('_sleutel'));
    await lees('journaal', JOURNAAL.rls, [nu, wie.id, 'melding.indienen', 'dossier', id, id, 'gelukt', JSON.stringify({ kanaal: 'scherm', ip, verzoek: verzoekId, bestanden: [] })]);
    return id;
  }, { schrijf: true });
}
