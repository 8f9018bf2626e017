import { Temporal } from 'temporal-polyfill';
import { actorGegevens, sessieVan } from '../../src/inrichting/index.ts';
import { maakDeuren, type Deuren, type Wie } from '../../src/platform/deuren/index.ts';
import { metOrganisatie, type Db } from '../../src/platform/database/index.ts';
import type { Sessie } from '../../src/platform/http/index.ts';
import type { Id } from '../../src/kern/ids.ts';

/** A clock that stands still until a test moves it. */
export interface Testklok {
  (): Temporal.Instant;
  zet(moment: string | Temporal.Instant): void;
  vooruit(duur: Temporal.DurationLike): void;
}

/** Monday 23 November 2026, 14.10 in Amsterdam unless said otherwise. */
export function maakKlok(begin = '2026-11-23T13:10:00Z'): Testklok {
  let nu = Temporal.Instant.from(begin);
  return Object.assign(() => nu, {
    zet: (moment: string | Temporal.Instant) => void (nu = Temporal.Instant.from(moment)),
    vooruit: (duur: Temporal.DurationLike) => void (nu = nu.add(duur)),
  });
}

export interface Testdeuren extends Deuren {
  klok: Testklok;
  /** A colleague as the one who acts. */
  als(organisatieId: Id, medewerkerId: Id): Promise<Wie>;
  sessie(organisatieId: Id, medewerkerId: Id): Promise<Sessie>;
}

/** The two doors on a test database with a fake clock. */
export function maakTestdeuren(app: Db, klok: Testklok = maakKlok()): Testdeuren {
  const sessie = async (organisatieId: Id, medewerkerId: Id): Promise<Sessie> => {
    const gegevens = await metOrganisatie(app, organisatieId, (trx) => actorGegevens(trx, organisatieId, medewerkerId));
    if (gegevens === null) throw new Error('deze collega is er niet');
    return sessieVan(medewerkerId, `geheim-${medewerkerId}`, gegevens);
  };
  return {
    ...maakDeuren(app, klok),
    klok,
    sessie,
    async als(organisatieId, medewerkerId) {
      const { actor } = await sessie(organisatieId, medewerkerId);
      return { actor, herkomst: { kanaal: 'scherm', ip: '192.0.2.1', verzoekId: 'proef' } };
    },
  };
}
