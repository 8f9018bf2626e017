import { readFile } from 'node:fs/promises';
import type { ComponentChildren } from 'preact';
import { Fout, fout, type Veldfout } from '../../kern/fouten/index.ts';
import { Alinea, BestandVeld, Formulier, Kaart, Knop, KnopLink, Knoppen, Lijst, VerborgenVeld } from '../../ontwerp/index.ts';
import { Bestandsfout, neemIn, type Bestanden } from '../../platform/bestanden/index.ts';
import { eigenUpload, waarde, type PaginaInhoud, type Site, type Stand, type Verzoek } from '../../platform/http/index.ts';
import { leesBewerkt } from '../docx/bewerkt.ts';
import { sjabloongrenzen, VELD_SJABLOON } from '../docx/keuring.ts';
import { verzegel } from '../verzegelen.ts';
import type { Briefbeeld } from '../vragen.ts';
import { haalWordWeg, maakBriefOpnieuw, zetWordNeer } from '../word.ts';

interface Middelen {
  bestanden: Bestanden;
  /** The page of a letter around what is shown here. */
  kader(b: Briefbeeld, titel: string, inleiding: string, inhoud: ComponentChildren): PaginaInhoud;
  haal(v: Verzoek): Promise<Briefbeeld>;
}

const ids = (v: Verzoek) => ({ id: v.id('id'), brief: v.id('brief') });

/** Registers taking back a letter that was edited in Word, and making a voided letter anew. */
export function wordPaginas(site: Site, PAD: string, { bestanden, kader, haal }: Middelen): void {
  const magNog = async (v: Verzoek): Promise<Briefbeeld> => {
    const b = await haal(v);
    if (!b.mag('brief.wijzigen') || b.regel.vervallen_op !== null || b.regel.status === 'verzonden') throw fout('niet-gevonden');
    return b;
  };
  const naar = (r: { id: string; brief: string }): string => `/dossiers/${r.id}/brieven/${r.brief}`;

  const toon = (b: Briefbeeld, stand: Stand): PaginaInhoud => kader(b, 'Zet je Word-versie neer', 'Heb je deze brief in Word aangepast? Dan bewaren we dat bestand, en gaat dat weg zoals het is.', (
    <Formulier actie={`${naar({ id: b.dossier.id, brief: b.regel.id })}/word`} {...stand} bestanden verplichtUitleg={false}>
      <VerborgenVeld naam="versie" waarde={waarde(stand.waarden, 'versie')} />
      <Alinea>We controleren of er geen collega in te herkennen is en of alles erin staat wat erin hoort. Daarna kijkt een ander dan jij het na.</Alinea>
      <BestandVeld naam={VELD_SJABLOON} label="Kies het Word-bestand (.docx)" accepteer=".docx" fout={stand.fouten.find((f) => f.veld === VELD_SJABLOON)?.tekst} uitleg="Hoogstens 2 MB. Zonder bijgehouden wijzigingen, opmerkingen, macro’s en links." />
      <Lijst items={['Laat het kenmerk, de naam, de datums en de codes staan.', 'We halen uit het bestand wie het maakte en wanneer.', 'Kijk zelf of er op een afbeelding niemand te herkennen is.', 'Een Word-bestand is voor wie slecht ziet minder toegankelijk dan onze PDF. Gebruik koppen, en geen tekst in een afbeelding.']} />
      <Knoppen><Knop>Controleer en gebruik deze versie</Knop><KnopLink soort="rustig" href={naar({ id: b.dossier.id, brief: b.regel.id })}>Terug zonder opslaan</KnopLink></Knoppen>
    </Formulier>
  ));
  site.pagina(`${PAD}/bewerkt`, async (v) => {
    const b = await magNog(v);
    return toon(b, v.stand({ versie: String(b.versie) }));
  });

  site.ruw('POST', `${PAD}/word`, async (v) => {
    const b = await magNog(v);
    const upload = await eigenUpload(v, (deel) => neemIn(deel.stroom, { naam: deel.naam, spoelmap: bestanden.spoelmap, grenzen: { bytes: sjabloongrenzen.bytes } }), { bestanden: 1 });
    try {
      const fouten = upload.fouten.map((f): Veldfout => ({ veld: VELD_SJABLOON, tekst: f.code === 'bestand.te-groot' ? 'Dit bestand is te groot. Een brief mag 2 MB zijn.' : `${new Bestandsfout(f.code).soort.titel}. Kies een gewoon Word-bestand (.docx).` }));
      const [gekozen] = upload.bestanden;
      if (fouten.length === 0 && gekozen === undefined) fouten.push({ veld: VELD_SJABLOON, tekst: 'Kies eerst een Word-bestand.' });
      if (fouten.length === 0 && gekozen !== undefined) {
        fouten.push(...(await neem(v, waarde(upload.velden, 'versie'), waarde(upload.velden, '_sleutel'), await readFile(gekozen.bestand.pad))));
        if (fouten.length === 0) return v.verder(naar(ids(v)), 'Gecontroleerd en bewaard. Laat een ander de brief nakijken.');
      }
      return { ...toon(b, { ...v.stand({ versie: waarde(upload.velden, 'versie') }), fouten }), status: 422, fout: true };
    } finally {
      await upload.ruimOp();
    }
  });

  /** Judges and seals the document, and has the act take it; what it refuses does not stay in the storage. */
  async function neem(v: Verzoek, versie: string, sleutel: string, inhoud: Buffer): Promise<Veldfout[]> {
    try {
      const { docx, alineas, onzichtbaar } = await leesBewerkt(inhoud, bestanden.spoelmap);
      const verzegeld = await verzegel(bestanden, v.sessie.organisatie.id, v.id('brief'), docx, 'docx');
      const plaats = { origineelSleutel: verzegeld.sleutel, kopieSleutel: null, kopieStatus: 'ongewijzigd' as const };
      try {
        const uit = await v.voer(zetWordNeer, { ...ids(v), versie, ...verzegeld, tekst: { alineas, onzichtbaar } }, sleutel === '' ? undefined : sleutel);
        if (uit.sleutel !== verzegeld.sleutel) await bestanden.bewaring.verwijder(plaats);
        return [];
      } catch (e) {
        await bestanden.bewaring.verwijder(plaats);
        throw e;
      }
    } catch (e) {
      if (e instanceof Fout && e.code === 'invoer.ongeldig') return [...e.velden];
      throw e;
    }
  }

  site.actie(`${PAD}/word-weg`, { handeling: haalWordWeg, klaar: (r) => ({ naar: naar(r), bericht: 'Deze brief is weer zoals Rugdekking hem maakt.' }) });
  site.actie(`${PAD}/opnieuw`, { handeling: maakBriefOpnieuw, klaar: (r) => ({ naar: naar(r), bericht: 'De brief ligt opnieuw klaar, met een eigen kenmerk. Kijk hem na en verstuur hem.' }) });
}

/** The letter as it stands in the Word document; the codes are left out. */
export function Wordweergave({ alineas }: { alineas: readonly string[] }) {
  return <Kaart titel="De tekst uit Word" icoon="brief">{alineas.map((a) => <Alinea>{a}</Alinea>)}</Kaart>;
}
