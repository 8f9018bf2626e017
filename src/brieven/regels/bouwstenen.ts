import { Temporal } from 'temporal-polyfill';
import type { Briefafzender } from './huisstijl.ts';
import type { Afspraak, Contactpunt, GelezenGegevens, Rechtsvorm } from './soorten.ts';
import { briefMoment, briefdag, type Blok, type Deel } from './vorm.ts';

// The pieces that letters share. Dutch at B1: short sentences, "u", and nothing that calls the reader names.

export const alinea = (tekst: string): Blok => ({ soort: 'alinea', tekst });
export const lijst = (items: readonly string[]): Blok => ({ soort: 'lijst', items: [...items] });
export const deel = (code: string, kop: string | null, ...blokken: (Blok | false | null)[]): Deel => ({ code, kop, blokken: blokken.filter((b): b is Blok => b !== false && b !== null) });
const mits = (tekst: string, maak: (t: string) => Blok): Blok | null => (tekst === '' ? null : maak(tekst));

type Feiten = GelezenGegevens<'pandverbod'>['feiten'];

export function watGebeurde(feiten: Feiten): Deel {
  return deel('feiten', 'Wat is er gebeurd?', ...feiten.flatMap((f) => [alinea(`Op ${briefdag(f.datum)}, ${f.plaats}:`), alinea(f.gedrag)]));
}

export const welkeNorm = (norm: string): Deel => deel('norm', 'Welke regel geldt?', alinea(norm));

export const eerderGewaarschuwd = (eerder: readonly string[]): Deel[] => (eerder.length === 0 ? [] : [deel('eerder', 'Wat ging hieraan vooraf?', lijst(eerder))]);

export function contactregels(c: Contactpunt): string {
  const hoe = [c.telefoon === '' ? '' : `telefoon ${c.telefoon}`, c.email === '' ? '' : `e-mail ${c.email}`].filter(Boolean).join(' of ');
  return `${c.wie}, ${hoe}.${c.bereikbaar === '' ? '' : ` Bereikbaar: ${c.bereikbaar}.`}`;
}

export const vragen = (c: Contactpunt): Deel => deel('contactpunt', 'Heeft u vragen?', alinea(`Neem dan contact op met ${contactregels(c)} Noem daarbij het kenmerk van deze brief.`));

export function doorgang(d: GelezenGegevens<'pandverbod'>['doorgang']): Deel {
  return deel('doorgang', 'Wat kan wel?', alinea('U houdt recht op onze diensten. Dit kunt u blijven doen:'), lijst(d.blijft), alinea(`Uw contactpunt is ${contactregels(d.contact)}`), mits(d.spoed, (t) => alinea(`Heeft u haast? ${t}`)));
}

export function zienswijze(z: GelezenGegevens<'pandverbod'>['zienswijze']): Deel {
  const kop = 'Wat vindt u er zelf van?';
  if (z.uitkomst === 'zienswijze') return deel('zienswijze', kop, alinea(`U vertelde ons: ${z.samenvatting}`), alinea(`Wat we daarmee deden: ${z.weging}`));
  if (z.uitkomst === 'geen_reactie') return deel('zienswijze', kop, alinea(`We vroegen u om uw kant van het verhaal. U kon reageren tot en met ${briefdag(z.uiterlijk)}. We kregen geen reactie. Wilt u alsnog reageren? Dat kan altijd.`));
  return deel('zienswijze', kop, alinea(`We konden u niet vooraf om uw reactie vragen. ${z.reden}`), alinea(`U kunt nu alsnog reageren, tot en met ${briefdag(z.uiterlijk)}. Daarna bekijken we of de maatregel blijft.`), ...(z.toegang ? [...online(z.toegang), { soort: 'alinea' as const, taal: 'en' as const, tekst: `In English: a measure applies to you now. You can tell us your side until ${dagEngels(z.uiterlijk)}, online and in English, at ${z.toegang.webadres}.` }] : []));
}

export function online(t: { webadres: string; code: string; controle: string }): Blok[] {
  return [alinea(`Reageren kan online, op ${t.webadres}. Daar vult u deze codes in:`), { soort: 'tabel', kop: null, geheim: true, rijen: [['Code', t.code], ['Controlecode', t.controle]] }, alinea('Deel deze codes met niemand. Ze gelden alleen voor deze brief.')];
}

export function motivering(m: GelezenGegevens<'pandverbod'>['motivering']): Deel {
  return deel('motivering', 'Waarom doen we dit?', alinea(m.waarom), mits(m.duur, alinea), alinea(m.gewogen));
}

export const evaluatie = (op: string): Deel => deel('evaluatie', 'Wanneer kijken we er opnieuw naar?', alinea(`Uiterlijk op ${briefdag(op)} bekijken we of de maatregel nog nodig is. Is dat niet zo, dan stopt zij eerder. U krijgt daar bericht van. Denkt u zelf dat de maatregel eerder kan stoppen? Vraag ons om er opnieuw naar te kijken.`));

export function afspraak(a: Afspraak): Blok[] {
  return [{ soort: 'tabel', kop: null, rijen: [['Wanneer', briefMoment(a.begin)], ['Hoe lang', `ongeveer ${a.duurMinuten} minuten`], ['Waar', a.plaats], ['Met wie', a.bijWie]] }];
}

/** What someone can do against it, by legal form (achtergrond §6.1): never the route of a besluit against what is none. */
export function rechtsmiddel(vorm: Rechtsvorm, a: Briefafzender): Deel {
  const klacht = alinea(`U kunt een klacht indienen bij ${a.organisatie}. ${a.klacht}${a.klacht === '' ? '' : ' '}Uw klacht wordt behandeld door iemand die hier niet bij betrokken was.`);
  const ombudsman = alinea(`Bent u niet tevreden over hoe wij uw klacht behandelen? Dan kunt u naar ${a.ombudsman}.`);
  switch (vorm) {
    case 'privaatrechtelijk':
      return deel('rechtsmiddel', 'Bent u het er niet mee eens?', klacht, ombudsman,
        alinea('U kunt de maatregel ook voorleggen aan de burgerlijke rechter. Heeft het haast, dan kan dat in kort geding. Daarvoor heeft u meestal een advocaat nodig. Het Juridisch Loket geeft gratis advies (telefoon 0800 8020).'));
    case 'rechterlijk':
      return deel('rechtsmiddel', 'Bent u het er niet mee eens?', alinea('Deze maatregel is opgelegd door de rechter. In de uitspraak staat of u in hoger beroep kunt, en hoe lang u daarvoor de tijd heeft. Overleg met een advocaat of met het Juridisch Loket (telefoon 0800 8020).'), klacht);
    case 'besluit_elders':
      return deel('rechtsmiddel', 'Bent u het er niet mee eens?', alinea('Hierover krijgt u een apart besluit. In dat besluit staat wat u kunt doen als u het er niet mee eens bent, en binnen welke tijd. Deze brief is dat besluit niet.'), klacht, ombudsman);
    case 'geen_maatregel':
      return deel('rechtsmiddel', 'Bent u het er niet mee eens?', klacht, ombudsman);
  }
}

/** That data are kept, why and for how long, and where to turn (achtergrond §6.3). */
export function registratie(a: Briefafzender): Deel {
  return deel('registratie', 'Wat leggen we over u vast?', alinea(`We bewaren wat er gebeurde en welke maatregel geldt. Dat doen we om onze medewerkers en bezoekers te beschermen. We bewaren dit ${a.bewaartermijn}.`),
    alinea(`U mag uw gegevens bekijken en laten verbeteren.${a.privacy === '' ? '' : ` Hoe dat kan, leest u op ${a.privacy}.`}${a.fg === '' ? '' : ` Vragen hierover kunt u stellen aan onze functionaris gegevensbescherming: ${a.fg}.`}`));
}

const MAANDEN_EN = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'] as const;
/** "23 November 2026". */
export function dagEngels(dag: string): string {
  const d = Temporal.PlainDate.from(dag);
  return `${d.day} ${MAANDEN_EN[d.month - 1] ?? ''} ${d.year}`;
}

/** Whole cents as "€ 1.234,56". */
export function bedrag(centen: number): string {
  const euro = String(Math.trunc(centen / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `€ ${euro},${String(centen % 100).padStart(2, '0')}`;
}
