import { Temporal } from 'temporal-polyfill';
import { nodigUitAlsOperator } from '../aanmelden/index.ts';
import { beginOrganisatie, geefEersteRol, organisaties, rolhouders, voegEersteCollegaToe } from '../inrichting/index.ts';
import { nieuwId } from '../kern/ids.ts';
import { datumTijdTekst } from '../kern/tijd/index.ts';
import { metOrganisatie } from '../platform/database/index.ts';
import { inKamer, organisatie } from './kamer.ts';
import { Opdrachtfout, type Omstandigheden } from './omstandigheden.ts';

const nu = (): Temporal.Instant => Temporal.Now.instant();

export async function maakOrganisatie(o: Omstandigheden, slug: string, opties: { naam: string; soort: string }): Promise<void> {
  await inKamer(o, async ({ deuren }) => {
    const id = nieuwId();
    await deuren.voerSysteem(beginOrganisatie, { slug, ...opties }, id);
    o.zeg(`${opties.naam} is aangemaakt. Korte naam: ${slug}, id: ${id}`);
    o.zeg(`Nu een eerste beheerder: rugdekking gebruiker nieuw ${slug} <e-mail> --voornaam … --achternaam … --personeelsnummer …`);
  });
}

export async function maakCollega(o: Omstandigheden, slug: string, email: string, opties: { voornaam: string; tussenvoegsel?: string; achternaam: string; personeelsnummer: string; onderdeel?: string }): Promise<void> {
  await inKamer(o, async ({ db, deuren }) => {
    await deuren.voerSysteem(voegEersteCollegaToe, { tussenvoegsel: '', onderdeel: '', ...opties, email }, await organisatie(db, slug));
    o.zeg(`Toegevoegd. Nu een rol: rugdekking gebruiker rol ${slug} ${email} beheerder`);
  });
}

export async function geefRol(o: Omstandigheden, slug: string, wie: string, rol: string, { politiek }: { politiek?: boolean }): Promise<void> {
  await inKamer(o, async ({ db, deuren }) => {
    await deuren.voerSysteem(geefEersteRol, { wie, rol, compartiment: politiek === true ? 'politiek' : 'ambtelijk' }, await organisatie(db, slug));
    o.zeg(`${wie} heeft nu de rol ${rol}.`);
  });
}

export async function nodigUit(o: Omstandigheden, slug: string, wie: string): Promise<void> {
  await inKamer(o, async ({ db }) => {
    await organisatie(db, slug);
    const link = await nodigUitAlsOperator(db, nu(), slug, wie);
    if (link === null) throw new Opdrachtfout('Er is geen collega in dienst met dit e-mailadres of personeelsnummer.');
    o.zeg(`Geef deze link aan ${link.naam}, en aan niemand anders:`);
    o.zeg(`${o.omgeving['RUGDEKKING_URL']?.replace(/\/$/, '') ?? ''}${link.pad}`);
    o.zeg(`Hij werkt één keer, tot ${datumTijdTekst(link.verlooptOp)}.`);
  });
}

export async function toonGebruikers(o: Omstandigheden, slug: string | undefined): Promise<void> {
  await inKamer(o, async ({ db }) => {
    const alle = await organisaties(db);
    if (slug === undefined) {
      if (alle.length === 0) o.zeg('Er is nog geen organisatie. Maak er een: rugdekking gebruiker organisatie <korte naam> --naam …');
      for (const { id, naam, slug: kort, demo } of alle) o.zeg(`${kort}\t${naam}${demo ? ' (demo)' : ''}\t${id}`);
      return;
    }
    const id = await organisatie(db, slug);
    const rijen = await metOrganisatie(db, id, (trx) => rolhouders({ trx, organisatieId: id }));
    if (rijen.length === 0) o.zeg('Niemand heeft hier een rol.');
    for (const r of rijen) o.zeg(`${r.rol}${r.compartiment === 'politiek' ? ' (politiek)' : ''}\t${r.naam}\t${r.email}`);
  });
}
