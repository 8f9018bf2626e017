import { Fout, type Veldfout } from '../../kern/fouten/index.ts';
import { rechtentabel } from '../../kern/rechten/index.ts';
import { datumTijdTekst } from '../../kern/tijd/index.ts';
import { DatumVeld, Filters, FoutSamenvatting, KnopLink, Knoppen, LegeStaat, Merk, PaginaKop, Selectie, Stapel, Tabel, TekstVeld } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import { actornaam, buitenTabel, handelingwoord, objectwoord, uitkomsten } from '../regels/journaalwoorden.ts';
import type { maakJournaalLezen } from '../vragen/journaal.ts';

const PAD = '/journaal';
const FILTERS = ['wie', 'handeling', 'van', 'tot'] as const;
/** Of whom is not readable in the address. */
export const JOURNAALVELDEN = { verhuld: ['wie'], open: ['handeling', 'van', 'tot'] } as const;

/** A refusal stands out; the rest is quiet. */
export function Uitkomst({ resultaat }: { resultaat: keyof typeof uitkomsten }) {
  return resultaat === 'gelukt' ? <>{uitkomsten[resultaat]}</> : <Merk soort="let-op">{uitkomsten[resultaat]}</Merk>;
}

/** The journaal of the organisation for who watches over it: who did what and when, never what is in a dossier. */
export async function journaalPagina(v: Verzoek, lezen: ReturnType<typeof maakJournaalLezen>): Promise<PaginaInhoud> {
  const gekozen = Object.fromEntries(FILTERS.map((n) => [n, n === 'wie' ? v.verhuld(n) : v.query(n)]).filter(([, w]) => w !== '')) as Partial<Record<(typeof FILTERS)[number], string>>;
  const adres = (over: Record<string, string | undefined>): string => {
    const p = new URLSearchParams();
    for (const [naam, w] of Object.entries({ ...gekozen, wie: v.query('wie'), ...over })) if (w) p.set(naam, w);
    return `${PAD}${p.size > 0 ? `?${p}` : ''}`;
  };
  let fouten: readonly Veldfout[] = [];
  const haal = async () => {
    try {
      return await v.vraag(lezen, { ...gekozen, voor: v.query('voor') });
    } catch (e) {
      if (!(e instanceof Fout) || e.code !== 'invoer.ongeldig') throw e;
      fouten = e.velden;
      return { regels: [], namen: new Map<string, string>(), dossiers: new Map<string, string>(), meer: false };
    }
  };
  const { regels, namen, dossiers, meer } = await haal();
  const foutBij = (naam: string): string | undefined => fouten.find((f) => f.veld === naam)?.tekst;
  const woord = (naam: (typeof FILTERS)[number], w: string): string => ({ wie: `Wie: ${w}`, handeling: handelingwoord(w), van: `Vanaf ${w}`, tot: `Tot en met ${w}` })[naam];
  const laatste = regels.at(-1);
  return {
    titel: 'Journaal', menu: PAD, ...(fouten.length > 0 ? { status: 422, fout: true } : {}),
    inhoud: (
      <Stapel>
        <PaginaKop titel="Journaal" inleiding="Wie wat deed en wanneer. Wat er in een dossier staat, zie je hier niet. Ook dat jij dit bekijkt, wordt vastgelegd." />
        <FoutSamenvatting fouten={fouten} />
        <Filters actie={PAD} csrf={v.stand().csrf} open={fouten.length > 0} actief={FILTERS.flatMap((n) => (gekozen[n] ? [{ tekst: woord(n, gekozen[n]), href: adres({ [n]: undefined }) }] : []))} wisHref={PAD}>
          <TekstVeld naam="wie" label="Wie" uitleg="Naam of personeelsnummer" waarde={gekozen.wie} max={200} spelling={false} />
          <Selectie naam="handeling" label="Wat" leeg="Alles" waarde={gekozen.handeling} opties={[...Object.keys(rechtentabel), ...Object.keys(buitenTabel)].map((n) => ({ waarde: n, label: handelingwoord(n) }))} />
          <DatumVeld naam="van" label="Vanaf" waarde={gekozen.van} fout={foutBij('van')} />
          <DatumVeld naam="tot" label="Tot en met" waarde={gekozen.tot} fout={foutBij('tot')} />
        </Filters>
        <Tabel
          bijschrift="Regels van het journaal, de nieuwste eerst" bijschriftVerborgen rijen={regels}
          leeg={<LegeStaat titel="Geen regels gevonden" icoon="journaal"><p>Kies een andere periode, of haal een filter weg.</p></LegeStaat>}
          kolommen={[
            { kop: 'Wat', rijkop: true, cel: (r) => handelingwoord(r.handeling) },
            { kop: 'Wanneer', cel: (r) => <time dateTime={r.tijd.toString()}>{datumTijdTekst(r.tijd)}</time> },
            { kop: 'Wie', cel: (r) => actornaam(r.actor, namen) },
            { kop: 'Waarover', cel: (r) => (r.dossier_id ? [r.object_soort === 'dossier' ? '' : objectwoord(r.object_soort), `dossier ${dossiers.get(r.dossier_id) ?? ''}`.trim()].filter(Boolean).join(', ') : objectwoord(r.object_soort)) },
            { kop: 'Uitkomst', cel: (r) => <Uitkomst resultaat={r.resultaat} /> },
          ]}
        />
        {(meer || v.query('voor') !== '') && (
          <Knoppen>
            {meer && laatste && <KnopLink soort="secundair" href={adres({ voor: String(laatste.volgnr) })}>Oudere regels</KnopLink>}
            {v.query('voor') !== '' && <KnopLink soort="rustig" href={adres({})}>Naar de nieuwste</KnopLink>}
          </Knoppen>
        )}
      </Stapel>
    ),
  };
}
