import type { Temporal } from 'temporal-polyfill';
import { geldendeMaatregelen, soortnamen } from '../maatregelen/index.ts';
import { herkenOnder, kennisgevingstanden, persoonBij, regelKennisgeving, wonendOp, type Bewaarder, type Inzagedeel } from '../veroorzakers/index.ts';
import { dagVan, datumTekst } from '../kern/tijd/index.ts';
import type { Sleutels } from '../platform/geheim/index.ts';
import type { Signaleringmiddelen } from './poort.ts';
import { isGeldend, signalenVan } from './signaal.ts';
import { instructiezin } from './paginas/onderdelen.tsx';

/** What this room needs, from the rooms that have it: persons from veroorzakers, measures from maatregelen. */
export function maakSignaleringmiddelen(sleutels: Sleutels): Signaleringmiddelen {
  return {
    sleutels,
    kennisgevingen: { regel: regelKennisgeving, standen: kennisgevingstanden },
    personen: {
      herken: (ctx, { naam, geboortedatum, adres, telefoon }, onder) => herkenOnder(ctx, {
        naam, geboortedatum, adressen: adres ? [{ postcode: adres.postcode, huisnummer: adres.huisnummer, toevoeging: adres.toevoeging || null }] : [], telefoons: telefoon === null ? [] : [telefoon],
      }, [...onder.values()].flat()),
      opAdres: wonendOp,
      weergave: async (ctx, betrokkeneId) => (await persoonBij(ctx, betrokkeneId))?.weergave ?? null,
    },
    maatregelen: {
      async geldend(ctx, dossierId, op) {
        const wie = await ctx.trx.selectFrom('betrokkene').select('id').where('organisatie_id', '=', ctx.organisatieId).where('dossier_id', '=', dossierId).where('rol', '=', 'veroorzaker').where('vervallen_op', 'is', null).execute();
        return (await geldendeMaatregelen(ctx, { betrokkeneIds: wie.map((b) => b.id), op })).flatMap((m) => (m.eindOp === null ? [] : [{ id: m.id, betrokkeneId: m.betrokkeneId, naam: soortnamen[m.soort], tot: m.eindOp satisfies Temporal.PlainDate }]));
      },
    },
  };
}

const vanPersoon = (ctx: Parameters<Inzagedeel>[0], betrokkeneIds: readonly string[]) => (betrokkeneIds.length === 0 ? Promise.resolve([]) : signalenVan(ctx).where('betrokkene_id', 'in', [...betrokkeneIds]).orderBy('gemaakt_op').execute());

/** What the registered person reads of signals about him: what colleagues are told to do, and until when. */
export const signaleringInzage: Inzagedeel = async (ctx, wie) => {
  const regels = (await vanPersoon(ctx, wie.betrokkeneIds)).map((s) => {
    const einde = s.ingetrokken_op ? `ingetrokken op ${datumTekst(dagVan(s.ingetrokken_op))}` : isGeldend(s, ctx.nu) ? `geldt tot en met ${datumTekst(s.einddatum)}` : `gold tot en met ${datumTekst(s.einddatum)}`;
    return `${instructiezin(s.instructies)}${s.toelichting === '' ? '' : `. ${s.toelichting}`} (vanaf ${datumTekst(s.ingangsdatum)}, ${einde})`;
  });
  return regels.length === 0 ? [] : [{ kop: 'Signalen: wat collega’s doen als zij u ontmoeten', regels }];
};

/** A signal in force keeps a person from being erased; of one that ended nothing is left to recognise him by. */
export const signaleringBewaarder: Bewaarder = {
  async redenen(ctx, wie) {
    return (await vanPersoon(ctx, wie.betrokkeneIds)).filter((s) => isGeldend(s, ctx.nu)).map((s) => `Er geldt nog een signaal tot en met ${datumTekst(s.einddatum)} (${instructiezin(s.instructies).toLowerCase()}). Trek dat eerst in.`);
  },
  async wis(ctx, wie) {
    const ids = (await vanPersoon(ctx, wie.betrokkeneIds)).map((s) => s.id);
    if (ids.length > 0) await ctx.trx.updateTable('signaal').set({ toelichting: '', burger_reden: '', burger: 'ingelicht' }).where('organisatie_id', '=', ctx.organisatieId).where('id', 'in', ids).execute();
  },
};
