import { Temporal } from 'temporal-polyfill';
import { dagVan, datumVoluit, geledenTekst, isTeLaat, voorTekst } from '../../kern/tijd/index.ts';
import { KnopLink, LegeStaat, PaginaKop, Stapel, VandaagLijst, Zoekveld, type Urgentie, type WerkRegel } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import type { Vandaagbeeld } from '../vragen.ts';
import { werkplek, werkzin } from './woorden.ts';

type Werk = Vandaagbeeld['werk'][number];

/** How a clock looks: red only when it is too late or must happen today. */
export function urgentie(verval: Temporal.Instant, nu: Temporal.Instant): Urgentie {
  if (isTeLaat(verval, nu)) return 'te-laat';
  if (dagVan(verval).equals(dagVan(nu))) return 'nu';
  return nu.until(verval).total('hours') <= 48 ? 'binnenkort' : 'rust';
}

function regel(t: Werk, beeld: Vandaagbeeld, nu: Temporal.Instant): WerkRegel {
  const vanMij = t.aan_id === beeld.ik;
  return {
    wat: werkzin(t, vanMij), href: werkplek(t, vanMij), termijn: { tekst: voorTekst(t.verval_op, nu), urgentie: urgentie(t.verval_op, nu), tijd: t.verval_op.toString() },
    waarover: t.titel === null ? t.nummer : `${t.titel} · ${t.nummer}`, wie: vanMij ? undefined : t.aan ? `${t.aan} doet dit` : 'nog niemand', nu: isTeLaat(t.verval_op, nu),
  };
}

/** One list by clock: what must happen now, this week, later; and what someone else has in hand. */
export function vandaagPagina(v: Verzoek, beeld: Vandaagbeeld): PaginaInhoud {
  const { nu } = v;
  const vandaag = dagVan(nu);
  const overEenWeek = vandaag.add({ days: 7 });
  const vanMij = (t: Werk) => t.aan_id === beeld.ik || t.aan_id === null || isTeLaat(t.verval_op, nu);
  const tot = (dag: Temporal.PlainDate) => (t: Werk) => Temporal.PlainDate.compare(dagVan(t.verval_op), dag) <= 0;
  const mijn = beeld.werk.filter(vanMij);
  const nuNodig = mijn.filter(tot(vandaag));
  const dezeWeek = mijn.filter((t) => !tot(vandaag)(t) && tot(overEenWeek)(t));
  const later = mijn.filter((t) => !tot(overEenWeek)(t));
  const anderen = beeld.werk.filter((t) => !vanMij(t));
  const naarRegels = (lijst: readonly Werk[]) => lijst.map((t) => regel(t, beeld, nu));
  const ongelezen: WerkRegel[] = beeld.ongelezen.map((d) => ({
    wat: d.ernst === 'ernstig' ? `Ernstige melding: ${d.titel}` : `Nieuwe melding: ${d.titel}`, href: `/dossiers/${d.id}`, waarover: d.nummer, termijn: { tekst: `gemeld ${geledenTekst(d.gemeld_op, nu)}`, tijd: d.gemeld_op.toString() }, nu: d.ernst === 'ernstig',
  }));
  const leeg = beeld.werk.length === 0 && ongelezen.length === 0;
  return {
    titel: 'Vandaag',
    inhoud: (
      <Stapel ruimte="l">
        <PaginaKop titel="Vandaag" inleiding={datumVoluit(vandaag, vandaag)} acties={v.mag('dossier.lijst') ? <Zoekveld actie="/dossiers" label="Zoek in dossiers" /> : <KnopLink href="/melden" icoon="plus">Meld een incident</KnopLink>} />
        {leeg ? (
          <LegeStaat titel="Er wacht niets op je" acties={<KnopLink href="/melden">Meld een incident</KnopLink>}>
            <p>Komt er iets binnen dat jou nodig heeft? Dan krijg je een e-mail en staat het hier.</p>
          </LegeStaat>
        ) : (
          <VandaagLijst
            groepen={[
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
