import { Temporal } from 'temporal-polyfill';
import { dagVan, datumVoluit, geledenTekst, isTeLaat, voorTekst } from '../../kern/tijd/index.ts';
import { KnopLink, LegeStaat, PaginaKop, Stapel, VandaagLijst, Zoekveld, type Urgentie, type WerkGroep, type WerkRegel } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import type { Klokonderwerpen } from '../termijnen.ts';
import type { Vandaagbeeld } from '../vragen.ts';
import { werkplek, werkzin } from './woorden.ts';

/** One line of work, whatever it is about. */
interface Werk {
  aan_id: string | null;
  aan: string | null;
  verval_op: Temporal.Instant;
  wat: string;
  href: string;
  waarover: string;
}

function werkIn(beeld: Vandaagbeeld, onderwerpen: Klokonderwerpen): Werk[] {
  const inDossiers = beeld.werk.map((t) => {
    const vanMij = t.aan_id === beeld.ik;
    return { ...t, wat: werkzin(t, vanMij), href: werkplek(t, vanMij), waarover: t.titel === null ? t.nummer : `${t.titel} · ${t.nummer}` };
  });
  const los = beeld.los.flatMap((t) => {
    const woorden = onderwerpen[t.onderwerp_soort ?? ''];
    return woorden && t.onderwerp_id !== null ? [{ ...t, wat: woorden.zin(t.soort, t.aan_id === beeld.ik), href: woorden.pad(t.onderwerp_id, t.aan_id === beeld.ik), waarover: woorden.waarover }] : [];
  });
  return [...inDossiers, ...los].sort((a, b) => Temporal.Instant.compare(a.verval_op, b.verval_op));
}

/** How a clock looks: red only when it is too late or must happen today. */
export function urgentie(verval: Temporal.Instant, nu: Temporal.Instant): Urgentie {
  if (isTeLaat(verval, nu)) return 'te-laat';
  if (dagVan(verval).equals(dagVan(nu))) return 'nu';
  return nu.until(verval).total('hours') <= 48 ? 'binnenkort' : 'rust';
}

function regel(t: Werk, beeld: Vandaagbeeld, nu: Temporal.Instant): WerkRegel {
  const vanMij = t.aan_id === beeld.ik;
  return {
    wat: t.wat, href: t.href, termijn: { tekst: voorTekst(t.verval_op, nu), urgentie: urgentie(t.verval_op, nu), tijd: t.verval_op.toString() },
    waarover: t.waarover, wie: vanMij ? undefined : t.aan ? `${t.aan} doet dit` : 'nog niemand', nu: isTeLaat(t.verval_op, nu),
  };
}

/** What another room puts on this page for the one who looks; empty groups are left out. */
export type Vandaagdeel = (v: Verzoek) => Promise<readonly WerkGroep[]>;

/** One list by clock: what must happen now, this week, later; and what someone else has in hand. */
export function vandaagPagina(v: Verzoek, beeld: Vandaagbeeld, onderwerpen: Klokonderwerpen, extra: readonly WerkGroep[] = []): PaginaInhoud {
  const { nu } = v;
  const werk = werkIn(beeld, onderwerpen);
  const vandaag = dagVan(nu);
  const overEenWeek = vandaag.add({ days: 7 });
  const vanMij = (t: Werk) => t.aan_id === beeld.ik || t.aan_id === null || isTeLaat(t.verval_op, nu);
  const tot = (dag: Temporal.PlainDate) => (t: Werk) => Temporal.PlainDate.compare(dagVan(t.verval_op), dag) <= 0;
  const mijn = werk.filter(vanMij);
  const nuNodig = mijn.filter(tot(vandaag));
  const dezeWeek = mijn.filter((t) => !tot(vandaag)(t) && tot(overEenWeek)(t));
  const later = mijn.filter((t) => !tot(overEenWeek)(t));
  const anderen = werk.filter((t) => !vanMij(t));
  const naarRegels = (lijst: readonly Werk[]) => lijst.map((t) => regel(t, beeld, nu));
  const ongelezen: WerkRegel[] = beeld.ongelezen.map((d) => ({
    wat: d.ernst === 'ernstig' ? `Ernstige melding: ${d.titel}` : `Nieuwe melding: ${d.titel}`, href: `/dossiers/${d.id}`, waarover: d.nummer, termijn: { tekst: `gemeld ${geledenTekst(d.gemeld_op, nu)}`, tijd: d.gemeld_op.toString() }, nu: d.ernst === 'ernstig',
  }));
  const leeg = werk.length === 0 && ongelezen.length === 0 && extra.every((g) => g.regels.length === 0);
  return {
    titel: 'Vandaag',
    inhoud: (
      <Stapel ruimte="l">
        <PaginaKop titel="Vandaag" inleiding={datumVoluit(vandaag, vandaag)} acties={v.mag('dossier.lijst') ? <Zoekveld actie="/dossiers" csrf={v.stand().csrf} label="Zoek in dossiers" /> : <KnopLink href="/melden" icoon="plus">Meld een incident</KnopLink>} />
        {leeg ? (
          <LegeStaat titel="Er wacht niets op je" acties={<KnopLink href="/melden">Meld een incident</KnopLink>}>
            <p>Komt er iets binnen dat jou nodig heeft? Dan krijg je een e-mail en staat het hier.</p>
          </LegeStaat>
        ) : (
          <VandaagLijst
            groepen={[
              ...extra,
              { titel: 'Nog niet gezien', regels: ongelezen },
              { titel: 'Nu', regels: naarRegels(nuNodig), leeg: 'Er hoeft vandaag niets meer.' },
              { titel: 'Deze week', regels: naarRegels(dezeWeek) },
              { titel: 'Later', regels: naarRegels(later), ingeklapt: true },
              { titel: 'Wacht op een ander', regels: naarRegels(anderen), ingeklapt: true },
            ]}
          />
        )}
      </Stapel>
    ),
  };
}
