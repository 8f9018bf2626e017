import { Temporal } from 'temporal-polyfill';
import type { Id } from '../kern/ids.ts';
import { dagVan, datumTekst } from '../kern/tijd/index.ts';
import type { Context } from '../platform/deuren/index.ts';
import type { Bewaarder, Inzagedeel } from '../veroorzakers/index.ts';
import { wederhoorstand } from '../wederhoor/index.ts';
import { gesprekssoorten } from './gesprek/regels.ts';
import { isVoorbij } from './regels/toestand.ts';
import { soortInZin, soortnamen, toestanden } from './regels/woorden.ts';
import { neemStap } from './stap.ts';
import { bereiken } from './vragen/lijst.ts';

function van({ trx, organisatieId }: Pick<Context, 'trx' | 'organisatieId'>, betrokkeneIds: readonly Id[]) {
  return trx.selectFrom('maatregel as m').innerJoin('dossier as d', (j) => j.onRef('d.organisatie_id', '=', 'm.organisatie_id').onRef('d.id', '=', 'm.dossier_id')).selectAll('m').select('d.nummer')
    .where('m.organisatie_id', '=', organisatieId).where('m.betrokkene_id', 'in', [...betrokkeneIds]).orderBy('m.voorgesteld_op').orderBy('m.id');
}

/**
 * A measure that is not over keeps a person from being erased, also when its dossier was closed: someone must know at the door whom it is about. Of
 * one that is over the address of the letter goes; what was decided and why names nobody and stays, to be answered for.
 */
export const maatregelenBewaarder: Bewaarder = {
  async redenen(ctx, { betrokkeneIds }) {
    if (betrokkeneIds.length === 0) return [];
    const vandaag = dagVan(ctx.nu);
    return (await van(ctx, betrokkeneIds).execute()).filter((m) => !isVoorbij(m.toestand)).map((m) => {
      const wat = `De maatregel ${soortInZin(m.soort)} in dossier ${m.nummer}`;
      if (m.eind_op === null || m.toestand === 'voorgesteld' || m.toestand === 'gehoord') return `${wat} is nog niet afgerond (${toestanden[m.toestand].toLowerCase()}).`;
      return Temporal.PlainDate.compare(m.eind_op, vandaag) < 0 ? `${wat} liep tot en met ${datumTekst(m.eind_op)} en wordt nu afgerond.` : `${wat} loopt nog tot en met ${datumTekst(m.eind_op)}.`;
    });
  },
  async wis(ctx, { betrokkeneIds }) {
    if (betrokkeneIds.length === 0) return;
    for (const m of await van(ctx, betrokkeneIds).forUpdate('m').execute()) {
      if (m.aan_naam !== '' || m.aan_adres !== '') await neemStap(ctx, m, 'gewist', { door: ctx.actor.id, set: { aan_naam: '', aan_adres: '' } });
    }
  },
};

/** What the registered person reads of measures, talks and his own side: what was decided about him and why, and what he said himself. */
export const maatregelenInzage: Inzagedeel = async (ctx, { betrokkeneIds }) => {
  if (betrokkeneIds.length === 0) return [];
  const { trx, organisatieId } = ctx;
  const maatregelen = await van(ctx, betrokkeneIds).execute();
  const waar = await bereiken(ctx, maatregelen.map((m) => m.id));
  const gesprekken = await trx.selectFrom('gesprek').select(['soort', 'op', 'status', 'oorzaak', 'gezegd']).where('organisatie_id', '=', organisatieId).where('betrokkene_id', 'in', [...betrokkeneIds]).orderBy('op').execute();
  const partijen = await trx.selectFrom('betrokkene').select(['id', 'dossier_id']).where('organisatie_id', '=', organisatieId).where('id', 'in', [...betrokkeneIds]).orderBy('toegevoegd_op').execute();
  const gezegd: string[] = [];
  for (const p of partijen) {
    const w = await wederhoorstand(ctx, p.dossier_id, p.id);
    if (w?.zienswijze) gezegd.push(`${datumTekst(dagVan(w.uitgenodigdOp))}: ${w.zienswijze}`);
  }
  const delen = [
    { kop: 'Maatregelen', regels: maatregelen.map((m) => [
      `${soortnamen[m.soort]} (${toestanden[m.toestand].toLowerCase()}).`,
      m.begin_op && m.eind_op ? `Van ${datumTekst(m.begin_op)} tot en met ${datumTekst(m.eind_op)}.` : '',
      // A department or a function would say whom it is about.
      plekken((waar.get(m.id) ?? []).flatMap((b) => (b.soort === 'organisatie' ? ['de hele organisatie'] : b.soort === 'locatie' ? [b.naam] : []))),
      m.invulling, m.waarom_maatregel, m.waarom_duur, m.afweging, m.zienswijze_kort === '' ? '' : `U vertelde: ${m.zienswijze_kort}`, m.zienswijze_weging,
    ].filter((r) => r !== '').join('\n')) },
    { kop: 'Gesprekken met u', regels: gesprekken.map((g) => [`${gesprekssoorten[g.soort]} op ${datumTekst(dagVan(g.op))} (${GESPREK[g.status]}).`, g.oorzaak ? `U noemde als oorzaak: ${g.oorzaak}` : '', g.gezegd ?? ''].filter((r) => r !== '').join('\n')) },
    { kop: 'Uw eigen kant van het verhaal', regels: gezegd },
  ];
  return delen.filter((d) => d.regels.length > 0);
};

const GESPREK = { gepland: 'gepland', gevoerd: 'gevoerd', niet_gekomen: 'u was er niet', afgezegd: 'afgezegd' } as const;
const plekken = (namen: readonly string[]): string => (namen.length === 0 ? '' : `Waar: ${namen.join(', ')}.`);
