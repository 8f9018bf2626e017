import ICAL from 'ical.js';
import { Temporal } from 'temporal-polyfill';
import { tijdTekst, ZONE } from '../../kern/tijd/index.ts';
import { Lijstfout, teVeel } from './fout.ts';
import { leesAdresdeel, leesVrijeRegel, type Lijstregel } from './regel.ts';

/** Appointments beyond which a calendar is not read at all. */
const MEEST_AFSPRAKEN = 5_000;
/** A list is for the coming days; an export of a calendar holds years. */
const DAGEN_VOORUIT = 7;

export const lijktAgenda = (tekst: string): boolean => /^\ufeff?\s*BEGIN:VCALENDAR/i.test(tekst);

export interface Agendalijst {
  regels: Lijstregel[];
  /** Appointments on other days, which were passed over. */
  overgeslagen: number;
}

/** The appointments of today and the week after it, in order of time: the name from the subject, the address from the place. */
export function regelsUitAgenda(tekst: string, vandaag: Temporal.PlainDate): Agendalijst {
  if ((tekst.match(/BEGIN:VEVENT/gi) ?? []).length > MEEST_AFSPRAKEN) throw teVeel();
  let afspraken: InstanceType<typeof ICAL.Component>[];
  try {
    afspraken = new ICAL.Component(ICAL.parse(tekst.replace(/^\ufeff/, '')) as unknown[] as ConstructorParameters<typeof ICAL.Component>[0]).getAllSubcomponents('vevent');
  } catch {
    throw new Lijstfout('We kunnen deze agenda niet lezen. Bewaar de agenda opnieuw als ICS-bestand, of plak de namen in het tekstvak.');
  }
  const gelezen = afspraken.map((a) => ({ begin: beginVan(a), onderwerp: waarde(a, 'summary'), plaats: waarde(a, 'location'), meer: waarde(a, 'description') }));
  const eind = vandaag.add({ days: DAGEN_VOORUIT });
  const binnen = gelezen.filter(({ begin }) => begin === null || (Temporal.PlainDate.compare(begin.toPlainDate(), vandaag) >= 0 && Temporal.PlainDate.compare(begin.toPlainDate(), eind) <= 0));
  binnen.sort((a, b) => (a.begin === null || b.begin === null ? Number(a.begin === null) - Number(b.begin === null) : Temporal.PlainDateTime.compare(a.begin, b.begin)));
  const regels = binnen.map((a, i): Lijstregel => {
    const uitOnderwerp = leesVrijeRegel(a.onderwerp.split(/[,;|\n]/));
    const uitMeer = leesVrijeRegel(a.meer.slice(0, 2_000).split(/[,;|\n]/));
    const adres = leesAdresdeel(a.plaats);
    const kies = (veld: 'geboortedatum' | 'telefoon'): string => uitOnderwerp[veld] || uitMeer[veld];
    return {
      nummer: i + 1, tijd: a.begin === null ? '' : `${a.begin.toPlainDate().equals(vandaag) ? '' : `${a.begin.day}-${a.begin.month} `}${tijdTekst(a.begin.toZonedDateTime(ZONE).toInstant())}`,
      vraag: { naam: uitOnderwerp.naam, geboortedatum: kies('geboortedatum'), telefoon: kies('telefoon'), ...(adres.postcode !== '' || adres.huisnummer !== '' ? adres : { postcode: uitOnderwerp.postcode, huisnummer: uitOnderwerp.huisnummer, toevoeging: uitOnderwerp.toevoeging }) },
    };
  });
  return { regels, overgeslagen: gelezen.length - regels.length };
}

function waarde(a: InstanceType<typeof ICAL.Component>, naam: string): string {
  const w = a.getFirstPropertyValue(naam);
  return typeof w === 'string' ? w.slice(0, 4_000) : '';
}

/** When it begins, on the clock here. A calendar that says another zone is read by its own clock: the row is for recognising, not for counting. */
function beginVan(a: InstanceType<typeof ICAL.Component>): Temporal.PlainDateTime | null {
  const w = a.getFirstPropertyValue('dtstart');
  if (!(w instanceof ICAL.Time)) return null;
  try {
    const op = new Temporal.PlainDateTime(w.year, w.month, w.day, w.isDate ? 0 : w.hour, w.isDate ? 0 : w.minute);
    return w.zone === ICAL.Timezone.utcTimezone ? op.toZonedDateTime('UTC').withTimeZone(ZONE).toPlainDateTime() : op;
  } catch {
    return null;
  }
}
