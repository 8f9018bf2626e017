import { datumTekst, dagVan } from '../../kern/tijd/index.ts';
import { Filters, LegeStaat, Link, Merk, PaginaKop, Paginering, Selectie, Stapel, Tabel, VerborgenVeld, Zoekveld } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import { ernstcodes, ernstwoorden, kanaalcodes, kanalen, statuswoorden } from '../regels/woorden.ts';
import { dossierLijst, MEEST_GETELD, PER_PAGINA } from '../vragen.ts';

const STATUSSEN = { open: 'Alles wat open is', nieuw: 'Nieuw', in_behandeling: 'In behandeling', gesloten: 'Gesloten' } as const;
/** What may be searched and filtered on; of a search it is not readable in the address. */
export const ZOEKVELDEN = { verhuld: ['q'], open: ['status', 'ernst', 'kanaal', 'onderdeel'] } as const;
const FILTERVELDEN = ZOEKVELDEN.open;

export function ErnstMerk({ ernst }: { ernst: 'licht' | 'middel' | 'ernstig' }) {
  return <Merk soort={ernst === 'ernstig' ? 'ernstig' : ernst === 'middel' ? 'let-op' : 'neutraal'}>{ernstwoorden[ernst]}</Merk>;
}

export function StatusMerk({ status }: { status: 'nieuw' | 'in_behandeling' | 'gesloten' }) {
  return <Merk soort={status === 'nieuw' ? 'info' : status === 'gesloten' ? 'klaar' : 'neutraal'}>{statuswoorden[status]}</Merk>;
}

/** The list of dossiers: search, filter, count, leaf. */
export async function lijstPagina(v: Verzoek): Promise<PaginaInhoud> {
  const q = v.verhuld('q');
  const gekozen = Object.fromEntries(['q', ...FILTERVELDEN].map((naam) => [naam, v.query(naam)]).filter(([, w]) => w !== '')) as Record<string, string>;
  const pagina = Math.max(1, Number.parseInt(v.query('pagina'), 10) || 1);
  const { regels, aantal, meer, onderdelen } = await v.vraag(dossierLijst, { ...gekozen, q, pagina });
  const adres = (over: Record<string, string | undefined>): string => {
    const p = new URLSearchParams();
    for (const [naam, w] of Object.entries({ ...gekozen, ...over })) if (w) p.set(naam, w);
    return `/dossiers${p.size > 0 ? `?${p}` : ''}`;
  };
  const woord = (naam: (typeof FILTERVELDEN)[number], w: string): string =>
    naam === 'status' ? (STATUSSEN[w as keyof typeof STATUSSEN] ?? w) : naam === 'ernst' ? `Ernst: ${w}` : naam === 'kanaal' ? (kanalen[w as keyof typeof kanalen] ?? w) : (onderdelen.find((o) => o.id === w)?.naam ?? 'Onderdeel');
  const actief = FILTERVELDEN.flatMap((naam) => (gekozen[naam] ? [{ tekst: woord(naam, gekozen[naam]), href: adres({ [naam]: undefined }) }] : []));
  const geteld = meer ? `Meer dan ${MEEST_GETELD} dossiers` : aantal === 1 ? '1 dossier' : `${aantal} dossiers`;
  return {
    titel: 'Dossiers', menu: '/dossiers',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Dossiers" inleiding={geteld} acties={<Zoekveld actie="/dossiers" csrf={v.stand().csrf} label="Zoek in dossiers" waarde={q} verborgen={Object.fromEntries(FILTERVELDEN.flatMap((n) => (gekozen[n] ? [[n, gekozen[n]]] : [])))} />} />
        <Filters actie="/dossiers" actief={actief} wisHref={adres(Object.fromEntries(FILTERVELDEN.map((n) => [n, undefined])))}>
          {q !== '' && <VerborgenVeld naam="q" waarde={v.query('q')} />}
          <Selectie naam="status" label="Status" waarde={gekozen.status} leeg="Alle" opties={Object.entries(STATUSSEN).map(([waarde, label]) => ({ waarde, label }))} />
          <Selectie naam="ernst" label="Ernst" waarde={gekozen.ernst} leeg="Alle" opties={ernstcodes.map((waarde) => ({ waarde, label: ernstwoorden[waarde] }))} />
          <Selectie naam="kanaal" label="Hoe" waarde={gekozen.kanaal} leeg="Alle" opties={kanaalcodes.map((waarde) => ({ waarde, label: kanalen[waarde] }))} />
          <Selectie naam="onderdeel" label="Onderdeel" waarde={gekozen.onderdeel} leeg="Alle" opties={onderdelen.map((o) => ({ waarde: o.id, label: o.naam }))} />
        </Filters>
        <Tabel
          bijschrift="Dossiers, de nieuwste eerst"
          bijschriftVerborgen
          rijen={regels}
          leeg={<LegeStaat titel="Geen dossiers gevonden" icoon="zoek"><p>Zoek met een ander woord of haal een filter weg. Je ziet alleen dossiers die je mag openen.</p></LegeStaat>}
          kolommen={[
            { kop: 'Wat', rijkop: true, cel: (d) => <Link href={`/dossiers/${d.id}`}>{d.titel}</Link> },
            { kop: 'Nummer', cel: (d) => d.nummer },
            { kop: 'Ernst', cel: (d) => <ErnstMerk ernst={d.ernst} /> },
            { kop: 'Status', cel: (d) => <StatusMerk status={d.status} /> },
            { kop: 'Onderdeel', cel: (d) => d.onderdeel },
            { kop: 'Gemeld', cel: (d) => datumTekst(dagVan(d.gemeld_op)) },
          ]}
        />
        <Paginering pagina={pagina} aantalPaginas={Math.ceil(aantal / PER_PAGINA)} href={(n) => adres({ pagina: n === 1 ? undefined : String(n) })} />
      </Stapel>
    ),
  };
}
