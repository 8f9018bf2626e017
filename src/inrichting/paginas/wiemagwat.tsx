import { fout } from '../../kern/fouten/index.ts';
import { hoedanigheden, type Hoedanigheid } from '../../kern/rechten/index.ts';
import { Alinea, Kaart, Knop, PaginaKop, Selectie, Stapel, Tabel, type Kolom } from '../../ontwerp/index.ts';
import type { PaginaInhoud, Verzoek } from '../../platform/http/index.ts';
import { hoedanigheidcodes, rechtgroepen, type Rechtgroep, type Rechtregel } from '../regels/wiemagwat.ts';

const PAD = '/wie-mag-wat';

/** Who may do what, straight from the table that also guards every act. For one capacity as a list, for all as a table. */
export async function wieMagWatPagina(v: Verzoek): Promise<PaginaInhoud> {
  if (!v.mag('rechten.lezen')) throw fout('niet-gevonden');
  const gekozen = v.query('ik');
  const ik = hoedanigheidcodes.find((h) => h === gekozen);
  return {
    titel: 'Wie mag wat', menu: '/inrichting',
    inhoud: (
      <div class="rd-liggend"><Stapel>
        <PaginaKop titel="Wie mag wat" inleiding={ik
          ? `Dit mag je als ${hoedanigheden[ik].charAt(0).toLowerCase()}${hoedanigheden[ik].slice(1)}. Meer niet: wat hier niet staat, kan niet.`
          : 'Deze lijst komt uit dezelfde tabel waarmee Rugdekking elke handeling toetst. Wat er niet in staat, mag niemand.'} />
        <form class="rd-formulier" method="get" action={PAD}>
          <Selectie naam="ik" label="Ik ben" leeg="Laat iedereen zien" waarde={ik} opties={hoedanigheidcodes.map((h) => ({ waarde: h, label: hoedanigheden[h] }))} />
          <Knop soort="secundair">Laat zien</Knop>
        </form>
        {ik === undefined && <Alinea klein zacht>✓ betekent: mag dit. ‘Mits’ betekent: alleen onder de voorwaarde die bij de handeling staat. Een dossier van een ander compartiment, of waarin je zelf als veroorzaker staat, zie je nooit.</Alinea>}
        {rechtgroepen(ik).map((g) => <Kaart titel={g.naam}>{ik === undefined ? <Matrix groep={g} /> : <Eigenlijst groep={g} />}</Kaart>)}
        <Alinea klein zacht>Wil je dit bewaren? Druk de pagina af vanuit je browser, of kies daar ‘Opslaan als pdf’.</Alinea>
      </Stapel></div>
    ),
  };
}

function Matrix({ groep }: { groep: Rechtgroep }) {
  const kolommen: Kolom<Rechtregel>[] = [
    { kop: 'Handeling', rijkop: true, cel: (r) => <>{r.tekst}{r.voorwaarde !== '' && <span class="rd-recht__mits">{r.voorwaarde}</span>}</> },
    ...groep.kolommen.map((h: Hoedanigheid): Kolom<Rechtregel> => ({ kop: hoedanigheden[h], cel: (r) => <Vak mag={r.voor.has(h)} mits={r.voorwaarde !== ''} /> })),
  ];
  return <Tabel bijschrift={`Wie mag wat: ${groep.naam}`} bijschriftVerborgen smal="schuiven" rijen={groep.regels} kolommen={kolommen} />;
}

function Vak({ mag, mits }: { mag: boolean; mits: boolean }) {
  if (!mag) return <span class="ams-visually-hidden">nee</span>;
  return mits ? <span>{'✓\u00a0mits'}</span> : <span><span aria-hidden="true">✓</span><span class="ams-visually-hidden">ja</span></span>;
}

function Eigenlijst({ groep }: { groep: Rechtgroep }) {
  return <ul class="rd-lijst">{groep.regels.map((r) => <li>{r.tekst}{r.voorwaarde !== '' && <span class="rd-recht__mits">{r.voorwaarde}</span>}</li>)}</ul>;
}
