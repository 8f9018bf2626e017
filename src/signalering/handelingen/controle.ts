import { z } from 'zod';
import { fout } from '../../kern/fouten/index.ts';
import type { Id } from '../../kern/ids.ts';
import { keuze, tekst } from '../../kern/invoer.ts';
import { dagVan } from '../../kern/tijd/index.ts';
import { handeling, type ActorContext } from '../../platform/deuren/index.ts';
import { geldendeSignalen, type Geldendsignaal } from '../geldend.ts';
import { MEEST_REGELS } from '../lijst/fout.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import { alleenNaam, GEEN, oordeelAdres, oordeelPersoon, type Oordeel } from '../regels/oordeel.ts';
import { normaliseerToevoeging } from '../regels/invoer.ts';
import { gevraagd, leesVraag, type Vraag } from '../regels/vraag.ts';
import { doelcodes, zwaarste, type Uitkomst } from '../regels/woorden.ts';
import { spoorsleutel } from '../webhook/geheim.ts';
import { legSporenVast, meldGebruik, remAlsNodig, type Bron } from '../spoor.ts';

/** The answer to one check: a light and what to do, for the person and for the address apart. */
export interface Antwoord {
  uitkomst: Uitkomst;
  persoon: Oordeel | null;
  adres: Oordeel | null;
}

const velden = {
  naam: tekst({ max: 200 }), geboortedatum: tekst({ max: 60 }), postcode: tekst({ max: 20 }), huisnummer: tekst({ max: 30 }), toevoeging: tekst({ max: 30 }), telefoon: tekst({ max: 30 }),
};
export const Doelveld = keuze(doelcodes, 'Kies waarvoor je dit wilt weten.');

async function antwoordOp(ctx: ActorContext, { personen }: Signaleringmiddelen, signalen: readonly Geldendsignaal[], v: Vraag): Promise<Antwoord> {
  const metPersoon = signalen.flatMap((s) => (s.betrokkeneId === null ? [] : [{ ...s, betrokkeneId: s.betrokkeneId }]));
  let persoon: Oordeel | null = null;
  if (v.naam !== null) {
    const vraag = gevraagd(v);
    const gevonden = alleenNaam(vraag) || metPersoon.length === 0 ? [] : await personen.herken(ctx, { ...v, naam: v.naam }, perCompartiment(metPersoon));
    persoon = oordeelPersoon(vraag, gevonden.flatMap((g) => metPersoon.filter((s) => s.betrokkeneId === g.betrokkeneId).map((signaal) => ({ band: g.band, signaal }))));
  }
  let adres: Oordeel | null = null;
  if (v.adres !== null) {
    const { postcode, huisnummer, toevoeging } = v.adres;
    const opAdres = signalen.filter((s) => s.postcode === postcode && s.huisnummer === huisnummer).map((signaal) => ({ toevoeging: signaal.toevoeging, signaal }));
    const wonen = metPersoon.length === 0 ? [] : await personen.opAdres(ctx, { postcode, huisnummer }, metPersoon.map((s) => s.betrokkeneId));
    const bewoners = wonen.flatMap((w) => metPersoon.filter((s) => s.betrokkeneId === w.betrokkeneId).map((signaal) => ({ toevoeging: normaliseerToevoeging(w.toevoeging), signaal })));
    adres = oordeelAdres(toevoeging, [...opAdres, ...bewoners]);
  }
  return { uitkomst: zwaarste([persoon, adres].flatMap((o) => (o === null ? [] : [o.uitkomst]))), persoon, adres };
}

function perCompartiment(signalen: readonly { compartiment: Geldendsignaal['compartiment']; betrokkeneId: Id }[]) {
  return new Map([...Map.groupBy(signalen, (s) => s.compartiment)].map(([c, s]) => [c, s.map((x) => x.betrokkeneId)]));
}

const getoond = (a: Antwoord): Id[] => [...new Set([...(a.persoon ?? GEEN).signalen, ...(a.adres ?? GEEN).signalen])].slice(0, 10);

export interface Controleuitslag extends Antwoord {
  /** Of the check itself, not of anyone: for preparing a visit. */
  id: Id;
  signalen: readonly Id[];
}

/** One check, of a person or an address or both. `bron` says whether a colleague asks or a system. */
export function maakControle(m: Signaleringmiddelen, bron: Bron) {
  return handeling({
    naam: 'controle.doen',
    invoer: z.object({ doel: Doelveld, ...velden }),
    async voerUit(ctx) {
      const { doel, ...ruw } = ctx.invoer;
      const gelezen = leesVraag(ruw, dagVan(ctx.nu));
      if (!gelezen.ok) throw fout('invoer.ongeldig', { velden: gelezen.fouten });
      await remAlsNodig(ctx, bron);
      const antwoord = await antwoordOp(ctx, m, await geldendeSignalen(ctx, dagVan(ctx.nu)), gelezen.waarde);
      const signalen = getoond(antwoord);
      const [id] = await legSporenVast(ctx, spoorsleutel(m.sleutels), bron, null, [{ doel, uitkomst: antwoord.uitkomst, signalen, vraag: gelezen.waarde }]);
      if (id === undefined) throw new Error('een controle zonder spoor');
      await meldGebruik(ctx, bron);
      return { resultaat: { ...antwoord, id, signalen } satisfies Controleuitslag, object: { soort: 'controle', id }, journaal: { doel, uitkomst: antwoord.uitkomst } };
    },
  });
}

export type Regeluitslag = { nummer: number; tijd: string; wie: string } & ({ antwoord: Antwoord; controle: Id; fout?: undefined } | { antwoord?: undefined; fout: string });

/** A whole day at once: each row its own answer, or what is wrong with it. */
export function maakLijstcontrole(m: Signaleringmiddelen) {
  return handeling({
    naam: 'controle.lijst',
    invoer: z.object({
      doel: Doelveld,
      regels: z.array(z.object({ nummer: z.int(), tijd: z.string().max(20), vraag: z.object(velden) })).min(1, 'Er staan geen regels in deze lijst.').max(MEEST_REGELS),
    }),
    async voerUit(ctx) {
      const { doel, regels } = ctx.invoer;
      await remAlsNodig(ctx, 'medewerker');
      const vandaag = dagVan(ctx.nu);
      const signalen = await geldendeSignalen(ctx, vandaag);
      const uit: ({ nummer: number; tijd: string; wie: string } & ({ antwoord: Antwoord; vraag: Vraag } | { fout: string }))[] = [];
      for (const { nummer, tijd, vraag } of regels) {
        const wie = [vraag.naam, [vraag.postcode, [vraag.huisnummer, vraag.toevoeging].filter(Boolean).join(' ')].filter(Boolean).join(' ')].filter(Boolean).join(', ');
        const gelezen = leesVraag(vraag, vandaag);
        if (gelezen.ok) uit.push({ nummer, tijd, wie, antwoord: await antwoordOp(ctx, m, signalen, gelezen.waarde), vraag: gelezen.waarde });
        else uit.push({ nummer, tijd, wie, fout: gelezen.fouten.map((f) => f.tekst).join(' ') });
      }
      const lijstId = ctx.nieuwId();
      const goed = uit.flatMap((r) => ('antwoord' in r ? [r] : []));
      const ids = await legSporenVast(ctx, spoorsleutel(m.sleutels), 'medewerker', lijstId, goed.map((r) => ({ doel, uitkomst: r.antwoord.uitkomst, signalen: getoond(r.antwoord), vraag: r.vraag })));
      await meldGebruik(ctx, 'medewerker');
      let n = 0;
      const rijen = uit.map((r): Regeluitslag => ('antwoord' in r ? { nummer: r.nummer, tijd: r.tijd, wie: r.wie, antwoord: r.antwoord, controle: ids[n++] ?? '' } : { nummer: r.nummer, tijd: r.tijd, wie: r.wie, fout: r.fout }));
      return { resultaat: { rijen }, object: { soort: 'controlelijst', id: lijstId }, journaal: { doel, regels: rijen.length } };
    },
  });
}
