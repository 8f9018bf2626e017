import { z } from 'zod';
import type { Id } from '../kern/ids.ts';
import { systeemhandeling, type Deuren } from '../platform/deuren/index.ts';
import { metOrganisatie, type Db } from '../platform/database/index.ts';
import { bericht, Postfout, postlink, type Post } from '../platform/post/index.ts';
import type { Taak } from '../platform/wachtrij/index.ts';
import type { Kennisgevingsoort } from './kennisgeving.ts';
import type { Klokonderwerpen } from './termijnen.ts';

const Gegevens = z.object({ organisatieId: z.uuid(), kennisgevingId: z.uuid() });

/** Notes that the mail of a kennisgeving was taken by the mail server (or can never be delivered); once. */
const noteerVerstuurd = systeemhandeling({
  naam: 'kennisgeving.verstuurd',
  invoer: z.object({ id: z.uuid() }),
  async voerUit(ctx) {
    const rij = await ctx.trx.updateTable('kennisgeving').set({ verstuurd_op: ctx.nu }).where('organisatie_id', '=', ctx.organisatieId).where('id', '=', ctx.invoer.id).where('verstuurd_op', 'is', null).returning('dossier_id').executeTakeFirst();
    return rij ? { resultaat: null, object: { soort: 'kennisgeving', id: ctx.invoer.id }, dossierId: rij.dossier_id ?? undefined } : null;
  },
});

/** Where the link in a mail leads: to the page of whoever gets it. */
function pad(soort: Kennisgevingsoort, dossierId: Id): string {
  switch (soort) {
    case 'verklaring-gevraagd':
    case 'verklaring-herinnering':
      return `/mijn-verklaringen/${dossierId}`;
    case 'terugkoppeling':
    case 'melding-ontvangen':
    case 'melding-namens':
      return `/mijn-meldingen/${dossierId}`;
    case 'hulp-gevraagd':
      return `/mijn-meldingen/${dossierId}/hulp`;
    case 'gesprek-gevraagd':
      return `/mijn-meldingen/${dossierId}/gesprek`;
    case 'herinnering-nazorg':
    case 'spreken-gevraagd':
      return `/dossiers/${dossierId}/nazorg`;
    case 'besluit-gevraagd':
      return `/dossiers/${dossierId}/maatregelen`;
    case 'nieuwe-melding':
    case 'ernstige-melding':
    case 'niet-bevestigd':
    case 'aanvulling':
    case 'termijn-nadert':
    case 'te-laat':
    case 'instructie':
    case 'niet-terug':
    case 'gebruik-bekijken':
      return `/dossiers/${dossierId}`;
  }
}

function onderwerppad(onderwerpen: Klokonderwerpen, k: { onderwerp_soort: string | null; onderwerp_id: Id | null }): string {
  const woorden = onderwerpen[k.onderwerp_soort ?? ''];
  return woorden && k.onderwerp_id !== null ? woorden.pad(k.onderwerp_id, true) : '/vandaag';
}

/**
 * The job that sends the mail of one kennisgeving. Repeated after a crash it sends at most once more, with the same Message-ID.
 * A server that is away makes the job fail, and the queue tries again; an address that can never be reached ends it.
 */
export function mailtaak(m: { db: Db; deuren: Deuren; post: Post; basisUrl: string; onderwerpen: Klokonderwerpen }): Taak {
  return async (ruw) => {
    const { organisatieId, kennisgevingId } = Gegevens.parse(ruw);
    const k = await metOrganisatie(m.db, organisatieId, (trx) =>
      trx.selectFrom('kennisgeving as k').innerJoin('medewerker as m', (j) => j.onRef('m.organisatie_id', '=', 'k.organisatie_id').onRef('m.id', '=', 'k.aan_id'))
        .select(['k.soort', 'k.dossier_id', 'k.onderwerp_soort', 'k.onderwerp_id', 'k.verstuurd_op', 'm.email', 'm.actief']).where('k.organisatie_id', '=', organisatieId).where('k.id', '=', kennisgevingId).executeTakeFirst(),
    );
    if (!k || k.verstuurd_op !== null) return;
    if (k.actief) {
      // The column is written by stelInKennis alone.
      const soort = k.soort as Kennisgevingsoort;
      const { onderwerp, tekst, html } = bericht(soort, postlink(m.basisUrl, k.dossier_id === null ? onderwerppad(m.onderwerpen, k) : pad(soort, k.dossier_id)));
      try {
        await m.post.verstuur({ aan: k.email, onderwerp, tekst, html, id: kennisgevingId });
      } catch (e) {
        if (!(e instanceof Postfout) || e.tijdelijk) throw e;
      }
    }
    await m.deuren.voerSysteem(noteerVerstuurd, { id: kennisgevingId }, organisatieId);
  };
}
