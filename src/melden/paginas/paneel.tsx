import type { Temporal } from 'temporal-polyfill';
import type { Id } from '../../kern/ids.ts';
import { momentTekst } from '../../kern/tijd/index.ts';
import { dossierpaneel, zichtbaar, type Kanaal, type Verhuizer } from '../../dossier/index.ts';
import { belwensen } from '../../nazorg/index.ts';
import { Alinea, Citaat, DefinitieLijst, Kaart, Link, Melding, Stapel } from '../../ontwerp/index.ts';
import { antwoordenInWoorden } from '../regels/kanaalvragen.ts';
import { aangiftewensen, bronnen, veroorzakerkennis } from '../regels/melding.ts';

interface Gemeld {
  id: Id;
  melder: string;
  voor: string;
  werkgever: string;
  zelf: boolean;
  namensReden: string | null;
  bron: 'zelf' | keyof typeof bronnen;
  verhaal: string;
  op: Temporal.Instant;
  kennis: string;
  veroorzakerNaam: string;
  omschrijving: string;
  belwens: string;
  hoeGaatHet: string;
  aangifte: keyof typeof aangiftewensen;
  korteVragen: { vraag: string; antwoord: string }[];
  /** The reporter says it is the same event as another report; the number only for who may open that. */
  zelfde: { zichtbaar: boolean; nummer: string | null } | null;
}

interface Paneeldata {
  meldingen: Gemeld[];
  aanvullingen: { id: Id; op: Temporal.Instant; tekst: string; door: string }[];
}

const stuk = (bron: unknown, naam: string): string => {
  const w = typeof bron === 'object' && bron !== null ? (bron as Record<string, unknown>)[naam] : undefined;
  return typeof w === 'string' ? w : '';
};
const woord = (woorden: Readonly<Record<string, string>>, code: string): string => (Object.hasOwn(woorden, code) ? (woorden[code] ?? '') : '');

/** "Wat er gemeld is" on the page of a dossier: every report in the reporter's own words, and what was added. */
export const meldingPaneel = dossierpaneel<Paneeldata>({
  sleutel: 'melding',
  plek: 'hoofd',
  async haal(ctx, { dossierId }) {
    const { trx, organisatieId, actor } = ctx;
    const [meldingen, aanvullingen] = await Promise.all([
      trx.selectFrom('melding as m').innerJoin('medewerker as w', (j) => j.onRef('w.organisatie_id', '=', 'm.organisatie_id').onRef('w.id', '=', 'm.melder_id'))
        .innerJoin('medewerker as v', (j) => j.onRef('v.organisatie_id', '=', 'm.organisatie_id').onRef('v.id', '=', 'm.voor_id')).innerJoin('dossier as d', (j) => j.onRef('d.organisatie_id', '=', 'm.organisatie_id').onRef('d.id', '=', 'm.dossier_id'))
        .select(['m.id', 'm.melder_id', 'm.voor_id', 'm.namens_reden', 'm.bron', 'm.verhaal', 'm.kanaalvragen', 'm.veroorzaker', 'm.welzijn', 'm.aangifte_wens', 'm.zelfde_als', 'm.ingediend_op', 'w.naam as melder', 'v.naam as voor', 'v.werkgever', 'd.kanaal'])
        .where('m.organisatie_id', '=', organisatieId).where('m.dossier_id', '=', dossierId).orderBy('m.ingediend_op').execute(),
      trx.selectFrom('aanvulling as a').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'a.organisatie_id').onRef('m.id', '=', 'a.door')).select(['a.id', 'a.op', 'a.tekst', 'm.naam as door'])
        .where('a.organisatie_id', '=', organisatieId).where('a.dossier_id', '=', dossierId).orderBy('a.op').execute(),
    ]);
    const genoemd = [...new Set(meldingen.flatMap((m) => (m.zelfde_als === null || m.zelfde_als === dossierId ? [] : [m.zelfde_als])))];
    const teOpenen = genoemd.length === 0 ? [] : await trx.selectFrom('dossier').select(['dossier.id', 'dossier.nummer']).where('dossier.organisatie_id', '=', organisatieId).where('dossier.id', 'in', genoemd).where((eb) => zichtbaar(eb, actor, 'dossier.lezen')).execute();
    return {
      meldingen: meldingen.map((m) => {
        const ander = teOpenen.find((d) => d.id === m.zelfde_als);
        return {
          id: m.id, melder: m.melder, voor: m.voor, werkgever: m.werkgever, zelf: m.melder_id === m.voor_id, namensReden: m.namens_reden, bron: m.bron, verhaal: m.verhaal, op: m.ingediend_op,
          kennis: stuk(m.veroorzaker, 'kennis'), veroorzakerNaam: stuk(m.veroorzaker, 'naam'), omschrijving: stuk(m.veroorzaker, 'omschrijving'), belwens: stuk(m.welzijn, 'belwens'), hoeGaatHet: stuk(m.welzijn, 'hoeGaatHet'),
          aangifte: m.aangifte_wens, korteVragen: antwoordenInWoorden(m.kanaal as Kanaal | null, m.kanaalvragen),
          zelfde: m.zelfde_als === null || m.zelfde_als === dossierId ? null : { zichtbaar: ander !== undefined, nummer: ander?.nummer ?? null },
        };
      }),
      aanvullingen,
    };
  },
  toon({ meldingen, aanvullingen }, beeld, v) {
    if (meldingen.length === 0) return null;
    return (
      <Kaart titel="Wat er gemeld is" icoon="gesprek">
        <Stapel>
          {meldingen.map((m) => (
            <Stapel ruimte="s">
              <Alinea zacht>{vanWie(m)} {momentTekst(m.op, v.nu)}.</Alinea>
              {m.zelfde && (
                <Melding soort="let-op" titel="Misschien dezelfde gebeurtenis" niveau={3}>
                  <p>{m.melder} denkt dat dit over dezelfde gebeurtenis gaat als {m.zelfde.nummer ? `dossier ${m.zelfde.nummer}` : 'een andere melding'}.{m.zelfde.zichtbaar && beeld.mag('dossier.koppelen') && <> <Link href={`/dossiers/${beeld.dossier.id}/samenvoegen`}>Voeg samen</Link></>}</p>
                </Melding>
              )}
              {m.verhaal !== '' ? <Citaat bron={m.melder}>{m.verhaal}</Citaat> : <Alinea zacht>Zonder eigen verhaal.</Alinea>}
              <DefinitieLijst items={[
                ...(m.zelf ? [] : [{ term: 'Gemeld namens', waarde: `${m.voor}${m.werkgever === '' ? '' : ` (${m.werkgever})`}` }, { term: 'Waarom', waarde: m.namensReden ?? '' }]),
                { term: 'Wie het deed', waarde: [woord(veroorzakerkennis, m.kennis), m.veroorzakerNaam].filter(Boolean).join(': ') },
                ...(m.omschrijving === '' ? [] : [{ term: 'Herkenbaar aan', waarde: m.omschrijving }]),
                ...m.korteVragen.map((a) => ({ term: a.vraag, waarde: a.antwoord })),
                { term: 'Bellen', waarde: woord(belwensen, m.belwens) },
                ...(m.hoeGaatHet === '' ? [] : [{ term: 'Hoe het gaat', waarde: m.hoeGaatHet }]),
                { term: 'Wil aangifte doen', waarde: aangiftewensen[m.aangifte] },
              ]} />
            </Stapel>
          ))}
          {aanvullingen.map((a) => <Citaat bron={`${a.door}, later toegevoegd ${momentTekst(a.op, v.nu)}`}>{a.tekst}</Citaat>)}
        </Stapel>
      </Kaart>
    );
  },
});

function vanWie(m: Gemeld): string {
  if (m.zelf) return `${m.melder} meldde dit`;
  return `${m.melder} meldde dit voor ${m.voor}${m.bron === 'zelf' ? '' : ` (${bronnen[m.bron].charAt(0).toLowerCase()}${bronnen[m.bron].slice(1)})`}`;
}

/** What was reported goes along when two reports of one event are joined. */
export const verhuisMeldingen: Verhuizer = async ({ trx, organisatieId }, van, naar) => {
  for (const tabel of ['melding', 'aanvulling'] as const) await trx.updateTable(tabel).set({ dossier_id: naar }).where('organisatie_id', '=', organisatieId).where('dossier_id', '=', van).execute();
};
