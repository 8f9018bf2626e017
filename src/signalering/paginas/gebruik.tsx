import { fout } from '../../kern/fouten/index.ts';
import { datumTijdTekst } from '../../kern/tijd/index.ts';
import { Alinea, Formulier, Kaart, Keuzes, Knop, KnopLink, Knoppen, Kruimels, LegeStaat, Merk, PaginaKop, Stapel, Tabel, TekstGebied, Uitklap, veld } from '../../ontwerp/index.ts';
import type { Site } from '../../platform/http/index.ts';
import { handelGebruikAf } from '../handelingen/gebruik.ts';
import { gebruiksuitkomstcodes, gebruiksuitkomsten, patronen } from '../regels/woorden.ts';
import { gebruikLezen } from '../vragen/gebruik.ts';

const PAD = '/signalen/gebruik';

/** Use of the check that looks like browsing, for the Adviseur to talk about. */
export function gebruikPaginas(site: Site): void {
  site.pagina(PAD, async (v) => {
    const { open, klaar } = await v.vraag(gebruikLezen, {});
    return {
      titel: 'Gebruik van de controle', menu: '/signalen',
      inhoud: (
        <Stapel>
          <Kruimels items={v.mag('signaal.lijst') ? [{ tekst: 'Signalen', href: '/signalen' }] : []} />
          <PaginaKop titel="Gebruik van de controle" inleiding="Hier staat wat opviel. Meestal is er een goede reden: vraag het eerst. Naar wie iemand zocht, weten we niet." />
          {open.length === 0 && <LegeStaat titel="Er valt niets op" icoon="vink-rond"><p>Lijkt iemand te bladeren, dan krijg je een e-mail en staat het hier.</p></LegeStaat>}
          {open.map((g) => (
            <Kaart titel={wie(g)} icoon={g.systeem === null ? 'persoon' : 'extern'} rechts={g.geremd ? <Merk soort="let-op">geremd</Merk> : undefined} acties={<KnopLink href={`${PAD}/${g.id}`}>Leg vast wat eruit kwam</KnopLink>}>
              <Alinea>{hoofdletter(patronen[g.patroon])}: {g.aantal} keer, gezien {datumTijdTekst(g.op)}.{g.geremd && ' Een volgende controle weigeren we nu.'}</Alinea>
            </Kaart>
          ))}
          <Uitklap titel="Eerder bekeken" aantal={klaar.length}>
            <Tabel bijschrift="Eerder bekeken" bijschriftVerborgen rijen={klaar} leeg={<Alinea zacht>Nog niets.</Alinea>} kolommen={[
              { kop: 'Wie', rijkop: true, cel: (g) => wie(g) }, { kop: 'Wat', cel: (g) => patronen[g.patroon] }, { kop: 'Wat eruit kwam', cel: (g) => <>{g.uitkomst ? gebruiksuitkomsten[g.uitkomst] : ''} {g.notitie}</> }, { kop: 'Door', cel: (g) => g.door ?? '' },
            ]} />
          </Uitklap>
        </Stapel>
      ),
    };
  });

  site.formulier(`${PAD}/:id`, {
    handeling: handelGebruikAf,
    laad: async (v) => {
      const g = (await v.vraag(gebruikLezen, {})).open.find((x) => x.id === v.id('id'));
      if (!g) throw fout('niet-gevonden');
      return g;
    },
    toon: (g, stand) => ({
      titel: 'Leg vast wat eruit kwam', menu: '/signalen',
      inhoud: (
        <Stapel>
          <Kruimels items={[{ tekst: 'Gebruik van de controle', href: PAD }]} />
          <PaginaKop titel={`Gebruik door ${wie(g)}`} inleiding={`${hoofdletter(patronen[g.patroon])}: ${g.aantal} keer.`} />
          <Formulier actie={`${PAD}/${g.id}`} {...stand}>
            <Keuzes {...veld(stand, 'uitkomst')} label="Wat kwam eruit?" verplicht opties={gebruiksuitkomstcodes.map((w) => ({ waarde: w, label: gebruiksuitkomsten[w] }))} />
            <TekstGebied {...veld(stand, 'notitie')} label="Wat heb je gedaan?" verplicht regels={3} max={2_000} />
            <Knoppen><Knop>Bewaar</Knop><KnopLink soort="rustig" href={PAD}>Terug zonder opslaan</KnopLink></Knoppen>
          </Formulier>
        </Stapel>
      ),
    }),
    klaar: () => ({ naar: PAD, bericht: 'Opgeslagen.' }),
  });
}

const wie = (g: { naam: string | null; systeem: string | null }): string => g.naam ?? `${g.systeem ?? ''} (systeem)`;
const hoofdletter = (t: string): string => t.charAt(0).toUpperCase() + t.slice(1);
