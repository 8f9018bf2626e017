import { metOrganisatie } from '../../platform/database/index.ts';
import { ijk, ijkverslag, neemIjkingOver, zetGewichtenTerug } from '../../veroorzakers/index.ts';
import { inKamer, organisatie } from '../kamer.ts';
import { Opdrachtfout, type Omstandigheden } from '../omstandigheden.ts';

/** `rugdekking herken ijk`: what decisions say about the weights. Only reports, unless it is told to take over or to go back. */
export async function herkenIjk(o: Omstandigheden, slug: string, opties: { neemOver?: boolean; terug?: string }): Promise<void> {
  const { terug, neemOver = false } = opties;
  if (terug !== undefined && neemOver) throw new Opdrachtfout('Kies --neem-over of --terug, niet allebei.');
  if (terug !== undefined && !/^\d{1,6}$/.test(terug)) throw new Opdrachtfout('Geef bij --terug het nummer van een versie; 0 is die van Rugdekking zelf.');
  await inKamer(o, async ({ db, deuren }) => {
    const id = await organisatie(db, slug);
    if (terug !== undefined) {
      const uit = await deuren.voerSysteem(zetGewichtenTerug, { naar: Number(terug) }, id);
      o.zeg(`Teruggezet. Versie ${uit?.versie ?? ''} geldt vanaf nu.`);
      return;
    }
    if (neemOver) {
      const uit = await deuren.voerSysteem(neemIjkingOver, {}, id);
      if (uit === null) return;
      for (const regel of ijkverslag(uit.ijking)) o.zeg(regel);
      o.zeg('');
      o.zeg(`Overgenomen als versie ${uit.versie}; die geldt vanaf nu. Terug: rugdekking herken ijk ${slug} --terug ${uit.ijking.geldend?.versie ?? 0}`);
      return;
    }
    const ijking = await metOrganisatie(db, id, (trx) => ijk({ trx, organisatieId: id }), { alleenLezen: true });
    for (const regel of ijkverslag(ijking)) o.zeg(regel);
    o.zeg('');
    o.zeg(ijking.voorstel === null ? 'Er is niets over te nemen.' : `Niets veranderd. Overnemen: rugdekking herken ijk ${slug} --neem-over`);
  });
}
