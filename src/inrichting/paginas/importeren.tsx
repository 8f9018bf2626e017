import type { ComponentChildren } from 'preact';
import { fout, type Veldfout } from '../../kern/fouten/index.ts';
import { isId } from '../../kern/ids.ts';
import { ActieFormulier, Alinea, BestandVeld, Formulier, Kaart, Knop, KnopLink, Knoppen, Lijst, Link, Melding, Stapel, Tabel, TweeKolommen, Uitklap, VerborgenVeld, DefinitieLijst } from '../../ontwerp/index.ts';
import { Bestandsfout, bestandsfouten, type Bestandsdeel } from '../../platform/bestanden/index.ts';
import { eigenUpload, waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { importsoorten, MAX_BYTES, MAX_RIJEN, type CsvFout, type Wijziging } from '../csv/index.ts';
import { gooiImportWeg, legImportKlaar, maakProefdraai, voerImportDoor, type Proefdraai } from '../handelingen/importeren.ts';
import type { Bestandsoordeel } from '../import/oordeel.ts';
import { sleutelVan, soortcodes, type Soort } from '../import/stand.ts';
import { voorbeeldbestand } from '../import/voorbeelden.ts';
import { exporteer } from '../vragen/overzicht.ts';
import type { OpenWerk } from '../vragen/lijsten.ts';
import { BEGIN, Gevolgen, kader, MENU, vereis } from './gedeeld.tsx';

const PAD = `${MENU}/importeren`;
const TITELS: Record<Soort, string> = { onderdelen: 'Onderdelen', locaties: 'Locaties', functies: 'Functies', medewerkers: 'Medewerkers' };
const MB = MAX_BYTES / 1024 / 1024;
/** More rows than this nobody reads on a page; the numbers above count all. */
const MEEST = 200;

export function importPaginas(site: Site, openWerk: readonly OpenWerk[]): void {
  const proefdraai = maakProefdraai(openWerk);
  site.pagina(PAD, async (v) => {
    vereis(v, 'inrichting.importeren');
    return uploadPagina(v.stand());
  });

  site.ruw('POST', PAD, async (v) => {
    vereis(v, 'inrichting.importeren');
    const upload = await eigenUpload(v, inGeheugen, { bestanden: soortcodes.length, totaalBytes: soortcodes.length * (MAX_BYTES + 1024 * 1024) });
    const fouten: Veldfout[] = upload.fouten.map(({ veld, code }) => ({ veld, tekst: code === 'bestand.te-groot' ? `Dit bestand is te groot. Er past hoogstens ${MB} MB.` : `${bestandsfouten[code].titel}. ${bestandsfouten[code].tekst}` }));
    const bestanden = Object.fromEntries(upload.bestanden.filter(({ veld }) => soortcodes.some((s) => s === veld)).map(({ veld, bestand }) => [veld, bestand.bytes]));
    if (fouten.length === 0 && Object.keys(bestanden).length === 0) fouten.push({ veld: 'onderdelen', tekst: 'Kies minstens één bestand.' });
    if (fouten.length > 0) return { ...uploadPagina({ ...v.stand(), fouten }), status: 422, fout: true };
    const sleutel = waarde(upload.velden, '_sleutel');
    const { id } = await v.voer(legImportKlaar, { bestanden }, isId(sleutel) ? sleutel : undefined);
    return v.verder(`${PAD}/${id}`);
  });

  site.ruw('GET', `${PAD}/voorbeeld/:soort`, async (v) => {
    vereis(v, 'inrichting.importeren');
    const soort = soortUit(v);
    return alsCsv(`voorbeeld-${soort}.csv`, voorbeeldbestand(soort));
  });
  site.ruw('GET', `${PAD}/export/:soort`, async (v) => {
    const soort = soortUit(v);
    return alsCsv(`${soort}.csv`, await v.vraag(exporteer, { soort }));
  });

  site.formulier(`${PAD}/:id`, {
    handeling: voerImportDoor,
    laad: (v) => v.vraag(proefdraai, { id: v.id('id') }),
    begin: ({ beoordeling }) => ({ versie: beoordeling.stempel }),
    toon: (p, stand) => proefpagina(p, stand),
    klaar: (r) => ({ naar: MENU, bericht: `De import is doorgevoerd: ${r.nieuw} nieuw, ${r.gewijzigd} gewijzigd.` }),
  });
  site.actie(`${PAD}/:id/weg`, { handeling: gooiImportWeg, klaar: () => ({ naar: PAD, bericht: 'Weggegooid. Er is niets veranderd.' }) });
}

function soortUit(v: Verzoek): Soort {
  const soort = soortcodes.find((s) => s === v.c.req.param('soort'));
  if (!soort) throw fout('niet-gevonden');
  return soort;
}

function alsCsv(naam: string, inhoud: string): Response {
  return new Response(inhoud, { headers: { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="${naam}"`, 'Cache-Control': 'no-store' } });
}

/** A file of an import is small enough to hold; what is larger is refused while it comes in. */
async function inGeheugen({ stroom }: Bestandsdeel): Promise<{ bytes: Uint8Array; ruimOp(): Promise<void> }> {
  const delen: Buffer[] = [];
  let gelezen = 0;
  // Left open when too much came: the rest of the form still has to be read.
  for await (const deel of stroom.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    gelezen += deel.length;
    if (gelezen > MAX_BYTES) throw new Bestandsfout('bestand.te-groot');
    delen.push(deel);
  }
  return { bytes: new Uint8Array(Buffer.concat(delen)), ruimOp: async () => undefined };
}

function uploadPagina(stand: Stand): PaginaInhoud {
  const foutBij = (soort: Soort): string | undefined => stand.fouten.find((f) => f.veld === soort)?.tekst;
  return kader({ titel: 'Importeren en exporteren', inleiding: 'Lees de organisatie in uit CSV-bestanden, bijvoorbeeld uit je personeelssysteem. Je ziet eerst wat er zou veranderen. Daarna beslis je.' },
    <TweeKolommen
      zijLabel="Voorbeelden en export"
      hoofd={
        <Stapel>
          <Formulier actie={PAD} {...stand} bestanden verplichtUitleg={`Kies één of meer bestanden, elk hoogstens ${MB} MB en ${MAX_RIJEN.toLocaleString('nl-NL')} rijen. Verwijzen ze naar elkaar, kies ze dan samen.`}>
            {soortcodes.map((s) => <BestandVeld naam={s} label={TITELS[s]} fout={foutBij(s)} accepteer=".csv,text/csv" uitleg={kolomzin(s)} />)}
            <Knoppen><Knop icoon="upload">Bekijk wat er verandert</Knop></Knoppen>
          </Formulier>
          <Uitklap titel="Zo werkt het">
            <Lijst items={[
              'Een rij die er al is, wordt bijgewerkt. Rugdekking herkent haar aan de code, bij medewerkers aan het personeelsnummer.',
              'Wie niet in het bestand staat, blijft zoals hij is. Zet ‘nee’ in de kolom actief om iemand uit dienst te zetten.',
              'Een kolom die je weglaat, verandert niets.',
              'Zit er één fout in, dan wordt er niets ingelezen.',
              'Scheid kolommen met een puntkomma, komma of tab. Excel schrijft dit met ‘Opslaan als’ en dan ‘CSV UTF-8’.',
            ]} />
          </Uitklap>
        </Stapel>
      }
      zij={
        <Stapel>
          <Kaart titel="Wat er nu staat" icoon="download">
            <Alinea klein zacht>Pas dit bestand aan en lees het weer in.</Alinea>
            <Lijst items={soortcodes.map((s) => <Link href={`${PAD}/export/${s}`}>{TITELS[s]} (CSV)</Link>)} />
          </Kaart>
          <Kaart titel="Voorbeelden" icoon="brief">
            <Alinea klein zacht>Met alle kolommen die er zijn.</Alinea>
            <Lijst items={soortcodes.map((s) => <Link href={`${PAD}/voorbeeld/${s}`}>Voorbeeld {TITELS[s].toLowerCase()} (CSV)</Link>)} />
          </Kaart>
        </Stapel>
      }
    />);
}

function kolomzin(soort: Soort): string {
  const { kolommen } = importsoorten[soort];
  const namen = (verplicht: boolean): string => kolommen.filter((k) => k.verplicht === verplicht).map((k) => k.naam).join(', ');
  return `Nodig: ${namen(true)}. Mag ook: ${namen(false)}.`;
}

function proefpagina({ id, beoordeling: b, uitDienst, zonderLeiding }: Proefdraai, stand: Stand): PaginaInhoud {
  const oordelen = soortcodes.flatMap((s): Bestandsoordeel[] => (b.bestanden[s] ? [b.bestanden[s] as unknown as Bestandsoordeel] : []));
  const aantalFouten = oordelen.reduce((n, o) => n + o.fouten.length, 0);
  const gevolgen: ComponentChildren[] = [
    ...uitDienst.slice(0, MEEST).map((m) => [`${m.naam} gaat uit dienst, wordt uitgelogd en verliest alle rollen.`, ...m.werk].join(' ')),
    ...zonderLeiding.map((naam) => `${naam} heeft daarna geen leidinggevende meer.`),
  ];
  return kader({
    titel: !b.goed ? 'Deze import kan nog niet' : b.niets ? 'Er verandert niets' : 'Dit gaat er veranderen', kruimels: [BEGIN, { tekst: 'Importeren', href: PAD }],
    inleiding: !b.goed ? `${aantalFouten === 1 ? 'Er is 1 fout' : `Er zijn ${aantalFouten} fouten`} gevonden. Er is niets ingelezen. Verbeter het bestand en kies het opnieuw.`
      : b.niets ? 'Alles in het bestand staat al zo in Rugdekking.' : 'Er is nog niets veranderd. Kijk het na en voer het daarna door.',
  },
  <Stapel>
    {b.goed && gevolgen.length > 0 && <Gevolgen titel="Let hierop" items={gevolgen} />}
    {b.goed && !b.niets && (
      <Formulier actie={`${PAD}/${id}`} {...stand} verplichtUitleg={false}>
        <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
        <Knoppen><Knop icoon="vink">Voer door</Knop></Knoppen>
      </Formulier>
    )}
    {oordelen.map((o) => <Bestandskaart o={o} />)}
    <Knoppen>
      <KnopLink soort="secundair" href={PAD}>Kies een ander bestand</KnopLink>
      <ActieFormulier actie={`${PAD}/${id}/weg`} csrf={stand.csrf} sleutel={`${stand.sleutel}-w`}><Knop soort="rustig">Gooi deze import weg</Knop></ActieFormulier>
    </Knoppen>
    <Alinea klein zacht>Doe je niets, dan gooien we de bestanden na een dag weg.</Alinea>
  </Stapel>);
}

function Bestandskaart({ o }: { o: Bestandsoordeel }) {
  const goed = o.fouten.length === 0;
  return (
    <Kaart titel={TITELS[o.soort]} rechts={<span class="rd-zacht">{o.codering ?? ''}</span>}>
      <Stapel>
        {o.waarschuwingen.length > 0 && <Melding soort="info" niveau={3} titel="Dit viel op"><Lijst items={o.waarschuwingen} /></Melding>}
        {!goed && <Foutentabel fouten={o.fouten} />}
        {goed && <DefinitieLijst items={[{ term: 'Nieuw', waarde: String(o.nieuw.length) }, { term: 'Gewijzigd', waarde: String(o.gewijzigd.length) }, { term: 'Zo stond het al', waarde: String(o.ongewijzigd) }, { term: 'Niet in het bestand', waarde: o.nietInBestand.length === 0 ? '0' : `${o.nietInBestand.length}, die blijven zoals ze zijn` }]} />}
        {goed && o.gewijzigd.length > 0 && <Wijzigingen o={o} />}
        {goed && o.nieuw.length > 0 && (
          <Uitklap titel="Nieuw" aantal={o.nieuw.length}>
            <Lijst items={o.nieuw.slice(0, MEEST).map(({ waarde: w }) => `${sleutelVan(o.soort, w)}: ${naamUit(w)}`)} />
            <Rest aantal={o.nieuw.length} />
          </Uitklap>
        )}
        {goed && o.nietInBestand.length > 0 && (
          <Uitklap titel="Niet in het bestand" aantal={o.nietInBestand.length}><Alinea>{o.nietInBestand.slice(0, MEEST).join(', ')}</Alinea><Rest aantal={o.nietInBestand.length} /></Uitklap>
        )}
      </Stapel>
    </Kaart>
  );
}

function Rest({ aantal }: { aantal: number }) {
  return aantal > MEEST ? <Alinea klein zacht>En nog {aantal - MEEST} andere.</Alinea> : null;
}

function Foutentabel({ fouten }: { fouten: readonly CsvFout[] }) {
  return (
    <>
      <Tabel
        bijschrift="Wat er mis is" rijen={fouten.slice(0, MEEST)}
        kolommen={[{ kop: 'Rij', rijkop: true, cel: (f) => (f.rij === null ? 'Hele bestand' : `Rij ${f.rij}`) }, { kop: 'Kolom', cel: (f) => f.kolom ?? '' }, { kop: 'Wat er mis is', cel: (f) => f.tekst }]}
      />
      <Rest aantal={fouten.length} />
    </>
  );
}

function Wijzigingen({ o }: { o: Bestandsoordeel }) {
  const regels = o.gewijzigd.slice(0, MEEST).flatMap((g) => opKolom(o.soort, g.velden).map((w, i) => ({ ...w, eerste: i === 0, rij: g.rij, wie: `${g.sleutel}: ${naamUit(g.waarde)}` })));
  return (
    <>
      <Tabel
        bijschrift="Wat er verandert" rijen={regels}
        kolommen={[
          { kop: 'Wie of wat', rijkop: true, cel: (r) => (r.eerste ? r.wie : <span class="ams-visually-hidden">{r.wie}</span>) }, { kop: 'Rij', cel: (r) => `Rij ${r.rij}` }, { kop: 'Kolom', cel: (r) => r.veld },
          { kop: 'Was', cel: (r) => celtekst(r.van) }, { kop: 'Wordt', cel: (r) => celtekst(r.naar) },
        ]}
      />
      <Rest aantal={o.gewijzigd.length} />
    </>
  );
}

/** In the order of the columns of the file. */
function opKolom(soort: Soort, velden: readonly Wijziging[]): Wijziging[] {
  const plek = (veld: string): number => importsoorten[soort].kolommen.findIndex((k) => k.naam === veld);
  return velden.toSorted((a, b) => plek(a.veld) - plek(b.veld));
}

function celtekst(w: Wijziging['van']): ComponentChildren {
  if (w === '') return <span class="rd-zacht">leeg</span>;
  return typeof w === 'boolean' ? (w ? 'ja' : 'nee') : String(w);
}

function naamUit(rij: object): string {
  const r = rij as Record<string, unknown>;
  return 'naam' in r ? String(r.naam) : [r.voornaam, r.tussenvoegsel, r.achternaam].filter(Boolean).join(' ');
}
