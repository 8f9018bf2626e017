import { Fout, fout, type Veldfout } from '../../kern/fouten/index.ts';
import { dagVan, datumTijdTekst } from '../../kern/tijd/index.ts';
import { Alinea, BestandVeld, Formulier, Keuzes, Knop, KnopLink, Knoppen, Kruimels, Lijst, Melding, PaginaKop, Stapel, Tabel, TekstGebied, veld } from '../../ontwerp/index.ts';
import type { Bestanden, Bestandsfoutcode } from '../../platform/bestanden/index.ts';
import { bestandsfouten } from '../../platform/bestanden/index.ts';
import { eigenUpload, waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { maakLijstcontrole, type Regeluitslag } from '../handelingen/controle.ts';
import { Lijstfout, MEEST_BYTES, MEEST_REGELS, teVeel } from '../lijst/fout.ts';
import { leesBestandslijst, leesTekstlijst, type Lijst as Gelezenlijst } from '../lijst/lees.ts';
import { ontvangLijst, type Lijstbestand } from '../lijst/ontvang.ts';
import type { Signaleringmiddelen } from '../poort.ts';
import { doelcodes, doelen, type Doel } from '../regels/woorden.ts';
import { Lichtmerk, Regelantwoord } from './onderdelen.tsx';

const PAD = '/controle/lijst';

/** A whole day at once, from a paste or a file; the answer is printed or read, and is nowhere else. */
export function lijstPaginas(site: Site, m: Signaleringmiddelen, { spoelmap }: Bestanden): void {
  const controleer = maakLijstcontrole(m);

  const formulier = (stand: Stand): PaginaInhoud => ({
    titel: 'Daglijst controleren', menu: '/controle', vorm: 'lezen',
    inhoud: (
      <Stapel>
        <Kruimels items={[{ tekst: 'Controle vooraf', href: '/controle' }]} />
        <PaginaKop titel="Daglijst controleren" inleiding={`Controleer de afspraken van een hele dag, hoogstens ${MEEST_REGELS} regels. We bewaren je lijst niet.`} />
        <Formulier actie={PAD} {...stand} bestanden>
          <Keuzes {...veld(stand, 'doel')} label="Waarvoor wil je dit weten?" verplicht variant="chips" opties={doelcodes.map((d) => ({ waarde: d, label: doelen[d] }))} />
          <TekstGebied {...veld(stand, 'tekst')} label="Plak je lijst" uitleg="Eén regel per persoon, bijvoorbeeld: Jan Jansen; 7-3-1984; 1234 AB; 12" regels={8} />
          <BestandVeld {...veld(stand, 'bestand')} label="Of kies een bestand" uitleg="CSV, Excel (xlsx) of je agenda (ics)" accepteer=".csv,.txt,.xlsx,.ics" />
          <Knoppen><Knop>Controleer de lijst</Knop></Knoppen>
        </Formulier>
      </Stapel>
    ),
  });

  site.pagina(PAD, async (v) => {
    if (!v.mag('controle.lijst')) throw fout('niet-gevonden');
    return formulier(v.stand());
  });

  site.ruw('POST', PAD, async (v) => {
    if (!v.mag('controle.lijst')) throw fout('niet-gevonden');
    const upload = await eigenUpload(v, (deel) => ontvangLijst(deel.stroom, deel.naam, spoelmap), { bestanden: 1, totaalBytes: 4 * MEEST_BYTES, velden: 20 });
    const { velden } = upload;
    // What was pasted is not put back: it holds people, and whoever pastes has it at hand.
    const mis = (fouten: readonly Veldfout[]): PaginaInhoud => ({ ...formulier({ ...v.stand({ doel: waarde(velden, 'doel') }), fouten }), status: 422, fout: true });
    try {
      if (upload.fouten[0]) return mis([{ veld: 'bestand', tekst: bestandszin(upload.fouten[0].code) }]);
      const gelezen = await lees(v, upload.bestanden[0]?.bestand, waarde(velden, 'tekst'));
      const { rijen } = await v.voer(controleer, { doel: waarde(velden, 'doel'), regels: gelezen.regels });
      return uitslag(v, rijen, gelezen.overgeslagen, waarde(velden, 'doel') as Doel);
    } catch (e) {
      if (e instanceof Lijstfout) return mis([{ veld: upload.bestanden.length > 0 ? 'bestand' : 'tekst', tekst: e.message }]);
      if (e instanceof Fout && e.code === 'invoer.ongeldig') return mis(e.velden);
      throw e;
    } finally {
      await upload.ruimOp();
    }
  });
}

async function lees(v: Verzoek, bestand: Lijstbestand | undefined, tekst: string): Promise<Gelezenlijst> {
  const vandaag = dagVan(v.nu);
  if (bestand !== undefined) return leesBestandslijst(bestand, vandaag);
  if (tekst.trim() === '') throw new Lijstfout('Plak eerst je lijst, of kies een bestand.');
  return leesTekstlijst(tekst, vandaag);
}

function bestandszin(code: Bestandsfoutcode): string {
  if (code === 'bestand.te-groot' || code === 'formulier.te-groot') return teVeel().message;
  if (code === 'bestand.soort' || code === 'bestand.archief') return 'Dit soort bestand kunnen we niet lezen. Wat wel kan: CSV, Excel (xlsx) en een agenda (ics).';
  return `${bestandsfouten[code].titel}. ${bestandsfouten[code].tekst}`;
}

function uitslag(v: Verzoek, rijen: readonly Regeluitslag[], overgeslagen: number, doel: Doel): PaginaInhoud {
  const tel = (u: string): number => rijen.filter((r) => r.antwoord?.uitkomst === u).length;
  const [rood, geel, onbekend, mis] = [tel('rood'), tel('geel'), tel('niet_te_bepalen'), rijen.filter((r) => r.fout !== undefined).length];
  const som = [
    rood > 0 ? `${rood} × rood` : '', geel > 0 ? `${geel} × geel` : '', onbekend > 0 ? `${onbekend} × niet te bepalen` : '', mis > 0 ? `${mis} ${mis === 1 ? 'regel kon' : 'regels konden'} we niet lezen` : '',
  ].filter(Boolean);
  return {
    titel: 'Uitslag van je daglijst', menu: '/controle',
    inhoud: (
      <Stapel>
        <PaginaKop titel="Uitslag van je daglijst" inleiding={`${doelen[doel]}, ${rijen.length} ${rijen.length === 1 ? 'regel' : 'regels'}, gecontroleerd ${datumTijdTekst(v.nu)}.`} />
        {som.length > 0 ? <Melding soort={rood + geel > 0 ? 'let-op' : 'info'} titel="Hier moet je iets mee"><Lijst items={som} /></Melding> : <Melding soort="succes" titel="Bij niemand is een signaal gevonden"><p>Dat betekent niet dat er niets kan gebeuren. Vertrouw ook op wat je zelf ziet en hoort.</p></Melding>}
        <Tabel
          bijschrift="Je afspraken met het licht en wat je moet doen" bijschriftVerborgen rijen={rijen}
          kolommen={[
            { kop: 'Wie', rijkop: true, cel: (r) => <>{r.tijd !== '' && <>{r.tijd} </>}{r.wie === '' ? `Regel ${r.nummer}` : r.wie}</> },
            { kop: 'Licht', cel: (r) => (r.antwoord ? <Lichtmerk uitkomst={r.antwoord.uitkomst} /> : 'Niet gelezen') },
            { kop: 'Wat je doet', cel: (r) => (r.antwoord ? <Regelantwoord antwoord={r.antwoord} /> : <>Regel {r.nummer}: {r.fout}</>) },
            ...(doel === 'huisbezoek' ? [{ kop: 'Bezoek', cel: (r: Regeluitslag) => (r.antwoord !== undefined && r.antwoord.uitkomst === 'geel' ? <a class="ams-link" href={`/bezoeken/nieuw/${r.controle}`}>Bereid voor</a> : '') }] : []),
          ]}
        />
        {overgeslagen > 0 && <Alinea klein zacht>{overgeslagen} {overgeslagen === 1 ? 'afspraak' : 'afspraken'} op andere dagen dan de komende week hebben we overgeslagen.</Alinea>}
        <Alinea klein zacht>Deze uitslag staat alleen op dit scherm. Druk haar af (Ctrl+P) als je haar mee wilt nemen, en gooi het papier daarna weg waar het hoort.</Alinea>
        <Knoppen><KnopLink href={PAD} soort="secundair">Nog een lijst</KnopLink></Knoppen>
      </Stapel>
    ),
  };
}
